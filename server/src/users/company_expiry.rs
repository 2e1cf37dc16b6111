//! One expiration date for all accounts of a company: shown first, then applied as it was shown.

use app::{
    CompanyId, Timestamp, UserId,
    audit::AuditAction,
    companies::CompanyRef,
    roles::{BuiltInRole, Permission},
    sessions::Ending,
    users::{CompanyExpiry, ExpiryApplied, ExpiryPreview, LeftOut, UserRefusal, WhyLeftOut},
};
use sea_orm::ConnectionTrait;

use super::{account::Account, members, noted::moment, rules};
use crate::{
    actor::{Actor, Scope},
    audit, companies,
    deps::Deps,
    desk::Caller,
    error::Result,
    fingerprint, roles, sessions,
};

/// Accounts left out whose names a preview shows.
const NAMED: usize = 10;

/// Who gets another date, and who does not.
struct Plan {
    company: companies::store::Company,
    expires_at: Option<Timestamp>,
    changing: Vec<Account>,
    unchanged: u64,
    left_out: Vec<(Account, WhyLeftOut)>,
    /// Those of `changing` who administrate everything.
    operators: Vec<UserId>,
}

impl Plan {
    async fn of(
        db: &impl ConnectionTrait,
        actor: &Actor,
        scope: &Scope,
        company: CompanyId,
        expires_at: Option<Timestamp>,
    ) -> Result<Self> {
        let company = companies::store::find(db, scope, company).await?;
        let rights = roles::members::rights_in(db, company.id).await?;
        let mut plan = Self {
            expires_at,
            changing: Vec::new(),
            unchanged: 0,
            left_out: Vec::new(),
            operators: Vec::new(),
            company,
        };
        for account in members::of_company(db, &plan.company).await? {
            let held = rights.get(&account.id);
            let is_stronger =
                held.is_some_and(|held| rules::reaches_beyond(actor, &account.path, held));
            match () {
                () if account.id == actor.user => {
                    plan.left_out.push((account, WhyLeftOut::Oneself));
                }
                () if is_stronger => plan.left_out.push((account, WhyLeftOut::Stronger)),
                () if account.expires_at == expires_at => plan.unchanged += 1,
                () => {
                    if held.is_some_and(|held| held.includes(BuiltInRole::OperatorAdministrator)) {
                        plan.operators.push(account.id);
                    }
                    plan.changing.push(account);
                }
            }
        }
        Ok(plan)
    }

    fn ends_later(&self, account: &Account) -> bool {
        match (account.expires_at, self.expires_at) {
            (Some(before), Some(after)) => before < after,
            (before, None) => before.is_some(),
            (None, Some(_)) => false,
        }
    }

    /// Those who have ended and would live again.
    fn revived(&self, now: Timestamp) -> Vec<UserId> {
        self.changing
            .iter()
            .filter(|account| account.has_ended(now))
            .map(|account| account.id)
            .collect()
    }

    /// Stands for exactly these accounts, their dates and the new one.
    fn fingerprint(&self) -> String {
        let company = format!("{} {}", self.company.id, moment(self.expires_at));
        let changing = self.changing.iter().map(|account| {
            let end = account.expires_at.map_or(-1, Timestamp::millis);
            format!("{} {end}", account.id)
        });
        let left_out = self
            .left_out
            .iter()
            .map(|(account, _)| format!("-{}", account.id));
        fingerprint::of([company].into_iter().chain(changing).chain(left_out))
    }

    fn preview(&self, now: Timestamp) -> ExpiryPreview {
        let later = self
            .changing
            .iter()
            .filter(|account| self.ends_later(account))
            .count() as u64;
        let changed = self.changing.len() as u64;
        ExpiryPreview {
            company: CompanyRef {
                id: self.company.id,
                name: self.company.name.clone(),
                kind: self.company.kind,
            },
            expires_at: self.expires_at,
            changed,
            earlier: changed - later,
            later,
            revived: self.revived(now).len() as u64,
            unchanged: self.unchanged,
            left_out_count: self.left_out.len() as u64,
            left_out: self
                .left_out
                .iter()
                .take(NAMED)
                .map(|(account, why)| LeftOut {
                    user: account.to_ref(),
                    why: *why,
                })
                .collect(),
            fingerprint: self.fingerprint(),
        }
    }
}

/// What the date would change.
pub async fn preview(
    deps: &Deps,
    actor: &Actor,
    company: CompanyId,
    expires_at: Option<Timestamp>,
) -> Result<ExpiryPreview> {
    let scope = actor.may(Permission::UsersUpdate)?;
    let db = deps.db.read();
    let plan = Plan::of(db, actor, scope, company, expires_at).await?;
    rules::may_end_at(db, deps, actor, expires_at).await?;
    Ok(plan.preview(deps.now()))
}

/// Sets the date, if the accounts are still those that were shown: all of them or none.
pub async fn apply(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    company: CompanyId,
    confirmed: CompanyExpiry,
) -> Result<ExpiryApplied> {
    let scope = actor.may(Permission::UsersUpdate)?;
    let expires_at = confirmed.expires_at;
    let tx = deps.db.begin().await?;
    let found = companies::store::find(&*tx, scope, company).await?;
    rules::may_end_at(&*tx, deps, actor, expires_at).await?;
    // The role before the people, in the same order as everybody else.
    roles::store::lock_operator_administrators(&tx).await?;
    members::lock(&tx, &found).await?;
    let plan = Plan::of(&*tx, actor, scope, company, expires_at).await?;
    if plan.fingerprint() != confirmed.fingerprint {
        return Err(UserRefusal::ExpiryChanged.into());
    }
    if expires_at.is_some() && !plan.operators.is_empty() {
        rules::an_operator_administrator_stays(&tx, deps, &plan.operators).await?;
    }
    let changing: Vec<UserId> = plan.changing.iter().map(|account| account.id).collect();
    members::set_expiry(&tx, &changing, expires_at).await?;
    // What ended with the account does not live again with it.
    for some in plan.revived(deps.now()).chunks(1000) {
        sessions::store::end_all(&tx, some, None, &Ending::AccountExpired, deps.now()).await?;
    }
    let events = plan.changing.iter().map(|account| {
        audit::Entry::by(actor, caller, AuditAction::UserChanged)
            .on(account.id, &account.login_id, account.company)
            .changed("expires_at", moment(account.expires_at), moment(expires_at))
            .with("because", "all accounts of this company")
    });
    audit::record_all(&tx, deps, events).await?;
    tx.commit().await?;
    Ok(ExpiryApplied {
        changed: changing.len() as u64,
    })
}
