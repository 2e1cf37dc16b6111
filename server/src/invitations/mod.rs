//! Invitations and password links: single-use, expiring, stored as hashes only.

mod entity;
pub mod rest;
pub mod service;
pub mod store;
