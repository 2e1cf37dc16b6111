//! Settings: from flags, before the environment, before the file, before the defaults. All that is wrong is told at once.

mod file;
mod key;
mod parse;
mod smtp;
mod table;
mod url;

use std::{fmt, net::SocketAddr, num::NonZeroU32, path::PathBuf};

use ipnet::IpNet;
use lettre::message::Mailbox;

pub use key::{KeyError, SecretKey, SecretKeySource};
pub use parse::without_password;
pub use smtp::{Encryption, SmtpSettings};
pub use table::{CONFIG, Flags, SETTINGS, Setting, Show};
pub use url::{PublicUrl, is_loopback};

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Requests a minute that the API takes from one address, unless it is set.
const API_RATE_LIMIT: u32 = 6000;

/// Everything that can be set, understood.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where to listen.
    pub listen: SocketAddr,
    /// Where people reach Doorward, unless it follows from the port.
    pub public_url: Option<PublicUrl>,
    /// Where files are kept.
    pub data_dir: PathBuf,
    /// The database.
    pub database_url: String,
    /// The mail server, or none: mail becomes files.
    pub smtp: Option<SmtpSettings>,
    /// The sender of mails, unless it follows from the public URL.
    pub mail_from: Option<Mailbox>,
    /// Where the key is.
    pub secret_key: SecretKeySource,
    /// Proxies that are believed.
    pub trusted_proxies: Vec<IpNet>,
    /// How many requests a minute the API takes from one address; none for any number.
    pub api_rate_limit: Option<NonZeroU32>,
    /// Where to listen for Prometheus.
    pub metrics_listen: Option<SocketAddr>,
    /// What is logged.
    pub log: String,
    /// How it is logged.
    pub log_format: LogFormat,
}

impl Settings {
    /// Reads the settings, or tells everything that is wrong with them.
    pub fn load(flags: &Flags) -> Result<Self, Wrong> {
        let (file, mut problems) = file::read(flags);
        let mut given = Given {
            flags,
            file,
            problems: Vec::new(),
        };

        let listen = given.take("listen", parse::address);
        let public_url = given.take("public_url", PublicUrl::parse);
        let data_dir = given
            .take("data_dir", parse::path)
            .unwrap_or_else(|| PathBuf::from("./data"));
        let database_url = given.take("database_url", parse::database_url);
        let smtp = given.take("smtp_url", SmtpSettings::parse);
        let mail_from = given.take("mail_from", parse::mailbox);
        let key = given.take("secret_key", key::parse);
        let key_file = given.take("secret_key_file", parse::path);
        let trusted_proxies = given.take("trusted_proxies", parse::networks);
        let api_rate_limit = given.take("api_rate_limit", parse::number);
        let metrics_listen = given.take("metrics_listen", parse::address);
        let log = given.take("log", parse::log_filter);
        let log_format = given.take("log_format", parse::log_format);
        if key.is_some() && key_file.is_some() {
            given.problems.push(Problem {
                name: "DOORWARD_SECRET_KEY_FILE".to_owned(),
                value: "given beside DOORWARD_SECRET_KEY".to_owned(),
                allowed: "give one of the two".to_owned(),
            });
        }

        problems.append(&mut given.problems);
        if !problems.is_empty() {
            return Err(Wrong(problems));
        }
        Ok(Self {
            listen: listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 3000))),
            public_url,
            database_url: database_url
                .unwrap_or_else(|| format!("sqlite://{}", data_dir.join("doorward.db").display())),
            smtp,
            mail_from,
            secret_key: match (key, key_file) {
                (Some(key), _) => SecretKeySource::Given(key),
                (None, Some(file)) => SecretKeySource::File(file),
                (None, None) => SecretKeySource::Generated(data_dir.join("secret.key")),
            },
            trusted_proxies: trusted_proxies.unwrap_or_default(),
            api_rate_limit: NonZeroU32::new(api_rate_limit.unwrap_or(API_RATE_LIMIT)),
            metrics_listen,
            log: log.unwrap_or_else(|| "info".to_owned()),
            log_format: log_format.unwrap_or(LogFormat::Text),
            data_dir,
        })
    }

    /// Where people reach Doorward when it listens on `port`.
    pub fn public_url_at(&self, port: u16) -> PublicUrl {
        self.public_url
            .clone()
            .unwrap_or_else(|| PublicUrl::localhost(port))
    }

    /// The database's file, if it is one.
    pub fn sqlite_file(&self) -> Option<PathBuf> {
        let path = self.database_url.strip_prefix("sqlite://")?;
        Some(PathBuf::from(path.split('?').next().unwrap_or(path)))
    }
}

