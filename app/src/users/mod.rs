//! Users: a person's account, one login ID, one company.

mod access;
mod addresses;
pub mod api;
mod column;
mod deletion;
mod draft;
mod email;
mod expiry;
mod generated_password;
mod list;
mod log_in_as;
mod login_id;
mod name;
mod refusal;
mod token_expiration;
mod user;
mod verification;

use async_trait::async_trait;

pub use access::{AccessChange, AccessRole, UserAccess};
pub use addresses::{AddressTrial, AddressVerdict, AddressesDraft, SignInElsewhere};
pub use column::UserColumn;
pub use deletion::{Deletion, DeletionPreview};
pub use draft::{NewUser, UserChange, UserDraft, UserEdit};
pub use email::EmailAddress;
pub use expiry::{CompanyExpiry, ExpiryApplied, ExpiryPreview, LeftOut, WhyLeftOut};
pub use generated_password::GeneratedPassword;
pub use list::{TwoFactorState, UserQuery, UserRow, UserSort};
pub use log_in_as::LogInAsOffer;
pub use login_id::LoginId;
pub use name::{Description, Group, PersonName, TimeZone};
pub use refusal::UserRefusal;
pub use token_expiration::{
    LifetimeUnit, TokenExpiration, TokenExpirationDraft, TokenExpirationImpact, TokenLifetime,
    TokenValidity,
};
pub use user::{AccountStatus, PendingEmail, TwoFactor, User, UserRef, full_name};
pub use verification::{VerificationMethod, VerificationMethods, VerificationSettings};

use crate::{CompanyId, Page, Refusal, Timestamp, UserId};

/// What may be asked about users.
#[async_trait]
pub trait Users {
    /// A page of the users of the caller's scope.
    async fn users(&self, query: UserQuery) -> Result<Page<UserRow>, Refusal>;
    /// One user, also from the bin.
    async fn user(&self, id: UserId) -> Result<User, Refusal>;
    /// Adds a user; with `issue_credentials` also an invitation and its mail, all or nothing.
    async fn create_user(&self, draft: UserDraft) -> Result<User, Refusal>;
    /// Edits a user, if it is still at `version`.
    async fn change_user(
        &self,
        id: UserId,
        version: i64,
        change: UserChange,
    ) -> Result<User, Refusal>;
    /// What one expiration date for all accounts of a company would change.
    async fn preview_expiry(
        &self,
        company: CompanyId,
        expires_at: Option<Timestamp>,
    ) -> Result<ExpiryPreview, Refusal>;
    /// Apply to all accounts of this company, if they are still those that were shown.
    async fn apply_expiry(
        &self,
        company: CompanyId,
        expiry: CompanyExpiry,
    ) -> Result<ExpiryApplied, Refusal>;
    /// What a user may do, and where each permission comes from.
    async fn access(&self, id: UserId) -> Result<UserAccess, Refusal>;
    /// Gives a user, who is still at `version`, other roles and individual grants, both or nothing.
    async fn change_access(
        &self,
        id: UserId,
        version: i64,
        change: AccessChange,
    ) -> Result<UserAccess, Refusal>;
    /// Stops a user from signing in, or allows it again.
    async fn set_disabled(&self, id: UserId, disabled: bool) -> Result<User, Refusal>;
    /// Enable TFA (`true`) or Disable TFA (`false`).
    async fn set_two_factor(&self, id: UserId, enabled: bool) -> Result<User, Refusal>;
    /// Reset TFA: the authenticator and recovery codes are dead, sessions end, the next sign-in enrols anew.
    async fn reset_two_factor(&self, id: UserId) -> Result<User, Refusal>;
    /// Generate password: sets a new one, which is told this once and must be changed at the next sign-in.
    async fn generate_password(&self, id: UserId) -> Result<GeneratedPassword, Refusal>;
    /// Sets by what a user is verified at sign-in and unlock, if they are still at `version`.
    async fn set_verification(
        &self,
        id: UserId,
        version: i64,
        settings: VerificationSettings,
    ) -> Result<User, Refusal>;
    /// Sets from where a user may come, if they are still at `version`.
    async fn set_trusted_addresses(
        &self,
        id: UserId,
        version: i64,
        draft: AddressesDraft,
    ) -> Result<User, Refusal>;
    /// Whether somebody would get in, and who of late would not have.
    async fn try_trusted_addresses(
        &self,
        id: UserId,
        trial: AddressTrial,
    ) -> Result<AddressVerdict, Refusal>;
    /// Sets how long a user's tokens are valid, and exclusive login, if they are still at `version`.
    async fn set_token_expiration(
        &self,
        id: UserId,
        version: i64,
        draft: TokenExpirationDraft,
    ) -> Result<User, Refusal>;
    /// How many sessions of a user it would end to set this.
    async fn preview_token_expiration(
        &self,
        id: UserId,
        draft: TokenExpirationDraft,
    ) -> Result<TokenExpirationImpact, Refusal>;
    /// Forgets the failed sign-ins that slow this account down.
    async fn unlock(&self, id: UserId) -> Result<User, Refusal>;
    /// What a deletion would take along.
    async fn preview_deletion(&self, id: UserId) -> Result<DeletionPreview, Refusal>;
    /// Moves a user and their sub-users into the bin, if the set is still the one that was shown.
    async fn delete_user(&self, id: UserId, deletion: Deletion) -> Result<(), Refusal>;
    /// Brings the whole set that was deleted together back from the bin.
    async fn restore_user(&self, id: UserId) -> Result<User, Refusal>;
    /// Removes a user of the bin for good; their login ID becomes free.
    async fn purge_user(&self, id: UserId) -> Result<(), Refusal>;
}
