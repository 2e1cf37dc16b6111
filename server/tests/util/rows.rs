//! What the database holds, row by row: to see that nothing has changed, or to change it behind the server's back.

use std::{collections::BTreeMap, time::Duration};

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use super::TestApp;

/// The rows of each table, as text.
pub type Rows = BTreeMap<String, Vec<String>>;

impl TestApp {
    /// Every row of every table, but for the counts of tries, once no mail waits to be sent.
    pub async fn rows(&self) -> Rows {
        self.mails_sent().await;
        let mut rows = Rows::new();
        for table in self.tables().await {
            if table != "throttles" {
                let content = self.texts(&self.select_all(&table).await).await;
                rows.insert(table, content);
            }
        }
        rows
    }

    /// The first column of a query's answer, as numbers.
    pub async fn numbers(&self, sql: &str) -> Vec<i64> {
        let rows = self.query(sql).await;
        rows.iter()
            .map(|row| row.try_get_by_index(0).expect("a number"))
            .collect()
    }

    /// The first column of a query's answer, as texts.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        let rows = self.query(sql).await;
        rows.iter()
            .map(|row| row.try_get_by_index(0).expect("a text"))
            .collect()
    }

    /// Carries out SQL behind the server's back.
    pub async fn sql(&self, sql: &str) {
        let db = self.deps.db.write();
        db.execute_unprepared(sql).await.expect("the SQL is sound");
    }

    /// Takes away that something was exported, be it nothing: reading is the one thing that is noted.
    pub async fn forget_exports(&self) {
        self.sql("DELETE FROM audit_events WHERE action IN ('audit.exported', 'user.exported')")
            .await;
    }

    /// Waits until no mail waits to be sent.
    async fn mails_sent(&self) {
        for _ in 0..400 {
            let waiting = "SELECT COUNT(*) FROM mails WHERE state = 'queued'";
            if self.numbers(waiting).await == [0] {
                return;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("some mail is never sent");
    }

    async fn tables(&self) -> Vec<String> {
        let sql = match self.deps.db.backend() {
            DbBackend::Sqlite => {
                "SELECT name FROM sqlite_master WHERE type = 'table'
                 AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'users_search%' ORDER BY name"
            }
            _ => {
                "SELECT table_name::text FROM information_schema.tables
                 WHERE table_schema = 'public' ORDER BY table_name"
            }
        };
        self.texts(sql).await
    }

    async fn select_all(&self, table: &str) -> String {
        if self.deps.db.backend() != DbBackend::Sqlite {
            return format!("SELECT row_to_json(t)::text FROM {table} t ORDER BY 1");
        }
        let columns = format!("SELECT name FROM pragma_table_info('{table}')");
        let columns = self.texts(&columns).await.join(", ");
        format!("SELECT json_array({columns}) FROM {table} ORDER BY 1")
    }

    async fn query(&self, sql: &str) -> Vec<sea_orm::QueryResult> {
        let db = self.deps.db.read();
        let statement = Statement::from_string(db.get_database_backend(), sql);
        db.query_all_raw(statement).await.expect("the SQL is sound")
    }
}
