//! The portal's rooms as one caller reaches them: each question goes to the service that answers it.

use app::{
    AuditEventId, CompanyId, MailId, Page, PolicyClassId, Portal, Refusal, RoleId, SessionId,
    Timestamp, UserId,
    audit::{Audit, AuditEvent, AuditQuery},
    companies::{
        Companies, Company, CompanyChange, CompanyDraft, CompanyKind, CompanyQuery, CompanyTree,
    },
    invitations::{InvitationView, Invitations, LinkView},
    mail::{Mail, MailQuery, Mails},
    policies::{
        CompanyPolicy, CompanyPolicyChange, Policies, PolicyClass, PolicyClassChange,
        PolicyClassDraft, PolicyClassQuery, PolicyImpact, PolicyPlan,
    },
    roles::{
        DefaultRole, Role, RoleChange, RoleDeletion, RoleDeletionPreview, RoleDetail, RoleDraft,
        RolePreview, RoleQuery, RoleRow, Roles,
    },
    sessions::{LogInAsDraft, Session, Sessions},
    sign_in::{Me, SignIn as _},
    users::{
        AccessChange, AddressTrial, AddressVerdict, AddressesDraft, CompanyExpiry, Deletion,
        DeletionPreview, ExpiryApplied, ExpiryPreview, GeneratedPassword, TokenExpirationDraft,
        TokenExpirationImpact, User, UserAccess, UserChange, UserDraft, UserQuery, UserRow, Users,
        VerificationSettings,
    },
};
use async_trait::async_trait;

use super::Desk;
use crate::{audit, companies, error::Error, invitations, mail, policies, roles, sessions, users};

impl Portal for Desk {}

/// Answers with what a service gives: `ask!(self, actor => expression)` finds out who acts first.
macro_rules! ask {
    ($desk:ident, $actor:ident => $service:expr) => {{
        let answer = async {
            let $actor = $desk.actor().await?;
            $service.await
        };
        answer.await.map_err(Error::into_refusal)
    }};
}

mod work;

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

#[async_trait]
impl Companies for Desk {
    async fn company_tree(&self, query: CompanyQuery) -> Result<CompanyTree, Refusal> {
        ask!(self, actor => companies::service::tree(&self.deps, &actor, query))
    }

    async fn company(&self, id: CompanyId) -> Result<Company, Refusal> {
        ask!(self, actor => companies::service::get(&self.deps, &actor, id))
    }

    async fn create_company(&self, draft: CompanyDraft) -> Result<Company, Refusal> {
        ask!(self, actor => companies::service::create(&self.deps, &actor, &self.caller, draft))
    }

    async fn change_company(
        &self,
        id: CompanyId,
        version: i64,
        change: CompanyChange,
    ) -> Result<Company, Refusal> {
        ask!(self, actor => companies::service::change(&self.deps, &actor, &self.caller, id, version, change))
    }

    async fn delete_company(&self, id: CompanyId, version: i64) -> Result<(), Refusal> {
        ask!(self, actor => companies::service::delete(&self.deps, &actor, &self.caller, id, version))
    }
}

#[async_trait]
impl Roles for Desk {
    async fn roles(&self, company: CompanyId) -> Result<Vec<Role>, Refusal> {
        ask!(self, actor => roles::service::list(&self.deps, &actor, company))
    }

    async fn all_roles(&self, query: RoleQuery) -> Result<Page<RoleRow>, Refusal> {
        ask!(self, actor => roles::service::all(&self.deps, &actor, query))
    }

    async fn role(&self, id: RoleId) -> Result<RoleDetail, Refusal> {
        ask!(self, actor => roles::service::one(&self.deps, &actor, id))
    }

    async fn create_role(&self, draft: RoleDraft) -> Result<RoleDetail, Refusal> {
        ask!(self, actor => roles::service::create(&self.deps, &actor, &self.caller, draft))
    }

    async fn preview_role_change(
        &self,
        id: RoleId,
        change: RoleChange,
    ) -> Result<RolePreview, Refusal> {
        ask!(self, actor => roles::service::preview_change(&self.deps, &actor, id, change))
    }

    async fn change_role(
        &self,
        id: RoleId,
        version: i64,
        change: RoleChange,
    ) -> Result<RoleDetail, Refusal> {
        ask!(self, actor => roles::service::change(&self.deps, &actor, &self.caller, id, version, change))
    }

    async fn preview_role_deletion(&self, id: RoleId) -> Result<RoleDeletionPreview, Refusal> {
        ask!(self, actor => roles::service::preview_deletion(&self.deps, &actor, id))
    }

    async fn delete_role(
        &self,
        id: RoleId,
        version: i64,
        deletion: RoleDeletion,
    ) -> Result<(), Refusal> {
        ask!(self, actor => roles::service::delete(&self.deps, &actor, &self.caller, id, version, deletion))
    }

    async fn default_roles(&self) -> Result<Vec<DefaultRole>, Refusal> {
        ask!(self, actor => roles::service::default_roles(&self.deps, &actor))
    }

