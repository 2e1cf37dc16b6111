//! Deleting a user together with the accounts they created.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::UserRef;

/// What a deletion would take along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeletionPreview {
    /// The user to be deleted.
    pub user: UserRef,
    /// The first of the sub-users that go along, by login ID.
    pub sub_users: Vec<UserRef>,
    /// How many sub-users go along in all.
    pub sub_user_count: u64,
    /// How many live sessions end.
    pub sessions: u64,
    /// How many days they rest in the bin, by the policy of the user's company.
    pub bin_retention_days: u32,
    /// Stands for exactly this set; to be sent back with the deletion.
    pub fingerprint: String,
}

/// A deletion that was confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Deletion {
    /// The `fingerprint` of the preview that was shown.
    pub fingerprint: String,
    /// The version of the user that was read, if it shall be compared too; over REST it comes in `If-Match`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(ignore)]
    pub version: Option<i64>,
}
