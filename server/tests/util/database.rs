//! A database of its own for each test: a file, or one on the PostgreSQL that the run was given.

use sea_orm::{ConnectionTrait, Database};
use server::db::{self, Db};
use tempfile::TempDir;

/// Opens a fresh database with all tables, on the kind that `DOORWARD_TEST_DATABASE` names.
pub async fn fresh(folder: &TempDir) -> (Db, String) {
    let url = match std::env::var("DOORWARD_TEST_DATABASE").as_deref() {
        Ok("postgres") => postgres().await,
        _ => format!("sqlite://{}/doorward.db", folder.path().display()),
    };
    let db = db::connect(&url).await.expect("the database opens");
    db::migrate(&db).await.expect("the tables are made");
    (db, url)
}

async fn postgres() -> String {
    let server = std::env::var("DOORWARD_TEST_POSTGRES_URL")
        .expect("DOORWARD_TEST_POSTGRES_URL names the server, such as postgres://postgres@127.0.0.1:5432/postgres");
    let mut bytes = [0_u8; 8];
    getrandom::fill(&mut bytes).expect("randomness");
    let name = format!("test_{:x}", u64::from_be_bytes(bytes));
    let connection = Database::connect(server.as_str())
        .await
        .expect("PostgreSQL answers");
    connection
        .execute_unprepared(&format!("CREATE DATABASE {name}"))
        .await
        .expect("a database is made");
    connection.close().await.expect("the connection closes");
    let (base, _) = server.rsplit_once('/').expect("the URL names a database");
    format!("{base}/{name}")
}
