//! One expiration date for all accounts of a company.

use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

use super::UserRef;
use crate::{Timestamp, companies::CompanyRef};

/// What one date for all accounts of a company would change. Its subsidiaries are companies of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExpiryPreview {
    /// The company.
    pub company: CompanyRef,
    /// When its accounts would end; `null` for never.
    pub expires_at: Option<Timestamp>,
    /// How many accounts get another date than they have: those that end earlier and those that end later.
    pub changed: u64,
    /// How many of them would end earlier than now.
    pub earlier: u64,
    /// How many of them would end later than now.
    pub later: u64,
    /// How many of those have ended already and would live again.
    pub revived: u64,
    /// How many accounts have this date already.
    pub unchanged: u64,
    /// How many accounts keep their date because the caller may not act on them.
    pub left_out_count: u64,
    /// The first of them, by login ID.
    pub left_out: Vec<LeftOut>,
    /// Stands for exactly these accounts and dates; to be sent back when it is applied.
    pub fingerprint: String,
}

/// An account that keeps its date, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LeftOut {
    /// Whose account it is.
    pub user: UserRef,
    /// Why it is left out.
    pub why: WhyLeftOut,
}

/// Why an account keeps its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WhyLeftOut {
    /// It is the caller's own.
    Oneself,
    /// They have rights, or companies in their scope, that the caller lacks.
    Stronger,
}

/// One date for all accounts of a company, confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CompanyExpiry {
    /// When the accounts end; `null` for never. Must be said: nobody means "never" by saying nothing.
    #[serde(deserialize_with = "said")]
    pub expires_at: Option<Timestamp>,
    /// The `fingerprint` of the preview that was shown.
    pub fingerprint: String,
}

/// A field that may be `null` but not absent.
fn said<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    Option::deserialize(deserializer)
}

/// What became of one date for all accounts of a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExpiryApplied {
    /// How many accounts have another date now.
    pub changed: u64,
}

#[cfg(test)]
mod tests {
    use super::CompanyExpiry;

    #[test]
    fn never_must_be_said() {
        let read = serde_json::from_str::<CompanyExpiry>;
        assert!(read(r#"{"fingerprint":"x"}"#).is_err());
        let never = read(r#"{"fingerprint":"x","expires_at":null}"#).unwrap();
        assert_eq!(never.expires_at, None);
    }
}
