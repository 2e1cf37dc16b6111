//! Getting in.

mod invitation;
mod second_factor;
