//! Signing in: a login flow walks through its steps, for every door the same way.

mod entity;
mod finish;
pub mod janitor;
pub mod rest;
pub mod service;
pub mod set_up;
mod steps;
mod store;
mod view;
