//! The server functions about one's own account.
#![allow(
    missing_docs,
    reason = "the fields of the generated structs are the arguments of the functions"
)]

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::{
    AccountSecurity, ActivityEvent, AuthenticatorCode, ClosingPreview, EmailDraft,
    EmailLinkPurpose, EmailLinkView, PasswordChange, Preferences, PreferencesChange,
    PresentPassword, Profile, ProfileChange, RecoveryCodes,
};
use crate::{Page, PageQuery, Refusal, sign_in::Enrolment};

/// See [`super::OwnAccount::profile`].
#[server(prefix = "/ui", endpoint = "account/profile", input = Json)]
pub async fn get_profile() -> Result<Profile, Refusal> {
    crate::portal()?.profile().await
}

/// See [`super::OwnAccount::change_profile`].
#[server(prefix = "/ui", endpoint = "account/change-profile", input = Json)]
pub async fn change_profile(version: i64, change: ProfileChange) -> Result<Profile, Refusal> {
    crate::portal()?.change_profile(version, change).await
}

/// See [`super::OwnAccount::ask_for_email`].
#[server(prefix = "/ui", endpoint = "account/ask-for-email", input = Json)]
pub async fn ask_for_email(draft: EmailDraft) -> Result<Profile, Refusal> {
    crate::portal()?.ask_for_email(draft).await
}

/// See [`super::OwnAccount::send_email_link_again`].
#[server(prefix = "/ui", endpoint = "account/send-email-link-again", input = Json)]
pub async fn send_email_link_again() -> Result<Profile, Refusal> {
    crate::portal()?.send_email_link_again().await
}

/// See [`super::OwnAccount::cancel_email_change`].
#[server(prefix = "/ui", endpoint = "account/cancel-email-change", input = Json)]
pub async fn cancel_email_change() -> Result<Profile, Refusal> {
    crate::portal()?.cancel_email_change().await
}

/// See [`super::OwnAccount::look_at_email_link`].
#[server(prefix = "/ui", endpoint = "account/look-at-email-link", input = Json)]
pub async fn look_at_email_link(token: String) -> Result<EmailLinkView, Refusal> {
    crate::portal()?.look_at_email_link(token).await
}

/// See [`super::OwnAccount::use_email_link`].
#[server(prefix = "/ui", endpoint = "account/use-email-link", input = Json)]
pub async fn use_email_link(token: String) -> Result<EmailLinkPurpose, Refusal> {
    crate::portal()?.use_email_link(token).await
}

/// See [`super::OwnAccount::preferences`].
#[server(prefix = "/ui", endpoint = "account/preferences", input = Json)]
pub async fn get_preferences() -> Result<Preferences, Refusal> {
    crate::portal()?.preferences().await
}

/// See [`super::OwnAccount::change_preferences`].
#[server(prefix = "/ui", endpoint = "account/change-preferences", input = Json)]
pub async fn change_preferences(change: PreferencesChange) -> Result<Preferences, Refusal> {
    crate::portal()?.change_preferences(change).await
}

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

/// See [`super::OwnAccount::preview_closing`].
#[server(prefix = "/ui", endpoint = "account/preview-closing", input = Json)]
pub async fn preview_closing() -> Result<ClosingPreview, Refusal> {
    crate::portal()?.preview_closing().await
}

/// See [`super::OwnAccount::close_account`].
#[server(prefix = "/ui", endpoint = "account/close", input = Json)]
pub async fn close_account() -> Result<(), Refusal> {
    crate::portal()?.close_account().await
}

/// See [`super::OwnAccount::activity`].
#[server(prefix = "/ui", endpoint = "account/activity", input = Json)]
pub async fn list_activity(page: PageQuery) -> Result<Page<ActivityEvent>, Refusal> {
    crate::portal()?.activity(page).await
}
