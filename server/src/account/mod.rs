//! Account management: one's own account.

mod asked_password;
mod own_authenticator;
mod own_closing;
mod own_email;
mod own_password;
mod own_preferences;
mod own_profile;
pub mod rest;
mod rest_profile;
pub mod service;
