//! A user as administrators see them.

use app::{
    Refusal,
    companies::CompanyRef,
    roles::Permission,
    sessions::ActingRefusal,
    users::{LogInAsOffer, TokenExpiration, TwoFactor, User, VerificationMethods},
};
use sea_orm::ConnectionTrait;

use super::{account::Account, email_changes, rules, store};
use crate::{
    actor::Actor, companies, credentials::recovery_code, deps::Deps, error::Result, invitations,
    policies, roles,
};

/// Everything about `account` that the actor's scope may see.
pub(super) async fn view(
    db: &impl ConnectionTrait,
    deps: &Deps,
    actor: &Actor,
    account: Account,
) -> Result<User> {
    let now = deps.now();
    let rights = roles::store::rights(db, account.id).await?;
    let related = companies::store::refs(
        db,
        rights
            .related
            .iter()
            .filter(|path| actor.scope.contains(path))
            .filter_map(|path| path.company())
            .map(|id| id.0),
    )
    .await?;
    let company = companies::store::refs(db, [account.company.0])
        .await?
        .pop()
        .unwrap_or_else(|| CompanyRef {
            id: account.company,
            name: String::new(),
            kind: app::companies::CompanyKind::Customer,
        });
    let parent = match account.parent {
        Some(parent) => store::by_id(db, parent)
            .await?
            .filter(|parent| actor.scope.contains(&parent.path))
            .map(|parent| parent.to_ref()),
        None => None,
    };
    let policy = policies::store::in_force(db, &account.path).await?;
    let required = account.second_factor_required(&policy);
    let log_in_as = match actor.holds(Permission::UsersLogInAs) {
        true => match rules::may_be_acted_as(actor, &account, &rights, &policy, now) {
            Ok(()) => by_what(db, actor).await?,
            Err(Refusal::Acting(ActingRefusal::Forbidden)) => LogInAsOffer::Forbidden,
            Err(_) => LogInAsOffer::No,
        },
        false => LogInAsOffer::No,
    };
    let policy = policies::store::seen(policy, &actor.scope, &account.path);
    let verification = VerificationMethods::new(account.verification, &policy);
    let may_act_on =
        actor.in_person_on(account.id).is_ok() && !rules::is_stronger(db, actor, &account).await?;
    Ok(User {
        company_path: companies::store::ancestors(db, &actor.scope, &account.path).await?,
        company,
        related_companies: related,
        parent,
        sub_users: store::count_sub_users(db, account.id).await?,
        roles: rights.roles,
        status: account.status(now),
        two_factor: TwoFactor {
            setting: account.two_factor,
            required,
            policy: policy.two_factor_required,
            enrolled: account.enrolled_at.is_some(),
            enrolled_at: account.enrolled_at,
            recovery_codes_left: recovery_code::left(db, account.id).await?,
        },
        verification,
        trusted_addresses: account.trusted_addresses()?,
        policy_addresses: policy.trusted_addresses,
        token_expiration: TokenExpiration {
            exclusive: account.exclusive_login.or(policy.exclusive_login.value),
            token_validity: account.token_validity,
            policy_token_lifetime_days: policy.token_lifetime_days,
            exclusive_login: account.exclusive_login,
            policy_exclusive_login: policy.exclusive_login,
        },
        invitation: invitations::store::newest(db, account.id, now).await?,
        locked_until: crate::throttle::locked_until(db, &account.login_id, now).await?,
        may_act_on,
        log_in_as,
        id: account.id,
        login_id: account.login_id,
        email: account.email,
        pending_email: email_changes::pending(db, account.id, now).await?,
        first_name: account.first_name,
        last_name: account.last_name,
        group: account.group,
        description: account.description,
        disabled: account.disabled,
        expires_at: account.expires_at,
        language: account.language,
        time_zone: account.time_zone,
        last_sign_in_at: account.last_sign_in_at,
        created_at: account.created_at,
        deleted_at: account.deleted_at,
        version: account.version,
    })
}

/// By what the actor proves that it is they who log in as somebody.
async fn by_what(db: &impl ConnectionTrait, actor: &Actor) -> Result<LogInAsOffer> {
    let own = store::by_id(db, actor.user).await?;
    Ok(match own.and_then(|own| own.enrolled_at) {
        Some(_) => LogInAsOffer::WithCode,
        None => LogInAsOffer::WithPassword,
    })
}
