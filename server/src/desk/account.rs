//! One's own account as its user reaches it.

use app::{
    Page, PageQuery, Refusal,
    account::{
        AccountSecurity, ActivityEvent, AuthenticatorCode, OwnAccount, PasswordChange,
        PresentPassword, RecoveryCodes,
    },
    sign_in::Enrolment,
};
use async_trait::async_trait;

use super::Desk;
use crate::{account::service, error::Error};

#[async_trait]
impl OwnAccount for Desk {
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

    async fn activity(&self, page: PageQuery) -> Result<Page<ActivityEvent>, Refusal> {
        ask!(self, actor => service::activity(&self.deps, &actor, page))
    }
}
