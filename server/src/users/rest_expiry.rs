//! One expiration date for all accounts of a company, over REST.

use app::{
    CompanyId, Timestamp,
    users::{CompanyExpiry, ExpiryApplied, ExpiryPreview, Users as _},
};
use axum::{Extension, Json};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::http::{
    answer::Answer,
    extract::{AtDesk, Body, Id, Query},
};

/// The routes of these operations.
pub(super) fn router() -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(preview, apply))
}

/// The date to look at.
#[derive(Debug, Deserialize, ToSchema)]
struct ExpiryQuery {
    /// When the accounts would end; absent for never.
    #[serde(default)]
    expires_at: Option<Timestamp>,
}

/// Preview an expiration date for a company
///
/// How many accounts of this company, not of its subsidiaries, would get another date, who is left out and why, and the
/// fingerprint that stands for exactly these accounts and dates. Nobody sets a date later than their own account ends.
#[utoipa::path(
    get, path = "/api/v1/companies/{id}/expiry", operation_id = "previewCompanyExpiry", tag = "Users",
    params(("id" = CompanyId, Path, description = "The company"), Query<ExpiryQuery>),
    responses((status = 200, description = "What would change", body = ExpiryPreview)),
)]
async fn preview(
    Extension(desk): AtDesk,
    Id(id): Id<CompanyId>,
    Query(query): Query<ExpiryQuery>,
) -> Answer<Json<ExpiryPreview>> {
    Ok(Json(desk.preview_expiry(id, query.expires_at).await?))
}

/// Set the expiration date of all accounts of a company
///
/// All of them or none, in one transaction, with an audit event for each. Ask for the preview first and send its
/// `fingerprint`: if accounts or dates have changed since, nothing is done. All end at the same moment, to the
/// millisecond, whatever their time zones. Accounts that had ended live again, but their old sessions do not.
#[utoipa::path(
    put, path = "/api/v1/companies/{id}/expiry", operation_id = "setCompanyExpiry", tag = "Users",
    params(("id" = CompanyId, Path, description = "The company")),
    request_body(content = CompanyExpiry, example = json!({
        "expires_at": "2027-03-31T15:00:00Z", "fingerprint": "5f0c1b9a7d3e4f2881c6a0e9b7d45c13"
    })),
    responses(
        (status = 200, description = "How many accounts have another date now", body = ExpiryApplied),
        (status = 409, description = "`user.expiry_changed` or `user.last_operator_administrator`"),
    ),
)]
async fn apply(
    Extension(desk): AtDesk,
    Id(id): Id<CompanyId>,
    Body(expiry): Body<CompanyExpiry>,
) -> Answer<Json<ExpiryApplied>> {
    Ok(Json(desk.apply_expiry(id, expiry).await?))
}
