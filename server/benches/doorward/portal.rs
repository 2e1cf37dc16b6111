//! The release binary, started on a database of its own.

use std::{
    io::Write,
    net::TcpListener,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::json;
use tempfile::TempDir;

use crate::Plan;

/// What a portal uses of a processor when nobody asks it anything, at most, in hundredths of a second per second.
const RESTING: u64 = 3;
/// The password of the administrator and of the first hundred users.
pub const PASSWORD: &str = "walnut ferry october";
type Failure = Box<dyn std::error::Error>;

/// A database that a portal runs on.
pub struct Ground {
    folder: TempDir,
    database: Option<String>,
    binary: String,
}

impl Ground {
    /// An empty one: SQLite, or the PostgreSQL at `database`.
    pub fn new(plan: &Plan, database: Option<String>) -> Result<Self, Failure> {
        Ok(Self {
            folder: TempDir::new()?,
            database,
            binary: plan.binary.clone(),
        })
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        command
            .args(words)
            .env("DOORWARD_DATA_DIR", self.folder.path())
            .env("DOORWARD_LOG", "error")
            // One machine asks for all.
            .env("DOORWARD_API_RATE_LIMIT", "0")
            .stdout(Stdio::null());
        if let Some(database) = &self.database {
            command.env("DOORWARD_DATABASE_URL", database);
        }
        command
    }

    /// Fills it with an administrator `rita` and so many users, a hundred to a company.
    pub fn fill(&self, users: u64) -> Result<(), Failure> {
        self.fill_companies(users, (users / 100).clamp(10, 1000))
    }

    /// Fills it with an administrator `rita` and so many users in so many companies.
    pub fn fill_companies(&self, users: u64, companies: u64) -> Result<(), Failure> {
        let mut admin = self
            .command(&[
                "admin",
                "create",
                "--login-id",
                "rita",
                "--email",
                "rita@example.com",
            ])
            .args([
                "--first-name",
                "Rita",
                "--last-name",
                "Root",
                "--company",
                "Operator",
                "--password-stdin",
            ])
            .stdin(Stdio::piped())
            .spawn()?;
        admin
            .stdin
            .take()
            .ok_or("no way in")?
            .write_all(PASSWORD.as_bytes())?;
        let done = admin.wait()?.success()
            && self
                .command(&[
                    "seed",
                    "--users",
                    &users.to_string(),
                    "--companies",
                    &companies.to_string(),
                ])
                .args(["--password", PASSWORD, "--force"])
                .stderr(Stdio::inherit())
                .status()?
                .success();
        done.then_some(())
            .ok_or_else(|| "the database could not be filled".into())
    }

    /// The URL of its database.
    pub fn database_url(&self) -> String {
        let file = || format!("sqlite://{}/doorward.db", self.folder.path().display());
        self.database.clone().unwrap_or_else(file)
    }

    /// Starts the portal and waits until it can answer.
    pub async fn start(&self) -> Result<Portal, Failure> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let begun = Instant::now();
        let child = self
            .command(&["serve"])
            .env("DOORWARD_LISTEN", format!("127.0.0.1:{port}"))
            .spawn()?;
        let mut portal = Portal {
            child,
            base: format!("http://localhost:{port}"),
            ready_after: Duration::ZERO,
        };
        let client = reqwest::Client::new();
        while begun.elapsed() < Duration::from_secs(30) {
            let ready = client
                .get(format!("{}/health/ready", portal.base))
                .send()
                .await;
            if ready.is_ok_and(|answer| answer.status().is_success()) {
                portal.ready_after = begun.elapsed();
                return Ok(portal);
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        Err("the portal did not start".into())
    }
}

/// A running portal. Dropped, it stops.
pub struct Portal {
    child: Child,
    /// Its address.
    pub base: String,
    /// How long it took from the start of the process to the first answer.
    pub ready_after: Duration,
}

impl Portal {
    /// A client signed in as the administrator.
    pub async fn administrator(&self) -> Result<reqwest::Client, Failure> {
        self.signed_in("rita").await
    }

    /// A client signed in as somebody with the password that is known.
    pub async fn signed_in(&self, login_id: &str) -> Result<reqwest::Client, Failure> {
        let client = reqwest::Client::builder().cookie_store(true).build()?;
        let start = json!({ "by": "password", "login_id": login_id, "password": PASSWORD });
        let answer = client
            .post(format!("{}/api/v1/login", self.base))
            .json(&start)
            .send()
            .await?;
        answer.error_for_status()?;
        Ok(client)
    }

    /// The address of a path.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// Waits until what it does by itself after the start is done, such as telling whose account expires soon.
    pub async fn rested(&self) {
        let second = Duration::from_secs(1);
        let begun = Instant::now();
        let mut before = self.ticks();
        while begun.elapsed() < Duration::from_secs(120) {
            tokio::time::sleep(second).await;
            let now = self.ticks();
            if now.saturating_sub(before) <= RESTING {
                return;
            }
            before = now;
        }
    }

    /// The time on a processor so far, in hundredths of a second: `utime` and `stime` of `/proc/<pid>/stat`.
    pub fn ticks(&self) -> u64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()));
        let stat = stat.unwrap_or_default();
        // The name before the bracket may hold spaces.
        let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
        let times = fields.split_whitespace().skip(11).take(2);
        times.filter_map(|ticks| ticks.parse::<u64>().ok()).sum()
    }

    /// A line of `/proc/<pid>/status` in MiB, such as `VmRSS`.
    pub fn memory(&self, line: &str) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))
            .unwrap_or_default();
        let kib = status
            .lines()
            .find_map(|text| text.strip_prefix(line)?.strip_prefix(':'))
            .and_then(|text| text.trim().trim_end_matches(" kB").parse::<f64>().ok());
        kib.unwrap_or_default() / 1024.0
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        // Only what was started here is stopped; that it has ended already is fine.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
