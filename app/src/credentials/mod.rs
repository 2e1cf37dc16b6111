//! Credentials: the forms of the proofs, and what can be told of them without data.

mod code;
mod password;

pub use code::{EmailCode, OneTimeCode, RecoveryCode};
pub use password::{MAX_PASSWORD, Password, shortest};
