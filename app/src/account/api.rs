//! The server functions about one's own account.
#![allow(
    missing_docs,
    reason = "the fields of the generated structs are the arguments of the functions"
)]

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::{
    AccountSecurity, ActivityEvent, AuthenticatorCode, PasswordChange, PresentPassword,
    RecoveryCodes,
};
use crate::{Page, PageQuery, Refusal, sign_in::Enrolment};

/// See [`super::OwnAccount::account_security`].
#[server(prefix = "/ui", endpoint = "account/security", input = Json)]
pub async fn get_account_security() -> Result<AccountSecurity, Refusal> {
    crate::portal()?.account_security().await
}

/// See [`super::OwnAccount::change_password`].
#[server(prefix = "/ui", endpoint = "account/change-password", input = Json)]
pub async fn change_password(change: PasswordChange) -> Result<(), Refusal> {
    crate::portal()?.change_password(change).await
}

/// See [`super::OwnAccount::begin_authenticator`].
#[server(prefix = "/ui", endpoint = "account/begin-authenticator", input = Json)]
pub async fn begin_authenticator(draft: PresentPassword) -> Result<Enrolment, Refusal> {
    crate::portal()?.begin_authenticator(draft).await
}

/// See [`super::OwnAccount::confirm_authenticator`].
#[server(prefix = "/ui", endpoint = "account/confirm-authenticator", input = Json)]
pub async fn confirm_authenticator(draft: AuthenticatorCode) -> Result<RecoveryCodes, Refusal> {
    crate::portal()?.confirm_authenticator(draft).await
}

/// See [`super::OwnAccount::remove_authenticator`].
#[server(prefix = "/ui", endpoint = "account/remove-authenticator", input = Json)]
pub async fn remove_authenticator() -> Result<(), Refusal> {
    crate::portal()?.remove_authenticator().await
}

/// See [`super::OwnAccount::renew_recovery_codes`].
#[server(prefix = "/ui", endpoint = "account/renew-recovery-codes", input = Json)]
pub async fn renew_recovery_codes() -> Result<RecoveryCodes, Refusal> {
    crate::portal()?.renew_recovery_codes().await
}

/// See [`super::OwnAccount::activity`].
#[server(prefix = "/ui", endpoint = "account/activity", input = Json)]
pub async fn list_activity(page: PageQuery) -> Result<Page<ActivityEvent>, Refusal> {
    crate::portal()?.activity(page).await
}
