//! What a change of policies would do, told before it is done.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ClassSettings, Setting, SettingValue};
use crate::{CompanyId, PolicyClassId, companies::CompanyRef, users::SignInElsewhere};

/// A change of policies that somebody thinks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "plan", rename_all = "snake_case")]
pub enum PolicyPlan {
    /// A class says something else.
    Change {
        /// Which class.
        class: PolicyClassId,
        /// All that it would say.
        settings: ClassSettings,
    },
    /// A class is deleted; whoever points to it inherits.
    Delete {
        /// Which class.
        class: PolicyClassId,
    },
    /// A company points to a class, or to none.
    Assign {
        /// Which company.
        company: CompanyId,
        /// The class, or null to inherit.
        class: Option<PolicyClassId>,
    },
}

/// A setting that would get another value somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SettingEffect {
    /// Which setting.
    pub setting: Setting,
    /// What is in force now.
    pub before: SettingValue,
    /// What would be in force.
    pub after: SettingValue,
    /// In how many companies.
    pub companies: u64,
    /// For how many users: those in the bin only where the bin is concerned, and nobody for whom something of their own is
    /// set instead.
    pub users: u64,
    /// How many of these users have no authenticator yet; only where two-factor authentication is concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_authenticator: Option<u64>,
}

/// What a change of policies would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PolicyImpact {
    /// How many companies point to the class now.
    pub used_by: u64,
    /// In how many companies anything changes.
    pub companies: u64,
    /// The first of them, parents before children.
    pub named: Vec<CompanyRef>,
    /// How many users these companies have, without the bin.
    pub users: u64,
    /// Each setting, before and after; the same change in several companies counted together.
    pub effects: Vec<SettingEffect>,
    /// How many users signed in, during the last 30 days, from where they would no longer get in.
    pub kept_out: u64,
    /// Their sign-ins from there, newest first, at most 100; for who may see users.
    pub elsewhere: Vec<SignInElsewhere>,
    /// Stands for exactly this; to be sent back with a deletion.
    pub fingerprint: String,
}
