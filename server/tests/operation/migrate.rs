//! Migrations go down as they came up.

use migrations::{Migrator, MigratorTrait};
use tempfile::TempDir;

use crate::util::fresh_database;

#[tokio::test]
async fn all_tables_go_and_come_back() {
    let folder = TempDir::new().unwrap();
    let (db, _) = fresh_database(&folder).await;
    Migrator::down(db.write(), None).await.unwrap();
    assert!(
        Migrator::get_applied_migrations(db.write())
            .await
            .unwrap()
            .is_empty()
    );
    Migrator::up(db.write(), None).await.unwrap();
    assert!(
        Migrator::get_pending_migrations(db.write())
            .await
            .unwrap()
            .is_empty()
    );
}
