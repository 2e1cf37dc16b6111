//! Sessions: signed-in browsers and apps, ended at once by everything that takes their ground away.

pub mod acting;
pub mod cache;
mod ended;
mod entity;
pub mod limits;
mod log_in_as;
mod presented;
pub mod proof;
pub mod rest;
mod rest_acting;
mod rest_own;
pub mod service;
mod step_up;
pub mod store;
pub mod sweep;
