//! Mail: letters are rows written in the use case's transaction; a worker renders and sends them.
//!
//! A letter is sent at least once: a crash between the mail server's yes and our note of it sends the
//! same mail again, under the same Message-ID, by which mail servers and readers recognise it.

mod backoff;
mod compose;
mod delivery;
mod entity;
mod files;
mod html;
mod letter;
mod message;
mod moment;
pub mod outbox;
pub mod rest;
mod sender;
pub mod service;
mod sheet;
mod smtp;
mod store;
mod text;
mod transport;
mod words;
pub mod worker;

pub use letter::{EndingUser, Letter, Recipient};
pub use sender::{SenderError, default_sender};
pub use transport::Transport;
pub use worker::Mailer;
