//! Sessions: signed-in browsers and apps, ended at once by everything that takes their ground away.

pub mod cache;
mod entity;
pub mod limits;
pub mod rest;
pub mod service;
pub mod store;
