//! Account management: one's own account.

mod asked_password;
mod own_authenticator;
mod own_password;
pub mod rest;
pub mod service;
