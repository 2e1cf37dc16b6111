//! Companies over REST.

use app::{
    CompanyId,
    companies::{Companies as _, Company, CompanyChange, CompanyDraft, CompanyQuery, CompanyTree},
};
use axum::{Extension, Json, http::StatusCode, middleware, response::Response};
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

/// The routes about companies.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(tree, create).layer(middleware::from_fn(idempotency::once)))
        .routes(routes!(one, change, delete))
}

/// List companies
///
/// The companies of your scope, parents before children, siblings by name. With `search`, only those
/// whose name contains it, and what stands above them. With `place_for`, only those to which this company could
/// be moved. `more` tells that there are more than were sent.
#[utoipa::path(
    get, path = "/api/v1/companies", operation_id = "listCompanies", tag = "Companies",
    params(Query<CompanyQuery>),
    responses((status = 200, description = "The companies", body = CompanyTree)),
)]
async fn tree(
    Extension(desk): AtDesk,
    Query(query): Query<CompanyQuery>,
) -> Answer<Json<CompanyTree>> {
    Ok(Json(desk.company_tree(query).await?))
}

/// Create a company
///
/// It stands under another: a reseller may have any kind below, a partner partners and customers,
/// a customer customers.
#[utoipa::path(
    post, path = "/api/v1/companies", operation_id = "createCompany", tag = "Companies",
    params(IdempotencyKey),
    request_body(content = CompanyDraft, example = json!({"name": "Acme Japan", "kind": "customer", "parent": 1})),
    responses((status = 201, description = "The company was created", body = Company,
        headers(("Location", description = "Where the company is"), ("ETag", description = "The version")))),
)]
async fn create(
    Extension(desk): AtDesk,
    Body(draft): Body<CompanyDraft>,
) -> Answer<Created<One<Company>>> {
    let company = desk.create_company(draft).await?;
    Ok(Created(
        format!("/api/v1/companies/{}", company.id),
        One(company),
    ))
}

/// Show a company
///
/// One company, with what stands above it and how much is in it.
#[utoipa::path(
    get, path = "/api/v1/companies/{id}", operation_id = "getCompany", tag = "Companies",
    params(("id" = CompanyId, Path, description = "The company"), IfNoneMatch),
    responses(
        (status = 200, description = "The company", body = Company, headers(("ETag", description = "The version"))),
        (status = 304, description = "You have this version already"),
    ),
)]
async fn one(
    Extension(desk): AtDesk,
    Id(id): Id<CompanyId>,
    known: IfNoneMatch,
) -> Answer<Response> {
    Ok(known.answer(desk.company(id).await?))
}

/// Rename or move a company
///
/// What is absent stays as it is. A moved company takes its subsidiaries along.
#[utoipa::path(
    patch, path = "/api/v1/companies/{id}", operation_id = "changeCompany", tag = "Companies",
    params(("id" = CompanyId, Path, description = "The company"), IfMatch),
    request_body(content = CompanyChange, example = json!({"name": "Acme Nippon"})),
    responses(
        (status = 200, description = "The company as it is now", body = Company,
            headers(("ETag", description = "The new version"))),
        (status = 409, description = "`company.root`, `company.own_company` or `company.top_of_scope`"),
    ),
)]
async fn change(
    Extension(desk): AtDesk,
    Id(id): Id<CompanyId>,
    IfMatch(version): IfMatch,
    Body(change): Body<CompanyChange>,
) -> Answer<One<Company>> {
    Ok(One(desk.change_company(id, version, change).await?))
}

/// Delete a company
///
/// Only an empty one: without users, also in the bin, and without subsidiaries.
#[utoipa::path(
    delete, path = "/api/v1/companies/{id}", operation_id = "deleteCompany", tag = "Companies",
    params(("id" = CompanyId, Path, description = "The company"), IfMatch),
    responses(
        (status = 204, description = "It is gone"),
        (status = 409, description = "`company.not_empty`, `company.roles_held`, `company.root`, `company.own_company` or `company.top_of_scope`"),
    ),
)]
async fn delete(
    Extension(desk): AtDesk,
    Id(id): Id<CompanyId>,
    IfMatch(version): IfMatch,
) -> Answer<StatusCode> {
    desk.delete_company(id, version).await?;
    Ok(StatusCode::NO_CONTENT)
}
