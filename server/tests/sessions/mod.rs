//! Sessions: how they begin, how long they last, and what ends them at once.

mod acting_ends;
mod acting_limits;
mod beginning;
mod ending;
mod exclusive;
mod limits;
mod log_in_as;
mod own;
mod step_up;
mod told;
