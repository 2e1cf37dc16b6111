//! What the door itself promises, whatever room is asked.

mod acting;
mod calls;
mod openapi;
pub mod operations;
mod other_sites;
mod own;
mod rest_docs;
mod rest_idempotency;
mod rest_reading;
mod rest_versions;
mod rights;
mod table;
mod walls;
