//! Creating, changing and deleting roles. A change counts as giving, or taking, for everybody who has the role.

use app::{
    Refusal, RoleId,
    audit::AuditAction,
    field::Problem,
    roles::{
        HolderEffect, Permission, Permissions, RoleChange, RoleDeletion, RoleDeletionPreview,
        RoleDetail, RoleDraft, RolePreview, RoleRefusal, RoleTexts,
    },
    users::UserRef,
};

use super::{
    catalogue::{self, RoleRecord},
    defaults, holders, rules,
    view::{detail, own},
};
use crate::{
    actor::{Actor, Scope},
    audit, companies,
    db::{Tx, paging::COUNT_LIMIT},
    deps::Deps,
    desk::Caller,
    error::{Error, Result},
    fingerprint,
};

/// Those whose names a preview shows.
const NAMED: usize = 20;

/// Creates a role of a company. What is put in must be held by the actor, wherever it was copied from.
pub async fn create(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    draft: RoleDraft,
) -> Result<RoleDetail> {
    let scope = actor.may(Permission::RolesCreate)?;
    let texts = draft.check()?;
    let tx = deps.db.begin().await?;
    companies::store::keep(&tx, draft.company).await?;
    let company = companies::store::find_for(&*tx, scope, "company", draft.company).await?;
    rules::held(actor, "permissions", draft.permissions)?;
    if !rules::fits(draft.permissions, company.kind) {
        return Err(Refusal::field("permissions", Problem::OperatorOnly).into());
    }
    catalogue::name_is_free(&tx, company.id, &texts, None).await?;
    let id = catalogue::insert(&tx, company.id, &texts, draft.permissions).await?;
    let event = audit::Entry::by(actor, caller, AuditAction::RoleCreated)
        .in_company(company.id)
        .with("role", texts.name.as_str())
        .with("permissions", draft.permissions);
    audit::record(&tx, deps, event).await?;
    let record = catalogue::find(&*tx, scope, id).await?;
    let role = detail(&*tx, actor, record).await?;
    tx.commit().await?;
    Ok(role)
}

/// The role, if the actor may change it, closed to others until the transaction ends.
async fn open(tx: &Tx, actor: &Actor, scope: &Scope, id: RoleId) -> Result<RoleRecord> {
    catalogue::close(tx, id).await?;
    let record = catalogue::find(&**tx, scope, id).await?;
    match rules::locked(actor, &own(&**tx, actor).await?, &record) {
        // Of one's own role the texts can be changed, and nothing else.
        None | Some(RoleRefusal::YourOwn) => Ok(record),
        Some(refusal) => Err(refusal.into()),
    }
}

/// The texts and permissions after a change, if the actor may make it.
async fn checked(
    tx: &Tx,
    actor: &Actor,
    record: &RoleRecord,
    change: &RoleChange,
) -> Result<(RoleTexts, Permissions)> {
    let texts = change.check(&record.role.name, &record.description)?;
    if let Some((company, _)) = &record.owner {
        catalogue::name_is_free(tx, company.id, &texts, Some(record.role.id)).await?;
    }
    let permissions = change.permissions.unwrap_or(record.permissions);
    if permissions != record.permissions {
        rules::held(actor, "permissions", permissions)?;
        rules::fits_all(tx, record, permissions).await?;
        may_act_on_holders(tx, actor, record.role.id).await?;
    }
    Ok((texts, permissions))
}

/// Refuses what would change the rights of the actor, or of somebody on whom they may not act.
async fn may_act_on_holders(tx: &Tx, actor: &Actor, role: RoleId) -> Result<()> {
    if holders::has(&**tx, actor.user, role).await? {
        return Err(RoleRefusal::YourOwn.into());
    }
    match holders::any_stronger(tx, actor, role).await? {
        true => Err(RoleRefusal::HolderStronger.into()),
        false => Ok(()),
    }
}

/// What a change would mean for those who have the role; refused like the change itself.
pub async fn preview_change(
    deps: &Deps,
    actor: &Actor,
    id: RoleId,
    change: RoleChange,
) -> Result<RolePreview> {
    let scope = actor.may(Permission::RolesUpdate)?;
    let tx = deps.db.begin().await?;
    let record = open(&tx, actor, scope, id).await?;
    let (_, permissions) = checked(&tx, actor, &record, &change).await?;
    let added = permissions.minus(record.permissions);
    let removed = record.permissions.minus(permissions);
    let (all, _) = holders::count(&*tx, scope, id).await?;
    let looked_at = holders::first(&*tx, id, COUNT_LIMIT).await?;
    let effects: Vec<HolderEffect> = looked_at
        .into_iter()
        .map(|holder| HolderEffect {
            user: holder.user,
            gained: added.minus(holder.otherwise),
            lost: removed.minus(holder.otherwise),
        })
        .filter(|effect| !effect.gained.is_empty() || !effect.lost.is_empty())
        .collect();
    Ok(RolePreview {
        added,
        removed,
        holders: all,
        affected: effects.len() as u64,
        is_exact: all <= COUNT_LIMIT,
        named: effects.into_iter().take(NAMED).collect(),
    })
}

