//! The door: the addresses of the pages that get one in. They are a small bundle of their own, because they are all
//! that a first visit needs.

/// Where one signs in.
pub const SIGN_IN: &str = "/sign-in";
/// Where one asks for a link to set a new password.
pub const FORGOTTEN_PASSWORD: &str = "/forgotten-password";
/// Where an invitation's link leads.
pub const INVITATION: &str = "/invitation";
/// Where the link to set a new password leads.
pub const PASSWORD: &str = "/password";
/// Where the first administrator is set up.
pub const SET_UP: &str = "/set-up";

/// All of them.
pub const PATHS: [&str; 5] = [SIGN_IN, FORGOTTEN_PASSWORD, INVITATION, PASSWORD, SET_UP];
