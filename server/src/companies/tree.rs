//! The tree of companies, as much of it as is looked for.

use app::companies::CompanyKind;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Func, LikeExpr},
};

use super::{
    entity::{Column, Entity},
    store::Company,
};
use crate::{
    actor::Scope,
    db::paging::{escape_like, searched},
    error::Result,
};

/// At most `limit` companies of `scope` whose name contains `search`, and those above them within the scope, parents
/// first; and whether there are more. For a company that is to be `placed`, only its possible places.
pub(super) async fn tree(
    db: &impl ConnectionTrait,
    scope: &Scope,
    search: &str,
    placed: Option<&Company>,
    limit: usize,
) -> Result<(Vec<Company>, bool)> {
    let all = || {
        Entity::find()
            .filter(scope.of_path(Column::Path))
            .filter(placed.map_or_else(Condition::all, places_for))
            .order_by_asc(Column::Path)
    };
    let search = searched("search", search)?;
    let matching = match search.is_empty() {
        true => all(),
        false => {
            let pattern = LikeExpr::new(format!("%{}%", escape_like(&search))).escape('\\');
            all().filter(Expr::expr(Func::lower(Expr::col(Column::Name))).like(pattern))
        }
    };
    let rows = matching.limit(limit as u64 + 1).all(db).await?;
    let more = rows.len() > limit;
    let found: Vec<Company> = rows.into_iter().take(limit).map(Company::from).collect();
    if search.is_empty() {
        return Ok((found, more));
    }
    let mut ids: Vec<i64> = found
        .iter()
        .flat_map(|company| company.path.companies())
        .map(|id| id.0)
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let rows = all().filter(Column::Id.is_in(ids)).all(db).await?;
    Ok((rows.into_iter().map(Company::from).collect(), more))
}

/// The condition that `company` may stand directly under a company. What stands above a place is one itself, so that
/// the tree of places has no gaps.
fn places_for(company: &Company) -> Condition {
    let kinds = CompanyKind::ALL
        .into_iter()
        .filter(|kind| kind.may_contain(company.kind));
    let elsewhere = Condition::any()
        .add(Column::Path.lt(company.path.0.as_str()))
        .add(Column::Path.gte(company.path.end()));
    Condition::all()
        .add(Column::Kind.is_in(kinds.map(CompanyKind::code)))
        .add(elsewhere)
}
