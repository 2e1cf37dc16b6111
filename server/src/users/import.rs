//! One user from a file: adding them, or changing what the file says otherwise.

use app::{
    CompanyId, Refusal, RoleId, UserId,
    field::Problem,
    jobs::{Difference, ImportOptions},
    policies::TwoFactorSetting,
    users::{UserChange, UserColumn, UserDraft},
};

use super::{
    account::Account,
    creation::create_in,
    import_row::{NamedRole, Row, Sheet},
    rules,
    service::{change_in, company_of, set_disabled_in},
    sheet::{self, Cells},
    store, two_factor,
};
use crate::{
    actor::{Actor, CompanyPath},
    companies::{self, store::Company},
    db::Tx,
    deps::Deps,
    desk::Caller,
    error::{Error, Result},
    roles,
};

/// What was done with a row.
pub struct Imported {
    /// Who it is about.
    pub user: UserId,
    /// Whether they were added.
    pub is_new: bool,
    /// What has changed.
    pub differences: Vec<Difference>,
}

/// Does what a row says, in a transaction under way. `known` is whoever has its login ID within the scope of the actor;
/// where nobody has, a user is added.
pub async fn import_in(
    tx: &Tx,
    deps: &Deps,
    actor: &Actor,
    caller: &Caller,
    said: &Sheet,
    known: Option<UserId>,
    options: ImportOptions,
) -> Result<Imported> {
    let row = Row::read(said)?;
    let one = One {
        tx,
        deps,
        actor,
        caller,
        row: &row,
    };
    let (user, before) = match known {
        Some(user) => {
            let account = store::find(&**tx, &actor.scope, user).await?;
            rules::not_in_the_bin(&account)?;
            let wanted = one.wanted(&account).await?;
            // Of somebody who is as the row says, nobody asks whether the actor may change them.
            if wanted == Wanted::default() {
                let (is_new, differences) = (false, Vec::new());
                return Ok(Imported {
                    user,
                    is_new,
                    differences,
                });
            }
            let before = one.told(&account).await?;
            one.change(&account, wanted).await?;
            (user, before)
        }
        None => (one.add(options).await?, Cells::default()),
    };
    let account = store::find(&**tx, &actor.scope, user).await?;
    let after = one.told(&account).await?;
    Ok(Imported {
        user,
        is_new: known.is_none(),
        differences: differences(before, after),
    })
}

/// What is to be changed of somebody.
#[derive(Debug, Default, PartialEq)]
struct Wanted {
    change: UserChange,
    disabled: Option<bool>,
}

fn differences(before: Cells, after: Cells) -> Vec<Difference> {
    UserColumn::ALL
        .into_iter()
        .zip(before.into_iter().zip(after))
        .filter(|(_, (before, after))| before != after)
        .map(|(column, (before, after))| Difference {
            column,
            before,
            after,
        })
        .collect()
}

/// What is wanted, if it is something else than what is there.
fn other<T: PartialEq>(wanted: Option<T>, present: &T) -> Option<T> {
    wanted.filter(|wanted| wanted != present)
}

/// What a row is worked at with.
struct One<'a> {
    tx: &'a Tx,
    deps: &'a Deps,
    actor: &'a Actor,
    caller: &'a Caller,
    row: &'a Row,
}

