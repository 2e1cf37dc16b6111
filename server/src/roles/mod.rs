//! Roles: named sets of permissions, who has them, and what somebody holds by them.

pub mod catalogue;
pub mod defaults;
mod editing;
pub mod holders;
mod listing;
pub mod members;
pub mod rest;
mod rules;
pub mod service;
pub mod store;
mod view;
