//! Audit events: written in the transaction of what they tell of, read within the scope.

mod entity;
mod entry;
pub mod rest;
pub mod service;
mod store;

pub use entry::Entry;
pub use store::{forget_details, record, record_all};