    async fn set_default_role(
        &self,
        kind: CompanyKind,
        role: RoleId,
    ) -> Result<Vec<DefaultRole>, Refusal> {
        ask!(self, actor => roles::service::set_default_role(&self.deps, &actor, &self.caller, kind, role))
    }
}

#[async_trait]
impl Policies for Desk {
    async fn policy_classes(&self, query: PolicyClassQuery) -> Result<Vec<PolicyClass>, Refusal> {
        ask!(self, actor => policies::service::list(&self.deps, &actor, query))
    }

    async fn policy_class(&self, id: PolicyClassId) -> Result<PolicyClass, Refusal> {
        ask!(self, actor => policies::service::get(&self.deps, &actor, id))
    }

    async fn create_policy_class(&self, draft: PolicyClassDraft) -> Result<PolicyClass, Refusal> {
        ask!(self, actor => policies::service::create(&self.deps, &actor, &self.caller, draft))
    }

    async fn change_policy_class(
        &self,
        id: PolicyClassId,
        version: i64,
        change: PolicyClassChange,
    ) -> Result<PolicyClass, Refusal> {
        ask!(self, actor => policies::service::change(&self.deps, &actor, &self.caller, id, version, change))
    }

    async fn delete_policy_class(
        &self,
        id: PolicyClassId,
        version: i64,
        fingerprint: Option<String>,
    ) -> Result<(), Refusal> {
        ask!(self, actor => policies::service::delete(&self.deps, &actor, &self.caller, id, version, fingerprint))
    }

    async fn preview_policy(&self, plan: PolicyPlan) -> Result<PolicyImpact, Refusal> {
        ask!(self, actor => policies::preview(&self.deps, &actor, plan))
    }

    async fn company_policy(&self, company: CompanyId) -> Result<CompanyPolicy, Refusal> {
        ask!(self, actor => policies::service::of_company(&self.deps, &actor, company))
    }

    async fn assign_policy_class(
        &self,
        company: CompanyId,
        version: i64,
        change: CompanyPolicyChange,
    ) -> Result<CompanyPolicy, Refusal> {
        ask!(self, actor => policies::service::assign(&self.deps, &actor, &self.caller, company, version, change))
    }
}

#[async_trait]
impl Sessions for Desk {
    async fn still_signed_in(&self) -> Result<(), Refusal> {
        sessions::service::still_signed_in(&self.deps, &self.caller)
            .await
            .map_err(Error::into_refusal)
    }

    async fn sessions(&self, user: UserId) -> Result<Vec<Session>, Refusal> {
        ask!(self, actor => sessions::service::list(&self.deps, &actor, user))
    }

    async fn end_session(&self, user: UserId, session: SessionId) -> Result<(), Refusal> {
        ask!(self, actor => sessions::service::end(&self.deps, &actor, &self.caller, user, session))
    }

    async fn end_sessions(&self, user: UserId) -> Result<u64, Refusal> {
        ask!(self, actor => sessions::service::end_all(&self.deps, &actor, &self.caller, user))
    }

    async fn log_in_as(&self, user: UserId, draft: LogInAsDraft) -> Result<Me, Refusal> {
        ask!(self, actor => sessions::service::log_in_as(&self.deps, &actor, &self.caller, user, draft))?;
        self.me().await
    }

    async fn go_back(&self) -> Result<Me, Refusal> {
        let answer = async {
            let actor = self.whoever().await?;
            sessions::service::go_back(&self.deps, &actor, &self.caller).await
        };
        answer.await.map_err(Error::into_refusal)?;
        self.me().await
    }
}

#[async_trait]
impl Invitations for Desk {
    async fn issue_credentials(&self, user: UserId) -> Result<InvitationView, Refusal> {
        ask!(self, actor => invitations::service::issue(&self.deps, &actor, &self.caller, user))
    }

    async fn invitations(&self, user: UserId) -> Result<Vec<InvitationView>, Refusal> {
        ask!(self, actor => invitations::service::list(&self.deps, &actor, user))
    }

    async fn look_at_link(&self, token: String) -> Result<LinkView, Refusal> {
        invitations::service::look(&self.deps, &self.caller, &token)
            .await
            .map_err(Error::into_refusal)
    }

    async fn ask_for_new_link(&self, token: String) -> Result<(), Refusal> {
        invitations::service::ask(&self.deps, &self.caller, &token)
            .await
            .map_err(Error::into_refusal)
    }
}

#[async_trait]
impl Audit for Desk {
    async fn audit_events(&self, query: AuditQuery) -> Result<Page<AuditEvent>, Refusal> {
        ask!(self, actor => audit::service::list(&self.deps, &actor, query))
    }

    async fn audit_event(&self, id: AuditEventId) -> Result<AuditEvent, Refusal> {
        ask!(self, actor => audit::service::one(&self.deps, &actor, id))
    }
}

#[async_trait]
impl Mails for Desk {
    async fn mails(&self, query: MailQuery) -> Result<Page<Mail>, Refusal> {
        ask!(self, actor => mail::service::list(&self.deps, &actor, query))
    }

    async fn send_again(&self, id: MailId) -> Result<Mail, Refusal> {
        ask!(self, actor => mail::service::send_again(&self.deps, &actor, &self.caller, id))
    }
}
