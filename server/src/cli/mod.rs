//! The command line.

mod admin;
mod audit;
mod doctor;
mod log;
mod migrate;
pub(crate) mod open;
mod seed;
mod serve;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::config::{Flags, Settings};

/// What a command ends with when it fails: one message for a person.
type Failure = Box<dyn std::error::Error + Send + Sync>;
type Done = Result<ExitCode, Failure>;

/// Doorward: login portal and user management in one binary.
///
/// Without a command it serves. Every setting can be a flag, a variable of the environment, or a line
/// in doorward.toml; a flag goes before the environment, and that before the file.
#[derive(Debug, Parser)]
#[command(name = "doorward", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    flags: Flags,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the portal and the API (what happens without a command)
    Serve,
    /// Bring the database's tables up to date, or take steps back
    Migrate(migrate::Migrate),
    /// Help administrators in, without the portal
    #[command(subcommand)]
    Admin(admin::Admin),
    /// Check the audit trail
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Fill the database with demo companies and users
    Seed(seed::Seed),
    /// Check settings, database, key, mail server and clock, and say what to do
    Doctor,
}

/// Runs the command that was typed.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let settings = match Settings::load(&cli.flags) {
        Ok(settings) => settings,
        Err(wrong) => return fail(&wrong),
    };
    log::start(
        &settings,
        matches!(cli.command, None | Some(Command::Serve)),
    );
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return fail(&error),
    };
    let done = runtime.block_on(async {
        match cli.command.unwrap_or(Command::Serve) {
            Command::Serve => serve::serve(settings).await,
            Command::Migrate(command) => migrate::migrate(&settings, command).await,
            Command::Admin(command) => admin::admin(&settings, command).await,
            Command::Audit(command) => audit::audit(&settings, command).await,
            Command::Seed(command) => seed::seed(&settings, command).await,
            Command::Doctor => doctor::doctor(&settings).await,
        }
    });
    // What still runs on the blocking pool must not hold up the end.
    runtime.shutdown_background();
    match done {
        Ok(code) => code,
        Err(error) => fail(error.as_ref()),
    }
}

fn fail(error: &dyn std::error::Error) -> ExitCode {
    eprintln!("doorward: {error}");
    ExitCode::FAILURE
}

#[cfg(test)]
mod tests {
    use super::Cli;
    use clap::CommandFactory;

    #[test]
    fn the_commands_are_sound_and_each_explains_itself() {
        let mut cli = Cli::command();
        cli.clone().debug_assert();
        cli.build();
        for command in cli.get_subcommands() {
            assert!(command.get_about().is_some(), "{}", command.get_name());
        }
        let help = cli.render_long_help().to_string();
        for setting in crate::config::SETTINGS {
            assert!(help.contains(&setting.variable()), "{}", setting.key);
        }
    }
}
