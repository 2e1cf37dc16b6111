//! Users as a file, over REST.

use app::users::UserQuery;
use axum::{Extension, response::Response};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::service;
use crate::http::{
    answer::Answer,
    download::{CSV, download},
    extract::{AtDesk, Query},
};

/// The route of the export.
pub(super) fn router() -> OpenApiRouter {
    OpenApiRouter::new().routes(routes!(export))
}

/// Export users
///
/// Everyone whom the filter finds, by login ID, as one CSV file; order and page are of no account. That it was exported
/// is an audit event. RFC 4180 in UTF-8 with a byte order mark and a line of headings; a cell that a spreadsheet would
/// take for a formula (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) has an apostrophe before it. Several
/// roles or companies in one cell have `; ` between them; companies are told by number. If the connection ends before the
/// answer does, the file is not whole.
#[utoipa::path(
    get, path = "/api/v1/users/export", operation_id = "exportUsers", tag = "Users",
    params(Query<UserQuery>),
    responses((status = 200, description = "The users", content((String = "text/csv")))),
)]
async fn export(Extension(desk): AtDesk, Query(query): Query<UserQuery>) -> Answer<Response> {
    let actor = desk.actor().await?;
    let export = service::export(&desk.deps, &actor, &desk.caller, query).await?;
    Ok(download(desk, "users.csv", CSV, export))
}
