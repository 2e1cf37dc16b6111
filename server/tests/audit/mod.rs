//! What is noted of what happened, and who reads it.

mod atomic;
mod events;
mod reading;
