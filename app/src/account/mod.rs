//! Account management: what everybody may see and change of their own account.

mod activity;
pub mod api;
mod authenticator;
mod password;
mod refusal;
mod security;

use async_trait::async_trait;

pub use activity::ActivityEvent;
pub use authenticator::{AuthenticatorCode, PresentPassword, RecoveryCodes};
pub use password::PasswordChange;
pub use refusal::AccountRefusal;
pub use security::{AccountSecurity, OwnPassword, SecondFactor};

use crate::{Page, PageQuery, Refusal, sign_in::Enrolment};

/// The page about one's own account.
pub const ACCOUNT: &str = "/account";
/// The same, where one's password is to be changed at once.
pub const CHANGE_PASSWORD: &str = "/account?update=password";

/// What may be asked about one's own account. None of it needs a permission.
#[async_trait]
pub trait OwnAccount {
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
    /// A page of what the caller did and what was done to their account, newest first.
    async fn activity(&self, page: PageQuery) -> Result<Page<ActivityEvent>, Refusal>;
}
