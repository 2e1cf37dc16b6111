//! Account management: what everybody may see and change of their own account.

mod activity;
pub mod api;
mod authenticator;
mod closing;
mod email_change;
mod password;
mod preferences;
mod profile;
mod refusal;
mod security;

use async_trait::async_trait;

pub use activity::ActivityEvent;
pub use authenticator::{AuthenticatorCode, PresentPassword, RecoveryCodes};
pub use closing::ClosingPreview;
pub use email_change::{EmailDraft, EmailLinkPurpose, EmailLinkView};
pub use password::PasswordChange;
pub use preferences::{Preferences, PreferencesChange, Theme};
pub use profile::{Profile, ProfileChange};
pub use refusal::AccountRefusal;
pub use security::{AccountSecurity, OwnPassword, SecondFactor};

use crate::{Page, PageQuery, Refusal, sign_in::Enrolment};

/// The page about one's own account.
pub const ACCOUNT: &str = "/account";
/// The same, where one's password is to be changed at once.
pub const CHANGE_PASSWORD: &str = "/account?update=password";
/// The page about how the portal looks and writes.
pub const PREFERENCES: &str = "/account/preferences";

/// What may be asked about one's own account. None of it needs a permission.
#[async_trait]
pub trait OwnAccount {
    /// What the caller says of themselves.
    async fn profile(&self) -> Result<Profile, Refusal>;
    /// Edits it, if it is still at `version`.
    async fn change_profile(&self, version: i64, change: ProfileChange)
    -> Result<Profile, Refusal>;
    /// Asks for another e-mail address: a link is mailed there, and the present address is told how to stop it.
    async fn ask_for_email(&self, draft: EmailDraft) -> Result<Profile, Refusal>;
    /// Mails the link once more; the one before is void.
    async fn send_email_link_again(&self) -> Result<Profile, Refusal>;
    /// Gives up the change of the address.
    async fn cancel_email_change(&self) -> Result<Profile, Refusal>;
    /// What the page of a mailed link says about a change of an address. Spends nothing.
    async fn look_at_email_link(&self, token: String) -> Result<EmailLinkView, Refusal>;
    /// Confirms the address to be, or stops the change, as the link is for.
    async fn use_email_link(&self, token: String) -> Result<EmailLinkPurpose, Refusal>;
    /// How the caller wants the portal to look and to write.
    async fn preferences(&self) -> Result<Preferences, Refusal>;
    /// Changes it.
    async fn change_preferences(&self, change: PreferencesChange) -> Result<Preferences, Refusal>;
    /// By what the caller signs in.
    async fn account_security(&self) -> Result<AccountSecurity, Refusal>;
    /// Changes the caller's password; their other sessions end.
    async fn change_password(&self, change: PasswordChange) -> Result<(), Refusal>;
    /// Begins to set up an authenticator, also in place of the one that is bound: that one works until the new is confirmed.
    async fn begin_authenticator(&self, draft: PresentPassword) -> Result<Enrolment, Refusal>;
    /// Binds the authenticator being set up, whose code is right; the recovery codes from now on.
    async fn confirm_authenticator(
        &self,
        draft: AuthenticatorCode,
    ) -> Result<RecoveryCodes, Refusal>;
    /// Removes the caller's authenticator and recovery codes, if nothing asks for them.
    async fn remove_authenticator(&self) -> Result<(), Refusal>;
    /// Makes new recovery codes; the old ones are void.
    async fn renew_recovery_codes(&self) -> Result<RecoveryCodes, Refusal>;
    /// What closing the caller's account would take along, or why it cannot be closed.
    async fn preview_closing(&self) -> Result<ClosingPreview, Refusal>;
    /// Closes the caller's account: it goes to the bin, where an administrator can bring it back from.
    async fn close_account(&self) -> Result<(), Refusal>;
    /// A page of what the caller did and what was done to their account, newest first.
    async fn activity(&self, page: PageQuery) -> Result<Page<ActivityEvent>, Refusal>;
}
