//! The one list of all settings. `--help`, the names in the environment and in the file, and README's table come from it.

use clap::{Arg, ArgMatches, Command};

/// What may be shown of a value in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// All of it.
    Whole,
    /// All but the password in a URL.
    WithoutPassword,
    /// Nothing but its length.
    Length,
}

/// One setting.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its name in the file; in the environment with `DOORWARD_` before it, as a flag with hyphens.
    pub key: &'static str,
    /// What stands for its value in help texts.
    pub value: &'static str,
    /// What holds when it is not given, in words.
    pub default: &'static str,
    /// What it is.
    pub help: &'static str,
    /// What may be shown of its value.
    pub show: Show,
}

const fn setting(
    key: &'static str,
    value: &'static str,
    default: &'static str,
    help: &'static str,
) -> Setting {
    Setting {
        key,
        value,
        default,
        help,
        show: Show::Whole,
    }
}

/// The setting that names the file with the others; it cannot stand in that file.
pub const CONFIG: Setting = setting(
    "config",
    "FILE",
    "doorward.toml, if it is there",
    "The file with settings",
);

/// Every setting, in the order of the help text.
pub const SETTINGS: [Setting; 13] = [
    setting(
        "listen",
        "ADDRESS:PORT",
        "127.0.0.1:3000",
        "Where to listen for HTTP",
    ),
    setting(
        "public_url",
        "URL",
        "http://localhost:<port of listen>",
        "The address under which people reach Doorward; links in mails begin with it. Behind a proxy with TLS: https://…",
    ),
    setting(
        "data_dir",
        "FOLDER",
        "./data",
        "Where the SQLite file, the secret key and unsent mail are kept",
    ),
    Setting {
        show: Show::WithoutPassword,
        ..setting(
            "database_url",
            "URL",
            "sqlite://<data_dir>/doorward.db",
            "The database: sqlite://<path> or postgres://user:password@host/name, with ?sslmode=verify-full&sslrootcert=<file> for TLS that also checks who answers",
        )
    },
    Setting {
        show: Show::WithoutPassword,
        ..setting(
            "smtp_url",
            "URL",
            "none: mail is written to <data_dir>/mail/",
            "The mail server: smtp://user:password@host:port or smtps://…, with ?tls=required (the default), opportunistic, or none (the default for this machine itself)",
        )
    },
    setting(
        "mail_from",
        "MAILBOX",
        "Doorward <doorward@<host of public_url>>, or @localhost where that is an address",
        "The sender of mails",
    ),
    Setting {
        show: Show::Length,
        ..setting(
            "secret_key",
            "KEY",
            "read from secret_key_file",
            "The key that seals authenticators and mails: 32 bytes in base64 or hex. As a flag it can be seen by others on the machine; prefer the file",
        )
    },
    setting(
        "secret_key_file",
        "FILE",
        "<data_dir>/secret.key, made at the first start",
        "The file with that key",
    ),
    setting(
        "trusted_proxies",
        "NETWORKS",
        "none",
        "Proxies whose X-Forwarded-For and X-Request-Id are believed: addresses or networks such as 10.0.0.0/8, with commas between",
    ),
    setting(
        "api_rate_limit",
        "REQUESTS",
        "6000",
        "How many requests a minute each process takes from one address at /api and /oauth; 0 for any number. Answers tell what is left in RateLimit",
    ),
    setting(
        "metrics_listen",
        "ADDRESS:PORT",
        "off",
        "Where to listen for Prometheus, at /metrics",
    ),
    setting(
        "log",
        "FILTER",
        "info",
        "What is logged: error, warn, info, debug or trace, also per part: info,server::mail=debug",
    ),
    setting(
        "log_format",
        "FORMAT",
        "text",
        "How it is logged: text or json",
    ),
];

impl Setting {
    /// Its name in the environment.
    pub fn variable(&self) -> String {
        format!("DOORWARD_{}", self.key.to_uppercase())
    }

    /// Its name as a flag.
    pub fn flag(&self) -> String {
        self.key.replace('_', "-")
    }

    fn arg(&self) -> Arg {
        Arg::new(self.key)
            .long(self.flag())
            .env(self.variable())
            .hide_env_values(true)
            .value_name(self.value)
            .help(format!("{} [default: {}]", self.help, self.default))
            .help_heading("Settings")
            .global(true)
    }

    /// Its row in README's table.
    pub fn row(&self) -> String {
        format!(
            "| `{}` | `--{}` | {} | {} |",
            self.variable(),
            self.flag(),
            code(self.default),
            literal(&self.help.replace('|', "\\|"))
        )
    }
}

/// Markdown would take what is in angle brackets for a tag.
fn literal(text: &str) -> String {
    text.replace('<', "&lt;").replace('>', "&gt;")
}

/// A default that is a value looks like one; one that is a sentence stays one.
fn code(default: &str) -> String {
    match default {
        "none" | "off" => default.to_owned(),
        _ if default.contains(' ') || default.contains('…') => literal(default),
        _ => format!("`{default}`"),
    }
}

/// The setting of that name.
pub fn by_key(key: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.key == key)
}

/// What was given as flags and in the environment.
#[derive(Clone, Debug, Default)]
pub struct Flags(Vec<(&'static str, String, bool)>);

impl Flags {
    /// What was given for `key`, and whether on the command line (or else in the environment).
    pub fn get(&self, key: &str) -> Option<(&str, bool)> {
        self.0
            .iter()
            .find(|(known, ..)| *known == key)
            .map(|(_, value, typed)| (value.as_str(), *typed))
    }

    /// As if `key` had been typed as a flag.
    #[cfg(test)]
    pub fn with(mut self, key: &'static str, value: &str) -> Self {
        self.0.push((key, value.to_owned(), true));
        self
    }
}

impl clap::FromArgMatches for Flags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut flags = Flags::default();
        flags.update_from_arg_matches(matches)?;
        Ok(flags)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        for setting in std::iter::once(&CONFIG).chain(&SETTINGS) {
            let typed =
                matches.value_source(setting.key) == Some(clap::parser::ValueSource::CommandLine);
            // `DOORWARD_SMTP_URL=` in a compose file means that it is not set.
            if let Some(value) = matches
                .get_one::<String>(setting.key)
                .filter(|value| typed || !value.is_empty())
            {
                self.0.push((setting.key, value.clone(), typed));
            }
        }
        Ok(())
    }
}

impl clap::Args for Flags {
    fn augment_args(command: Command) -> Command {
        std::iter::once(&CONFIG)
            .chain(&SETTINGS)
            .fold(command, |command, setting| command.arg(setting.arg()))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

#[cfg(test)]
mod tests {
    use super::{CONFIG, SETTINGS};

    #[test]
    fn the_readme_lists_every_setting_as_it_is() {
        let Ok(readme) = std::fs::read_to_string("../README.md") else {
            return; // a copy of the crate alone has no README beside it
        };
        let written: Vec<&str> = readme
            .lines()
            .filter(|line| line.starts_with("| `DOORWARD_"))
            .collect();
        let expected: Vec<String> = std::iter::once(&CONFIG)
            .chain(&SETTINGS)
            .map(super::Setting::row)
            .collect();
        assert_eq!(
            written,
            expected,
            "the table should read:\n{}",
            expected.join("\n")
        );
    }
}
