//! What programs do with a refresh token: exchange it, and revoke it.

use std::net::IpAddr;

use app::{
    audit::AuditAction,
    roles::{Channel, Permission},
    tokens::TokenKind,
};
use sea_orm::ConnectionTrait;
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    access_token,
    bearer::TOUCH_EVERY,
    claims::{Claims, audience, client_id, in_scope},
    service::new_secret,
    store::{self, Stored},
};
use crate::{
    audit::{self, Entry},
    deps::Deps,
    desk::Caller,
    error::Result,
    policies, roles,
    secret::{Secret, SecretHash},
    users::{self, unattended::Present},
};

/// Why a token request is refused (RFC 6749 §5.2, RFC 7009 §2.2.1), with what would be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OauthRefusal {
    /// Something is missing, comes twice or cannot be read.
    InvalidRequest(&'static str),
    /// The token cannot be exchanged.
    InvalidGrant,
    /// This way of getting an access token is not offered.
    UnsupportedGrantType,
    /// The scope says something else than the token has.
    InvalidScope,
    /// Tokens of this kind cannot be revoked one by one.
    UnsupportedTokenType,
}

/// What an exchange gives (RFC 6749 §5.1).
#[derive(Clone, Serialize, ToSchema)]
pub struct Exchanged {
    /// The access token: a signed JSON web token (RFC 9068).
    pub access_token: String,
    /// `Bearer`.
    pub token_type: &'static str,
    /// For how many seconds it is good.
    pub expires_in: i64,
    /// The permissions it has, with spaces between.
    pub scope: String,
    /// The refresh token that takes the place of the one sent, if it is one that rotates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refresh_token: Option<String>,
}

/// What a program is answered.
pub type Answer<T> = Result<std::result::Result<T, OauthRefusal>>;

