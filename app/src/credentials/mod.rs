//! Credentials: the forms of the proofs, and what can be told of them without data.

mod code;
mod password;

pub use code::{EmailCode, FEW_RECOVERY_CODES, OneTimeCode, RecoveryCode};
pub use password::{MAX_PASSWORD, Password, shortest};
