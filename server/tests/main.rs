//! The server's tests: the real router, a real database, real migrations, over real HTTP.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "tests say what must hold by unwrapping it, in their helpers too"
)]

mod account;
mod audit;
mod companies;
mod home;
mod http;
mod jobs;
mod mail;
mod operation;
mod policies;
mod roles;
mod sessions;
mod sign_in;
mod tokens;
mod users;
mod util;
