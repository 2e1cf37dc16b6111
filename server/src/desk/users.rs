//! Users as one caller reaches them: each question goes to the service that answers it.

use app::{
    CompanyId, Page, Refusal, Timestamp, UserId,
    users::{
        AccessChange, AddressTrial, AddressVerdict, AddressesDraft, CompanyExpiry, Deletion,
        DeletionPreview, ExpiryApplied, ExpiryPreview, GeneratedPassword, TokenExpirationDraft,
        TokenExpirationImpact, User, UserAccess, UserChange, UserDraft, UserQuery, UserRow, Users,
        VerificationSettings,
    },
};
use async_trait::async_trait;

use super::Desk;
use crate::{error::Error, users};

#[async_trait]
impl Users for Desk {
    async fn users(&self, query: UserQuery) -> Result<Page<UserRow>, Refusal> {
        ask!(self, actor => users::service::list(&self.deps, &actor, query))
    }

    async fn user(&self, id: UserId) -> Result<User, Refusal> {
        ask!(self, actor => users::service::get(&self.deps, &actor, id))
    }

    async fn create_user(&self, draft: UserDraft) -> Result<User, Refusal> {
        ask!(self, actor => users::service::create(&self.deps, &actor, &self.caller, draft))
    }

    async fn change_user(
        &self,
        id: UserId,
        version: i64,
        change: UserChange,
    ) -> Result<User, Refusal> {
        ask!(self, actor => users::service::change(&self.deps, &actor, &self.caller, id, version, change))
    }

    async fn preview_expiry(
        &self,
        company: CompanyId,
        expires_at: Option<Timestamp>,
    ) -> Result<ExpiryPreview, Refusal> {
        ask!(self, actor => users::service::preview_expiry(&self.deps, &actor, company, expires_at))
    }

    async fn apply_expiry(
        &self,
        company: CompanyId,
        expiry: CompanyExpiry,
    ) -> Result<ExpiryApplied, Refusal> {
        ask!(self, actor => users::service::apply_expiry(&self.deps, &actor, &self.caller, company, expiry))
    }

    async fn access(&self, id: UserId) -> Result<UserAccess, Refusal> {
        ask!(self, actor => users::access::get(&self.deps, &actor, id))
    }

    async fn change_access(
        &self,
        id: UserId,
        version: i64,
        change: AccessChange,
    ) -> Result<UserAccess, Refusal> {
        ask!(self, actor => users::access::change(&self.deps, &actor, &self.caller, id, version, change))
    }

    async fn set_disabled(&self, id: UserId, disabled: bool) -> Result<User, Refusal> {
        ask!(self, actor => users::service::set_disabled(&self.deps, &actor, &self.caller, id, disabled))
    }

    async fn set_two_factor(&self, id: UserId, enabled: bool) -> Result<User, Refusal> {
        ask!(self, actor => users::service::set_two_factor(&self.deps, &actor, &self.caller, id, enabled))
    }

    async fn reset_two_factor(&self, id: UserId) -> Result<User, Refusal> {
        ask!(self, actor => users::service::reset_two_factor(&self.deps, &actor, &self.caller, id))
    }

    async fn generate_password(&self, id: UserId) -> Result<GeneratedPassword, Refusal> {
        ask!(self, actor => users::service::generate_password(&self.deps, &actor, &self.caller, id))
    }

    async fn set_verification(
        &self,
        id: UserId,
        version: i64,
        settings: VerificationSettings,
    ) -> Result<User, Refusal> {
        ask!(self, actor => users::service::set_verification(&self.deps, &actor, &self.caller, id, version, settings))
    }

    async fn set_trusted_addresses(
        &self,
        id: UserId,
        version: i64,
        draft: AddressesDraft,
    ) -> Result<User, Refusal> {
        ask!(self, actor => users::service::set_trusted_addresses(&self.deps, &actor, &self.caller, id, version, draft))
    }

    async fn try_trusted_addresses(
        &self,
        id: UserId,
        trial: AddressTrial,
    ) -> Result<AddressVerdict, Refusal> {
        ask!(self, actor => users::service::try_trusted_addresses(&self.deps, &actor, id, trial))
    }

    async fn set_token_expiration(
        &self,
        id: UserId,
        version: i64,
        draft: TokenExpirationDraft,
    ) -> Result<User, Refusal> {
        ask!(self, actor => users::service::set_token_expiration(&self.deps, &actor, &self.caller, id, version, draft))
    }

    async fn preview_token_expiration(
        &self,
        id: UserId,
        draft: TokenExpirationDraft,
    ) -> Result<TokenExpirationImpact, Refusal> {
        ask!(self, actor => users::service::preview_token_expiration(&self.deps, &actor, id, draft))
    }

    async fn unlock(&self, id: UserId) -> Result<User, Refusal> {
        ask!(self, actor => users::service::unlock(&self.deps, &actor, &self.caller, id))
    }

    async fn preview_deletion(&self, id: UserId) -> Result<DeletionPreview, Refusal> {
        ask!(self, actor => users::service::preview(&self.deps, &actor, id))
    }

    async fn delete_user(&self, id: UserId, deletion: Deletion) -> Result<(), Refusal> {
        ask!(self, actor => users::service::delete(&self.deps, &actor, &self.caller, id, deletion))
    }

    async fn restore_user(&self, id: UserId) -> Result<User, Refusal> {
        ask!(self, actor => users::service::restore(&self.deps, &actor, &self.caller, id))
    }

    async fn purge_user(&self, id: UserId) -> Result<(), Refusal> {
        ask!(self, actor => users::service::purge(&self.deps, &actor, &self.caller, id))
    }
}
