//! What a change of policies would do: every company it touches, before and after.

use std::collections::{BTreeMap, HashMap, HashSet};

use app::{
    CompanyId, PolicyClassId, Timestamp,
    companies::CompanyRef,
    policies::{ClassSettings, InForce, PolicyImpact, Setting, SettingEffect, SettingValue},
};
use sea_orm::ConnectionTrait;

use super::{kept_out, store::Pointed};
use crate::{actor::CompanyPath, companies, db::sql, error::Result, fingerprint};

/// Companies that a preview names.
const NAMED: usize = 10;

/// A change of policies.
pub enum Turn<'a> {
    /// A class says something else, or with `None` is gone.
    Class(PolicyClassId, Option<&'a ClassSettings>),
    /// A company points to this class, or to none.
    Company(CompanyId, Option<(PolicyClassId, &'a ClassSettings)>),
}

/// Users of a company: everybody not in the bin, those who inherit their two-factor setting, of these the ones without
/// authenticator, those in the bin, and those not in it who inherit each of the other settings.
#[derive(Clone, Copy, Debug, Default)]
struct People {
    all: u64,
    inheriting: u64,
    without_authenticator: u64,
    in_bin: u64,
    web_login: u64,
    app_login: u64,
    app_unlock: u64,
    exclusive_login: u64,
    token_lifetime: u64,
}

/// What `turn` would do in the subtrees of `tops`.
pub async fn of(
    db: &impl ConnectionTrait,
    now: Timestamp,
    turn: &Turn<'_>,
    used_by: u64,
    tops: &[CompanyPath],
) -> Result<PolicyImpact> {
    let before = Pointed::everywhere(db).await?;
    let after = before.turned(turn);
    let mut affected: Vec<(CompanyRef, InForce, InForce)> = Vec::new();
    for company in companies::store::below(db, tops).await? {
        let (was, will) = (before.at(&company.path), after.at(&company.path));
        if Setting::ALL
            .iter()
            .any(|&setting| was.get(setting).value != will.get(setting).value)
        {
            affected.push((company.into_ref(), was, will));
        }
    }
    let ids: Vec<CompanyId> = affected.iter().map(|(company, ..)| company.id).collect();
    let people = people(db, &ids).await?;
    let of_company = |id: CompanyId| people.get(&id.0).copied().unwrap_or_default();
    let mut impact = PolicyImpact {
        used_by,
        companies: affected.len() as u64,
        named: affected
            .iter()
            .take(NAMED)
            .map(|(company, ..)| company.clone())
            .collect(),
        users: ids.iter().map(|&id| of_company(id).all).sum(),
        effects: effects(&affected, of_company),
        kept_out: 0,
        elsewhere: Vec::new(),
        fingerprint: String::new(),
    };
    impact.fingerprint = fingerprint(&ids, &impact);
    let lists = affected
        .iter()
        .filter(|(_, was, will)| was.trusted_addresses.value != will.trusted_addresses.value)
        .map(|(company, _, will)| (company.id.0, &will.trusted_addresses.value))
        .collect();
    (impact.kept_out, impact.elsewhere) = kept_out::of(db, &lists, now).await?;
    Ok(impact)
}

fn effects(
    affected: &[(CompanyRef, InForce, InForce)],
    of_company: impl Fn(CompanyId) -> People,
) -> Vec<SettingEffect> {
    let mut effects: BTreeMap<(Setting, String, String), SettingEffect> = BTreeMap::new();
    for (company, was, will) in affected {
        let people = of_company(company.id);
        for &setting in Setting::ALL {
            let (before, after): (SettingValue, SettingValue) =
                (was.get(setting).value, will.get(setting).value);
            if before == after {
                continue;
            }
            let two_factor = setting == Setting::TwoFactorRequired;
            let effect = effects
                .entry((setting, before.to_string(), after.to_string()))
                .or_insert_with(|| SettingEffect {
                    setting,
                    before,
                    after,
                    companies: 0,
                    users: 0,
                    without_authenticator: two_factor.then_some(0),
                });
            effect.companies += 1;
            effect.users += match setting {
                Setting::TwoFactorRequired => people.inheriting,
                Setting::BinRetentionDays => people.in_bin,
                Setting::WebLoginVerification => people.web_login,
                Setting::AppLoginVerification => people.app_login,
                Setting::AppUnlockVerification => people.app_unlock,
                Setting::ExclusiveLogin => people.exclusive_login,
                Setting::TokenLifetimeDays => people.token_lifetime,
                _ => people.all,
            };
            if let Some(without) = &mut effect.without_authenticator {
                *without += people.without_authenticator;
            }
        }
    }
    effects.into_values().collect()
}

async fn people(
    db: &impl ConnectionTrait,
    companies: &[CompanyId],
) -> Result<HashMap<i64, People>> {
    let mut people = HashMap::new();
    // A statement takes only so many values.
    for some in companies.chunks(1000) {
        let ids: Vec<String> = some.iter().map(ToString::to_string).collect();
        let sql = format!(
            "SELECT company_id,
                SUM(CASE WHEN deleted_at = 0 THEN 1 ELSE 0 END),
                SUM(CASE WHEN deleted_at = 0 AND two_factor = 'inherit' THEN 1 ELSE 0 END),
                SUM(CASE WHEN deleted_at = 0 AND two_factor = 'inherit' AND enrolled_at = 0 THEN 1 ELSE 0 END),
                SUM(CASE WHEN deleted_at > 0 THEN 1 ELSE 0 END),
                SUM(CASE WHEN deleted_at = 0 AND web_login_verification = 'inherit' THEN 1 ELSE 0 END),
                SUM(CASE WHEN deleted_at = 0 AND app_login_verification = 'inherit' THEN 1 ELSE 0 END),
                SUM(CASE WHEN deleted_at = 0 AND app_unlock_verification = 'inherit' THEN 1 ELSE 0 END),
                SUM(CASE WHEN deleted_at = 0 AND exclusive_login = 'inherit' THEN 1 ELSE 0 END),
                SUM(CASE WHEN deleted_at = 0 AND token_minutes = 0 THEN 1 ELSE 0 END)
             FROM users WHERE company_id IN ({}) GROUP BY company_id",
            ids.join(", ")
        );
        for row in sql::all(db, &sql, []).await? {
            let number = |index: usize| -> Result<u64> {
                let number: i64 = row.try_get_by_index(index)?;
                Ok(u64::try_from(number).unwrap_or_default())
            };
            let counted = People {
                all: number(1)?,
                inheriting: number(2)?,
                without_authenticator: number(3)?,
                in_bin: number(4)?,
                web_login: number(5)?,
                app_login: number(6)?,
                app_unlock: number(7)?,
                exclusive_login: number(8)?,
                token_lifetime: number(9)?,
            };
            people.insert(row.try_get_by_index(0)?, counted);
        }
    }
    Ok(people)
}

/// Stands for exactly these companies and these changes, whoever joins or leaves meanwhile.
fn fingerprint(companies: &[CompanyId], impact: &PolicyImpact) -> String {
    let companies: HashSet<i64> = companies.iter().map(|id| id.0).collect();
    let mut companies: Vec<i64> = companies.into_iter().collect();
    companies.sort_unstable();
    let changes: Vec<String> = impact
        .effects
        .iter()
        .map(|effect| {
            let SettingEffect {
                setting,
                before,
                after,
                ..
            } = effect;
            format!("{} {before} {after}", setting.code())
        })
        .collect();
    fingerprint::of([format!("{} {companies:?} {changes:?}", impact.used_by)])
}
