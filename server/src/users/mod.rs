//! Users: adding, editing, deleting and finding them, and their second factor.

pub mod access;
mod account;
pub mod addresses;
pub mod bin;
mod company_expiry;
mod creation;
mod deletion;
pub mod email_changes;
mod entity;
mod expiry_warnings;
mod export;
mod generate_password;
mod import;
mod import_row;
mod list;
mod members;
mod noted;
pub mod rest;
mod rest_actions;
mod rest_expiry;
mod rest_export;
mod rest_tokens;
pub mod rules;
pub mod service;
mod sheet;
pub mod store;
mod token_expiration;
mod two_factor;
pub mod unattended;
mod verification;
mod view;
mod warned;

pub use account::{Account, token_validity};
pub use import_row::Sheet;
pub use list::{Found, found, tally};
