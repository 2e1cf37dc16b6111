//! Telling users and their administrators beforehand that accounts end.

use std::collections::{BTreeMap, HashMap, hash_map::Entry};

use app::{CompanyId, Timestamp, UserId, roles::Permission, users::AccountStatus};

use super::{account::Account, store, warned};
use crate::{
    companies,
    db::Tx,
    deps::Deps,
    error::Result,
    mail::{self, EndingUser, Letter},
    policies::store::Pointed,
    roles,
};

/// How many days before they are told again, after the first warning, whose day the policy of their company says.
const WARNED_AGAIN: [i64; 2] = [1, 7];
/// The most days that a policy can say.
const EARLIEST: i64 = 365;
/// Users told in one transaction.
const AT_ONCE: u64 = 200;
/// Users whom a mail to an administrator names.
const NAMED: usize = 50;

/// Tells every user whose account ends soon, once for each number of days, and once a day their administrators.
pub async fn warn(deps: &Deps) -> Result<()> {
    warned::sweep(deps.db.write(), deps.now()).await?;
    for (first, companies) in by_first_day(deps).await? {
        // From the last warning to the first: who is told late is not told again of what was before.
        let again = WARNED_AGAIN.into_iter().filter(|&days| days < first);
        for days in again.chain((first > 0).then_some(first)) {
            while tell_users(deps, &companies, days).await? {}
        }
    }
    tell_administrators(deps).await
}

/// The companies in which accounts may be about to end, by how many days before their users are told first.
async fn by_first_day(deps: &Deps) -> Result<BTreeMap<i64, Vec<CompanyId>>> {
    let db = deps.db.read();
    let ids = warned::companies(db, EARLIEST, deps.now()).await?;
    let companies = companies::store::all_of(db, ids.into_iter().map(|id| id.0)).await?;
    let pointed = Pointed::above(db, companies.iter().map(|company| &company.path)).await?;
    let mut by_first_day = BTreeMap::<i64, Vec<CompanyId>>::new();
    for company in companies {
        let first = pointed.at(&company.path).expiry_warning_days.value;
        by_first_day
            .entry(first.into())
            .or_default()
            .push(company.id);
    }
    Ok(by_first_day)
}

/// Tells some of those who are due. Whether there were any.
async fn tell_users(deps: &Deps, companies: &[CompanyId], days: i64) -> Result<bool> {
    let now = deps.now();
    let due = warned::due(deps.db.read(), companies, days, now, AT_ONCE).await?;
    if due.is_empty() {
        return Ok(false);
    }
    let tx = deps.db.begin().await?;
    store::lock_all(&tx, &due).await?;
    for &id in &due {
        if !warned::note(&tx, id, days, now).await? {
            continue;
        }
        let Some(account) = store::by_id(&*tx, id).await? else {
            continue;
        };
        // Who has not accepted the invitation yet has nothing to lose; their administrators are told.
        if let (AccountStatus::Active, Some(expires_at)) = (account.status(now), account.expires_at)
        {
            let letter = Letter::AccountExpiring { expires_at };
            mail::outbox::queue(&tx, deps, &account.recipient()?, &letter).await?;
        }
    }
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(true)
}

async fn tell_administrators(deps: &Deps) -> Result<()> {
    if !warned::is_anybody_to_report(deps.db.read()).await? {
        return Ok(());
    }
    let tx = deps.db.begin().await?;
    if !warned::claim_day(&tx, deps.now()).await? {
        return Ok(());
    }
    let ids = warned::take_to_report(&tx).await?;
    let mut ending = store::all_of(&*tx, &ids).await?;
    ending.sort_by_key(|account| account.expires_at);
    let mut told = BTreeMap::<UserId, Vec<&Account>>::new();
    let mut known = HashMap::new();
    for account in &ending {
        for administrator in administrators(&tx, deps.now(), account, &mut known).await? {
            told.entry(administrator).or_default().push(account);
        }
    }
    let companies = ending.iter().map(|account| account.company.0);
    let names = companies::store::refs(&*tx, companies).await?;
    let name_of = |company: CompanyId| {
        names
            .iter()
            .find(|known| known.id == company)
            .map_or_else(String::new, |known| known.name.clone())
    };
    let administrators: Vec<UserId> = told.keys().copied().collect();
    for administrator in store::all_of(&*tx, &administrators).await? {
        let theirs = &told[&administrator.id];
        let named = theirs.iter().take(NAMED).filter_map(|account| {
            Some(EndingUser {
                login_id: account.login_id.clone(),
                name: app::users::full_name(
                    &account.first_name,
                    &account.last_name,
                    administrator.language,
                ),
                company: name_of(account.company),
                expires_at: account.expires_at?,
            })
        });
        let letter = Letter::UsersExpiring {
            users: named.collect(),
            count: theirs.len() as u64,
            link: format!(
                "{}/admin/users?expiring=30&sort=expires_at",
                deps.public_url
            ),
        };
        mail::outbox::queue(&tx, deps, &administrator.recipient()?, &letter).await?;
    }
    tx.commit().await?;
    deps.mail_bell.notify_one();
    Ok(())
}

/// Who can extend the account: those of its company who may edit users, or else of the nearest company above.
async fn administrators(
    tx: &Tx,
    now: Timestamp,
    account: &Account,
    known: &mut HashMap<CompanyId, Vec<UserId>>,
) -> Result<Vec<UserId>> {
    for company in account.path.companies().into_iter().rev() {
        let may = match known.entry(company) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(
                roles::members::who_may(&**tx, company, Permission::UsersUpdate, now).await?,
            ),
        };
        let others: Vec<UserId> = may
            .iter()
            .copied()
            .filter(|&administrator| administrator != account.id)
            .collect();
        if !others.is_empty() {
            return Ok(others);
        }
    }
    Ok(Vec::new())
}
