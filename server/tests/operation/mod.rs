//! The binary as operators run it.

mod kill;
mod migrate;
mod process;
