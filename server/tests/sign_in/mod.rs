//! Getting in.

mod alike;
mod channel;
mod email_code;
mod email_code_limits;
mod explanation;
mod forgotten_password;
mod invitation;
mod second_factor;
mod steps;
mod throttling;
