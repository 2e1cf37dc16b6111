//! The server functions about users.
#![allow(
    missing_docs,
    reason = "the fields of the generated structs are the arguments of the functions"
)]

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::{
    AccessChange, AddressTrial, AddressVerdict, AddressesDraft, CompanyExpiry, Deletion,
    DeletionPreview, ExpiryApplied, ExpiryPreview, GeneratedPassword, TokenExpirationDraft,
    TokenExpirationImpact, User, UserAccess, UserChange, UserDraft, UserQuery, UserRow,
    VerificationSettings,
};
use crate::{CompanyId, Page, Refusal, Timestamp, UserId};

/// See [`super::Users::users`].
#[server(prefix = "/ui", endpoint = "users/list", input = Json)]
pub async fn list_users(query: UserQuery) -> Result<Page<UserRow>, Refusal> {
    crate::portal()?.users(query).await
}

/// See [`super::Users::user`].
#[server(prefix = "/ui", endpoint = "users/one", input = Json)]
pub async fn get_user(id: UserId) -> Result<User, Refusal> {
    crate::portal()?.user(id).await
}

/// See [`super::Users::create_user`].
#[server(prefix = "/ui", endpoint = "users/create", input = Json)]
pub async fn create_user(draft: UserDraft) -> Result<User, Refusal> {
    crate::portal()?.create_user(draft).await
}

/// See [`super::Users::change_user`].
#[server(prefix = "/ui", endpoint = "users/change", input = Json)]
pub async fn change_user(id: UserId, version: i64, change: UserChange) -> Result<User, Refusal> {
    crate::portal()?.change_user(id, version, change).await
}

/// See [`super::Users::preview_expiry`].
#[server(prefix = "/ui", endpoint = "users/preview-expiry", input = Json)]
pub async fn preview_expiry(
    company: CompanyId,
    expires_at: Option<Timestamp>,
) -> Result<ExpiryPreview, Refusal> {
    crate::portal()?.preview_expiry(company, expires_at).await
}

/// See [`super::Users::apply_expiry`].
#[server(prefix = "/ui", endpoint = "users/apply-expiry", input = Json)]
pub async fn apply_expiry(
    company: CompanyId,
    expiry: CompanyExpiry,
) -> Result<ExpiryApplied, Refusal> {
    crate::portal()?.apply_expiry(company, expiry).await
}

/// See [`super::Users::access`].
#[server(prefix = "/ui", endpoint = "users/access", input = Json)]
pub async fn get_access(id: UserId) -> Result<UserAccess, Refusal> {
    crate::portal()?.access(id).await
}

/// See [`super::Users::change_access`].
#[server(prefix = "/ui", endpoint = "users/change-access", input = Json)]
pub async fn change_access(
    id: UserId,
    version: i64,
    change: AccessChange,
) -> Result<UserAccess, Refusal> {
    crate::portal()?.change_access(id, version, change).await
}

/// See [`super::Users::set_disabled`].
#[server(prefix = "/ui", endpoint = "users/set-disabled", input = Json)]
pub async fn set_disabled(id: UserId, disabled: bool) -> Result<User, Refusal> {
    crate::portal()?.set_disabled(id, disabled).await
}

/// See [`super::Users::set_two_factor`].
#[server(prefix = "/ui", endpoint = "users/set-two-factor", input = Json)]
pub async fn set_two_factor(id: UserId, enabled: bool) -> Result<User, Refusal> {
    crate::portal()?.set_two_factor(id, enabled).await
}

/// See [`super::Users::reset_two_factor`].
#[server(prefix = "/ui", endpoint = "users/reset-two-factor", input = Json)]
pub async fn reset_two_factor(id: UserId) -> Result<User, Refusal> {
    crate::portal()?.reset_two_factor(id).await
}

/// See [`super::Users::generate_password`].
#[server(prefix = "/ui", endpoint = "users/generate-password", input = Json)]
pub async fn generate_password(id: UserId) -> Result<GeneratedPassword, Refusal> {
    crate::portal()?.generate_password(id).await
}

/// See [`super::Users::set_verification`].
#[server(prefix = "/ui", endpoint = "users/set-verification", input = Json)]
pub async fn set_verification(
    id: UserId,
    version: i64,
    settings: VerificationSettings,
) -> Result<User, Refusal> {
    crate::portal()?
        .set_verification(id, version, settings)
        .await
}

/// See [`super::Users::set_trusted_addresses`].
#[server(prefix = "/ui", endpoint = "users/set-trusted-addresses", input = Json)]
pub async fn set_trusted_addresses(
    id: UserId,
    version: i64,
    draft: AddressesDraft,
) -> Result<User, Refusal> {
    crate::portal()?
        .set_trusted_addresses(id, version, draft)
        .await
}

/// See [`super::Users::try_trusted_addresses`].
#[server(prefix = "/ui", endpoint = "users/try-trusted-addresses", input = Json)]
pub async fn try_trusted_addresses(
    id: UserId,
    trial: AddressTrial,
) -> Result<AddressVerdict, Refusal> {
    crate::portal()?.try_trusted_addresses(id, trial).await
}

/// See [`super::Users::set_token_expiration`].
#[server(prefix = "/ui", endpoint = "users/set-token-expiration", input = Json)]
pub async fn set_token_expiration(
    id: UserId,
    version: i64,
    draft: TokenExpirationDraft,
) -> Result<User, Refusal> {
    crate::portal()?
        .set_token_expiration(id, version, draft)
        .await
}

/// See [`super::Users::preview_token_expiration`].
#[server(prefix = "/ui", endpoint = "users/preview-token-expiration", input = Json)]
pub async fn preview_token_expiration(
    id: UserId,
    draft: TokenExpirationDraft,
) -> Result<TokenExpirationImpact, Refusal> {
    crate::portal()?.preview_token_expiration(id, draft).await
}

/// See [`super::Users::unlock`].
#[server(prefix = "/ui", endpoint = "users/unlock", input = Json)]
pub async fn unlock(id: UserId) -> Result<User, Refusal> {
    crate::portal()?.unlock(id).await
}

/// See [`super::Users::preview_deletion`].
#[server(prefix = "/ui", endpoint = "users/preview-deletion", input = Json)]
pub async fn preview_deletion(id: UserId) -> Result<DeletionPreview, Refusal> {
    crate::portal()?.preview_deletion(id).await
}

/// See [`super::Users::delete_user`].
#[server(prefix = "/ui", endpoint = "users/delete", input = Json)]
pub async fn delete_user(id: UserId, deletion: Deletion) -> Result<(), Refusal> {
    crate::portal()?.delete_user(id, deletion).await
}

/// See [`super::Users::restore_user`].
#[server(prefix = "/ui", endpoint = "users/restore", input = Json)]
pub async fn restore_user(id: UserId) -> Result<User, Refusal> {
    crate::portal()?.restore_user(id).await
}

/// See [`super::Users::purge_user`].
#[server(prefix = "/ui", endpoint = "users/purge", input = Json)]
pub async fn purge_user(id: UserId) -> Result<(), Refusal> {
    crate::portal()?.purge_user(id).await
}
