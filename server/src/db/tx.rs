//! One transaction per use case.

use std::{
    ops::Deref,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};

use crate::error::Result;

/// The database. SQLite has one connection that writes, so that writers wait in order instead of failing as busy.
pub struct Db {
    read: DatabaseConnection,
    write: DatabaseConnection,
    generation: Arc<AtomicU64>,
}

impl Db {
    /// A database that is read through one pool and written through another, perhaps the same.
    pub fn new(read: DatabaseConnection, write: DatabaseConnection) -> Self {
        Self {
            read,
            write,
            generation: Arc::default(),
        }
    }

    /// For reading outside a transaction.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// For a single statement that writes and concerns nobody's rights.
    pub fn write(&self) -> &DatabaseConnection {
        &self.write
    }

    /// Which database it is.
    pub fn backend(&self) -> DbBackend {
        self.read.get_database_backend()
    }

    /// Grows with each transaction committed by this process: what was read under an older number may be out of date.
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// Lets SQLite learn how large the tables have become that grew a lot, which leads it to the right index. PostgreSQL
    /// does so by itself.
    pub async fn learn(&self) -> Result<()> {
        // All tables, and each only if it grew (https://www.sqlite.org/pragma.html#pragma_optimize).
        const GROWN: &str = "PRAGMA optimize = 0x10002";
        if self.backend() == DbBackend::Sqlite {
            self.write.execute_unprepared(GROWN).await?;
        }
        Ok(())
    }

    /// Begins a transaction that writes: IMMEDIATE on SQLite, READ COMMITTED on PostgreSQL.
    pub async fn begin(&self) -> Result<Tx> {
        let mode =
            (self.backend() == DbBackend::Sqlite).then_some(SqliteTransactionMode::Immediate);
        let inner = self
            .write
            .begin_with_options(TransactionOptions {
                sqlite_transaction_mode: mode,
                ..Default::default()
            })
            .await?;
        Ok(Tx {
            inner,
            generation: Arc::clone(&self.generation),
        })
    }
}

/// A transaction that writes. Dropped without [`Tx::commit`], nothing of it happened.
pub struct Tx {
    inner: DatabaseTransaction,
    generation: Arc<AtomicU64>,
}

impl Tx {
    /// Makes everything that was written in it happen.
    pub async fn commit(self) -> Result<()> {
        self.inner.commit().await?;
        self.generation.fetch_add(1, Ordering::AcqRel);
        Ok(())
    }

    /// Begins a part of this transaction that can be taken back alone.
    pub async fn part(&self) -> Result<Part> {
        Ok(Part(Tx {
            inner: self.inner.begin().await?,
            generation: Arc::clone(&self.generation),
        }))
    }
}

/// A part of a transaction: a savepoint.
pub struct Part(Tx);

impl Part {
    /// Makes what was written in it a part of the whole, which is still to be committed.
    pub async fn keep(self) -> Result<()> {
        Ok(self.0.inner.commit().await?)
    }

    /// Nothing of it happened.
    pub async fn take_back(self) -> Result<()> {
        Ok(self.0.inner.rollback().await?)
    }
}

impl Deref for Part {
    type Target = Tx;

    fn deref(&self) -> &Tx {
        &self.0
    }
}

impl Deref for Tx {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.inner
    }
}
