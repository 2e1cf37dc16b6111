//! Whom other trusted addresses would have kept out of late.

use std::{
    collections::{HashMap, HashSet},
    net::IpAddr,
};

use app::{
    Timestamp, UserId,
    audit::AuditAction,
    policies::TrustedAddresses,
    users::{SignInElsewhere, UserRef},
};
use sea_orm::{ConnectionTrait, QueryResult};

use crate::{audit, db::sql, error::Result};

/// How many sign-ins are told.
const TOLD: usize = 100;

/// How many users of these companies signed in from where the list of their company would keep them out, and the
/// newest of these sign-ins. Who has a list of their own is not concerned.
pub async fn of(
    db: &impl ConnectionTrait,
    lists: &HashMap<i64, &TrustedAddresses>,
    now: Timestamp,
) -> Result<(u64, Vec<SignInElsewhere>)> {
    let mut users = HashSet::new();
    let mut elsewhere = Vec::new();
    let companies: Vec<i64> = lists.keys().copied().collect();
    // A statement takes only so many values.
    for some in companies.chunks(1000) {
        let some: Vec<String> = some.iter().map(ToString::to_string).collect();
        let sql = format!(
            "SELECT u.id, u.login_id, u.first_name, u.last_name, u.company_id, e.address, COUNT(*), MAX(e.at)
             FROM users u JOIN audit_events e ON e.subject_id = u.id
             WHERE u.company_id IN ({}) AND u.deleted_at = 0 AND u.trusted_addresses = ''
             AND e.action = $1 AND e.succeeded AND e.at >= $2
             GROUP BY u.id, u.login_id, u.first_name, u.last_name, u.company_id, e.address",
            some.join(", ")
        );
        let since = now.plus_seconds(-audit::sign_ins::OF_LATE).millis();
        let values = [AuditAction::SignedIn.code().into(), since.into()];
        for row in sql::all(db, &sql, values).await? {
            let company: i64 = row.try_get_by_index(4)?;
            let sign_in = read(&row)?;
            let from = sign_in.address.parse::<IpAddr>();
            let list = lists.get(&company);
            if from.is_ok_and(|from| list.is_some_and(|list| !list.let_in(from))) {
                users.insert(sign_in.user.id);
                elsewhere.push(sign_in);
            }
        }
    }
    elsewhere.sort_by_key(|sign_in| std::cmp::Reverse(sign_in.last_at));
    elsewhere.truncate(TOLD);
    Ok((users.len() as u64, elsewhere))
}

fn read(row: &QueryResult) -> Result<SignInElsewhere> {
    let (first, last): (String, String) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
    let times: i64 = row.try_get_by_index(6)?;
    Ok(SignInElsewhere {
        user: UserRef {
            id: UserId(row.try_get_by_index(0)?),
            login_id: row.try_get_by_index(1)?,
            name: format!("{first} {last}"),
        },
        address: row.try_get_by_index(5)?,
        times: u64::try_from(times).unwrap_or_default(),
        last_at: Timestamp::from_millis(row.try_get_by_index(7)?),
    })
}
