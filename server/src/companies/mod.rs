//! Companies: the tenant tree.

mod entity;
pub mod rest;
pub mod service;
pub mod store;
mod tree;