/// Exchanges a refresh token for an access token, of all its permissions or those of `scope`.
pub async fn exchange(
    deps: &Deps,
    caller: &Caller,
    presented: &str,
    scope: Option<&str>,
) -> Answer<Exchanged> {
    let (hash, now) = (SecretHash::of(presented), deps.now());
    let found = good(deps, &hash, TokenKind::Refresh).await?;
    let Some(good) = found.filter(|good| good.comes_from(caller.address)) else {
        return refuse_reused(deps, caller, &hash).await;
    };
    let (id, rotates, last_used_at) = (good.token.id, good.token.rotates, good.token.last_used_at);
    let mut granted = match granted(deps, good, scope).await? {
        Ok(granted) => granted,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let address = caller.address.to_string();
    if rotates {
        let tx = deps.db.begin().await?;
        if !store::replace_secret(&tx, &hash, now, now).await? {
            drop(tx);
            return refuse_reused(deps, caller, &hash).await;
        }
        let next = new_secret(&tx, deps, id, TokenKind::Refresh, now).await?;
        granted.refresh_token = Some(next.reveal().to_owned());
        store::touch(&*tx, id, now, &address).await?;
        tx.commit().await?;
    } else if now.millis() - last_used_at.millis() >= TOUCH_EVERY {
        store::touch(deps.db.write(), id, now, &address).await?;
    }
    Ok(Ok(granted))
}

/// An access token of a token, with all its permissions or those of `scope`.
pub(super) async fn granted(deps: &Deps, good: Good, scope: Option<&str>) -> Answer<Exchanged> {
    let claims = match claims(deps, good, scope).await? {
        Ok(claims) => claims,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let keys = deps.keys.at(&deps.sealer, deps.now())?;
    Ok(Ok(Exchanged {
        access_token: access_token::sign(&keys, &claims)?,
        token_type: "Bearer",
        expires_in: claims.exp - claims.iat,
        scope: claims.scope,
        refresh_token: None,
    }))
}

/// A token that can be used now.
pub(super) struct Good {
    /// The token.
    pub token: Stored,
    /// Its owner.
    pub owner: Present,
}

impl Good {
    /// Whether it may be used from `address`.
    pub fn comes_from(&self, address: IpAddr) -> bool {
        self.token.trusted_addresses.let_in(address) && self.owner.addresses.let_in(address)
    }
}

/// The token of a secret, if it can be used now, from wherever it may come.
pub(super) async fn good(deps: &Deps, hash: &SecretHash, kind: TokenKind) -> Result<Option<Good>> {
    let (db, now) = (deps.db.read(), deps.now());
    let Some((token, secret)) = store::by_secret(db, hash).await? else {
        return Ok(None);
    };
    let is_present = !secret.is_replaced || now < secret.good_until;
    if token.kind != kind || !is_present || token.expires_at <= now {
        return Ok(None);
    }
    let owner = users::unattended::present(db, token.user, now).await?;
    Ok(owner.map(|owner| Good { token, owner }))
}

/// What an access token of a token says now.
async fn claims(deps: &Deps, good: Good, scope: Option<&str>) -> Answer<Claims> {
    let (db, now) = (deps.db.read(), deps.now());
    let Good { token, owner } = good;
    let policy = policies::store::in_force(db, &owner.account.path).await?;
    let ends_at = owner.account.ends_at().min(token.expires_at);
    let held = held(db, &token).await?;
    let Some(permissions) = narrowed(held, scope) else {
        return Ok(Err(OauthRefusal::InvalidScope));
    };
    let minutes = i64::from(policy.access_token_minutes.value);
    let end = now.plus_seconds(minutes * 60).min(ends_at);
    Ok(Ok(Claims {
        iss: deps.public_url.clone(),
        sub: token.user.to_string(),
        aud: audience(&deps.public_url),
        client_id: client_id(token.id),
        iat: now.millis().div_euclid(1000),
        exp: end.millis().div_euclid(1000),
        jti: Secret::generate(&*deps.random).reveal().to_owned(),
        scope: in_scope(&permissions),
    }))
}

/// What a token can be used for now: what its owner may do as a program, within its limits.
pub(super) async fn held(db: &impl ConnectionTrait, token: &Stored) -> Result<Vec<Permission>> {
    let rights = roles::store::rights(db, token.user).await?;
    let mut held = rights.permissions.on(Channel::Api);
    if let Some(limits) = &token.permissions {
        held.retain(|one| limits.contains(one));
    }
    Ok(held)
}

/// What is left of `held` by a scope that was asked for; nothing if it asks for more (RFC 6749 §6).
fn narrowed(mut held: Vec<Permission>, scope: Option<&str>) -> Option<Vec<Permission>> {
    let Some(scope) = scope else {
        return Some(held);
    };
    let codes = scope.split_ascii_whitespace();
    let asked: Vec<Permission> = codes.map(Permission::from_code).collect::<Option<_>>()?;
    if !asked.iter().all(|one| held.contains(one)) {
        return None;
    }
    held.retain(|one| asked.contains(one));
    Some(held)
}

/// Refuses a refresh token. If it is one that an exchange has replaced, two have it and one of them is a thief: the whole
/// token is deleted (RFC 9700 §4.14.2).
async fn refuse_reused<T>(deps: &Deps, caller: &Caller, hash: &SecretHash) -> Answer<T> {
    let tx = deps.db.begin().await?;
    if let Some((token, secret)) = store::by_secret(&*tx, hash).await?
        && token.rotates
        && secret.is_replaced
        && store::delete(&tx, token.user, token.id).await?
        && let Some(owner) = users::store::by_id(&*tx, token.user).await?
    {
        let event = Entry::unattended(caller, AuditAction::TokenReused)
            .failed()
            .on(owner.id, &owner.login_id, owner.company)
            .with("token", &token.name);
        audit::record(&tx, deps, event).await?;
        tx.commit().await?;
    }
    Ok(Err(OauthRefusal::InvalidGrant))
}

/// Revokes a token: whoever has it may (RFC 7009). One that is not known is as good as revoked.
pub async fn revoke(deps: &Deps, caller: &Caller, presented: &str) -> Answer<()> {
    let is_token = |kind: TokenKind| presented.starts_with(kind.prefix());
    if !TokenKind::ALL.into_iter().any(is_token) {
        let keys = deps.keys.at(&deps.sealer, deps.now())?;
        let ours = access_token::verify(&keys, &deps.public_url, deps.now(), presented);
        return Ok(match ours {
            Some(_) => Err(OauthRefusal::UnsupportedTokenType),
            None => Ok(()),
        });
    }
    let tx = deps.db.begin().await?;
    let found = store::by_secret(&*tx, &SecretHash::of(presented)).await?;
    if let Some((token, _)) = found
        && store::delete(&tx, token.user, token.id).await?
        && let Some(owner) = users::store::by_id(&*tx, token.user).await?
    {
        let event = Entry::unattended(caller, AuditAction::TokenDeleted)
            .on(owner.id, &owner.login_id, owner.company)
            .with("token", &token.name)
            .with("tokens", 1);
        audit::record(&tx, deps, event).await?;
        tx.commit().await?;
    }
    Ok(Ok(()))
}
