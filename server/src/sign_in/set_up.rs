//! Setting up the first operator administrator, and making one from the command line.

use app::{
    CompanyId, Language, Refusal,
    audit::AuditAction,
    companies::CompanyKind,
    credentials::{Password, shortest},
    field::Problem,
    policies::TwoFactorSetting,
    roles::BuiltInRole,
    sign_in::{NewOperator, SetUpDraft, SignInRefusal},
};
use sea_orm::ConnectionTrait;

use super::service::{self, First, Opened};
use crate::{
    audit, companies,
    credentials::password,
    db::{Tx, sql},
    deps::Deps,
    desk::Caller,
    error::Result,
    roles,
    secret::{Secret, SecretHash},
    throttle::{self, Subject},
    users::{self, store::NewAccount},
};

/// How long a set-up link can be used, in seconds.
const LIFETIME: i64 = 24 * 60 * 60;

/// Whether nobody could run this installation: no operator administrator was ever set up.
pub async fn needed(db: &impl ConnectionTrait) -> Result<bool> {
    users::store::is_empty(db).await
}

/// A new set-up link's secret, while set-up is needed; links made before are void.
pub async fn new_link(deps: &Deps) -> Result<Option<Secret>> {
    if !needed(deps.db.read()).await? {
        return Ok(None);
    }
    let secret = Secret::generate(&*deps.random);
    let now = deps.now();
    let tx = deps.db.begin().await?;
    sql::execute(&*tx, "DELETE FROM set_up_links", []).await?;
    sql::execute(
        &*tx,
        "INSERT INTO set_up_links (token_hash, created_at, expires_at) VALUES ($1, $2, $3)",
        [
            secret.hash().as_str().into(),
            now.millis().into(),
            now.plus_seconds(LIFETIME).millis().into(),
        ],
    )
    .await?;
    tx.commit().await?;
    Ok(Some(secret))
}

/// Creates the operator's company and its first administrator, and offers a second factor.
pub async fn set_up(deps: &Deps, caller: &Caller, draft: SetUpDraft) -> Result<Opened> {
    throttle::charge(deps, &Subject::address(caller.address)).await?;
    let new = draft.check()?;
    check_password(&new, &draft.password)?;
    let hash = deps.hasher.hash(&draft.password, &*deps.random).await?;
    let tx = deps.db.begin().await?;
    let spent = sql::execute(
        &*tx,
        "DELETE FROM set_up_links WHERE token_hash = $1 AND expires_at > $2",
        [
            SecretHash::of(&draft.token).as_str().into(),
            deps.now().millis().into(),
        ],
    )
    .await?;
    if spent != 1 || !needed(&*tx).await? {
        return Err(SignInRefusal::SetUpOver.into());
    }
    let (user, company) = insert(&tx, deps, &new, draft.language, hash).await?;
    let event = audit::Entry::by_oneself(
        user,
        new.login_id.as_str(),
        company,
        caller,
        AuditAction::SetUpDone,
    );
    audit::record(&tx, deps, event).await?;
    let account = users::store::by_id(&*tx, user)
        .await?
        .ok_or(SignInRefusal::SetUpOver)?;
    tx.commit().await?;
    service::open(deps, caller, &account, First::SetUp).await
}

/// Creates an operator administrator from the command line; the operator's company too when there is none.
pub async fn create_operator(deps: &Deps, draft: SetUpDraft) -> Result<()> {
    let new = draft.check()?;
    check_password(&new, &draft.password)?;
    let hash = deps.hasher.hash(&draft.password, &*deps.random).await?;
    let tx = deps.db.begin().await?;
    if users::store::login_id_is_taken(&tx, &new.login_id).await? {
        return Err(Refusal::field("login_id", Problem::Taken).into());
    }
    let (user, company) = insert(&tx, deps, &new, draft.language, hash).await?;
    sql::execute(&*tx, "DELETE FROM set_up_links", []).await?;
    let event = audit::Entry::by_operator(AuditAction::UserCreated).on(
        user,
        new.login_id.as_str(),
        company,
    );
    audit::record(&tx, deps, event).await?;
    tx.commit().await
}

fn check_password(new: &NewOperator, chosen: &Password) -> Result<()> {
    let own = [
        new.login_id.as_str(),
        new.first_name.as_str(),
        new.last_name.as_str(),
        new.email.as_str(),
        new.company.as_str(),
    ];
    password::check_new(chosen, shortest(false), &own)
        .map_err(|problem| Refusal::field("password", problem).into())
}

async fn insert(
    tx: &Tx,
    deps: &Deps,
    new: &NewOperator,
    language: Language,
    hash: String,
) -> Result<(app::UserId, CompanyId)> {
    let now = deps.now();
    let company = match companies::store::root(&**tx).await? {
        Some(root) => root,
        None => {
            companies::store::insert(tx, None, CompanyKind::Operator, &new.company, now).await?
        }
    };
    let account = NewAccount {
        company: company.id,
        parent: None,
        login_id: &new.login_id,
        email: &new.email,
        first_name: new.first_name.as_str(),
        last_name: new.last_name.as_str(),
        group: "",
        description: "",
        expires_at: None,
        two_factor: TwoFactorSetting::Inherit,
        language,
        time_zone: new.time_zone.as_str(),
    };
    let user = users::store::insert(tx, account, now).await?;
    let role = roles::store::built_in(&**tx, BuiltInRole::OperatorAdministrator).await?;
    roles::store::assign(tx, user, &[role]).await?;
    password::store(tx, deps, user, hash, 0).await?;
    Ok((user, company.id))
}
