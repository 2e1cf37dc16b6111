//! Policy classes over REST.

use app::{
    CompanyId, PolicyClassId,
    policies::{
        CompanyPolicy, CompanyPolicyChange, Policies as _, PolicyClass, PolicyClassChange,
        PolicyClassDraft, PolicyClassQuery, PolicyImpact, PolicyPlan,
    },
};
use axum::{Extension, Json, http::StatusCode, middleware, response::Response};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouterExt as _},
    routes,
};

use crate::http::{
    answer::{Answer, Created, One},
    extract::{AtDesk, Body, Id, Query},
    idempotency::{self, IdempotencyKey},
    versions::{IfMatch, IfNoneMatch},
};

/// The routes about policy classes.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(list, create).layer(middleware::from_fn(idempotency::once)))
        .routes(routes!(one, change, delete))
        .routes(routes!(preview))
        .routes(routes!(of_company, assign))
}

/// List policy classes
///
/// Those of your scope, and those of companies above that can be used in it, by name.
#[utoipa::path(
    get, path = "/api/v1/policy-classes", operation_id = "listPolicyClasses", tag = "Policy classes",
    params(Query<PolicyClassQuery>),
    responses((status = 200, description = "The policy classes", body = Vec<PolicyClass>)),
)]
async fn list(
    Extension(desk): AtDesk,
    Query(query): Query<PolicyClassQuery>,
) -> Answer<Json<Vec<PolicyClass>>> {
    Ok(Json(desk.policy_classes(query).await?))
}

/// Create a policy class
///
/// It can be used in its company and below. A setting that is absent is inherited.
#[utoipa::path(
    post, path = "/api/v1/policy-classes", operation_id = "createPolicyClass", tag = "Policy classes",
    params(IdempotencyKey),
    request_body(content = PolicyClassDraft, example = json!({
        "name": "Reseller standard", "company": 1,
        "settings": {"two_factor_required": true, "session_idle_minutes": 30}
    })),
    responses((status = 201, description = "The policy class was created", body = PolicyClass,
        headers(("Location", description = "Where it is"), ("ETag", description = "The version")))),
)]
async fn create(
    Extension(desk): AtDesk,
    Body(draft): Body<PolicyClassDraft>,
) -> Answer<Created<One<PolicyClass>>> {
    let class = desk.create_policy_class(draft).await?;
    Ok(Created(
        format!("/api/v1/policy-classes/{}", class.id),
        One(class),
    ))
}

/// Show a policy class
///
/// What it says, and which companies point to it.
#[utoipa::path(
    get, path = "/api/v1/policy-classes/{id}", operation_id = "getPolicyClass", tag = "Policy classes",
    params(("id" = PolicyClassId, Path, description = "The policy class"), IfNoneMatch),
    responses(
        (status = 200, description = "The policy class", body = PolicyClass, headers(("ETag", description = "The version"))),
        (status = 304, description = "You have this version already"),
    ),
)]
async fn one(
    Extension(desk): AtDesk,
    Id(id): Id<PolicyClassId>,
    known: IfNoneMatch,
) -> Answer<Response> {
    Ok(known.answer(desk.policy_class(id).await?))
}

/// Edit a policy class
///
/// `settings` replaces all that it says: what is absent there is inherited. It takes effect at the next use; ask for
/// the preview to see where.
#[utoipa::path(
    patch, path = "/api/v1/policy-classes/{id}", operation_id = "changePolicyClass", tag = "Policy classes",
    params(("id" = PolicyClassId, Path, description = "The policy class"), IfMatch),
    request_body(content = PolicyClassChange, example = json!({"settings": {"two_factor_required": true}})),
    responses(
        (status = 200, description = "The policy class as it is now", body = PolicyClass,
            headers(("ETag", description = "The new version"))),
        (status = 403, description = "`not_allowed`, or `policy.from_above`: it belongs to a company above your scope"),
    ),
)]
async fn change(
    Extension(desk): AtDesk,
    Id(id): Id<PolicyClassId>,
    IfMatch(version): IfMatch,
    Body(change): Body<PolicyClassChange>,
) -> Answer<One<PolicyClass>> {
    Ok(One(desk.change_policy_class(id, version, change).await?))
}

