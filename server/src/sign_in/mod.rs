//! Signing in: a login flow walks through its steps, for every door the same way.

pub mod devices;
mod email_code;
mod entity;
pub mod explanation;
mod finish;
pub mod janitor;
pub mod rest;
pub mod service;
pub mod set_up;
mod steps;
mod store;
pub mod subject;
mod view;
