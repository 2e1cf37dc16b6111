//! Policy classes: what a company's users are held to, decided by the nearest class that says so.

pub mod store;
