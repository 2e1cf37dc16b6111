//! The pure state machine of a login flow: from what is known to what is asked next.

/// At which step a login flow stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// An authenticator is to be set up.
    Enrol {
        /// Whether it may be put off.
        optional: bool,
    },
    /// A one-time code or a recovery code is asked.
    SecondFactor,
    /// The new recovery codes are shown and to be kept.
    KeepRecoveryCodes,
    /// A password is to be chosen.
    NewPassword,
    /// Nothing is owed any more: a session can be opened.
    SignedIn,
}

/// What is known about a flow and its user when the next step is decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Whether the second factor is asked of this user.
    pub second_factor_required: bool,
    /// Whether it is offered where it is not required (at set-up).
    pub second_factor_offered: bool,
    /// Whether the offer was put off.
    pub offer_declined: bool,
    /// Whether an authenticator is bound.
    pub enrolled: bool,
    /// Whether this flow has proved the second factor, by a code or by enrolling.
    pub second_factor_proved: bool,
    /// Whether recovery codes were made in this flow and not yet kept.
    pub recovery_codes_to_keep: bool,
    /// Whether a new password is owed: by invitation, reset, or an administrator's password.
    pub new_password_owed: bool,
}

/// What is asked next. The first factor (password or link) is proved before a flow exists.
pub const fn next(facts: Facts) -> Stage {
    if facts.recovery_codes_to_keep {
        return Stage::KeepRecoveryCodes;
    }
    if facts.second_factor_required && !facts.second_factor_proved {
        return if facts.enrolled {
            Stage::SecondFactor
        } else {
            Stage::Enrol { optional: false }
        };
    }
    if facts.second_factor_offered && !facts.enrolled && !facts.offer_declined {
        return Stage::Enrol { optional: true };
    }
    if facts.new_password_owed {
        return Stage::NewPassword;
    }
    Stage::SignedIn
}

#[cfg(test)]
mod tests {
    use super::{Facts, Stage, next};
    use proptest::prelude::*;

    const NOTHING: Facts = Facts {
        second_factor_required: false,
        second_factor_offered: false,
        offer_declined: false,
        enrolled: false,
        second_factor_proved: false,
        recovery_codes_to_keep: false,
        new_password_owed: false,
    };

    #[test]
    fn an_invited_user_enrols_keeps_the_codes_and_then_chooses_a_password() {
        let invited = Facts {
            second_factor_required: true,
            new_password_owed: true,
            ..NOTHING
        };
        assert_eq!(next(invited), Stage::Enrol { optional: false });
        let enrolled = Facts {
            enrolled: true,
            second_factor_proved: true,
            recovery_codes_to_keep: true,
            ..invited
        };
        assert_eq!(next(enrolled), Stage::KeepRecoveryCodes);
        let kept = Facts {
            recovery_codes_to_keep: false,
            ..enrolled
        };
        assert_eq!(next(kept), Stage::NewPassword);
        assert_eq!(
            next(Facts {
                new_password_owed: false,
                ..kept
            }),
            Stage::SignedIn
        );
    }

    #[test]
    fn an_enrolled_user_is_never_shown_the_qr_code_again() {
        let enrolled = Facts {
            second_factor_required: true,
            enrolled: true,
            ..NOTHING
        };
        assert_eq!(next(enrolled), Stage::SecondFactor);
    }

    #[test]
    fn an_offer_can_be_put_off() {
        let offered = Facts {
            second_factor_offered: true,
            ..NOTHING
        };
        assert_eq!(next(offered), Stage::Enrol { optional: true });
        assert_eq!(
            next(Facts {
                offer_declined: true,
                ..offered
            }),
            Stage::SignedIn
        );
    }

    proptest! {
        #[test]
        fn nobody_gets_past_a_required_second_factor(
            offered: bool, declined: bool, enrolled: bool, keep: bool, password: bool,
        ) {
            let facts = Facts {
                second_factor_required: true,
                second_factor_offered: offered,
                offer_declined: declined,
                enrolled,
                second_factor_proved: false,
                recovery_codes_to_keep: keep,
                new_password_owed: password,
            };
            prop_assert!(!matches!(next(facts), Stage::SignedIn | Stage::NewPassword));
        }
    }
}