/// Changes a role, if it is still at `version`.
pub async fn change(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: RoleId,
    version: i64,
    change: RoleChange,
) -> Result<RoleDetail> {
    let scope = actor.may(Permission::RolesUpdate)?;
    let tx = deps.db.begin().await?;
    let before = open(&tx, actor, scope, id).await?;
    if before.version != version {
        return Err(Refusal::Stale.into());
    }
    let (texts, permissions) = checked(&tx, actor, &before, &change).await?;
    let mut event = audit::Entry::by(actor, caller, AuditAction::RoleChanged)
        .changed("name", &before.role.name, texts.name.as_str())
        .changed("description", &before.description, &texts.description)
        .changed("permissions", before.permissions, permissions);
    if permissions != before.permissions {
        let difference = rules::difference(before.permissions, permissions);
        event = event.with("difference", difference);
    }
    if event.has_details() {
        if !catalogue::update(&tx, &before, &texts, permissions).await? {
            return Err(Refusal::Stale.into());
        }
        if let Some(owner) = before.owner() {
            event = event.in_company(owner.id);
        }
        audit::record(&tx, deps, event.with("role", &before.role.name)).await?;
    }
    let record = catalogue::find(&*tx, scope, id).await?;
    let role = detail(&*tx, actor, record).await?;
    tx.commit().await?;
    Ok(role)
}

/// What a deletion would mean for those who have the role.
pub async fn preview_deletion(
    deps: &Deps,
    actor: &Actor,
    id: RoleId,
) -> Result<RoleDeletionPreview> {
    let scope = actor.may(Permission::RolesDelete)?;
    let db = deps.db.read();
    let record = catalogue::find(db, scope, id).await?;
    if let Some(refusal) = rules::locked(actor, &own(db, actor).await?, &record) {
        return Err(refusal.into());
    }
    let having = holders::ids(db, id).await?;
    let (left_without, _) = holders::left_without(db, id).await?;
    let first = holders::first(db, id, NAMED as u64).await?;
    let named: Vec<UserRef> = first
        .into_iter()
        .filter(|holder| scope.contains(&holder.path))
        .map(|holder| holder.user)
        .collect();
    Ok(RoleDeletionPreview {
        role: record.role,
        holders: having.len() as u64,
        left_without,
        named,
        fingerprint: fingerprint::of(&having),
    })
}

/// Deletes a role that is still at `version`, if those who have it are the ones that were shown. Who is left
/// without any role gets the default one.
pub async fn delete(
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    id: RoleId,
    version: i64,
    deletion: RoleDeletion,
) -> Result<()> {
    let scope = actor.may(Permission::RolesDelete)?;
    let tx = deps.db.begin().await?;
    let record = open(&tx, actor, scope, id).await?;
    if record.version != version {
        return Err(Refusal::Stale.into());
    }
    if !defaults::kinds_of(&*tx, id).await?.is_empty() {
        return Err(RoleRefusal::IsDefault.into());
    }
    let having = holders::ids(&*tx, id).await?;
    if !having.is_empty() {
        may_act_on_holders(&tx, actor, id).await?;
        match deletion.fingerprint {
            None => {
                let holders = having.len() as u64;
                return Err(RoleRefusal::InUse { holders }.into());
            }
            Some(shown) if shown != fingerprint::of(&having) => {
                return Err(RoleRefusal::HoldersChanged.into());
            }
            Some(_) => {}
        }
        let (_, instead) = holders::left_without(&*tx, id).await?;
        catalogue::keep(&*tx, &instead).await?;
        let instead = catalogue::all_of(&*tx, &instead).await?;
        let covered = |role: &RoleRecord| actor.permissions.covers(role.permissions);
        if !instead.iter().all(covered) {
            return Err(RoleRefusal::DefaultTooStrong.into());
        }
        holders::take_from_all(&tx, id).await?;
    }
    let owner = record
        .owner()
        .ok_or_else(|| Error::Broken("a built-in role was about to be deleted".into()))?;
    let event = audit::Entry::by(actor, caller, AuditAction::RoleDeleted)
        .in_company(owner.id)
        .with("role", &record.role.name)
        .with("permissions", record.permissions)
        .with("holders", having.len());
    audit::record(&tx, deps, event).await?;
    catalogue::delete(&tx, id).await?;
    tx.commit().await
}
