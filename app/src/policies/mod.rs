//! Policies: what is required of a user, and where that was decided.

mod second_factor;
mod trusted_address;

pub use second_factor::{TwoFactorSetting, required};
pub use trusted_address::{TrustedAddress, TrustedAddresses};
