//! Users: adding, editing, stopping, deleting and listing them.

mod addresses;
mod create;
mod delete;
mod edit;
mod filters;
mod last_operator_administrator;
mod pages;
mod purge;
mod search;
