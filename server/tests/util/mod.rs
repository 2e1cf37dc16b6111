//! What every test stands on.

mod acting;
mod actors;
mod authenticator;
mod client;
mod clock;
mod database;
mod dice;
mod rows;
mod siblings;
mod smtp_sink;
mod test_app;

pub use actors::PASSWORD;
pub use authenticator::Authenticator;
pub use client::{Answer, Client};
pub use clock::ManualClock;
pub use database::fresh as fresh_database;
pub use dice::Dice;
pub use siblings::Siblings;
pub use smtp_sink::{Behaviour, SmtpSink};
pub use test_app::TestApp;
