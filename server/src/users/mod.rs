//! Users: adding, editing, deleting and finding them, and their second factor.

pub mod access;
mod account;
pub mod addresses;
pub mod bin;
mod deletion;
mod entity;
mod list;
mod noted;
pub mod rest;
mod rest_actions;
pub mod rules;
pub mod service;
pub mod store;
mod two_factor;
mod view;

pub use account::Account;
