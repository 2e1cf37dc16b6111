//! Where a login flow stands, and what is asked there.

use app::{
    Timestamp,
    policies::{InForce, Verification},
    sign_in::{Facts, FlowPurpose, FlowView, Stage, Step, ahead, next},
};
use sea_orm::ConnectionTrait;

use super::store::{self, Flow};
use crate::{
    credentials::{password, totp},
    deps::Deps,
    error::Result,
    invitations,
    users::Account,
};

/// What is known about `flow` and its account.
pub(super) async fn facts(
    db: &impl ConnectionTrait,
    flow: &Flow,
    account: &Account,
    policy: &InForce,
    now: Timestamp,
) -> Result<Facts> {
    let email_code_required = account.login_verification(policy, flow.channel)
        == Verification::Email
        && !has_proved_the_mailbox(db, flow, account).await?;
    let by_link = matches!(
        flow.purpose,
        FlowPurpose::Invitation | FlowPurpose::PasswordReset
    );
    Ok(Facts {
        second_factor_required: account.second_factor_required(policy),
        second_factor_offered: flow.purpose == FlowPurpose::SetUp,
        offer_declined: flow.offer_declined,
        enrolled: account.enrolled_at.is_some(),
        second_factor_proved: flow.second_factor_proved,
        recovery_codes_to_keep: flow.has_codes_to_keep(),
        email_code_required,
        email_code_proved: flow.email_code_proved,
        new_password_owed: by_link
            || password::change_owed(db, account.id, policy.password_max_age_days.value, now)
                .await?
                .is_some(),
    })
}

/// Whether the flow began with a link that was mailed to the address that the account has now.
async fn has_proved_the_mailbox(
    db: &impl ConnectionTrait,
    flow: &Flow,
    account: &Account,
) -> Result<bool> {
    if flow.link == 0 {
        return Ok(false);
    }
    let link = invitations::store::by_id(db, flow.link).await?;
    Ok(link.is_some_and(|link| link.email == account.email))
}

/// What is asked of the flow's user now.
pub(super) async fn view(
    deps: &Deps,
    flow: &Flow,
    account: &Account,
    policy: &InForce,
    facts: Facts,
) -> Result<FlowView> {
    let step = match next(facts) {
        Stage::Enrol { optional } => {
            let secret = store::begin_enrolment(deps, flow).await?;
            Step::Enrol(secret.enrolment(totp::ISSUER, &account.login_id, optional)?)
        }
        Stage::SecondFactor => Step::SecondFactor,
        Stage::KeepRecoveryCodes => Step::KeepRecoveryCodes {
            codes: flow.codes_to_keep(deps)?,
        },
        Stage::EmailCode => {
            let now = deps.now();
            Step::EmailCode {
                to: account.email_address()?.masked(),
                expires_at: flow.mailed.ends(account, now),
                new_code_in: flow.mailed.next_in(account, now),
            }
        }
        Stage::NewPassword => Step::NewPassword {
            min_length: policy.shortest_password(facts.second_factor_proved),
        },
        Stage::SignedIn => Step::SignedIn,
    };
    Ok(FlowView {
        flow: None,
        purpose: flow.purpose,
        step,
        position: position(flow.steps_done, facts),
        login_id: account.login_id.clone(),
        expires_at: flow.expires_at,
        taken_over: Vec::new(),
    })
}

/// Which step it is of how many, when nothing unforeseen happens.
fn position(done: u8, facts: Facts) -> (u8, u8) {
    let left = u8::try_from(ahead(facts).len()).unwrap_or(u8::MAX);
    let all = done.saturating_add(left);
    (done.saturating_add(1).min(all), all)
}

#[cfg(test)]
mod tests {
    use super::position;
    use app::sign_in::Facts;

    #[test]
    fn an_invited_user_with_an_authenticator_has_four_steps() {
        let facts = Facts {
            second_factor_required: true,
            new_password_owed: true,
            ..Facts::default()
        };
        assert_eq!(position(1, facts), (2, 4));
    }

    #[test]
    fn a_code_is_the_second_of_two() {
        let facts = Facts {
            second_factor_required: true,
            enrolled: true,
            ..Facts::default()
        };
        assert_eq!(position(1, facts), (2, 2));
    }
}
