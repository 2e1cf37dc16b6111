//! Many rows in one statement.

use sea_orm::{ConnectionTrait, DbBackend, DbErr, Value};

use crate::db::{Db, Tx, sql};

/// Rows of one statement: SQLite takes 32,766 values at most.
const ROWS: usize = 500;

/// Rows that wait to be written.
pub struct Table {
    name: &'static str,
    columns: &'static str,
    width: usize,
    values: Vec<Value>,
}

impl Table {
    /// Rows of `columns` of the table `name`.
    pub fn new(name: &'static str, columns: &'static str) -> Self {
        Self {
            name,
            columns,
            width: columns.split(',').count(),
            values: Vec::new(),
        }
    }

    /// One more row, in the order of the columns.
    pub fn add<const N: usize>(&mut self, row: [Value; N]) {
        debug_assert_eq!(N, self.width);
        self.values.extend(row);
    }

    /// Writes what fills a statement, and tells how many rows that were. What waits on is for the next
    /// one: statements of one size are understood by the database only once.
    pub async fn write_full(&mut self, db: &impl ConnectionTrait) -> Result<u64, DbErr> {
        let mut written = 0;
        while self.values.len() >= self.width * ROWS {
            written += self.write_some(db, ROWS).await?;
        }
        Ok(written)
    }

    /// Writes all that waits, and tells how many rows that were.
    pub async fn write(&mut self, db: &impl ConnectionTrait) -> Result<u64, DbErr> {
        let written = self.write_full(db).await?;
        match self.values.len() / self.width {
            0 => Ok(written),
            rows => Ok(written + self.write_some(db, rows).await?),
        }
    }

    async fn write_some(&mut self, db: &impl ConnectionTrait, rows: usize) -> Result<u64, DbErr> {
        let backend = db.get_database_backend();
        let sql = insertion(backend, self.name, self.columns, self.width, rows);
        let values: Vec<Value> = self.values.drain(..self.width * rows).collect();
        sql::execute(db, &sql, values).await?;
        Ok(rows as u64)
    }
}

/// SQLite looks every numbered place up in a list, which takes long when there are thousands.
fn insertion(backend: DbBackend, name: &str, columns: &str, width: usize, rows: usize) -> String {
    let place = |number: usize| match backend {
        DbBackend::Sqlite => "?".to_owned(),
        _ => format!("${number}"),
    };
    let rows: Vec<String> = (0..rows)
        .map(|row| {
            let places: Vec<String> = (1..=width)
                .map(|column| place(row * width + column))
                .collect();
            format!("({})", places.join(","))
        })
        .collect();
    format!("INSERT INTO {name} ({columns}) VALUES {}", rows.join(","))
}

/// The first identifier of `table` that was never used.
pub async fn next_id(db: &Db, table: &str) -> Result<i64, DbErr> {
    match db.backend() {
        DbBackend::Sqlite => {
            let sql = "SELECT seq FROM sqlite_sequence WHERE name = $1";
            Ok(sql::number(db.write(), sql, [table.into()]).await? + 1)
        }
        _ => {
            let sql = "SELECT nextval(pg_get_serial_sequence($1, 'id'))";
            sql::number(db.write(), sql, [table.into()]).await
        }
    }
}

/// Lets the database go on counting behind the identifiers that were given.
pub async fn note_ids(tx: &Tx, table: &str) -> Result<(), DbErr> {
    if tx.get_database_backend() == DbBackend::Postgres {
        let sql =
            format!("SELECT setval(pg_get_serial_sequence('{table}', 'id'), MAX(id)) FROM {table}");
        sql::number(&**tx, &sql, []).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::insertion;
    use sea_orm::DbBackend;

    #[test]
    fn places_are_numbered_through_all_rows() {
        assert_eq!(
            insertion(DbBackend::Postgres, "t", "a, b", 2, 2),
            "INSERT INTO t (a, b) VALUES ($1,$2),($3,$4)"
        );
        assert_eq!(
            insertion(DbBackend::Sqlite, "t", "a, b", 2, 1),
            "INSERT INTO t (a, b) VALUES (?,?)"
        );
    }
}
