//! Invitations and password links: the page to which the link in a mail leads.

mod landing;

pub use landing::{InvitationPage, PasswordLinkPage};
