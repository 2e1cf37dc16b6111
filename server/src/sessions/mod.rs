//! Sessions: signed-in browsers and apps, ended at once by everything that takes their ground away.

pub mod cache;
mod ended;
mod entity;
pub mod limits;
mod presented;
pub mod rest;
pub mod service;
pub mod store;
pub mod sweep;
