//! Policy classes: what a company's users are held to, decided by the nearest class that says so.

mod classes;
mod impact;
mod kept_out;
mod preview;
pub mod rest;
pub mod service;
pub mod store;

pub use classes::unusable_after_move;
pub use preview::preview;
