//! What a change of policies would do, for whoever may make it.

use app::{
    PolicyClassId,
    policies::{ClassSettings, PolicyClassChange, PolicyImpact, PolicyPlan},
    roles::Permission,
};
use sea_orm::ConnectionTrait;

use super::{
    impact::{self, Turn},
    service::{find_own, may_hold_to, pointing, usable},
};
use crate::{actor::Actor, companies, deps::Deps, error::Result};

/// What a change would do, for whoever may make it.
pub async fn preview(deps: &Deps, actor: &Actor, plan: PolicyPlan) -> Result<PolicyImpact> {
    let db = deps.db.read();
    let mut impact = match plan {
        PolicyPlan::Change { class, settings } => {
            let scope = actor.may(Permission::PoliciesUpdate)?;
            let class = find_own(db, scope, class).await?;
            let change = PolicyClassChange {
                name: None,
                settings: Some(settings),
            };
            let (_, settings) = change.apply(&class.name, &class.settings)?;
            class_impact(db, deps, actor, class.id, Some(&settings)).await?
        }
        PolicyPlan::Delete { class } => {
            let scope = actor.may(Permission::PoliciesDelete)?;
            let class = find_own(db, scope, class).await?;
            class_impact(db, deps, actor, class.id, None).await?
        }
        PolicyPlan::Assign { company, class } => {
            let scope = actor.may(Permission::PoliciesAssign)?;
            let company = companies::store::find_for(db, scope, "company", company).await?;
            may_hold_to(actor, std::slice::from_ref(&company.path))?;
            let class = match class {
                Some(class) => Some(usable(db, scope, &company.path, class).await?),
                None => None,
            };
            let class = class.as_ref().map(|class| (class.id, &class.settings));
            let turn = Turn::Company(company.id, class);
            impact::of(db, deps.now(), &turn, 0, &[company.path]).await?
        }
    };
    if !actor.holds(Permission::UsersRead) {
        impact.elsewhere.clear();
    }
    Ok(impact)
}

/// What it would do that a class says something else, or is gone. Everybody who points to it is within the scope of
/// whoever may change it, because it can be used only below the company that it belongs to.
pub(super) async fn class_impact(
    db: &impl ConnectionTrait,
    deps: &Deps,
    actor: &Actor,
    id: PolicyClassId,
    settings: Option<&ClassSettings>,
) -> Result<PolicyImpact> {
    let tops = pointing(db, id).await?;
    may_hold_to(actor, &tops)?;
    impact::of(
        db,
        deps.now(),
        &Turn::Class(id, settings),
        tops.len() as u64,
        &tops,
    )
    .await
}
