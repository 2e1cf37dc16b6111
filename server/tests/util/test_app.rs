//! The real server on a free port, with a database and a mail folder of its own.

use std::{sync::Arc, time::Duration};

use mail_parser::MessageParser;
use server::{
    config::{PublicUrl, SmtpSettings},
    credentials::{hasher::Hasher, seal::Sealer},
    deps::{Deps, SystemRandomness},
    http::{self, HttpSettings},
    mail::{self, Mailer, Transport},
};
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::Notify, task::JoinHandle};

use super::{Client, ManualClock, SmtpSink, database};

/// The running server. Dropped, it stops.
pub struct TestApp {
    /// What its services are given.
    pub deps: Arc<Deps>,
    /// Its clock.
    pub clock: Arc<ManualClock>,
    /// Its address, `http://localhost:<port>`.
    pub base: String,
    /// The URL of its database, for a second server on the same one.
    pub database_url: String,
    folder: TempDir,
    smtp: Option<SmtpSettings>,
    tasks: Vec<JoinHandle<()>>,
    /// That of the first server on it.
    passing: Option<database::Passing>,
}

/// A mail that arrived.
#[derive(Debug)]
pub struct Received {
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
}

impl Received {
    /// The secret of the link in it.
    pub fn token(&self) -> String {
        let (_, rest) = self.text.split_once('#').expect("the mail has a link");
        rest.chars()
            .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
            .collect()
    }
}

impl TestApp {
    /// Starts the server on a fresh database.
    pub async fn start() -> Self {
        Self::start_fresh(None).await
    }

    /// Starts the server on a fresh database; its mail goes to `sink`.
    pub async fn start_sending_to(sink: &SmtpSink) -> Self {
        Self::start_fresh(Some(SmtpSettings::parse(&sink.url()).expect("a URL"))).await
    }

    async fn start_fresh(smtp: Option<SmtpSettings>) -> Self {
        let folder = TempDir::new().expect("a folder");
        let (db, database_url) = database::fresh(&folder).await;
        let passing = database::Passing(database_url.clone());
        let mut app = Self::start_on(folder, db, database_url, Arc::default(), smtp, None).await;
        app.passing = Some(passing);
        app
    }

    /// Starts a second server on the same database, with the same clock.
    pub async fn another(&self) -> Self {
        let db = server::db::connect(&self.database_url)
            .await
            .expect("the database opens");
        let folder = TempDir::new().expect("a folder");
        let clock = Arc::clone(&self.clock);
        Self::start_on(
            folder,
            db,
            self.database_url.clone(),
            clock,
            self.smtp.clone(),
            Some(self.deps.public_url.clone()),
        )
        .await
    }

    /// Stops it in the midst of whatever it does, as `kill -9` would. Its database stays.
    pub fn kill(&self) {
        for task in &self.tasks {
            task.abort();
        }
    }

    async fn start_on(
        folder: TempDir,
        db: server::db::Db,
        database_url: String,
        clock: Arc<ManualClock>,
        smtp: Option<SmtpSettings>,
        public_url: Option<String>,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let base = format!("http://localhost:{}", address.port());
        let public_url = public_url.unwrap_or_else(|| base.clone());
        let deps = Arc::new(Deps {
            db,
            clock: clock.clone(),
            random: Arc::new(SystemRandomness),
            hasher: Hasher::start(2).expect("hashing threads"),
            sealer: Sealer::new(&[42; 32]),
            public_url: public_url.clone(),
            actors: Default::default(),
            keys: Default::default(),
            turns: Default::default(),
            mail_bell: Notify::new(),
            job_bell: Notify::new(),
        });
        let settings = HttpSettings {
            public_url: PublicUrl::parse(&public_url).expect("a public URL"),
            listen: address,
            trusted_proxies: vec!["127.0.0.1/32".parse().expect("a network")],
            // A test asks more in a second than a program in a minute.
            api_rate_limit: None,
        };
        let router = http::router(Arc::clone(&deps), &settings);
        let mailer = Mailer {
            from: mail::default_sender(&base).expect("a sender"),
            transport: Transport::new(smtp.as_ref(), folder.path().join("mail"))
                .expect("a mail folder"),
        };
        let tasks = vec![
            tokio::spawn(http::serve(listener, router, std::future::pending())),
            tokio::spawn(mail::worker::run(
                Arc::clone(&deps),
                mailer,
                std::future::pending(),
            )),
        ];
        Self {
            deps,
            clock,
            base,
            database_url,
            folder,
            smtp,
            tasks,
            passing: None,
        }
    }

    /// A client without cookies.
    pub fn client(&self) -> Client {
        Client::new(&self.base)
    }

    /// A program that has nothing but an access token.
    pub fn program(&self, token: &str) -> Client {
        Client::bearing(&self.base, token)
    }

    /// The newest mail to `address` whose subject contains `subject`, waited for.
    pub async fn mail(&self, address: &str, subject: &str) -> Received {
        for _ in 0..200 {
            if let Some(mail) = self
                .mails(address)
                .into_iter()
                .rev()
                .find(|mail| mail.subject.contains(subject))
            {
                return mail;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("no mail to {address} about {subject}");
    }

    /// The mails to `address` so far, oldest first.
    pub fn mails(&self, address: &str) -> Vec<Received> {
        let Ok(folder) = std::fs::read_dir(self.folder.path().join("mail")) else {
            return Vec::new();
        };
        let mut files: Vec<_> = folder
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "eml"))
            .collect();
        files.sort_by_key(|path| path.metadata().and_then(|data| data.modified()).ok());
        files
            .into_iter()
            .filter_map(|path| {
                let raw = std::fs::read(path).ok()?;
                let message = MessageParser::default().parse(&raw)?;
                let to = message.to()?.first()?.address()?.to_owned();
                (to == address).then(|| Received {
                    subject: message.subject().unwrap_or_default().to_owned(),
                    text: message.body_text(0).unwrap_or_default().into_owned(),
                })
            })
            .collect()
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.kill();
    }
}
