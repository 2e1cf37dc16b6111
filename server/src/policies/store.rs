//! What is in force in a company. Read at the moment of use; nothing is kept.

use std::collections::HashMap;

use app::{
    CompanyId, PolicyClassId,
    policies::{ClassSettings, InForce, Origin, PolicyClassRef, Setting, SettingValue, Via},
};
use sea_orm::{ConnectionTrait, QueryResult};

use super::impact::Turn;
use crate::{
    actor::{CompanyPath, Scope},
    db::sql,
    error::{Error, Result},
};

/// What is in force in the company at `path`, in one query.
pub async fn in_force(db: &impl ConnectionTrait, path: &CompanyPath) -> Result<InForce> {
    Ok(Pointed::above(db, [path]).await?.at(path))
}

/// `policy` of the company at `path` as somebody who reaches `scope` may see it: companies elsewhere have no name.
pub fn seen(policy: InForce, scope: &Scope, path: &CompanyPath) -> InForce {
    policy.map_origins(|origin| origin.seen(|via| scope.contains(&path.up_to(via))))
}

/// Selects the companies in which `value` is in force for `setting`, for a condition on many users at once.
pub fn companies_where(setting: Setting, value: SettingValue) -> String {
    let default = setting.default_value();
    let said = format!(
        "(SELECT s.value FROM company_policy_classes p JOIN policy_class_settings s
          ON s.class_id = p.class_id AND s.setting = '{}' WHERE p.company_id = c.id)",
        setting.code()
    );
    format!(
        "WITH RECURSIVE held (id, value) AS (
            SELECT c.id, COALESCE({said}, '{default}') FROM companies c WHERE c.parent_id IS NULL
            UNION ALL
            SELECT c.id, COALESCE({said}, h.value) FROM companies c JOIN held h ON c.parent_id = h.id
        )
        SELECT id FROM held WHERE value = '{value}'"
    )
}

/// Which class each of some companies points to, with what it says.
#[derive(Clone, Debug, Default)]
pub struct Pointed(HashMap<CompanyId, (Origin, ClassSettings)>);

impl Pointed {
    /// The classes that the companies at `paths` and those above them point to, in one query.
    pub async fn above<'a>(
        db: &impl ConnectionTrait,
        paths: impl IntoIterator<Item = &'a CompanyPath>,
    ) -> Result<Self> {
        let mut ids: Vec<i64> = paths
            .into_iter()
            .flat_map(CompanyPath::companies)
            .map(|company| company.0)
            .collect();
        if ids.is_empty() {
            return Ok(Self::default());
        }
        ids.sort_unstable();
        ids.dedup();
        let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
        Self::read(db, &format!("p.company_id IN ({})", ids.join(", "))).await
    }

    /// Every company that points to a class.
    pub async fn everywhere(db: &impl ConnectionTrait) -> Result<Self> {
        Self::read(db, "TRUE").await
    }

    async fn read(db: &impl ConnectionTrait, which: &str) -> Result<Self> {
        let sql = format!(
            "SELECT c.id, c.name, k.id, k.name, s.setting, s.value
             FROM company_policy_classes p
             JOIN companies c ON c.id = p.company_id
             JOIN policy_classes k ON k.id = p.class_id
             LEFT JOIN policy_class_settings s ON s.class_id = k.id
             WHERE {which}"
        );
        let mut pointed = HashMap::new();
        for row in sql::all(db, &sql, []).await? {
            let via = Via {
                id: CompanyId(row.try_get_by_index(0)?),
                name: row.try_get_by_index(1)?,
            };
            let class = PolicyClassRef {
                id: PolicyClassId(row.try_get_by_index(2)?),
                name: row.try_get_by_index(3)?,
            };
            let (_, says) = pointed.entry(via.id).or_insert_with(|| {
                let origin = Origin::Class {
                    class,
                    via: Some(via),
                };
                (origin, ClassSettings::default())
            });
            read_setting(&row, 4, says)?;
        }
        Ok(Self(pointed))
    }

    /// What is in force in the company at `path`: the first from itself upward that says a value decides.
    pub fn at(&self, path: &CompanyPath) -> InForce {
        let nearest_first: Vec<(Origin, ClassSettings)> = path
            .companies()
            .iter()
            .rev()
            .filter_map(|company| self.0.get(company).cloned())
            .collect();
        InForce::of(&nearest_first)
    }

    /// The same, once `turn` has happened.
    pub(super) fn turned(&self, turn: &Turn<'_>) -> Self {
        let mut turned = self.clone();
        match *turn {
            Turn::Class(id, Some(says)) => {
                for (origin, said) in turned.0.values_mut() {
                    if is_of(origin, id) {
                        *said = says.clone();
                    }
                }
            }
            Turn::Class(id, None) => turned.0.retain(|_, (origin, _)| !is_of(origin, id)),
            Turn::Company(company, None) => {
                turned.0.remove(&company);
            }
            Turn::Company(company, Some((id, says))) => {
                let class = PolicyClassRef {
                    id,
                    name: String::new(),
                };
                let origin = Origin::Class { class, via: None };
                turned.0.insert(company, (origin, says.clone()));
            }
        }
        turned
    }

    /// The class that `company` itself points to.
    pub fn of(&self, company: CompanyId) -> Option<&PolicyClassRef> {
        match self.0.get(&company) {
            Some((Origin::Class { class, .. }, _)) => Some(class),
            _ => None,
        }
    }
}

fn is_of(origin: &Origin, id: PolicyClassId) -> bool {
    matches!(origin, Origin::Class { class, .. } if class.id == id)
}

/// Reads the setting and its value from the columns at `first` and behind it into `says`. A setting that this
/// version does not know is passed over: a newer one may share the database.
pub(super) fn read_setting(
    row: &QueryResult,
    first: usize,
    says: &mut ClassSettings,
) -> Result<()> {
    let code: Option<String> = row.try_get_by_index(first)?;
    let Some(setting) = code.as_deref().and_then(Setting::from_code) else {
        return Ok(());
    };
    let text: String = row.try_get_by_index(first + 1)?;
    let value: SettingValue = serde_json::from_str(&text)
        .map_err(|_| Error::Broken(format!("the policy setting {} is {text}", setting.code())))?;
    says.set(setting, Some(value));
    Ok(())
}
