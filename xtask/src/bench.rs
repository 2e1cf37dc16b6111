//! `bench`: measures the release binary beside a yardstick, and prints a table of ratios.

use crate::postgres::Cluster;
use crate::shell::{cargo, run};
use crate::{npm, system};
use anyhow::Result;
use std::path::Path;

/// What is measured.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// How many users the lists are measured with, with commas between
    #[arg(long, value_name = "NUMBERS", default_value = "1000,100000,1000000")]
    users: String,

    /// Only these, with commas between
    #[arg(
        long,
        value_name = "SUBJECTS",
        default_value = "bytes,process,sign-ins,requests,tokens,lists,scope,bulk,browser"
    )]
    only: String,
}

/// Builds, starts a throw-away PostgreSQL, and measures. Nothing else should run meanwhile.
pub(crate) fn bench(args: &Args) -> Result<()> {
    let binary = crate::run::build()?;
    let (browser, server): (Vec<&str>, Vec<&str>) = args
        .only
        .split(',')
        .map(str::trim)
        .partition(|subject| *subject == "browser");
    if !server.is_empty() {
        measure_server(&args.users, &server.join(","), &binary)?;
    }
    if !browser.is_empty() {
        system::need_browser()?;
        run(
            npm::playwright(&binary)?.args(["--config", "measure.config.ts"]),
            "The message above says what could not be measured",
        )?;
    }
    Ok(())
}

fn measure_server(users: &str, only: &str, binary: &Path) -> Result<()> {
    let cluster = Cluster::start()?;
    run(
        cargo()
            .args(["bench", "--package", "server", "--bench", "doorward"])
            .env("DOORWARD_BIN", binary)
            .env("DOORWARD_BENCH_USERS", users)
            .env("DOORWARD_BENCH_ONLY", only)
            .env("DOORWARD_BENCH_POSTGRES_URL", cluster.url()),
        "The message above says what could not be measured",
    )
}
