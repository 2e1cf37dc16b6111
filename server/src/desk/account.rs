//! One's own account as its user reaches it.

use app::{
    Page, PageQuery, Refusal,
    account::{
        AccountSecurity, ActivityEvent, AuthenticatorCode, ClosingPreview, EmailDraft,
        EmailLinkPurpose, EmailLinkView, OwnAccount, PasswordChange, Preferences,
        PreferencesChange, PresentPassword, Profile, ProfileChange, RecoveryCodes,
    },
    sign_in::Enrolment,
};
use async_trait::async_trait;

use super::{CookieChange, Desk};
use crate::{account::service, error::Error};

#[async_trait]
impl OwnAccount for Desk {
    async fn profile(&self) -> Result<Profile, Refusal> {
        ask!(self, actor => service::profile(&self.deps, &actor))
    }

    async fn change_profile(
        &self,
        version: i64,
        change: ProfileChange,
    ) -> Result<Profile, Refusal> {
        ask!(self, actor => service::change_profile(&self.deps, &actor, &self.caller, version, change))
    }

    async fn ask_for_email(&self, draft: EmailDraft) -> Result<Profile, Refusal> {
        ask!(self, actor => service::ask_for_email(&self.deps, &actor, &self.caller, draft))
    }

    async fn send_email_link_again(&self) -> Result<Profile, Refusal> {
        ask!(self, actor => service::send_email_link_again(&self.deps, &actor, &self.caller))
    }

    async fn cancel_email_change(&self) -> Result<Profile, Refusal> {
        ask!(self, actor => service::cancel_email_change(&self.deps, &actor, &self.caller))
    }

    async fn look_at_email_link(&self, token: String) -> Result<EmailLinkView, Refusal> {
        service::look_at_email_link(&self.deps, &self.caller, &token)
            .await
            .map_err(Error::into_refusal)
    }

    async fn use_email_link(&self, token: String) -> Result<EmailLinkPurpose, Refusal> {
        service::use_email_link(&self.deps, &self.caller, &token)
            .await
            .map_err(Error::into_refusal)
    }

    async fn preferences(&self) -> Result<Preferences, Refusal> {
        ask!(self, actor => service::preferences(&self.deps, &actor))
    }

    async fn change_preferences(&self, change: PreferencesChange) -> Result<Preferences, Refusal> {
        ask!(self, actor => service::change_preferences(&self.deps, &actor, &self.caller, change))
    }

    async fn account_security(&self) -> Result<AccountSecurity, Refusal> {
        ask!(self, actor => service::security(&self.deps, &actor))
    }

    async fn change_password(&self, change: PasswordChange) -> Result<(), Refusal> {
        ask!(self, actor => service::change_password(&self.deps, &actor, &self.caller, change))
    }

    async fn begin_authenticator(&self, draft: PresentPassword) -> Result<Enrolment, Refusal> {
        ask!(self, actor => service::begin(&self.deps, &actor, &self.caller, draft))
    }

    async fn confirm_authenticator(
        &self,
        draft: AuthenticatorCode,
    ) -> Result<RecoveryCodes, Refusal> {
        ask!(self, actor => service::confirm(&self.deps, &actor, &self.caller, draft))
    }

    async fn remove_authenticator(&self) -> Result<(), Refusal> {
        ask!(self, actor => service::remove(&self.deps, &actor, &self.caller))
    }

    async fn renew_recovery_codes(&self) -> Result<RecoveryCodes, Refusal> {
        ask!(self, actor => service::renew_codes(&self.deps, &actor, &self.caller))
    }

    async fn preview_closing(&self) -> Result<ClosingPreview, Refusal> {
        ask!(self, actor => service::preview_closing(&self.deps, &actor))
    }

    async fn close_account(&self) -> Result<(), Refusal> {
        ask!(self, actor => service::close_account(&self.deps, &actor, &self.caller))?;
        self.change_cookies(|cookies| cookies.session = CookieChange::Clear);
        Ok(())
    }

    async fn activity(&self, page: PageQuery) -> Result<Page<ActivityEvent>, Refusal> {
        ask!(self, actor => service::activity(&self.deps, &actor, page))
    }
}
