//! Audit events: who did what to whom, when, from where, with what result.

mod action;
pub mod api;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use action::AuditAction;

use crate::{
    AuditEventId, CompanyId, Page, PageQuery, Refusal, Timestamp, UserId, companies::CompanyRef,
    roles::Channel, users::UserRef,
};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditEvent {
    /// Its identifier.
    pub id: AuditEventId,
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    pub action: AuditAction,
    /// Whether it was done, or refused.
    pub succeeded: bool,
    /// Who did it; nobody for what happened before anybody was known, and for what no user did.
    pub actor: Option<UserRef>,
    /// Who really did it, if they were logged in as the actor.
    pub behind: Option<UserRef>,
    /// Whose doing it was, where no user did it.
    pub origin: AuditOrigin,
    /// To whom it was done.
    pub subject: Option<UserRef>,
    /// The company it concerns.
    pub company: Option<CompanyRef>,
    /// From which address.
    pub address: String,
    /// From which channel; absent for the command line.
    pub channel: Option<Channel>,
    /// The request it belongs to.
    pub request_id: String,
    /// What changed or why it was refused, field by field; never a secret.
    pub details: Vec<AuditDetail>,
    /// Whether there were details that went when the subject was purged.
    pub emptied: bool,
    /// The seal that keeps it from being changed unseen; absent in the first seconds.
    pub seal: Option<i64>,
}

/// Whose doing an event was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AuditOrigin {
    /// A browser's or program's request: the actor's, or somebody's who was not signed in.
    Request,
    /// Somebody's at the machine, by the command line.
    CommandLine,
    /// Doorward's own, as when the time in the bin is over.
    Doorward,
}

/// One field of what changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditDetail {
    /// The field's name.
    pub field: String,
    /// Its value before, if it had one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// Its value after, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// Which events.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditFilter {
    /// Only those that this user did, also logged in as somebody else, or that were done to them.
    #[serde(default)]
    pub user: Option<UserId>,
    /// Only those whose actor, subject, or who was logged in as the actor, has this login ID.
    #[serde(default)]
    pub login_id: String,
    /// Only this action.
    #[serde(default)]
    pub action: Option<AuditAction>,
    /// Only those that were done (`true`) or refused (`false`).
    #[serde(default)]
    pub succeeded: Option<bool>,
    /// Only from this moment on.
    #[serde(default)]
    pub from: Option<Timestamp>,
    /// Only before this moment.
    #[serde(default)]
    pub until: Option<Timestamp>,
    /// Only those that concern this company or one below it.
    #[serde(default)]
    pub company: Option<CompanyId>,
    /// Only those from this address.
    #[serde(default)]
    pub address: String,
    /// Only those from this channel.
    #[serde(default)]
    pub channel: Option<Channel>,
    /// Only those of this request.
    #[serde(default)]
    pub request_id: String,
}

/// Which events, and which page of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditQuery {
    /// Which events.
    #[serde(default, flatten)]
    pub filter: AuditFilter,
    /// Which page; newest first.
    #[serde(default, flatten)]
    pub page: PageQuery,
}

/// Which events to export, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AuditExport {
    /// How they are written.
    #[serde(default)]
    pub format: ExportFormat,
    /// Which events.
    #[serde(default, flatten)]
    pub filter: AuditFilter,
}

/// How an export is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// Comma-separated values with a line of headings, for spreadsheets.
    #[default]
    Csv,
    /// One JSON array, for programs.
    Json,
}

impl ExportFormat {
    /// The name under which it is asked for, and the ending of a file.
    pub const fn code(self) -> &'static str {
        match self {
            ExportFormat::Csv => "csv",
            ExportFormat::Json => "json",
        }
    }
}

/// What may be asked about audit events.
#[async_trait]
pub trait Audit {
    /// A page of the events of the caller's scope, newest first.
    async fn audit_events(&self, query: AuditQuery) -> Result<Page<AuditEvent>, Refusal>;

    /// One event of the caller's scope.
    async fn audit_event(&self, id: AuditEventId) -> Result<AuditEvent, Refusal>;
}
