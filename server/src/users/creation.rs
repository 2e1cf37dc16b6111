//! Adding users.

use app::{
    Refusal, UserId,
    audit::AuditAction,
    field::Problem,
    policies::TwoFactorSetting,
    roles::Permission,
    users::{User, UserDraft},
};

use super::{
    noted, rules,
    service::company_of,
    store::{self, NewAccount},
    view::view,
};
use crate::{
    actor::Actor, audit, db::Tx, deps::Deps, desk::Caller, error::Result, invitations, roles,
};

/// Adds a user, and with `issue_credentials` an invitation and its mail: all of it or nothing.
pub async fn create(deps: &Deps, actor: &Actor, caller: &Caller, draft: UserDraft) -> Result<User> {
    let scope = actor.may(Permission::UsersCreate)?;
    let tx = deps.db.begin().await?;
    let id = create_in(&tx, deps, actor, caller, draft).await?;
    let account = store::find(&*tx, scope, id).await?;
    let user = view(&*tx, deps, actor, account).await?;
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(user)
}

/// Adds a user in a transaction under way.
pub async fn create_in(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    draft: UserDraft,
) -> Result<UserId> {
    let scope = actor.may(Permission::UsersCreate)?;
    if draft.issue_credentials {
        actor.may(Permission::CredentialsIssue)?;
    }
    if draft.parent_level {
        actor.may(Permission::OperatorManage)?;
    }
    if draft.otp_configured || !draft.related_companies.is_empty() {
        actor.in_person()?;
    }
    let new = draft.check()?;
    rules::may_end_at(&**tx, deps, actor, draft.expires_at).await?;
    let company = company_of(tx, scope, "company", draft.company).await?;
    for (index, related) in draft.related_companies.iter().enumerate() {
        company_of(tx, scope, &format!("related_companies[{index}]"), *related).await?;
    }
    let granted =
        roles::service::check_grant(&**tx, actor, &company.path, company.kind, &draft.roles)
            .await?;
    if store::login_id_is_taken(tx, &new.login_id).await? {
        return Err(Refusal::field("login_id", Problem::Taken).into());
    }
    let account = NewAccount {
        company: company.id,
        parent: (!draft.parent_level).then_some(actor.user),
        login_id: &new.login_id,
        email: &new.email,
        first_name: new.first_name.as_str(),
        last_name: new.last_name.as_str(),
        group: new.group.as_str(),
        description: new.description.as_str(),
        expires_at: draft.expires_at,
        two_factor: match draft.otp_configured {
            true => TwoFactorSetting::Yes,
            false => TwoFactorSetting::Inherit,
        },
        language: draft.language,
        time_zone: new.time_zone.as_str(),
    };
    let id = store::insert(tx, account, deps.now()).await?;
    roles::store::assign(tx, id, &granted).await?;
    roles::store::relate(tx, id, &draft.related_companies).await?;
    let event = audit::Entry::by(actor, caller, AuditAction::UserCreated)
        .on(id, new.login_id.as_str(), company.id)
        .with("email", new.email.as_str())
        .with("first_name", new.first_name.as_str())
        .with("last_name", new.last_name.as_str())
        .with("company", &company.name);
    audit::record(tx, deps, noted::given(tx, event, &draft, &granted).await?).await?;
    if draft.issue_credentials {
        let account = store::find(&**tx, scope, id).await?;
        invitations::service::issue_in(tx, deps, actor, caller, &account).await?;
    }
    Ok(id)
}
