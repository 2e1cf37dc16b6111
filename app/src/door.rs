//! The door: the addresses of the pages that get one in, or that a mailed link leads to. They are a small bundle of their own, because they are all
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

/// Where the links lead that confirm another e-mail address, or stop its change.
pub const EMAIL: &str = "/email";

/// All of them.
pub const PATHS: [&str; 6] = [
    SIGN_IN,
    FORGOTTEN_PASSWORD,
    INVITATION,
    PASSWORD,
    SET_UP,
    EMAIL,
];
