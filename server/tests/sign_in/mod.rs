//! Getting in.

mod alike;
mod channel;
mod forgotten_password;
mod invitation;
mod second_factor;
mod steps;
mod throttling;
