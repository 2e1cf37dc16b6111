//! Opening SQLite or PostgreSQL, and bringing the tables up to date.

use std::time::Duration;

use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DbErr, RuntimeErr, sqlx, sqlx::Executor as _,
};

use super::Db;

/// Connections that read at the same time.
const READERS: u32 = 8;
/// Connections to PostgreSQL.
const POSTGRES_CONNECTIONS: u32 = 16;
/// How long a writer waits for another process's transaction on the same SQLite file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// Why the database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The URL names another kind of database.
    #[error("the database URL must begin with sqlite:// or postgres://")]
    Scheme,
    /// Nothing answered at the URL's address.
    #[error(
        "nothing answers there, or it has no connection left to give: is the database up, and the address right?"
    )]
    NoAnswer,
    /// The database did not answer as it should.
    #[error("the database cannot be opened: {0}")]
    Database(DbErr),
}

impl From<DbErr> for ConnectError {
    fn from(error: DbErr) -> Self {
        match &error {
            // Refused connections are tried again until the time is over, and then not spoken of.
            DbErr::Conn(RuntimeErr::SqlxError(cause))
                if matches!(**cause, sqlx::Error::PoolTimedOut) =>
            {
                Self::NoAnswer
            }
            _ => Self::Database(error),
        }
    }
}

/// Opens the database at `url` (`sqlite://<path>` or `postgres://…`); the SQLite file is created when missing.
pub async fn connect(url: &str) -> Result<Db, ConnectError> {
    if url.starts_with("sqlite:") {
        let write = sqlite(url, 1).await?;
        let read = sqlite(url, READERS).await?;
        Ok(Db::new(read, write))
    } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        let mut options = options(url, POSTGRES_CONNECTIONS);
        options.set_application_name("doorward");
        options.map_sqlx_postgres_pool_opts(|pool| {
            pool.after_connect(|connection, _| {
                Box::pin(async move {
                    // A plan made without the values of a search takes the wrong index for it. Where the database
                    // is none that knows the setting, it plans as it likes.
                    let plan = "SET plan_cache_mode = force_custom_plan";
                    let _ = connection.execute(plan).await;
                    Ok(())
                })
            })
        });
        let pool = Database::connect(options).await?;
        Ok(Db::new(pool.clone(), pool))
    } else {
        Err(ConnectError::Scheme)
    }
}

fn options(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .connect_timeout(Duration::from_secs(5))
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire(false)
        .sqlx_logging(false);
    options
}

async fn sqlite(url: &str, connections: u32) -> Result<DatabaseConnection, DbErr> {
    use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
    let mut options = options(url, connections);
    options.map_sqlx_sqlite_opts(|sqlite| {
        sqlite
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // A power cut must not take back what was answered as done.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(BUSY_TIMEOUT)
            .pragma("cache_size", "-8000")
            .pragma("mmap_size", "268435456")
    });
    Database::connect(options).await
}

/// Brings the tables up to date.
pub async fn migrate(db: &Db) -> Result<(), DbErr> {
    Migrator::up(db.write(), None).await
}
