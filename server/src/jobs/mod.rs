//! Jobs: one action on many users, or users from a file, previewed, then done row by row under the rules of the single action.

mod act;
mod entity;
mod import;
pub mod rest;
mod rest_files;
mod results;
mod rows;
mod selection;
pub mod service;
mod starter;
mod store;
mod told;
pub mod worker;
