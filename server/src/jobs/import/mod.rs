//! Users from a file: its rows are the rows of a job.

mod file;
mod receive;
pub(super) mod store;

pub use file::OF_RESULTS;
pub use receive::{Receiving, begin};
