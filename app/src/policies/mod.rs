//! Policies: what is required of a user, and where that was decided.

pub mod api;
mod class;
mod impact;
mod own_setting;
mod refusal;
mod settings;
mod sourced;
mod trusted_address;
mod value;
mod verification;

use async_trait::async_trait;

pub use class::{
    CompanyPolicy, CompanyPolicyChange, PolicyClass, PolicyClassChange, PolicyClassDraft,
    PolicyClassName, PolicyClassQuery,
};
pub use impact::{PolicyImpact, PolicyPlan, SettingEffect};
pub use own_setting::{OwnSetting, TwoFactorSetting};
pub use refusal::PolicyRefusal;
pub use settings::{ClassSettings, InForce, Setting};
pub use sourced::{Origin, PolicyClassRef, Sourced, Via};
pub use trusted_address::{TrustedAddress, TrustedAddresses};
pub use value::{SettingValue, Shape, Unit};
pub use verification::{Verification, VerificationArea, VerificationSetting};

use crate::{CompanyId, PolicyClassId, Refusal};

/// What may be asked about policy classes.
#[async_trait]
pub trait Policies {
    /// The policy classes of the caller's scope and those from above that can be used in it, by name.
    async fn policy_classes(&self, query: PolicyClassQuery) -> Result<Vec<PolicyClass>, Refusal>;
    /// One policy class.
    async fn policy_class(&self, id: PolicyClassId) -> Result<PolicyClass, Refusal>;
    /// Creates a policy class.
    async fn create_policy_class(&self, draft: PolicyClassDraft) -> Result<PolicyClass, Refusal>;
    /// Renames a policy class or makes it say something else, if it is still at `version`.
    async fn change_policy_class(
        &self,
        id: PolicyClassId,
        version: i64,
        change: PolicyClassChange,
    ) -> Result<PolicyClass, Refusal>;
    /// Deletes a policy class, if it is still at `version`; one in use only with the fingerprint of the preview.
    async fn delete_policy_class(
        &self,
        id: PolicyClassId,
        version: i64,
        fingerprint: Option<String>,
    ) -> Result<(), Refusal>;
    /// What a change of policies would do.
    async fn preview_policy(&self, plan: PolicyPlan) -> Result<PolicyImpact, Refusal>;
    /// What is in force in a company, and to which class it points.
    async fn company_policy(&self, company: CompanyId) -> Result<CompanyPolicy, Refusal>;
    /// Makes a company point to a class or to none, if it is still at `version`.
    async fn assign_policy_class(
        &self,
        company: CompanyId,
        version: i64,
        change: CompanyPolicyChange,
    ) -> Result<CompanyPolicy, Refusal>;
}
