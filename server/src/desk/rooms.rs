//! The portal's rooms but for the users as one caller reaches them: each question goes to the service that answers it.

use app::{
    AuditEventId, CompanyId, JobId, MailId, Page, PageQuery, PolicyClassId, Portal, Refusal,
    RoleId, SessionId, TokenId, UserId,
    audit::{Audit, AuditEvent, AuditQuery},
    companies::{
        Companies, Company, CompanyChange, CompanyDraft, CompanyKind, CompanyQuery, CompanyTree,
    },
    invitations::{InvitationView, Invitations, LinkView},
    jobs::{Job, JobDraft, JobRow, JobRowQuery, Jobs},
    mail::{Mail, MailQuery, Mails},
    policies::{
        CompanyPolicy, CompanyPolicyChange, Policies, PolicyClass, PolicyClassChange,
        PolicyClassDraft, PolicyClassQuery, PolicyImpact, PolicyPlan,
    },
    roles::{
        DefaultRole, Role, RoleChange, RoleDeletion, RoleDeletionPreview, RoleDetail, RoleDraft,
        RolePreview, RoleQuery, RoleRow, Roles,
    },
    sessions::{LogInAsDraft, ProofDraft, Session, Sessions},
    sign_in::{Me, SignIn as _},
    tokens::{ApiTokenDraft, IssuedToken, Token, TokenChoice, TokenDraft, Tokens},
};
use async_trait::async_trait;

use super::Desk;
use crate::{
    audit, companies, error::Error, invitations, jobs, mail, policies, roles, sessions, tokens,
};

impl Portal for Desk {}

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

    async fn step_up(&self, draft: ProofDraft) -> Result<(), Refusal> {
        ask!(self, actor => sessions::service::step_up(&self.deps, &actor, &self.caller, draft))
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
impl Tokens for Desk {
    async fn token_choice(&self) -> Result<TokenChoice, Refusal> {
        ask!(self, actor => tokens::service::choice(&self.deps, &actor))
    }

    async fn issue_token(&self, draft: TokenDraft) -> Result<IssuedToken, Refusal> {
        ask!(self, actor => tokens::service::issue(&self.deps, &actor, &self.caller, draft))
    }

    async fn api_token_choice(&self, user: UserId) -> Result<TokenChoice, Refusal> {
        ask!(self, actor => tokens::api_tokens::choice(&self.deps, &actor, user))
    }

    async fn issue_api_token(
        &self,
        user: UserId,
        draft: ApiTokenDraft,
    ) -> Result<IssuedToken, Refusal> {
        ask!(self, actor => tokens::api_tokens::issue(&self.deps, &actor, &self.caller, user, draft))
    }

    async fn replace_token_secret(&self, token: TokenId) -> Result<IssuedToken, Refusal> {
        ask!(self, actor => tokens::service::replace_secret(&self.deps, &actor, &self.caller, token))
    }

    async fn tokens(&self, user: UserId) -> Result<Vec<Token>, Refusal> {
        ask!(self, actor => tokens::service::list(&self.deps, &actor, user))
    }

    async fn delete_token(&self, user: UserId, token: TokenId) -> Result<(), Refusal> {
        ask!(self, actor => tokens::service::delete(&self.deps, &actor, &self.caller, user, token))
    }

    async fn delete_tokens(&self, user: UserId) -> Result<u64, Refusal> {
        ask!(self, actor => tokens::service::delete_all(&self.deps, &actor, &self.caller, user))
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
impl Jobs for Desk {
    async fn jobs(&self, page: PageQuery) -> Result<Page<Job>, Refusal> {
        ask!(self, actor => jobs::service::list(&self.deps, &actor, page))
    }

    async fn job(&self, id: JobId) -> Result<Job, Refusal> {
        ask!(self, actor => jobs::service::get(&self.deps, &actor, id))
    }

    async fn job_rows(&self, id: JobId, query: JobRowQuery) -> Result<Page<JobRow>, Refusal> {
        ask!(self, actor => jobs::service::rows(&self.deps, &actor, &self.caller, id, query))
    }

    async fn create_job(&self, draft: JobDraft) -> Result<Job, Refusal> {
        ask!(self, actor => jobs::service::create(&self.deps, &actor, &self.caller, draft))
    }

    async fn start_job(&self, id: JobId) -> Result<Job, Refusal> {
        ask!(self, actor => jobs::service::start(&self.deps, &actor, &self.caller, id))
    }

    async fn cancel_job(&self, id: JobId) -> Result<Job, Refusal> {
        ask!(self, actor => jobs::service::cancel(&self.deps, &actor, &self.caller, id))
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