/// The fingerprint of the preview.
#[derive(Debug, Deserialize, ToSchema)]
struct Confirmation {
    /// The `fingerprint` of the preview; needed where companies point to the class.
    #[serde(default)]
    fingerprint: Option<String>,
}

/// Delete a policy class
///
/// Companies that point to it inherit from then on. While there are any, ask for the preview first and send its
/// `fingerprint`: if what it would change has become another since, nothing is deleted.
#[utoipa::path(
    delete, path = "/api/v1/policy-classes/{id}", operation_id = "deletePolicyClass", tag = "Policy classes",
    params(("id" = PolicyClassId, Path, description = "The policy class"), IfMatch, Query<Confirmation>),
    responses(
        (status = 204, description = "It is gone"),
        (status = 403, description = "`not_allowed`, or `policy.from_above`: it belongs to a company above your scope"),
        (status = 409, description = "`policy.in_use`: companies point to it, and the fingerprint is not of this moment"),
    ),
)]
async fn delete(
    Extension(desk): AtDesk,
    Id(id): Id<PolicyClassId>,
    IfMatch(version): IfMatch,
    Query(confirmation): Query<Confirmation>,
) -> Answer<StatusCode> {
    desk.delete_policy_class(id, version, confirmation.fingerprint)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Preview a change of policies
///
/// Which companies and how many users it would touch, and for each setting what is in force before and after.
/// Changes nothing.
#[utoipa::path(
    post, path = "/api/v1/policy-classes/preview", operation_id = "previewPolicy", tag = "Policy classes",
    request_body(content = PolicyPlan, example = json!({"plan": "assign", "company": 2, "class": 1})),
    responses(
        (status = 200, description = "What it would do", body = PolicyImpact),
        (status = 403, description = "`not_allowed`, or `policy.from_above`: it belongs to a company above your scope"),
        (status = 404, description = "`not_found`: there is no such class or company, or you may not see it"),
    ),
)]
async fn preview(
    Extension(desk): AtDesk,
    Body(plan): Body<PolicyPlan>,
) -> Answer<Json<PolicyImpact>> {
    Ok(Json(desk.preview_policy(plan).await?))
}

/// Show the policy of a company
///
/// Each setting's value in force and where it was decided, and the class that the company points to itself.
#[utoipa::path(
    get, path = "/api/v1/companies/{id}/policy", operation_id = "getCompanyPolicy", tag = "Policy classes",
    params(("id" = CompanyId, Path, description = "The company")),
    responses((status = 200, description = "The policy", body = CompanyPolicy,
        headers(("ETag", description = "The company's version")))),
)]
async fn of_company(Extension(desk): AtDesk, Id(id): Id<CompanyId>) -> Answer<One<CompanyPolicy>> {
    Ok(One(desk.company_policy(id).await?))
}

/// Choose the policy class of a company
///
/// Any that belongs to the company or to one above it; null to inherit everything.
#[utoipa::path(
    put, path = "/api/v1/companies/{id}/policy", operation_id = "setCompanyPolicy", tag = "Policy classes",
    params(("id" = CompanyId, Path, description = "The company"), IfMatch),
    request_body(content = CompanyPolicyChange, example = json!({"class": 1})),
    responses((status = 200, description = "The policy as it is now", body = CompanyPolicy,
        headers(("ETag", description = "The company's new version")))),
)]
async fn assign(
    Extension(desk): AtDesk,
    Id(id): Id<CompanyId>,
    IfMatch(version): IfMatch,
    Body(change): Body<CompanyPolicyChange>,
) -> Answer<One<CompanyPolicy>> {
    Ok(One(desk.assign_policy_class(id, version, change).await?))
}
