//! Account management: one's own account.

mod activity_section;
mod authenticator_dialog;
mod page;
mod password_dialog;
mod security_section;
mod sessions_section;
mod two_factor;

pub use page::AccountPage;
