//! Policies: what is required of a user, and where that was decided.

mod second_factor;

pub use second_factor::{TwoFactorSetting, required};
