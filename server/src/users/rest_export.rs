//! Users as a file, over REST.

use std::sync::Arc;

use app::users::UserQuery;
use axum::{
    Extension,
    http::header,
    response::{IntoResponse, Response},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::service::{self, Export};
use crate::{
    desk::Desk,
    error::Result,
    http::{
        answer::Answer,
        extract::{AtDesk, Query},
        stream::{Pipe, pipe},
    },
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
    let (pipe, body) = pipe();
    tokio::spawn(write(desk, export, pipe));
    let headers = [
        (
            header::CONTENT_TYPE,
            "text/csv; charset=utf-8; header=present",
        ),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"users.csv\"",
        ),
    ];
    Ok((headers, body).into_response())
}

async fn write(desk: Arc<Desk>, mut export: Export, pipe: Pipe) {
    match write_all(&desk, &mut export, &pipe).await {
        Ok(true) => pipe.close().await,
        Ok(false) => {}
        Err(error) => tracing::warn!(%error, "an export broke off"),
    }
}

/// Writes everything. False if nobody reads any more.
async fn write_all(desk: &Desk, export: &mut Export, pipe: &Pipe) -> Result<bool> {
    let mut text = Export::head();
    while pipe.write(text).await {
        // Asked for each time: a session may end while somebody reads slowly.
        let actor = desk.actor().await?;
        match export.next(&desk.deps, &actor).await? {
            Some(records) => text = records,
            None => return Ok(true),
        }
    }
    Ok(false)
}
