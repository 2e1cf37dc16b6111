//! `doorward migrate`: the database's tables, forth and back.

use std::process::ExitCode;

use clap::Args;
use migrations::{Migrator, MigratorTrait};

use super::{Done, open};
use crate::config::Settings;

/// What to do with the tables.
#[derive(Debug, Args)]
pub struct Migrate {
    /// Take so many steps back instead; what those tables held is lost
    #[arg(long, value_name = "STEPS", conflicts_with = "status")]
    down: Option<u32>,
    /// Only list the steps and whether each is done
    #[arg(long)]
    status: bool,
}

/// Runs the command.
pub async fn migrate(settings: &Settings, command: Migrate) -> Done {
    let db = open::connect(settings).await?;
    let connection = db.write();
    if command.status {
        for step in Migrator::get_migration_with_status(connection).await? {
            println!("{:8} {}", step.status(), step.name());
        }
    } else if let Some(steps) = command.down {
        Migrator::down(connection, Some(steps)).await?;
        println!("Steps taken back: {steps}.");
    } else {
        let pending = Migrator::get_pending_migrations(connection).await?.len();
        Migrator::up(connection, None).await?;
        println!("Steps done: {pending}. The tables are up to date.");
    }
    Ok(ExitCode::SUCCESS)
}
