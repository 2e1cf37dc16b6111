//! Audit events: written in the transaction of what they tell of, sealed soon after, read within the scope.

mod entity;
mod entry;
mod export;
mod flaw;
mod mark;
mod members;
pub mod rest;
mod seal;
pub mod sealer;
pub mod service;
pub mod sign_ins;
mod store;
mod verify;

pub use entry::Entry;
pub use flaw::Flaw;
pub use seal::Head;
pub use store::{forget_details, list_of, record, record_all};
pub use verify::{Soundness, verify};
