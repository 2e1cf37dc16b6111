//! A database of its own for each test: a file, or one on the PostgreSQL that the run was given.
//!
//! The tables are made once, in a template; each test begins with a copy of it.

use std::{
    path::Path,
    sync::{LazyLock, mpsc},
    thread,
};

use sea_orm::{ConnectionTrait, Database};
use server::db::{self, Db};
use tempfile::TempDir;
use tokio::sync::OnceCell;

static TEMPLATE: OnceCell<Template> = OnceCell::const_new();

/// Removes databases beside the tests: who drops a value cannot wait for the server.
static SWEEPER: LazyLock<mpsc::Sender<String>> = LazyLock::new(|| {
    let (sender, urls) = mpsc::channel::<String>();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        for url in urls {
            runtime.block_on(remove(&url));
        }
    });
    sender
});

/// The URL of a database that goes when this is dropped: hundreds of them side by side fill a disk.
pub struct Passing(pub String);

impl Drop for Passing {
    fn drop(&mut self) {
        // That of SQLite goes with its folder.
        if self.0.starts_with("postgres") {
            let _ = SWEEPER.send(self.0.clone());
        }
    }
}

/// Removes a database, whoever is still connected to it.
async fn remove(url: &str) {
    let (base, name) = url.rsplit_once('/').expect("the URL names a database");
    let server = Database::connect(format!("{base}/postgres")).await;
    let connection = server.expect("PostgreSQL answers");
    connection
        .execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)"))
        .await
        .expect("the database is removed");
    let _ = connection.close().await;
}

/// What all databases of a run are copies of.
enum Template {
    /// The content of a file.
    Sqlite(Vec<u8>),
    /// The name of a database on this server.
    Postgres { server: String, name: String },
}

/// Opens a fresh database with all tables, on the kind that `DOORWARD_TEST_DATABASE` names.
pub async fn fresh(folder: &TempDir) -> (Db, String) {
    let url = match TEMPLATE.get_or_init(Template::make).await {
        Template::Sqlite(content) => {
            let file = folder.path().join("doorward.db");
            std::fs::write(&file, content).expect("a file is written");
            sqlite(&file)
        }
        Template::Postgres { server, name } => copied(server, &format!("TEMPLATE {name}")).await.1,
    };
    (connected(&url).await, url)
}

impl Template {
    async fn make() -> Self {
        match std::env::var("DOORWARD_TEST_DATABASE").as_deref() {
            Ok("postgres") => {
                let server = std::env::var("DOORWARD_TEST_POSTGRES_URL")
                    .expect("DOORWARD_TEST_POSTGRES_URL names the server, such as postgres://postgres@127.0.0.1:5432/postgres");
                let (name, url) = copied(&server, "").await;
                filled(&url).await;
                Template::Postgres { server, name }
            }
            _ => {
                let folder = TempDir::new().expect("a folder");
                let file = folder.path().join("template.db");
                filled(&sqlite(&file)).await;
                Template::Sqlite(std::fs::read(&file).expect("the file is read"))
            }
        }
    }
}

/// Makes all tables, and lets go of the database, so that it can be copied.
async fn filled(url: &str) {
    let db = connected(url).await;
    db::migrate(&db).await.expect("the tables are made");
    for pool in [db.read(), db.write()] {
        let closed = pool.clone().close().await;
        closed.expect("the connections close");
    }
}

async fn connected(url: &str) -> Db {
    db::connect(url).await.expect("the database opens")
}

fn sqlite(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

/// Makes a database on the PostgreSQL at `server`. Its name and its URL.
async fn copied(server: &str, template: &str) -> (String, String) {
    let mut bytes = [0_u8; 8];
    getrandom::fill(&mut bytes).expect("randomness");
    let name = format!("test_{:x}", u64::from_be_bytes(bytes));
    let connection = Database::connect(server).await.expect("PostgreSQL answers");
    connection
        .execute_unprepared(&format!("CREATE DATABASE {name} {template}"))
        .await
        .expect("a database is made");
    connection.close().await.expect("the connection closes");
    let (base, _) = server.rsplit_once('/').expect("the URL names a database");
    let url = format!("{base}/{name}");
    (name, url)
}
