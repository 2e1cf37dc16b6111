//! `doorward audit`: whether the trail is as it was recorded.

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::{Done, open};
use crate::{
    audit::{Head, verify},
    config::Settings,
};

/// What to do about the audit trail.
#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Check that no audit event was changed, made up, moved or taken away
    ///
    /// Names the first event or seal that does not fit and ends with code 1. Needs the installation's secret key.
    /// Whoever can put back an older copy of the whole database can only be found out by --head.
    Verify(Verify),
}

/// With what to compare.
#[derive(Debug, Args)]
pub struct Verify {
    /// The last seal as an earlier check printed it, kept where the database's keepers cannot change it
    #[arg(long, value_name = "SEAL")]
    head: Option<Head>,
}

/// Runs the command.
pub async fn audit(settings: &Settings, command: Audit) -> Done {
    let Audit::Verify(Verify { head }) = command;
    if let Some(file) = settings.sqlite_file().filter(|file| !file.exists()) {
        return Err(format!(
            "there is no database at {} (DOORWARD_DATABASE_URL)",
            file.display()
        )
        .into());
    }
    let public_url = settings.public_url_at(settings.listen.port());
    let deps = open::deps(settings, public_url.origin()).await?;
    let sound = match verify(&deps, head.as_ref()).await? {
        Ok(sound) => sound,
        Err(flaw) => {
            eprintln!("doorward: the audit trail does not hold: {flaw}");
            return Ok(ExitCode::FAILURE);
        }
    };
    println!("The audit trail is as it was recorded.");
    println!(
        "  sealed:     {} events in {} seals",
        sound.sealed, sound.head.number
    );
    println!("  not yet:    {} events", sound.unsealed);
    println!(
        "  emptied:    {} events of purged users, their details only",
        sound.emptied
    );
    if let Some(at) = sound.sealed_at {
        println!("  last seal:  {at}");
        println!("\nKeep this elsewhere; it shows later that nothing up to here was replaced:\n");
        println!("  doorward audit verify --head {}", sound.head);
    }
    Ok(ExitCode::SUCCESS)
}