/// What was given, before it is understood.
struct Given<'a> {
    flags: &'a Flags,
    file: file::File,
    problems: Vec<Problem>,
}

impl Given<'_> {
    /// The value of `key`, if one was given and is right; if it is wrong that is noted.
    fn take<T>(&mut self, key: &str, parse: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        let setting = table::by_key(key)?;
        let (value, name) = match (self.flags.get(key), self.file.get(key)) {
            (Some((value, true)), _) => (value, format!("--{}", setting.flag())),
            (Some((value, false)), _) => (value, setting.variable()),
            (None, Some(value)) => (value, format!("{key} in {}", self.file.name())),
            (None, None) => return None,
        };
        match parse(value) {
            Ok(value) => Some(value),
            Err(allowed) => {
                let value = parse::shown(value, setting.show);
                self.problems.push(Problem {
                    name,
                    value,
                    allowed,
                });
                None
            }
        }
    }
}

/// One wrong setting.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Problem {
    name: String,
    value: String,
    allowed: String,
}

/// Everything that is wrong with the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong(Vec<Problem>);

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.0.len();
        writeln!(
            f,
            "{count} {} wrong:",
            if count == 1 {
                "setting is"
            } else {
                "settings are"
            }
        )?;
        for Problem {
            name,
            value,
            allowed,
        } in &self.0
        {
            writeln!(f, "  {name}: {value}\n    {allowed}")?;
        }
        write!(f, "Every setting is explained by `doorward --help`.")
    }
}

impl std::error::Error for Wrong {}

#[cfg(test)]
mod tests {
    use super::{Flags, Settings};

    #[test]
    fn nothing_set_is_a_sqlite_file_and_a_generated_key() {
        let settings = Settings::load(&Flags::default()).unwrap();
        assert_eq!(settings.database_url, "sqlite://./data/doorward.db");
        assert_eq!(
            settings.public_url_at(3000).origin(),
            "http://localhost:3000"
        );
        assert!(settings.smtp.is_none());
    }

    #[test]
    fn every_wrong_setting_is_named_with_value_and_what_is_allowed() {
        let flags = Flags::default()
            .with("listen", "everywhere")
            .with("database_url", "mysql://root:hunter2@db/x")
            .with("log_format", "xml")
            .with("secret_key", "c2hvcnQ=");
        let message = Settings::load(&flags).unwrap_err().to_string();
        for part in [
            "4 settings are wrong",
            "--listen: `everywhere`",
            "mysql://root:…@db/x",
            "`xml`",
            "text or json",
            "8 characters",
        ] {
            assert!(message.contains(part), "{part} is missing in:\n{message}");
        }
        assert!(
            !message.contains("hunter2") && !message.contains("c2hvcnQ"),
            "{message}"
        );
    }

    #[test]
    fn the_file_is_read_and_flags_go_before_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("doorward.toml");
        std::fs::write(&path, "listen = \"127.0.0.1:4000\"\nlog = \"warn\"\ntrusted_proxies = [\"10.0.0.0/8\", \"::1\"]\n").unwrap();
        let flags = Flags::default()
            .with("config", path.to_str().unwrap())
            .with("log", "debug");
        let settings = Settings::load(&flags).unwrap();
        assert_eq!(settings.listen.port(), 4000);
        assert_eq!(settings.log, "debug");
        assert_eq!(settings.trusted_proxies.len(), 2);
    }

    #[test]
    fn what_the_file_says_wrong_is_refused_with_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("doorward.toml");
        std::fs::write(&path, "listne = \"127.0.0.1:4000\"\nlisten = \"x\"\n").unwrap();
        let flags = Flags::default().with("config", path.to_str().unwrap());
        let message = Settings::load(&flags).unwrap_err().to_string();
        assert!(
            message.contains("listne") && message.contains("did you mean `listen`"),
            "{message}"
        );
        assert!(
            message.contains("listen in ") && message.contains("`x`"),
            "{message}"
        );
        let missing = Flags::default().with("config", "/nowhere/doorward.toml");
        assert!(
            Settings::load(&missing)
                .unwrap_err()
                .to_string()
                .contains("/nowhere/doorward.toml")
        );
    }
}
