//! An audit event to be recorded.

use app::{
    CompanyId, TokenId, UserId,
    audit::{AuditAction, AuditDetail},
    roles::Channel,
};

use crate::{
    actor::{Actor, By},
    desk::Caller,
};

/// The address of what Doorward does by itself.
pub(super) const DOORWARD: &str = "doorward";

/// An audit event to be recorded. Never put a secret in its details.
#[derive(Clone, Debug)]
pub struct Entry {
    pub(super) action: AuditAction,
    pub(super) succeeded: bool,
    pub(super) actor: Option<(UserId, String)>,
    pub(super) behind: Option<(UserId, String)>,
    pub(super) subject: Option<(UserId, String)>,
    pub(super) company: Option<CompanyId>,
    pub(super) address: String,
    pub(super) channel: Option<Channel>,
    pub(super) request_id: String,
    by_token: Option<TokenId>,
    details: Vec<AuditDetail>,
}

impl Entry {
    /// `actor` did `action`, or who is logged in as them.
    pub fn by(actor: &Actor, caller: &Caller, action: AuditAction) -> Self {
        let behind = actor.behind.as_ref();
        let by_token = match &actor.by {
            By::Token { id, .. } => Some(*id),
            By::Session(_) | By::Job => None,
        };
        Self {
            by_token,
            actor: Some((actor.user, actor.login_id.clone())),
            behind: behind.map(|behind| (behind.user, behind.login_id.clone())),
            company: Some(actor.company),
            ..Self::unattended(caller, action)
        }
    }

    /// `user`, not yet or no longer signed in, did `action` to their own account.
    pub fn by_oneself(
        user: UserId,
        login_id: &str,
        company: CompanyId,
        caller: &Caller,
        action: AuditAction,
    ) -> Self {
        Self {
            actor: Some((user, login_id.to_owned())),
            ..Self::unattended(caller, action).on(user, login_id, company)
        }
    }

    /// `action` happened and nobody is known to have done it.
    pub fn unattended(caller: &Caller, action: AuditAction) -> Self {
        Self {
            channel: Some(caller.channel),
            request_id: caller.request_id.clone(),
            ..Self::at(&caller.address.to_string(), action)
        }
    }

    /// Somebody at the machine did `action` from the command line.
    pub fn by_operator(action: AuditAction) -> Self {
        Self::at("command line", action)
    }

    /// Doorward did `action` by itself, because it was time.
    pub fn by_doorward(action: AuditAction) -> Self {
        Self::at(DOORWARD, action)
    }

    fn at(address: &str, action: AuditAction) -> Self {
        Self {
            action,
            succeeded: true,
            actor: None,
            behind: None,
            subject: None,
            company: None,
            address: address.to_owned(),
            channel: None,
            request_id: String::new(),
            by_token: None,
            details: Vec::new(),
        }
    }

    /// It was the doing of this user, who need not have asked for it just now.
    pub fn of(mut self, user: UserId, login_id: &str) -> Self {
        self.actor = Some((user, login_id.to_owned()));
        self
    }

    /// It was done to this user.
    pub fn on(mut self, user: UserId, login_id: &str, company: CompanyId) -> Self {
        self.subject = Some((user, login_id.to_owned()));
        self.company = Some(company);
        self
    }

    /// It concerns this company.
    pub fn in_company(mut self, company: CompanyId) -> Self {
        self.company = Some(company);
        self
    }

    /// It was refused.
    pub fn failed(mut self) -> Self {
        self.succeeded = false;
        self
    }

    /// A field and its value after, or what the refusal was about.
    pub fn with(mut self, field: &str, value: impl ToString) -> Self {
        self.details.push(AuditDetail {
            field: field.to_owned(),
            before: None,
            after: Some(value.to_string()),
        });
        self
    }

    /// A field that changed; nothing is noted when it did not.
    pub fn changed(mut self, field: &str, before: impl ToString, after: impl ToString) -> Self {
        let (before, after) = (before.to_string(), after.to_string());
        if before != after {
            self.details.push(AuditDetail {
                field: field.to_owned(),
                before: Some(before),
                after: Some(after),
            });
        }
        self
    }

    /// The fields that are noted, and by which token it was done, if by one.
    pub(super) fn details(&self) -> Vec<AuditDetail> {
        let mut noted = self.clone();
        if let Some(token) = self.by_token {
            noted = noted.with("by_token", token);
        }
        noted.details
    }

    /// Whether any field is noted.
    pub fn has_details(&self) -> bool {
        !self.details.is_empty()
    }
}
