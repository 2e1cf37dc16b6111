//! Every word of what users are found by follows a space or a line break, also the first: the text index knows parts
//! of three characters, so that a search for two can look for a break and the two.

use sea_orm_migration::prelude::*;

use crate::dialect::{is_sqlite, run};

/// This change.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let line_break = if is_sqlite(manager) {
            "char(10)"
        } else {
            "chr(10)"
        };
        let update = format!("UPDATE users SET search_text = {line_break} || search_text");
        run(manager, &[&update]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(
            manager,
            &["UPDATE users SET search_text = substr(search_text, 2)"],
        )
        .await
    }
}
