//! Credentials: is this proof good? What comes next is the sign-in room's question.

pub mod hasher;
pub mod password;
pub mod pending;
pub mod recovery_code;
pub mod seal;
pub mod totp;
