//! The server's tests: the real router, a real database, real migrations, over real HTTP.

mod companies;
mod http;
mod mail;
mod sessions;
mod sign_in;
mod users;
mod util;
