//! A token to be issued, as its owner wishes it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::TokenKind;
use crate::{
    Refusal, Timestamp,
    field::{Problem, Problems},
    policies::TrustedAddresses,
    roles::Permission,
    text::line_of_text,
};

/// A token to be issued, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TokenDraft {
    /// What it is good for.
    #[serde(default)]
    pub kind: TokenKind,
    /// What it shall be called: one line, such as the program that gets it.
    #[schema(max_length = 100)]
    pub name: String,
    /// When it ends; absent for a long-term one, as far as the policy allows it.
    #[serde(default)]
    pub expires_at: Option<Timestamp>,
    /// The permissions it is limited to; absent for everything that its owner may do, whatever that will be.
    #[serde(default)]
    pub permissions: Option<Vec<Permission>>,
    /// From where it can be used, one address or network in each field; none for from wherever its owner may come.
    #[serde(default)]
    pub trusted_addresses: Vec<String>,
    /// Whether each exchange replaces its secret (RFC 9700 §4.14.2). Only of refresh tokens.
    #[serde(default)]
    pub rotates: bool,
}

/// A token to be issued, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenGrant {
    /// What it is good for.
    pub kind: TokenKind,
    /// Its name.
    pub name: String,
    /// When it ends, if it does.
    pub expires_at: Option<Timestamp>,
    /// The permissions it is limited to, in the order of the matrix.
    pub permissions: Option<Vec<Permission>>,
    /// From where it can be used.
    pub trusted_addresses: TrustedAddresses,
    /// Whether each exchange replaces its secret.
    pub rotates: bool,
}

/// What somebody can issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TokenChoice {
    /// The latest end that a token can have now; absent when a long-term one can be issued.
    pub latest: Option<Timestamp>,
    /// The permissions that a token of theirs can have: what they hold for programs.
    pub permissions: Vec<Permission>,
}

impl TokenChoice {
    /// Whether a token may end then, or the problem of the field.
    pub fn may_end_at(&self, end: Option<Timestamp>, now: Timestamp) -> Result<(), Problem> {
        match (end, self.latest) {
            (Some(end), _) if end <= now => Err(Problem::InThePast),
            (Some(end), Some(latest)) if end > latest => Err(Problem::TokenTooLong { latest }),
            (None, Some(latest)) => Err(Problem::TokenTooLong { latest }),
            _ => Ok(()),
        }
    }
}

impl TokenDraft {
    /// Understands every field by what can be issued, or tells what is wrong with which.
    pub fn check(self, choice: &TokenChoice, now: Timestamp) -> Result<TokenGrant, Refusal> {
        let mut problems = Problems::default();
        let name = problems.take("name", line_of_text(&self.name, 1, 100));
        problems.take("expires_at", choice.may_end_at(self.expires_at, now));
        let addresses =
            TrustedAddresses::parse(&self.trusted_addresses, "trusted_addresses", &mut problems);
        if let Some(permissions) = &self.permissions {
            let held = |permission: &&Permission| !choice.permissions.contains(permission);
            let lacking: Vec<&str> = permissions
                .iter()
                .filter(held)
                .map(|one| one.code())
                .collect();
            if !lacking.is_empty() {
                let permissions = lacking.join(", ");
                problems.add("permissions", Problem::NotHeld { permissions });
            }
        }
        if self.rotates && self.kind != TokenKind::Refresh {
            problems.add("rotates", Problem::OnlyRefreshTokensRotate);
        }
        let permissions = self.permissions.map(|mut permissions| {
            permissions.sort_unstable();
            permissions.dedup();
            permissions
        });
        match (name, addresses, problems.into_vec()) {
            (Some(name), Some(trusted_addresses), none) if none.is_empty() => Ok(TokenGrant {
                kind: self.kind,
                name,
                expires_at: self.expires_at,
                permissions,
                trusted_addresses,
                rotates: self.rotates,
            }),
            (_, _, problems) => Err(Refusal::Malformed(problems)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_millis(1_000_000);

    fn choice(latest: Option<i64>) -> TokenChoice {
        TokenChoice {
            latest: latest.map(|seconds| NOW.plus_seconds(seconds)),
            permissions: vec![Permission::UsersRead, Permission::UsersUpdate],
        }
    }

    fn wrong(draft: TokenDraft, choice: &TokenChoice) -> Vec<String> {
        match draft.check(choice, NOW) {
            Err(Refusal::Malformed(problems)) => {
                problems.into_iter().map(|one| one.field).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_token_ends_within_what_the_policy_allows() {
        let (some, none) = (choice(Some(60)), choice(None));
        let at = |seconds| Some(NOW.plus_seconds(seconds));
        assert!(some.may_end_at(at(60), NOW).is_ok());
        assert!(some.may_end_at(at(61), NOW).is_err());
        assert!(some.may_end_at(None, NOW).is_err());
        assert!(some.may_end_at(at(0), NOW).is_err());
        assert!(none.may_end_at(None, NOW).is_ok());
        assert!(none.may_end_at(at(99_999_999), NOW).is_ok());
        assert!(none.may_end_at(at(-1), NOW).is_err());
    }

    #[test]
    fn every_wrong_field_is_named() {
        let draft = TokenDraft {
            kind: TokenKind::Api,
            name: " ".into(),
            expires_at: None,
            permissions: Some(vec![Permission::UsersRead, Permission::OperatorManage]),
            trusted_addresses: vec!["10.0.0.1".into(), "10.0.0.0/33".into()],
            rotates: true,
        };
        assert_eq!(
            wrong(draft, &choice(Some(60))),
            [
                "name",
                "expires_at",
                "trusted_addresses[1]",
                "permissions",
                "rotates"
            ]
        );
    }

    #[test]
    fn permissions_are_kept_once_and_in_order() {
        let draft = TokenDraft {
            name: "Nightly".into(),
            permissions: Some(vec![
                Permission::UsersUpdate,
                Permission::UsersRead,
                Permission::UsersUpdate,
            ]),
            ..TokenDraft::default()
        };
        let grant = draft.check(&choice(None), NOW).unwrap();
        assert_eq!(
            grant.permissions,
            Some(vec![Permission::UsersRead, Permission::UsersUpdate])
        );
    }
}
