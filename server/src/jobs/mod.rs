//! Jobs: one action on many users, previewed, then done row by row under the rules of the single action.

mod act;
mod entity;
pub mod rest;
mod rows;
mod selection;
pub mod service;
mod starter;
mod store;
pub mod worker;
