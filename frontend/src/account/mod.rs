//! Account management: one's own account.

mod activity_section;
mod authenticator_dialog;
mod closing_section;
mod email_dialog;
mod email_link;
mod page;
mod password_dialog;
mod preferences;
mod profile_dialog;
mod profile_section;
mod security_section;
mod sessions_section;
mod two_factor;
mod zone_field;

pub use email_link::EmailLinkPage;
pub use page::AccountPage;
pub use preferences::PreferencesPage;
