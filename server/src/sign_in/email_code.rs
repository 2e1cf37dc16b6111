//! The code that is mailed in a login flow: one at a time, for ten minutes, to the address of this moment.

use app::{
    Refusal, Timestamp,
    audit::AuditAction,
    credentials::EmailCode,
    sign_in::{Facts, SignInRefusal, Stage, next},
};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, sea_query::Expr};

use super::{
    entity::{Column, Entity},
    steps::At,
    store::{self, Flow},
};
use crate::{
    audit,
    db::Tx,
    deps::{Deps, Randomness},
    error::{Error, Result},
    mail::{self, Letter},
    throttle::{self, Subject},
    users::Account,
};

/// How long a code can be entered, in seconds.
const LIFETIME: i64 = 10 * 60;
/// How long after a code another one can be sent, in seconds.
const PAUSE: i64 = 30;
/// Codes that are sent in one flow.
const MOST: i64 = 5;

/// What a flow knows of its newest code.
#[derive(Clone, Debug, Default)]
pub struct Mailed {
    /// Its keyed hash, until it is entered.
    pub hash: Option<String>,
    /// The address that it was sent to.
    pub to: String,
    /// When it was sent.
    pub sent_at: i64,
    /// How many were sent.
    pub count: i64,
}

impl Mailed {
    /// Until when the code can be entered. Not at all when it was sent to another address than the account has now.
    pub fn ends(&self, account: &Account, now: Timestamp) -> Option<Timestamp> {
        let end = Timestamp::from_millis(self.sent_at).plus_seconds(LIFETIME);
        (self.hash.is_some() && self.to == account.email && end > now).then_some(end)
    }

    /// In how many seconds another code can be sent; none when no more are.
    pub fn next_in(&self, account: &Account, now: Timestamp) -> Option<u32> {
        if self.count >= MOST {
            return None;
        }
        let next = Timestamp::from_millis(self.sent_at).plus_seconds(PAUSE);
        let wait = match self.to == account.email {
            true => next.millis() - now.millis(),
            // Nothing has come to the new address yet.
            false => 0,
        };
        // A wait that has passed is below zero.
        let seconds = u64::try_from(wait).unwrap_or_default().div_ceil(1000);
        Some(u32::try_from(seconds).unwrap_or(u32::MAX))
    }
}

/// What is stored of a code. A million codes are searched through at once, so only the key keeps a stolen table from
/// giving it away; the flow and the address are part of it, so that it is no code anywhere else.
fn hash(deps: &Deps, flow: &Flow, to: &str, code: &EmailCode) -> String {
    let place = format!("login_flows.email_code_hash:{}:{to}", flow.token.as_str());
    deps.sealer.keyed_hash(&place, code.as_str())
}

fn generate(random: &dyn Randomness) -> EmailCode {
    // The largest multiple of a million below 2^32: so that no code is likelier than another.
    const FAIR: u32 = 4_294_000_000;
    loop {
        let mut bytes = [0; 4];
        random.fill(&mut bytes);
        let number = u32::from_be_bytes(bytes);
        if number < FAIR {
            return EmailCode::from_number(number);
        }
    }
}

/// Sends the first code where `facts` ask for one and none can be entered. When too many were sent to this user of late,
/// the flow stands there without one: they ask for it once their time has come.
pub(super) async fn send_if_asked(tx: &Tx, at: &At<'_>, facts: Facts) -> Result<Flow> {
    let ends = at.flow.mailed.ends(at.account, at.deps.now());
    if next(facts) != Stage::EmailCode || ends.is_some() || at.flow.mailed.count >= MOST {
        return Ok(at.flow.clone());
    }
    match send(tx, at).await {
        Err(Error::Refused(Refusal::Throttled { .. })) => Ok(at.flow.clone()),
        sent => sent,
    }
}

/// Sends a new code; the one before is void.
pub(super) async fn send(tx: &Tx, at: &At<'_>) -> Result<Flow> {
    let (deps, flow, account) = (at.deps, at.flow, at.account);
    let now = deps.now();
    match flow.mailed.next_in(account, now) {
        None => return Err(SignInRefusal::NoMoreCodes.into()),
        Some(0) => {}
        Some(retry_after) => return Err(Refusal::Throttled { retry_after }.into()),
    }
    throttle::charge_in(tx, now, &Subject::mailed_codes(account.id)).await?;
    let code = generate(&*deps.random);
    let updated = Entity::update_many()
        .col_expr(
            Column::EmailCodeHash,
            Expr::value(hash(deps, flow, &account.email, &code)),
        )
        .col_expr(Column::EmailCodeTo, Expr::value(account.email.clone()))
        .col_expr(Column::EmailCodeSentAt, Expr::value(now.millis()))
        .col_expr(
            Column::EmailCodesSent,
            Expr::col(Column::EmailCodesSent).add(1),
        )
        .filter(Column::TokenHash.eq(flow.token.as_str()))
        // Of two who ask at the same time one is sent a code.
        .filter(Column::EmailCodesSent.eq(flow.mailed.count))
        .exec(&**tx)
        .await?;
    let sent = store::find(&**tx, &flow.token, now).await?;
    let sent = sent.ok_or(SignInRefusal::FlowOver)?;
    if updated.rows_affected == 1 {
        let letter = Letter::EmailCode {
            code: code.grouped(),
            expires_at: now.plus_seconds(LIFETIME),
            user_agent: at.caller.user_agent.clone(),
            address: at.caller.address.to_string(),
        };
        mail::outbox::queue(tx, deps, &account.recipient()?, &letter).await?;
        audit::record(tx, deps, at.event(AuditAction::EmailCodeSent)).await?;
    }
    Ok(sent)
}

/// Whether `code` is the one that was mailed last in `flow`, to the address that `account` has; it is used by this.
pub(super) async fn accept(
    tx: &Tx,
    deps: &Deps,
    flow: &Flow,
    account: &Account,
    code: &EmailCode,
) -> Result<bool> {
    let since = deps.now().plus_seconds(-LIFETIME).millis();
    let updated = Entity::update_many()
        .col_expr(Column::EmailCodeHash, Expr::value(Option::<String>::None))
        .filter(Column::TokenHash.eq(flow.token.as_str()))
        .filter(Column::EmailCodeHash.eq(hash(deps, flow, &account.email, code)))
        .filter(Column::EmailCodeSentAt.gt(since))
        .exec(&**tx)
        .await?;
    Ok(updated.rows_affected == 1)
}

#[cfg(test)]
mod tests {
    use super::generate;
    use crate::deps::Randomness;

    /// Gives these numbers, one after the other.
    struct Numbers(std::sync::Mutex<Vec<u32>>);

    impl Randomness for Numbers {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.copy_from_slice(&self.0.lock().unwrap().remove(0).to_be_bytes());
        }
    }

    #[test]
    fn every_code_is_as_likely_as_another() {
        let numbers = Numbers(vec![u32::MAX, 4_294_000_000, 4_293_000_042].into());
        assert_eq!(generate(&numbers).as_str(), "000042");
    }
}
