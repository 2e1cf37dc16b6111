//! A company tree: resellers under the operator, partners under them, customers everywhere.

use app::{CompanyId, companies::CompanyKind};

use super::{
    Failure,
    chance::Chance,
    insert::{self, Table},
    names,
};
use crate::{actor::CompanyPath, db::sql, deps::Deps};

/// A company that users can be put into.
#[derive(Clone, Debug)]
pub struct Company {
    /// Its identifier.
    pub id: i64,
    /// The domain of its users' e-mail addresses.
    pub domain: String,
    kind: CompanyKind,
    path: CompanyPath,
}

/// Grows the tree to `count` companies below the operator, who is made if there is none.
pub async fn grow(deps: &Deps, count: u64, chance: &mut Chance) -> Result<Vec<Company>, Failure> {
    let operator = sql::number(
        deps.db.write(),
        "SELECT id FROM companies WHERE kind = 'operator'",
        [],
    )
    .await?;
    let mut id = insert::next_id(&deps.db, "companies").await?;
    let mut companies = Vec::new();
    let mut table = Table::new("companies", "id, parent_id, kind, name, path, created_at");
    let now = deps.now().millis();

    let root = if operator > 0 { operator } else { id };
    companies.push(Company {
        id: root,
        domain: "operator.example".to_owned(),
        kind: CompanyKind::Operator,
        path: CompanyPath(format!("/{root}/")),
    });
    let tx = deps.db.begin().await?;
    if operator == 0 {
        let path = companies[0].path.0.clone();
        table.add([
            id.into(),
            None::<i64>.into(),
            CompanyKind::Operator.code().into(),
            "Doorward Demo".into(),
            path.into(),
            now.into(),
        ]);
        id += 1;
    }
    for place in 1..count {
        let (parent, kind) = place_and_kind(&companies, place, count, chance);
        let company = Company {
            id,
            domain: format!("{}.example", names::domain(place, id)),
            kind,
            path: parent.path.child(CompanyId(id)),
        };
        let name = names::company(place, id, operator == 0, chance);
        table.add([
            id.into(),
            parent.id.into(),
            kind.code().into(),
            name.into(),
            company.path.0.clone().into(),
            (now - days(chance.below(900) + 30)).into(),
        ]);
        companies.push(company);
        id += 1;
        table.write_full(&*tx).await?;
    }
    table.write(&*tx).await?;
    insert::note_ids(&tx, "companies").await?;
    tx.commit().await?;
    Ok(companies)
}

/// The first twentieth are resellers, the next fifth partners, the rest customers.
fn place_and_kind(
    companies: &[Company],
    place: u64,
    count: u64,
    chance: &mut Chance,
) -> (Company, CompanyKind) {
    let resellers = (count / 20).max(1);
    let kind = match place {
        _ if place <= resellers => CompanyKind::Reseller,
        _ if place <= resellers + count / 5 => CompanyKind::Partner,
        _ => CompanyKind::Customer,
    };
    if kind == CompanyKind::Reseller {
        return (companies[0].clone(), kind);
    }
    // Deep chains of customers exist, but are rare.
    let mut parent = chance.one(companies);
    while !parent.kind.may_contain(kind)
        || (parent.kind == CompanyKind::Customer && !chance.percent(10))
    {
        parent = chance.one(companies);
    }
    (parent.clone(), kind)
}

/// Milliseconds of so many days.
pub fn days(count: u64) -> i64 {
    i64::try_from(count).unwrap_or_default() * 86_400_000
}

#[cfg(test)]
mod tests {
    use super::{Chance, Company, CompanyKind, CompanyPath, place_and_kind};

    #[test]
    fn nobody_stands_where_their_kind_cannot() {
        let mut chance = Chance::new(1);
        let mut companies = vec![Company {
            id: 1,
            domain: String::new(),
            kind: CompanyKind::Operator,
            path: CompanyPath("/1/".into()),
        }];
        for place in 1..200 {
            let (parent, kind) = place_and_kind(&companies, place, 200, &mut chance);
            assert!(
                parent.kind.may_contain(kind),
                "{:?} under {:?}",
                kind,
                parent.kind
            );
            let id = i64::try_from(place).unwrap() + 1;
            companies.push(Company {
                id,
                domain: String::new(),
                kind,
                path: parent.path.child(app::CompanyId(id)),
            });
        }
    }
}
