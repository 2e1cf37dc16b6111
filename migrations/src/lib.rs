//! Doorward's tables, up and down, on SQLite and PostgreSQL.
//!
//! The statements are plain SQL that both databases read, but for the few words in [`dialect`].
//! Times are milliseconds since the Unix epoch; 0 stands for "not yet", the largest number for "never",
//! so that every order by time is total and has an index.

mod dialect;
mod m0001_companies;
mod m0002_roles;
mod m0003_users;
mod m0004_credentials;
mod m0005_sign_in;
mod m0006_mail;
mod m0007_audit;
mod m0008_idempotency;
mod m0009_word_beginnings;
mod m0010_role_catalogue;
mod m0011_policy_classes;
mod m0012_audit_seals;
mod m0013_expiry_warnings;
mod m0014_trusted_addresses;
mod m0015_verification_methods;
mod m0016_token_expiration;
mod m0017_log_in_as;
mod m0018_jobs;
mod m0019_imports;
mod m0020_users_of_scope;
mod m0021_own_account;
mod m0022_tokens;
mod m0024_profiles;
mod m0025_preferences;
mod m0026_home;

use sea_orm_migration::prelude::*;
pub use sea_orm_migration::{MigratorTrait, sea_orm};

/// All migrations, oldest first.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_companies::Migration),
            Box::new(m0002_roles::Migration),
            Box::new(m0003_users::Migration),
            Box::new(m0004_credentials::Migration),
            Box::new(m0005_sign_in::Migration),
            Box::new(m0006_mail::Migration),
            Box::new(m0007_audit::Migration),
            Box::new(m0008_idempotency::Migration),
            Box::new(m0009_word_beginnings::Migration),
            Box::new(m0010_role_catalogue::Migration),
            Box::new(m0011_policy_classes::Migration),
            Box::new(m0012_audit_seals::Migration),
            Box::new(m0013_expiry_warnings::Migration),
            Box::new(m0014_trusted_addresses::Migration),
            Box::new(m0015_verification_methods::Migration),
            Box::new(m0016_token_expiration::Migration),
            Box::new(m0017_log_in_as::Migration),
            Box::new(m0018_jobs::Migration),
            Box::new(m0019_imports::Migration),
            Box::new(m0020_users_of_scope::Migration),
            Box::new(m0021_own_account::Migration),
            Box::new(m0022_tokens::Migration),
            Box::new(m0024_profiles::Migration),
            Box::new(m0025_preferences::Migration),
            Box::new(m0026_home::Migration),
        ]
    }
}
