//! Another e-mail address for one's own account: asked for here, confirmed by a link that is mailed there.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Language, Refusal, Timestamp, users::EmailAddress};

/// The address that somebody wants.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EmailDraft {
    /// The address to be.
    pub email: String,
}

impl EmailDraft {
    /// Understands the address, or tells what is wrong with it.
    pub fn check(&self) -> Result<EmailAddress, Refusal> {
        EmailAddress::parse(&self.email).map_err(|problem| Refusal::field("email", problem))
    }
}

/// What a mailed link does to a change of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EmailLinkPurpose {
    /// It was mailed to the address to be, and confirms it.
    Confirm,
    /// It was mailed to the present address, and stops the change.
    Stop,
}

/// What the page of such a link says before anything is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EmailLinkView {
    /// What the link does.
    pub purpose: EmailLinkPurpose,
    /// Whose account it is: first name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The address to be.
    pub email: String,
    /// The language of the user.
    pub language: Language,
    /// When the link ends.
    pub expires_at: Timestamp,
}