impl One<'_> {
    /// What an export says of a user.
    async fn told(&self, account: &Account) -> Result<Cells> {
        let accounts = std::slice::from_ref(account);
        let scope = &self.actor.scope;
        let mut cells = sheet::cells(&**self.tx, scope, accounts, self.deps.now()).await?;
        Ok(cells.pop().unwrap_or_default())
    }

    async fn add(&self, options: ImportOptions) -> Result<UserId> {
        let row = self.row;
        let missing = || Refusal::field(UserColumn::Company.code(), Problem::Missing);
        let company = self.company(None).await?.ok_or_else(missing)?;
        let draft = UserDraft {
            login_id: row.login_id.as_str().to_owned(),
            email: row.email.clone().unwrap_or_default(),
            first_name: row.first_name.clone().unwrap_or_default(),
            last_name: row.last_name.clone().unwrap_or_default(),
            group: row.group.clone().unwrap_or_default(),
            description: row.description.clone().unwrap_or_default(),
            company: company.id,
            related_companies: row.related_companies.clone().unwrap_or_default(),
            roles: self.roles(&company, &[]).await?,
            expires_at: row.expires_at.flatten(),
            otp_configured: row.two_factor == Some(TwoFactorSetting::Yes),
            language: row.language.unwrap_or_default(),
            time_zone: row.time_zone.clone().unwrap_or_default(),
            parent_level: false,
            issue_credentials: options.issue_credentials,
        };
        let (tx, deps, actor, caller) = (self.tx, self.deps, self.actor, self.caller);
        let id = create_in(tx, deps, actor, caller, draft).await?;
        if row.two_factor == Some(TwoFactorSetting::No) {
            two_factor::set_in(tx, deps, actor, caller, id, TwoFactorSetting::No).await?;
        }
        if row.disabled == Some(true) {
            set_disabled_in(tx, deps, actor, caller, id, true).await?;
        }
        Ok(id)
    }

    /// What the row says otherwise than it is.
    async fn wanted(&self, account: &Account) -> Result<Wanted> {
        let (tx, actor, row) = (self.tx, self.actor, self.row);
        let company = match self.company(Some(account.company)).await? {
            Some(company) => company,
            None => companies::store::find(&**tx, &actor.scope, account.company).await?,
        };
        let held = roles::store::rights(&**tx, account.id).await?;
        let roles: Vec<RoleId> = held.roles.iter().map(|role| role.id).collect();
        let wanted = match row.roles.is_empty() {
            true => None,
            false => other(Some(self.roles(&company, &roles).await?), &roles),
        };
        let seen = held
            .related
            .iter()
            .filter(|path| actor.scope.contains(path));
        let mut related: Vec<CompanyId> = seen.filter_map(CompanyPath::company).collect();
        related.sort_unstable();
        let change = UserChange {
            email: other(row.email.clone(), &account.email),
            first_name: other(row.first_name.clone(), &account.first_name),
            last_name: other(row.last_name.clone(), &account.last_name),
            group: other(row.group.clone(), &account.group),
            description: other(row.description.clone(), &account.description),
            company: other(Some(company.id), &account.company),
            related_companies: other(row.related_companies.clone(), &related),
            roles: wanted,
            expires_at: other(row.expires_at, &account.expires_at),
            two_factor: other(row.two_factor, &account.two_factor),
            language: other(row.language, &account.language),
            time_zone: other(row.time_zone.clone(), &account.time_zone),
        };
        Ok(Wanted {
            change,
            disabled: other(row.disabled, &account.disabled),
        })
    }

    async fn change(&self, account: &Account, wanted: Wanted) -> Result<()> {
        let (tx, deps, actor, caller) = (self.tx, self.deps, self.actor, self.caller);
        let (id, version) = (account.id, account.version);
        if wanted.change != UserChange::default() {
            change_in(tx, deps, actor, caller, id, version, wanted.change).await?;
        }
        if let Some(disabled) = wanted.disabled {
            set_disabled_in(tx, deps, actor, caller, id, disabled).await?;
        }
        Ok(())
    }

    /// The company that the row names, by its number or its name; of several with that name the `present` one.
    async fn company(&self, present: Option<CompanyId>) -> Result<Option<Company>> {
        let (tx, scope) = (self.tx, &self.actor.scope);
        let refuse = |problem| {
            let field = UserColumn::CompanyName.code();
            Error::Refused(Refusal::field(field, problem))
        };
        match (self.row.company, &self.row.company_name) {
            (None, None) => Ok(None),
            (Some(id), name) => {
                let company = company_of(tx, scope, UserColumn::Company.code(), id).await?;
                match name {
                    Some(name) if *name != company.name => {
                        let name = company.name;
                        Err(refuse(Problem::OtherCompanyName { name }))
                    }
                    _ => Ok(Some(company)),
                }
            }
            (None, Some(name)) => {
                let mut found = companies::store::of_name(&**tx, scope, name).await?;
                let own = found.iter().position(|one| Some(one.id) == present);
                match (own, found.len()) {
                    (Some(own), _) => Ok(Some(found.swap_remove(own))),
                    (None, 0) => Err(refuse(Problem::NotFound)),
                    (None, 1) => Ok(found.pop()),
                    (None, _) => Err(refuse(Problem::CompanyNameNotUnique)),
                }
            }
        }
    }

    /// The roles that the row names, of those usable in `company` and those that are `held` already.
    async fn roles(&self, company: &Company, held: &[RoleId]) -> Result<Vec<RoleId>> {
        let mut known = roles::catalogue::all_of(&**self.tx, held).await?;
        for record in roles::catalogue::usable(&**self.tx, &company.path).await? {
            if !held.contains(&record.role.id) {
                known.push(record);
            }
        }
        let mut wanted = Vec::with_capacity(self.row.roles.len());
        for named in &self.row.roles {
            let meant: Vec<RoleId> = known
                .iter()
                .map(|record| &record.role)
                .filter(|role| named.means(role))
                .map(|role| role.id)
                .collect();
            wanted.push(pick(named, &meant, held, &self.row.roles)?);
        }
        let mut wanted: Vec<RoleId> = wanted.into_iter().flatten().collect();
        wanted.sort_unstable();
        wanted.dedup();
        Ok(wanted)
    }
}

/// Which of the roles that a name may mean it means: the only one, or as many as are held by that name when the row says
/// it as often.
fn pick(
    named: &NamedRole,
    meant: &[RoleId],
    held: &[RoleId],
    row: &[NamedRole],
) -> Result<Vec<RoleId>, Refusal> {
    let refuse = |problem| Refusal::field(UserColumn::Roles.code(), problem);
    let name = named.to_string();
    let said = row.iter().filter(|other| *other == named).count();
    let own: Vec<RoleId> = meant
        .iter()
        .copied()
        .filter(|id| held.contains(id))
        .collect();
    match meant {
        [] => Err(refuse(Problem::NoSuchRole { name })),
        [one] => Ok(vec![*one]),
        _ if own.len() == said => Ok(own),
        _ => Err(refuse(Problem::RoleNameNotUnique { name })),
    }
}

#[cfg(test)]
mod tests {
    use super::pick;
    use crate::users::import_row::NamedRole;
    use app::RoleId;

    #[test]
    fn a_name_that_several_roles_have_means_the_one_that_is_held() {
        let named = NamedRole::Name("Help desk".into());
        let (one, two) = (RoleId(1), RoleId(2));
        let row = [named.clone()];
        let both = [named.clone(), named.clone()];
        assert_eq!(pick(&named, &[one], &[], &row).unwrap(), [one]);
        assert_eq!(pick(&named, &[one, two], &[two], &row).unwrap(), [two]);
        assert_eq!(
            pick(&named, &[one, two], &[one, two], &both).unwrap(),
            [one, two]
        );
        assert!(pick(&named, &[one, two], &[], &row).is_err());
        assert!(pick(&named, &[one, two], &[one, two], &row).is_err());
        assert!(pick(&named, &[], &[], &row).is_err());
    }
}
