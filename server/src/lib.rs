//! Doorward's server: everything that does. The rooms hold the rules; `http` and `cli` are doors to them.

pub mod account;
pub mod actor;
pub mod audit;
pub mod cli;
pub mod companies;
pub mod config;
pub mod credentials;
pub mod csv;
pub mod db;
pub mod deps;
pub mod desk;
pub mod error;
pub mod fingerprint;
pub mod http;
pub mod invitations;
pub mod jobs;
pub mod mail;
pub mod policies;
pub mod roles;
pub mod secret;
pub mod sessions;
pub mod sign_in;
pub mod throttle;
pub mod tokens;
pub mod turns;
pub mod users;
mod zone;
