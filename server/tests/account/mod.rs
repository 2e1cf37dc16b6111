//! One's own account: what everybody may do to theirs, and nobody to another's.

mod activity;
mod authenticator;
mod closing;
mod email;
mod password;
mod preferences;
mod profile;
