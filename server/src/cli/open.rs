//! Opening what every command needs: data folder, database, key, and from them the dependencies of all services.

use std::{path::Path, sync::Arc};

use sea_orm::DbErr;
use tokio::sync::Notify;

use super::Failure;
use crate::{
    config::Settings,
    credentials::{hasher::Hasher, seal::Sealer},
    db::{self, Db, sql},
    deps::{Deps, SystemClock, SystemRandomness},
    sessions::cache::ActorCache,
    tokens::keys::Keys,
    turns::Turns,
};

/// The row of the table `settings` that tells the right key from a wrong one.
const KEY_CHECK: &str = "key_check";

/// Why the key is refused.
#[derive(Debug, thiserror::Error)]
pub enum KeyRefused {
    /// The database was written with another key.
    #[error(
        "this secret key is not the one the database was written with. Give the right one in DOORWARD_SECRET_KEY or DOORWARD_SECRET_KEY_FILE; with a wrong one no authenticator would work"
    )]
    Wrong,
    /// The database was written with a key, and there is none.
    #[error(
        "the database was written with a secret key, but {0} is not there. Put it back, or name it in DOORWARD_SECRET_KEY_FILE; with a new one no authenticator would work"
    )]
    Lost(String),
}

/// Opens the database and brings its tables up to date.
pub async fn database(settings: &Settings) -> Result<Db, Failure> {
    let db = connect(settings).await?;
    db::migrate(&db)
        .await
        .map_err(|error| format!("the database's tables cannot be brought up to date: {error}"))?;
    Ok(db)
}

/// Opens the database as it is.
pub async fn connect(settings: &Settings) -> Result<Db, Failure> {
    make_folder(&settings.data_dir)?;
    Ok(db::connect(&settings.database_url).await.map_err(|error| {
        format!(
            "{error} (DOORWARD_DATABASE_URL is {})",
            crate::config::without_password(&settings.database_url)
        )
    })?)
}

/// Everything that services are given. The key is made when this is the first start.
pub async fn deps(settings: &Settings, public_url: &str) -> Result<Deps, Failure> {
    let db = database(settings).await?;
    let sealer = sealer(settings, &db).await?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    Ok(Deps {
        db,
        clock: Arc::new(SystemClock),
        random: Arc::new(SystemRandomness),
        hasher: Hasher::start(threads)?,
        sealer,
        public_url: public_url.to_owned(),
        actors: ActorCache::default(),
        keys: Keys::default(),
        turns: Turns::default(),
        mail_bell: Notify::new(),
        job_bell: Notify::new(),
    })
}

/// The data folder, for its owner alone.
fn make_folder(folder: &Path) -> Result<(), Failure> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| {
        format!(
            "the folder {} cannot be made: {error} (DOORWARD_DATA_DIR)",
            folder.display()
        )
        .into()
    })
}

async fn sealer(settings: &Settings, db: &Db) -> Result<Sealer, Failure> {
    let key = match settings.secret_key.read()? {
        Some(key) => key,
        None if noted_check(db).await?.is_some() => {
            return Err(KeyRefused::Lost(format!("{:?}", settings.secret_key)).into());
        }
        None => settings.secret_key.make(&SystemRandomness)?,
    };
    let sealer = Sealer::new(&key);
    check(db, &sealer).await?;
    Ok(sealer)
}

/// Notes the key at the first start, and refuses another one ever after.
async fn check(db: &Db, sealer: &Sealer) -> Result<(), Failure> {
    let expected = sealer.keyed_hash("settings.value", KEY_CHECK);
    if noted_check(db).await?.is_none() {
        // Of two processes that start together, one notes its key and the other compares with it.
        sql::execute(
            db.write(),
            "INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING",
            [KEY_CHECK.into(), expected.as_str().into()],
        )
        .await?;
    }
    match noted_check(db).await? {
        Some(noted) if noted == expected => Ok(()),
        _ => Err(KeyRefused::Wrong.into()),
    }
}

/// Whether `sealer` has the key that the database was written with; nothing is noted.
pub async fn has_right_key(db: &Db, sealer: &Sealer) -> Result<bool, DbErr> {
    let noted = noted_check(db).await?;
    Ok(noted.is_none_or(|noted| noted == sealer.keyed_hash("settings.value", KEY_CHECK)))
}

async fn noted_check(db: &Db) -> Result<Option<String>, DbErr> {
    let row = sql::one(
        db.write(),
        "SELECT value FROM settings WHERE name = $1",
        [KEY_CHECK.into()],
    )
    .await?;
    row.map(|row| row.try_get("", "value")).transpose()
}
