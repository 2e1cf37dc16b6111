//! What the door itself promises, whatever room is asked.

mod acting;
mod openapi;
mod operations;
mod other_sites;
mod rest_docs;
mod rest_idempotency;
mod rest_reading;
mod rest_versions;
mod rights;
mod table;
mod walls;
