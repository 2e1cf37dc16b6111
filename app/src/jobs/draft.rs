//! What a job shall do, and with whom.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::JobAction;
use crate::{UserId, users::UserQuery};

/// Who is meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Selection {
    /// These users.
    Users(Vec<UserId>),
    /// All users that this filter finds at the moment; order and page are of no account.
    Matching(Box<UserQuery>),
}

/// A job to be previewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct JobDraft {
    /// What is done with each of them.
    pub action: JobAction,
    /// Who is meant.
    pub selection: Selection,
}
