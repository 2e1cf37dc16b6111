//! Sessions: signed-in browsers and apps, ended at once by everything that takes their ground away.

pub mod acting;
pub mod cache;
mod ended;
mod entity;
pub mod limits;
mod log_in_as;
mod presented;
pub mod rest;
mod rest_acting;
pub mod service;
pub mod store;
pub mod sweep;
