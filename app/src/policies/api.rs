//! The server functions about policy classes.
#![allow(
    missing_docs,
    reason = "the fields of the generated structs are the arguments of the functions"
)]

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::{
    CompanyPolicy, CompanyPolicyChange, PolicyClass, PolicyClassChange, PolicyClassDraft,
    PolicyClassQuery, PolicyImpact, PolicyPlan,
};
use crate::{CompanyId, PolicyClassId, Refusal};

/// See [`super::Policies::policy_classes`].
#[server(prefix = "/ui", endpoint = "policies/list", input = Json)]
pub async fn get_policy_classes(query: PolicyClassQuery) -> Result<Vec<PolicyClass>, Refusal> {
    crate::portal()?.policy_classes(query).await
}

/// See [`super::Policies::create_policy_class`].
#[server(prefix = "/ui", endpoint = "policies/create", input = Json)]
pub async fn create_policy_class(draft: PolicyClassDraft) -> Result<PolicyClass, Refusal> {
    crate::portal()?.create_policy_class(draft).await
}

/// See [`super::Policies::change_policy_class`].
#[server(prefix = "/ui", endpoint = "policies/change", input = Json)]
pub async fn change_policy_class(
    id: PolicyClassId,
    version: i64,
    change: PolicyClassChange,
) -> Result<PolicyClass, Refusal> {
    crate::portal()?
        .change_policy_class(id, version, change)
        .await
}

/// See [`super::Policies::delete_policy_class`].
#[server(prefix = "/ui", endpoint = "policies/delete", input = Json)]
pub async fn delete_policy_class(
    id: PolicyClassId,
    version: i64,
    fingerprint: Option<String>,
) -> Result<(), Refusal> {
    crate::portal()?
        .delete_policy_class(id, version, fingerprint)
        .await
}

/// See [`super::Policies::preview_policy`].
#[server(prefix = "/ui", endpoint = "policies/preview", input = Json)]
pub async fn preview_policy(plan: PolicyPlan) -> Result<PolicyImpact, Refusal> {
    crate::portal()?.preview_policy(plan).await
}

/// See [`super::Policies::company_policy`].
#[server(prefix = "/ui", endpoint = "policies/of-company", input = Json)]
pub async fn get_company_policy(company: CompanyId) -> Result<CompanyPolicy, Refusal> {
    crate::portal()?.company_policy(company).await
}

/// See [`super::Policies::assign_policy_class`].
#[server(prefix = "/ui", endpoint = "policies/assign", input = Json)]
pub async fn assign_policy_class(
    company: CompanyId,
    version: i64,
    change: CompanyPolicyChange,
) -> Result<CompanyPolicy, Refusal> {
    crate::portal()?
        .assign_policy_class(company, version, change)
        .await
}
