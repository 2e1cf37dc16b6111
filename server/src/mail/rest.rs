//! The mail outbox over REST.

use app::{
    MailId, Page,
    mail::{Mail, MailQuery, Mails as _},
};
use axum::{Extension, Json, http::Uri};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::http::{
    answer::{Answer, Paged},
    extract::{AtDesk, Id, Query},
};

/// The routes about mail.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(send_again))
}

/// List mails
///
/// The mails that concern your scope, newest first, and how far each has come. What they say is not shown.
#[utoipa::path(
    get, path = "/api/v1/mails", operation_id = "listMails", tag = "Mail",
    params(Query<MailQuery>),
    responses((status = 200, description = "A page of mails", body = Page<Mail>,
        headers(("Link", description = "The pages before and after (RFC 8288)")))),
)]
async fn list(
    Extension(desk): AtDesk,
    uri: Uri,
    Query(query): Query<MailQuery>,
) -> Answer<Paged<Mail>> {
    Ok(Paged::new(&uri, desk.mails(query).await?))
}

/// Send a mail again
///
/// Tries a failed or waiting mail now.
#[utoipa::path(
    post, path = "/api/v1/mails/{id}/send-again", operation_id = "sendMailAgain", tag = "Mail",
    params(("id" = MailId, Path, description = "The mail")),
    responses(
        (status = 200, description = "The mail, queued", body = Mail),
        (status = 409, description = "`mail.already_sent` or `mail.dropped`"),
    ),
)]
async fn send_again(Extension(desk): AtDesk, Id(id): Id<MailId>) -> Answer<Json<Mail>> {
    Ok(Json(desk.send_again(id).await?))
}
