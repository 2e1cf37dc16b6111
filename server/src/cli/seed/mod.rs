//! `doorward seed`: demo companies and users, from a handful to millions, the same for the same seed.

mod chance;
mod companies;
mod insert;
mod names;
mod users;

use std::process::ExitCode;

use app::credentials::{MAX_PASSWORD, Password};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use sea_orm::ConnectionTrait;

use self::{chance::Chance, insert::Table, users::Cast};
use super::{Done, Failure, open};
use crate::{
    config::Settings,
    db::{Db, sql},
    deps::Deps,
};

/// Users that are written in one transaction.
const TRANSACTION: u64 = 20_000;
/// Users who get the password of `--password`.
const WITH_PASSWORD: u64 = 100;

/// How much of what.
#[derive(Debug, Args)]
pub struct Seed {
    /// How many users
    #[arg(long, value_name = "NUMBER", default_value_t = 1000)]
    users: u64,
    /// How many companies, with the operator
    #[arg(long, value_name = "NUMBER", default_value_t = 50, value_parser = clap::value_parser!(u64).range(1..))]
    companies: u64,
    /// Another number, other names
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
    /// Let the first 100 users sign in with this password, the first of them as operator administrator `admin`.
    /// Nobody knows the others' passwords. Only for trying things out
    #[arg(long, value_name = "PASSWORD")]
    password: Option<String>,
    /// Go on although the database has users
    #[arg(long)]
    force: bool,
}

/// Runs the command.
pub async fn seed(settings: &Settings, command: Seed) -> Done {
    let password = command.password.as_deref().map(Password::new);
    if password.as_ref().is_some_and(|password| {
        password
            .check_length(app::credentials::shortest(false))
            .is_err()
    }) {
        return Err(format!(
            "--password needs 15 to {MAX_PASSWORD} characters, as every password that stands alone"
        )
        .into());
    }
    let public_url = settings.public_url_at(settings.listen.port());
    let deps = open::deps(settings, public_url.origin()).await?;
    let there = sql::number(deps.db.read(), "SELECT COUNT(*) FROM users", []).await?;
    if there > 0 && !command.force {
        return Err(format!(
            "the database has {there} users already: give --force to add demo data to them"
        )
        .into());
    }
    prepare(&deps.db).await?;

    let mut chance = Chance::new(command.seed);
    let tree = companies::grow(&deps, command.companies, &mut chance).await?;
    let cast = cast(&deps, tree, password.as_ref(), there).await?;
    let bar = bar(command.users);
    let mut done = 0;
    while done < command.users {
        let some = TRANSACTION.min(command.users - done);
        done += write(&deps, &cast, &mut chance, done, some, &bar).await?;
    }
    bar.finish();
    settle(&deps.db).await?;
    println!(
        "Users: {}, companies: {}.",
        command.users,
        cast.companies.len()
    );
    if password.is_some() && there == 0 {
        println!(
            "Sign in at {} as admin, or as any of the first {WITH_PASSWORD}, with that password.",
            public_url.origin()
        );
    } else if password.is_none() {
        println!(
            "Nobody knows their passwords: `doorward admin create` makes an administrator who can sign in."
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// What users are made of.
async fn cast(
    deps: &Deps,
    companies: Vec<companies::Company>,
    password: Option<&Password>,
    there: i64,
) -> Result<Cast, Failure> {
    let first_id = insert::next_id(&deps.db, "users").await?;
    let mut unknown = [0; 32];
    deps.random.fill(&mut unknown);
    let unknown: String = unknown.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Cast {
        companies,
        roles: users::Roles::find(deps.db.read()).await?,
        first_id,
        now: deps.now(),
        known: match password {
            Some(password) => Some(deps.hasher.hash(password, deps.random.as_ref()).await?),
            None => None,
        },
        with_known: WITH_PASSWORD,
        // Somebody who has a password looks to all rooms like somebody who can sign in.
        unknown: deps
            .hasher
            .hash(&Password::new(unknown), deps.random.as_ref())
            .await?,
        has_admin: there > 0,
    })
}

async fn write(
    deps: &Deps,
    cast: &Cast,
    chance: &mut Chance,
    from: u64,
    some: u64,
    bar: &ProgressBar,
) -> Result<u64, Failure> {
    let tx = deps.db.begin().await?;
    let mut people = Table::new("users", users::COLUMNS);
    let mut passwords = Table::new("passwords", "user_id, hash, set_at");
    let mut roles = Table::new("user_roles", "user_id, role_id");
    for place in from..from + some {
        let user = cast.user(place, chance);
        people.add(user.row);
        if let Some(row) = user.password {
            passwords.add(row);
        }
        roles.add(user.role);
        let written = people.write_full(&*tx).await?;
        if written > 0 {
            bar.inc(written);
            passwords.write_full(&*tx).await?;
            roles.write_full(&*tx).await?;
        }
    }
    bar.inc(people.write(&*tx).await?);
    passwords.write(&*tx).await?;
    roles.write(&*tx).await?;
    let counts = cast.counts_between(from, from + some);
    for (company, count) in counts {
        let add = "UPDATE companies SET users = users + $1 WHERE id = $2";
        sql::execute(&*tx, add, [count.into(), company.into()]).await?;
    }
    insert::note_ids(&tx, "users").await?;
    tx.commit().await?;
    Ok(some)
}

/// Room in memory for the indexes that grow.
async fn prepare(db: &Db) -> Result<(), Failure> {
    if db.backend() == sea_orm::DbBackend::Sqlite {
        db.write()
            .execute_unprepared("PRAGMA cache_size = -300000")
            .await?;
    }
    Ok(())
}

/// What the database knows of its tables makes it find the right index.
async fn settle(db: &Db) -> Result<(), Failure> {
    db.write().execute_unprepared("ANALYZE").await?;
    if db.backend() == sea_orm::DbBackend::Sqlite {
        db.write()
            .execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)")
            .await?;
    }
    Ok(())
}

fn bar(users: u64) -> ProgressBar {
    let bar = ProgressBar::new(users);
    if let Ok(style) =
        ProgressStyle::with_template("{bar:40} {human_pos} of {human_len} users, {eta} left")
    {
        bar.set_style(style);
    }
    bar
}
