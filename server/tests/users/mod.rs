//! Users: adding, editing, stopping, deleting and listing them.

mod addresses;
mod company_expiry;
mod create;
mod delete;
mod each_other;
mod edit;
mod expiry;
mod expiry_warnings;
mod export;
mod filters;
mod generated_password;
mod last_operator_administrator;
mod pages;
mod purge;
mod search;
mod token_expiration;
mod verification;
mod wide;
