//! Roles: named sets of permissions, and what somebody holds by them.

pub mod members;
pub mod rest;
pub mod service;
pub mod store;
