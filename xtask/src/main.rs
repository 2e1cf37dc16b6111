//! The developer's commands: `cargo xtask --help` lists them.

mod bench;
mod compress;
mod dev;
mod frontend;
mod interop;
mod npm;
mod postgres;
mod run;
mod shell;
mod stamp;
mod system;
mod test;
mod tidy;
mod tools;
mod words;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// The developer's commands. Each installs what it needs and is missing.
#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    version,
    max_term_width = 100
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install the tools a build needs: wasm target, trunk, wasm-bindgen, wasm-opt
    Tools,
    /// Build everything for release and start the server; words after `--` go to `doorward serve`
    Run {
        /// What `doorward serve` is given
        #[arg(last = true)]
        args: Vec<String>,
    },
    /// Leave `target/release/doorward` with the browser's half inside
    Build,
    /// Serve a debug build that rebuilds and reloads the browser as you save
    Dev {
        /// What `doorward serve` is given
        #[arg(last = true)]
        args: Vec<String>,
    },
    /// Run every check and every test
    Test(test::Args),
    /// Measure the release binary beside a yardstick and print a table of ratios
    Bench(bench::Args),
    /// Keep a throw-away PostgreSQL running until Ctrl-C and print its address
    Postgres,
}

fn main() -> ExitCode {
    match act(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn act(command: Command) -> Result<()> {
    shell::enter_root()?;
    match command {
        Command::Tools => tools::install_for_build(),
        Command::Run { args } => run::run(&args),
        Command::Build => run::build().map(|_| ()),
        Command::Dev { args } => dev::dev(&args),
        Command::Test(args) => test::test(&args),
        Command::Bench(args) => bench::bench(&args),
        Command::Postgres => postgres::keep_running(),
    }
}
