//! Many rows in one statement.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement, Value};

use crate::db::{Db, Tx};

/// Rows of one statement: SQLite takes 32,766 values at most.
const ROWS: usize = 500;

/// Rows that wait to be written.
pub struct Table {
    name: &'static str,
    columns: &'static str,
    width: usize,
    full: String,
    values: Vec<Value>,
}

impl Table {
    /// Rows of `columns` of the table `name`.
    pub fn new(name: &'static str, columns: &'static str) -> Self {
        let width = columns.split(',').count();
        let full = sql(name, columns, width, ROWS);
        Self {
            name,
            columns,
            width,
            full,
            values: Vec::with_capacity(width * ROWS),
        }
    }

    /// One more row, in the order of the columns.
    pub fn add<const N: usize>(&mut self, row: [Value; N]) {
        debug_assert_eq!(N, self.width);
        self.values.extend(row);
    }

    /// Whether it is time to write.
    pub fn is_full(&self) -> bool {
        self.values.len() >= self.width * ROWS
    }

    /// Writes what waits, and tells how many rows that were.
    pub async fn write(&mut self, db: &impl ConnectionTrait) -> Result<u64, DbErr> {
        let rows = self.values.len() / self.width;
        if rows == 0 {
            return Ok(0);
        }
        let sql = if rows == ROWS {
            self.full.clone()
        } else {
            sql(self.name, self.columns, self.width, rows)
        };
        let values = std::mem::replace(&mut self.values, Vec::with_capacity(self.width * ROWS));
        db.execute_raw(Statement::from_sql_and_values(
            db.get_database_backend(),
            sql,
            values,
        ))
        .await?;
        Ok(rows as u64)
    }
}

fn sql(name: &str, columns: &str, width: usize, rows: usize) -> String {
    let rows: Vec<String> = (0..rows)
        .map(|row| {
            let places: Vec<String> = (1..=width)
                .map(|column| format!("${}", row * width + column))
                .collect();
            format!("({})", places.join(","))
        })
        .collect();
    format!("INSERT INTO {name} ({columns}) VALUES {}", rows.join(","))
}

/// A statement with values.
pub fn statement<const N: usize>(tx: &Tx, sql: &str, values: [Value; N]) -> Statement {
    Statement::from_sql_and_values(tx.get_database_backend(), sql, values)
}

/// The number that `sql` gives in its column `n`.
pub async fn number(db: &impl ConnectionTrait, sql: &str) -> Result<i64, DbErr> {
    let row = db
        .query_one_raw(Statement::from_string(db.get_database_backend(), sql))
        .await?;
    row.map_or(Ok(0), |row| row.try_get("", "n"))
}

/// The first identifier of `table` that was never used.
pub async fn next_id(db: &Db, table: &str) -> Result<i64, DbErr> {
    match db.backend() {
        DbBackend::Sqlite => {
            let sql = format!("SELECT seq AS n FROM sqlite_sequence WHERE name = '{table}'");
            Ok(number(db.write(), &sql).await? + 1)
        }
        _ => {
            number(
                db.write(),
                &format!("SELECT nextval(pg_get_serial_sequence('{table}', 'id')) AS n"),
            )
            .await
        }
    }
}

/// Lets the database go on counting behind the identifiers that were given.
pub async fn note_ids(tx: &Tx, table: &str) -> Result<(), DbErr> {
    if tx.get_database_backend() == DbBackend::Postgres {
        let sql = format!(
            "SELECT setval(pg_get_serial_sequence('{table}', 'id'), MAX(id)) AS n FROM {table}"
        );
        number(&**tx, &sql).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::sql;

    #[test]
    fn places_are_numbered_through_all_rows() {
        assert_eq!(
            sql("t", "a, b", 2, 2),
            "INSERT INTO t (a, b) VALUES ($1,$2),($3,$4)"
        );
    }
}
