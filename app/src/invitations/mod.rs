//! Invitations: the single-use link of the User Registration Acceptance Email.

pub mod api;
mod refusal;

use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use refusal::InvitationRefusal;

use crate::{InvitationId, Language, Refusal, Timestamp, UserId};

/// How far an invitation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum InvitationState {
    /// Its mail waits to be sent.
    Queued,
    /// Its mail was handed to the mail server.
    Sent,
    /// The mail server refused its mail.
    Failed,
    /// The user has looked at the link's page.
    Opened,
    /// The user has set a password with it.
    Accepted,
    /// Its time has passed.
    Expired,
    /// A newer one has taken its place.
    Voided,
}

crate::words! {
    struct StateWords {
        queued: "Queued", "送信待ち", "等待发送";
        sent: "Sent", "送信済み", "已发送";
        failed: "Refused by the mail server", "メールサーバーが拒否", "被邮件服务器拒绝";
        opened: "Opened", "開封済み", "已打开";
        accepted: "Accepted", "登録済み", "已接受";
        expired: "Expired", "期限切れ", "已过期";
        voided: "Replaced", "差し替え済み", "已被取代";
    }
}

impl InvitationState {
    /// The state in words.
    pub fn words(self, language: Language) -> &'static str {
        let t = StateWords(language);
        match self {
            InvitationState::Queued => t.queued(),
            InvitationState::Sent => t.sent(),
            InvitationState::Failed => t.failed(),
            InvitationState::Opened => t.opened(),
            InvitationState::Accepted => t.accepted(),
            InvitationState::Expired => t.expired(),
            InvitationState::Voided => t.voided(),
        }
    }
}

/// An invitation as administrators see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct InvitationView {
    /// Its identifier; not the secret in its link.
    pub id: InvitationId,
    /// How far it has come.
    pub state: InvitationState,
    /// Where its mail went.
    pub email: String,
    /// When it was issued.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinkPurpose {
    /// Accepting an invitation.
    Invitation,
    /// Setting a forgotten password anew.
    PasswordReset,
}

/// What a link's page says before anything is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LinkView {
    /// What the link is for.
    pub purpose: LinkPurpose,
    /// Whose account it is.
    pub login_id: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The company the account belongs to.
    pub company: String,
    /// The language of the user.
    pub language: Language,
    /// When the link ends.
    pub expires_at: Timestamp,
}

/// What may be asked about invitations.
#[async_trait]
pub trait Invitations {
    /// Issue Credentials: a new invitation and its mail; the older link is void.
    async fn issue_credentials(&self, user: UserId) -> Result<InvitationView, Refusal>;
    /// The invitations of a user, newest first.
    async fn invitations(&self, user: UserId) -> Result<Vec<InvitationView>, Refusal>;
    /// What the page of a link says. Spends nothing.
    async fn look_at_link(&self, token: String) -> Result<LinkView, Refusal>;
    /// Asks, with an expired or used link, for a new one: those who can issue it are told by mail.
    async fn ask_for_new_link(&self, token: String) -> Result<(), Refusal>;
}
