//! Getting in.

mod alike;
mod forgotten_password;
mod invitation;
mod second_factor;
mod steps;
mod throttling;
