//! Sessions: how they begin, how long they last, and what ends them at once.

mod beginning;
mod ending;
mod exclusive;
mod limits;
mod told;
