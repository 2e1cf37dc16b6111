//! Users, what they may do, and the index that finds them by any part of login ID, names and e-mail.

use sea_orm_migration::prelude::*;

use crate::dialect::{is_sqlite, run};

/// This group of tables.
#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(
            manager,
            &[
                "CREATE TABLE users (
                    id {id},
                    company_id BIGINT NOT NULL REFERENCES companies(id),
                    parent_id BIGINT REFERENCES users(id) ON DELETE SET NULL,
                    login_id TEXT {bytes} NOT NULL,
                    email TEXT NOT NULL,
                    first_name TEXT NOT NULL,
                    last_name TEXT NOT NULL,
                    sort_name TEXT {bytes} NOT NULL,
                    search_text TEXT NOT NULL,
                    disabled BOOLEAN NOT NULL DEFAULT FALSE,
                    expires_at BIGINT NOT NULL,
                    two_factor TEXT NOT NULL,
                    password_set_at BIGINT NOT NULL DEFAULT 0,
                    enrolled_at BIGINT NOT NULL DEFAULT 0,
                    last_sign_in_at BIGINT NOT NULL DEFAULT 0,
                    language TEXT NOT NULL,
                    time_zone TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    deleted_at BIGINT NOT NULL DEFAULT 0,
                    deletion BIGINT NOT NULL DEFAULT 0,
                    version BIGINT NOT NULL DEFAULT 1
                )",
                "CREATE UNIQUE INDEX users_login_id ON users (login_id)",
                "CREATE INDEX users_by_login_id ON users (login_id, id) WHERE deleted_at = 0",
                "CREATE INDEX users_by_name ON users (sort_name, id) WHERE deleted_at = 0",
                "CREATE INDEX users_by_last_sign_in ON users (last_sign_in_at, id) WHERE deleted_at = 0",
                "CREATE INDEX users_by_expiry ON users (expires_at, id) WHERE deleted_at = 0",
                "CREATE INDEX users_of_company ON users (company_id, login_id, id) WHERE deleted_at = 0",
                "CREATE INDEX users_company ON users (company_id)",
                "CREATE INDEX users_bin ON users (login_id, id) WHERE deleted_at > 0",
                "CREATE INDEX users_parent ON users (parent_id)",
                "CREATE TABLE user_roles (
                    user_id BIGINT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
                    role_id BIGINT NOT NULL REFERENCES roles(id),
                    PRIMARY KEY (user_id, role_id)
                )",
                "CREATE INDEX user_roles_role ON user_roles (role_id, user_id)",
                "CREATE TABLE user_grants (
                    user_id BIGINT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
                    permission TEXT NOT NULL,
                    channel TEXT NOT NULL,
                    PRIMARY KEY (user_id, permission, channel)
                )",
                "CREATE TABLE related_companies (
                    user_id BIGINT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
                    company_id BIGINT NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
                    PRIMARY KEY (user_id, company_id)
                )",
                "CREATE INDEX related_companies_company ON related_companies (company_id)",
            ],
        )
        .await?;
        if is_sqlite(manager) {
            run(
                manager,
                &[
                    "CREATE VIRTUAL TABLE users_search USING fts5(
                        search_text, content='users', content_rowid='id', tokenize='trigram'
                    )",
                    "CREATE TRIGGER users_search_insert AFTER INSERT ON users BEGIN
                        INSERT INTO users_search (rowid, search_text) VALUES (new.id, new.search_text);
                    END",
                    "CREATE TRIGGER users_search_delete AFTER DELETE ON users BEGIN
                        INSERT INTO users_search (users_search, rowid, search_text)
                        VALUES ('delete', old.id, old.search_text);
                    END",
                    "CREATE TRIGGER users_search_update AFTER UPDATE OF search_text ON users BEGIN
                        INSERT INTO users_search (users_search, rowid, search_text)
                        VALUES ('delete', old.id, old.search_text);
                        INSERT INTO users_search (rowid, search_text) VALUES (new.id, new.search_text);
                    END",
                ],
            )
            .await
        } else {
            run(
                manager,
                &[
                    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
                    "CREATE INDEX users_search ON users USING gin (search_text gin_trgm_ops)",
                ],
            )
            .await
        }
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if is_sqlite(manager) {
            run(manager, &["DROP TABLE users_search"]).await?;
        }
        run(
            manager,
            &[
                "DROP TABLE related_companies",
                "DROP TABLE user_grants",
                "DROP TABLE user_roles",
                "DROP TABLE users",
            ],
        )
        .await
    }
}
