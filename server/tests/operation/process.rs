//! The built binary, started on a folder and a database of its own.

use std::{
    io::Write as _,
    net::TcpListener,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use serde_json::json;

use crate::util::{Client, PASSWORD};

/// How to start it, again and again on the same ground.
pub struct Ground<'a> {
    /// Its data folder.
    pub folder: &'a Path,
    /// Its database.
    pub database_url: &'a str,
}

/// The running binary. Dropped, it is killed.
pub struct Portal {
    child: Child,
    base: String,
}

impl Ground<'_> {
    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_doorward"));
        command
            .args(words)
            .env("DOORWARD_DATA_DIR", self.folder)
            .env("DOORWARD_DATABASE_URL", self.database_url)
            .env("DOORWARD_LOG", "error")
            .stdout(Stdio::null());
        command
    }

    /// Creates the operator administrator `root`.
    pub fn create_administrator(&self) {
        let mut admin = self
            .command(&[
                "admin",
                "create",
                "--login-id",
                "root",
                "--email",
                "root@example.com",
            ])
            .args([
                "--first-name",
                "Rita",
                "--last-name",
                "Root",
                "--company",
                "Operator",
            ])
            .arg("--password-stdin")
            .stdin(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let mut way_in = admin.stdin.take().expect("a way in");
        way_in
            .write_all(PASSWORD.as_bytes())
            .expect("the password is read");
        drop(way_in);
        assert!(admin.wait().expect("it ends").success());
    }

    /// What `doorward audit verify` says, and whether it is content.
    pub fn verify_audit(&self) -> (bool, String) {
        let output = self
            .command(&["audit", "verify"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .output()
            .expect("the binary starts");
        let said = [output.stdout, output.stderr].concat();
        (
            output.status.success(),
            String::from_utf8_lossy(&said).into_owned(),
        )
    }

    /// Starts the server and waits until it can answer.
    pub async fn start(&self) -> Portal {
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| listener.local_addr())
            .expect("a free port")
            .port();
        let child = self
            .command(&["serve"])
            .env("DOORWARD_LISTEN", format!("127.0.0.1:{port}"))
            .spawn()
            .expect("the binary starts");
        let portal = Portal {
            child,
            base: format!("http://localhost:{port}"),
        };
        let client = reqwest::Client::new();
        for _ in 0..2_000 {
            let answer = client
                .get(format!("{}/health/ready", portal.base))
                .send()
                .await;
            if answer.is_ok_and(|answer| answer.status().is_success()) {
                return portal;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("the server did not become ready");
    }
}

impl Portal {
    /// A client signed in as `root`.
    pub async fn administrator(&self) -> Client {
        let client = Client::new(&self.base);
        client.sign_in("root", PASSWORD).await.ok();
        client
    }

    /// Adds users one after the other until the server is gone; the login IDs that were acknowledged.
    pub async fn add_users_until_killed(self, after: Duration, prefix: &str) -> Vec<String> {
        let client = self.administrator().await;
        let company = client.get("/api/v1/me").await.ok().json()["company"]["id"].clone();
        let mut acknowledged = Vec::new();
        let killed = tokio::spawn(async move {
            tokio::time::sleep(after).await;
            drop(self);
        });
        for number in 0.. {
            let login_id = format!("{prefix}-{number}");
            let draft = json!({
                "login_id": login_id, "email": format!("{login_id}@example.com"),
                "first_name": "Hana", "last_name": "Sato", "company": company,
            });
            let request = client
                .request(reqwest::Method::POST, "/api/v1/users")
                .json(&draft);
            match request.send().await {
                Ok(answer) if answer.status().is_success() => acknowledged.push(login_id),
                Ok(answer) => panic!("refused: {}", answer.status()),
                Err(_) => break,
            }
        }
        killed.await.expect("the server is killed");
        acknowledged
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        // SIGKILL: nothing is finished, nothing is written any more.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
