//! From where a user may come: what is set, and what a change would mean.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::UserRef;
use crate::{
    Refusal, Timestamp,
    field::{Problem, Problems},
    policies::{TrustedAddress, TrustedAddresses},
};

/// The trusted addresses to be set, as typed: one address or network in each field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AddressesDraft {
    /// `10.10.10.1`, `192.168.192.0/24`, `192.168.192.0/255.255.255.0`, `2001:db8::/32`; at most 100. None leaves it to
    /// the policy class.
    pub addresses: Vec<String>,
}

impl AddressesDraft {
    /// Understands every field, or tells what is wrong with which.
    pub fn check(&self) -> Result<TrustedAddresses, Refusal> {
        let mut problems = Problems::default();
        TrustedAddresses::parse(&self.addresses, "addresses", &mut problems)
            .ok_or_else(|| Refusal::Malformed(problems.into_vec()))
    }
}

/// What is to be tried before it is set: would somebody get in, and who would not have?
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AddressTrial {
    /// The list to be tried; that in force when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addresses: Option<Vec<String>>,
    /// An address that somebody might come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

impl AddressTrial {
    /// Understands both, or tells what is wrong.
    pub fn check(&self) -> Result<(Option<TrustedAddresses>, Option<IpAddr>), Refusal> {
        let mut problems = Problems::default();
        let addresses = self
            .addresses
            .as_deref()
            .and_then(|typed| TrustedAddresses::parse(typed, "addresses", &mut problems));
        let address = self.address.as_deref().and_then(|typed| {
            let read = typed
                .trim()
                .parse::<IpAddr>()
                .map_err(|_| Problem::NotOneAddress);
            problems.take("address", read)
        });
        match problems.into_vec() {
            none if none.is_empty() => Ok((addresses, address)),
            problems => Err(Refusal::Malformed(problems)),
        }
    }
}

/// What a trial found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AddressVerdict {
    /// Whether somebody at the tried address would get in; absent when none was tried.
    pub let_in: Option<bool>,
    /// The entry by which they would; absent when no list says anything.
    pub by: Option<TrustedAddress>,
    /// Sign-ins of the last 30 days from addresses that are not in the list, newest first; at most 100.
    pub elsewhere: Vec<SignInElsewhere>,
}

/// Sign-ins from one address that is not trusted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SignInElsewhere {
    /// Who signed in.
    pub user: UserRef,
    /// From where.
    pub address: String,
    /// How many times.
    pub times: u64,
    /// When last.
    pub last_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::AddressTrial;
    use crate::Refusal;

    #[test]
    fn a_trial_names_the_list_and_the_address_that_are_wrong() {
        let trial = AddressTrial {
            addresses: Some(vec!["10.0.0.0/33".into()]),
            address: Some("10.0.0.0/8".into()),
        };
        let Err(Refusal::Malformed(problems)) = trial.check() else {
            panic!("the trial was taken");
        };
        let fields: Vec<_> = problems
            .iter()
            .map(|problem| problem.field.as_str())
            .collect();
        assert_eq!(fields, ["addresses[0]", "address"]);
    }
}
