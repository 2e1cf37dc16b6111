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
    /// The code sent by e-mail is asked.
    EmailCode,
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
    /// Whether a code sent by e-mail is asked of this user on this channel. The flow of a mailed link has proved the mailbox.
    pub email_code_required: bool,
    /// Whether this flow has proved that code.
    pub email_code_proved: bool,
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
    if facts.email_code_required && !facts.email_code_proved {
        return Stage::EmailCode;
    }
    if facts.new_password_owed {
        return Stage::NewPassword;
    }
    Stage::SignedIn
}

/// The stages still to come when nothing unforeseen happens.
pub fn ahead(mut facts: Facts) -> Vec<Stage> {
    let mut stages = Vec::new();
    loop {
        let stage = next(facts);
        match stage {
            Stage::SignedIn => return stages,
            Stage::Enrol { .. } => {
                facts.enrolled = true;
                facts.second_factor_proved = true;
                facts.recovery_codes_to_keep = true;
            }
            Stage::SecondFactor => facts.second_factor_proved = true,
            Stage::KeepRecoveryCodes => facts.recovery_codes_to_keep = false,
            Stage::EmailCode => facts.email_code_proved = true,
            Stage::NewPassword => facts.new_password_owed = false,
        }
        stages.push(stage);
    }
}

#[cfg(test)]
mod tests {
    use super::{Facts, Stage, ahead, next};
    use proptest::prelude::*;

    const NOTHING: Facts = Facts {
        second_factor_required: false,
        second_factor_offered: false,
        offer_declined: false,
        enrolled: false,
        second_factor_proved: false,
        recovery_codes_to_keep: false,
        email_code_required: false,
        email_code_proved: false,
        new_password_owed: false,
    };

    fn any_facts() -> impl Strategy<Value = Facts> {
        any::<[bool; 9]>().prop_map(|[a, b, c, d, e, f, g, h, i]| Facts {
            second_factor_required: a,
            second_factor_offered: b,
            offer_declined: c,
            enrolled: d,
            second_factor_proved: e,
            recovery_codes_to_keep: f,
            email_code_required: g,
            email_code_proved: h,
            new_password_owed: i,
        })
    }

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
        fn nobody_gets_past_a_required_second_factor_whatever_code_was_mailed(facts in any_facts()) {
            let facts = Facts {
                second_factor_required: true,
                second_factor_proved: false,
                ..facts
            };
            let holds = matches!(
                next(facts),
                Stage::Enrol { optional: false } | Stage::SecondFactor | Stage::KeepRecoveryCodes
            );
            prop_assert!(holds);
        }

        #[test]
        fn a_required_email_code_is_never_skipped(facts in any_facts()) {
            let facts = Facts {
                email_code_required: true,
                email_code_proved: false,
                ..facts
            };
            prop_assert!(!matches!(next(facts), Stage::SignedIn | Stage::NewPassword));
            prop_assert_eq!(ahead(facts).iter().filter(|&&stage| stage == Stage::EmailCode).count(), 1);
        }

        #[test]
        fn a_proved_email_code_changes_nothing_before_it(facts in any_facts()) {
            let proved = Facts { email_code_proved: true, ..facts };
            let without: Vec<_> = ahead(facts).into_iter().filter(|&stage| stage != Stage::EmailCode).collect();
            prop_assert_eq!(ahead(proved), without);
        }

        #[test]
        fn a_code_is_mailed_only_after_the_second_factor_and_before_the_password(facts in any_facts()) {
            let stages = ahead(facts);
            if let Some(at) = stages.iter().position(|&stage| stage == Stage::EmailCode) {
                prop_assert!(stages[at + 1..].iter().all(|&stage| stage == Stage::NewPassword));
            }
        }
    }
}
