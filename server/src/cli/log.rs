//! The log: for people or for programs, to the standard error.

use std::io::IsTerminal;

use tracing_subscriber::{EnvFilter, fmt};

use crate::config::{LogFormat, Settings};

/// Starts logging. Commands other than `serve` speak for themselves and log only what goes wrong.
pub fn start(settings: &Settings, serving: bool) {
    let quiet = !serving && settings.log == "info";
    let directives = if quiet { "warn" } else { settings.log.as_str() };
    // A start on an empty database would begin with a page about tables; what is set comes last and wins.
    let filter = EnvFilter::new(format!("sea_orm_migration=warn,{directives}"));
    let started = match settings.log_format {
        LogFormat::Text => fmt()
            .with_env_filter(filter)
            .with_writer(std::io::stderr)
            .with_ansi(std::io::stderr().is_terminal())
            .try_init(),
        LogFormat::Json => fmt()
            .json()
            .flatten_event(true)
            .with_current_span(true)
            .with_span_list(false)
            .with_env_filter(filter)
            .with_writer(std::io::stderr)
            .try_init(),
    };
    if let Err(error) = started {
        eprintln!("doorward: nothing is logged: {error}");
    }
}
