//! The database: connecting, and one transaction per use case.

mod connect;
pub mod paging;
pub mod sql;
mod tx;

pub use connect::{ConnectError, connect, migrate};
pub use tx::{Db, Part, Tx};
