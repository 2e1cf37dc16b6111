//! What a resource server is told of a token that somebody brought (RFC 7662).

use app::{
    Refusal, UserId,
    roles::{Channel, Permission},
    tokens::TokenKind,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    bearer,
    claims::{client_id, in_scope},
    exchange::{self, Good},
};
use crate::{
    actor::Actor,
    deps::Deps,
    error::{Error, Result},
    secret::SecretHash,
    users::{self, store::NEVER},
};

/// What introspection says of a token (RFC 7662 §2.2). Of one that is not good it says nothing more.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct Introspection {
    /// Whether it is good now.
    pub active: bool,
    /// The permissions it has now, with spaces between.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// The token it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// Its owner's login ID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// `Bearer` for an access token, `refresh_token` for a refresh token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token_type: Option<&'static str>,
    /// When it ends, in seconds since the epoch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exp: Option<i64>,
    /// Its owner's identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sub: Option<String>,
}

/// What a token is good for now, if the actor may see it: their own, or one of somebody in their scope.
pub async fn introspect(deps: &Deps, actor: &Actor, presented: &str) -> Result<Introspection> {
    let found = match presented.starts_with(TokenKind::Refresh.prefix()) {
        true => refresh_token(deps, presented).await?,
        false => access_token(deps, presented).await?,
    };
    let Some((owner, answer)) = found else {
        return Ok(Introspection::default());
    };
    match may_see(deps, actor, owner).await? {
        true => Ok(answer),
        false => Ok(Introspection::default()),
    }
}

async fn access_token(deps: &Deps, presented: &str) -> Result<Option<(UserId, Introspection)>> {
    let read = bearer::read(deps, presented).await?;
    Ok(read.map(|read| {
        let answer = Introspection {
            active: true,
            scope: Some(in_scope(&read.actor.permissions.on(Channel::Api))),
            client_id: Some(read.claims.client_id),
            username: Some(read.actor.login_id),
            token_type: Some("Bearer"),
            exp: Some(read.actor.session_expires_at.millis().div_euclid(1000)),
            sub: Some(read.claims.sub),
        };
        (read.actor.user, answer)
    }))
}

async fn refresh_token(deps: &Deps, presented: &str) -> Result<Option<(UserId, Introspection)>> {
    let hash = SecretHash::of(presented);
    let Some(Good { token, owner }) = exchange::good(deps, &hash, TokenKind::Refresh).await? else {
        return Ok(None);
    };
    let ends_at = owner.account.ends_at().min(token.expires_at);
    let held = exchange::held(deps.db.read(), &token).await?;
    let answer = Introspection {
        active: true,
        scope: Some(in_scope(&held)),
        client_id: Some(client_id(token.id)),
        username: Some(owner.account.login_id),
        token_type: Some("refresh_token"),
        exp: (ends_at.millis() != NEVER).then(|| ends_at.millis().div_euclid(1000)),
        sub: Some(token.user.to_string()),
    };
    Ok(Some((token.user, answer)))
}

async fn may_see(deps: &Deps, actor: &Actor, owner: UserId) -> Result<bool> {
    if owner == actor.user {
        return Ok(true);
    }
    if !actor.holds(Permission::TokensRead) {
        return Ok(false);
    }
    match users::store::find(deps.db.read(), &actor.scope, owner).await {
        Ok(_) => Ok(true),
        Err(Error::Refused(Refusal::NotFound)) => Ok(false),
        Err(error) => Err(error),
    }
}
