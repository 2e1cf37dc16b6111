//! The rules on giving, changing and deleting roles.

use app::{
    Refusal, RoleId,
    companies::CompanyKind,
    field::Problem,
    roles::{BuiltInRole, Permission, Permissions, RoleRefusal},
};

use super::{catalogue::RoleRecord, defaults, holders};
use crate::{actor::Actor, db::Tx, error::Result};

/// Whether users of a company of this kind can have `permissions`: who runs the installation belongs to the
/// operator's own company.
pub fn fits(permissions: Permissions, kind: CompanyKind) -> bool {
    kind == CompanyKind::Operator || !permissions.holds(Permission::OperatorManage)
}

/// Whether it is the role of operator administrators, which is not even shown elsewhere.
pub fn is_operator_administrator(record: &RoleRecord) -> bool {
    record.role.built_in && record.role.name == BuiltInRole::OperatorAdministrator.code()
}

/// Why the actor, who has the roles `own`, cannot change or delete a role, if they cannot.
pub fn locked(actor: &Actor, own: &[RoleId], record: &RoleRecord) -> Option<RoleRefusal> {
    let Some((_, path)) = &record.owner else {
        return Some(RoleRefusal::BuiltIn);
    };
    if !actor.scope.contains(path) {
        Some(RoleRefusal::FromAbove)
    } else if !actor.permissions.covers(record.permissions) {
        Some(RoleRefusal::MoreThanYours)
    } else if own.contains(&record.role.id) {
        Some(RoleRefusal::YourOwn)
    } else {
        None
    }
}

/// Refuses to put into `field` what the actor does not hold.
pub fn held(actor: &Actor, field: &str, permissions: Permissions) -> Result<()> {
    let lacking = permissions.minus(actor.permissions);
    if lacking.is_empty() {
        return Ok(());
    }
    let permissions = lacking.to_string();
    Err(Refusal::field(field, Problem::NotHeld { permissions }).into())
}

/// What was added and taken away, as the audit trail tells it: `+mail:read (web) −users:read (web, api)`.
pub fn difference(before: Permissions, after: Permissions) -> String {
    let signed = |sign: &str, set: Permissions| (!set.is_empty()).then(|| format!("{sign}{set}"));
    let parts = [
        signed("+", after.minus(before)),
        signed("−", before.minus(after)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Refuses a role whose company, or those who have or would get it, are of a kind that it does not fit.
pub async fn fits_all(tx: &Tx, record: &RoleRecord, permissions: Permissions) -> Result<()> {
    if !permissions.holds(Permission::OperatorManage) {
        return Ok(());
    }
    let kind = record.owner().map(|owner| owner.kind);
    let kinds = defaults::kinds_of(&**tx, record.role.id).await?;
    let given_elsewhere = holders::any_outside_operator(tx, record.role.id).await?;
    let fits = kinds
        .into_iter()
        .chain(kind)
        .all(|kind| kind == CompanyKind::Operator);
    match fits && !given_elsewhere {
        true => Ok(()),
        false => Err(Refusal::field("permissions", Problem::OperatorOnly).into()),
    }
}
