//! Who acts by an access token: asked anew at each use, so that what its owner loses it loses too.

use std::sync::Arc;

use app::{
    Refusal,
    roles::{Channel, Permissions},
    tokens::TokenRefusal,
};

use super::{
    access_token,
    claims::Claims,
    store::{self, Stored},
};
use crate::{
    actor::{Actor, By},
    deps::Deps,
    desk::Caller,
    error::{Error, Result},
    secret::SecretHash,
    users,
};

/// A use is noted at most once in so many milliseconds.
pub(super) const TOUCH_EVERY: i64 = 60_000;

/// An access token, as it was presented. Not shown by `Debug`.
#[derive(Clone)]
pub struct Bearer(pub String);

impl std::fmt::Debug for Bearer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Bearer(…)")
    }
}

/// Who acts by the access token that was presented, or the refusal that it is no good, or not from there.
pub async fn actor(deps: &Deps, presented: &Bearer, caller: &Caller) -> Result<Arc<Actor>> {
    let (now, generation) = (deps.now(), deps.db.generation());
    let key = SecretHash::of(&presented.0);
    let remembered = deps.actors.get(&key, generation, now.millis());
    let actor = match remembered.filter(|actor| actor.lasts(now)) {
        Some(actor) => actor,
        None => {
            let actor = Arc::new(found(deps, presented, caller).await?);
            let remembered = Arc::clone(&actor);
            deps.actors.put(key, remembered, generation, now.millis());
            actor
        }
    };
    match actor.comes_from(caller.address) {
        true => Ok(actor),
        false => Err(Refusal::AddressNotTrusted.into()),
    }
}

async fn found(deps: &Deps, presented: &Bearer, caller: &Caller) -> Result<Actor> {
    let now = deps.now();
    let invalid = || Error::from(TokenRefusal::Invalid);
    let Read { actor, token, .. } = read(deps, &presented.0).await?.ok_or_else(invalid)?;
    let is_due = now.millis() - token.last_used_at.millis() >= TOUCH_EVERY;
    if is_due && actor.comes_from(caller.address) {
        let address = caller.address.to_string();
        store::touch(deps.db.write(), token.id, now, &address).await?;
    }
    Ok(actor)
}

/// An access token that is good now, from wherever it may come.
pub(super) struct Read {
    /// Who acts by it.
    pub actor: Actor,
    /// The token it was made from.
    pub token: Stored,
    /// What it says of itself.
    pub claims: Claims,
}

/// Reads an access token; none if it is no good.
pub(super) async fn read(deps: &Deps, presented: &str) -> Result<Option<Read>> {
    let (db, now) = (deps.db.read(), deps.now());
    let keys = deps.keys.at(&deps.sealer, now)?;
    let claims = access_token::verify(&keys, &deps.public_url, now, presented);
    let Some((claims, id)) = claims.and_then(|claims| claims.token().map(|id| (claims, id))) else {
        return Ok(None);
    };
    let is_good = |token: &Stored| token.expires_at > now && Some(token.user) == claims.user();
    let Some(token) = store::by_id(db, id).await?.filter(is_good) else {
        return Ok(None);
    };
    let Some(owner) = users::unattended::present(db, token.user, now).await? else {
        return Ok(None);
    };
    let ends_at = claims
        .ends_at()
        .min(token.expires_at)
        .min(owner.account.ends_at());
    // What the access token was made for, and what its token is limited to.
    let scope = Permissions::on_every_channel(&claims.permissions());
    let within = match &token.permissions {
        Some(limits) => scope.shared_with(Permissions::on_every_channel(limits)),
        None => scope,
    };
    let by = By::Token {
        id,
        addresses: token.trusted_addresses.clone(),
    };
    let actor = owner
        .actor(db, by, Channel::Api, Some(within), ends_at)
        .await?;
    Ok(actor.map(|actor| Read {
        actor,
        token,
        claims,
    }))
}
