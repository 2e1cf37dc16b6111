//! The password chosen: by an invited user, after a forgotten one, or in place of an administrator's.

use app::{
    audit::AuditAction,
    credentials::Password,
    invitations::InvitationRefusal,
    sessions::Ending,
    sign_in::{FlowPurpose, SignInRefusal},
};

use super::At;
use crate::{
    audit,
    credentials::password,
    error::Result,
    invitations,
    mail::{self, Letter},
    sessions,
    sign_in::{
        finish::{self, Outcome},
        store,
    },
    users,
};

/// Stores the password, spends the link, ends all other sessions, and signs the user in.
pub(in crate::sign_in) async fn prove(at: &At<'_>, new: &Password) -> Result<Outcome> {
    let beside_second_factor = at.flow.second_factor_proved;
    let hash = password::choose(at.deps, at.account, at.policy, beside_second_factor, new).await?;
    let remembered = at.policy.password_history_count.value;
    let now = at.deps.now();
    let tx = at.deps.db.begin().await?;
    // Before the link, in the same order as whoever sends a new one.
    users::store::lock(&tx, at.account.id).await?;
    if at.flow.link != 0 && !invitations::store::spend(&tx, at.flow.link, now).await? {
        let refusal = match invitations::store::by_id(&*tx, at.flow.link).await? {
            Some(link) => link.check(now).err().unwrap_or(InvitationRefusal::Used),
            None => InvitationRefusal::Unknown,
        };
        return Err(refusal.into());
    }
    // A flow that was ended meanwhile, as by an administrator's new password, sets none.
    if !store::end(&*tx, &at.flow.token).await? {
        return Err(SignInRefusal::FlowOver.into());
    }
    password::store(&tx, at.deps, at.account.id, hash, remembered).await?;
    let action = match at.flow.purpose {
        FlowPurpose::Invitation => AuditAction::InvitationAccepted,
        FlowPurpose::PasswordReset | FlowPurpose::SignIn | FlowPurpose::SetUp => {
            AuditAction::PasswordSet
        }
    };
    audit::record(&tx, at.deps, at.event(action)).await?;
    if at.account.password_set_at.is_some() {
        let recipient = at.account.recipient()?;
        mail::outbox::queue(&tx, at.deps, &recipient, &Letter::PasswordChanged).await?;
    }
    // Links made before are void: whoever holds one must not set the password once more.
    invitations::store::void_all(&tx, at.account.id, now).await?;
    let outcome = finish::sign_in(&tx, at).await?;
    let ending = Ending::PasswordChanged;
    sessions::store::end_all_but_newest(&tx, at.account.id, &ending, now).await?;
    tx.commit().await?;
    at.deps.mail_bell.notify_one();
    Ok(outcome)
}
