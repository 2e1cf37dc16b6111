//! Users over REST.

use app::{
    Page, Refusal, UserId,
    field::Problem,
    users::{
        Deletion, DeletionPreview, User, UserChange, UserDraft, UserQuery, UserRow, Users as _,
    },
};
use axum::{
    Extension, Json,
    http::{StatusCode, Uri},
    middleware,
    response::Response,
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouterExt as _},
    routes,
};

use crate::http::{
    answer::{Answer, Created, One, Paged},
    extract::{AtDesk, Body, Id, OptionalBody, Query},
    idempotency::{self, IdempotencyKey},
    versions::{IfMatch, IfNoneMatch},
};

/// The routes about users.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(list, create).layer(middleware::from_fn(idempotency::once)))
        .routes(routes!(one, change, delete))
        .routes(routes!(preview_deletion))
        .routes(routes!(restore))
        .routes(routes!(purge))
        .merge(super::rest_actions::router())
        .merge(super::rest_expiry::router())
        .merge(super::rest_export::router())
        .merge(super::rest_tokens::router())
}

/// List users
///
/// A page of the users of your scope, or of one company, with search and filters. The bin is shown
/// only with `status=deleted`. Follow the `Link` headers for the pages before and after.
#[utoipa::path(
    get, path = "/api/v1/users", operation_id = "listUsers", tag = "Users",
    params(Query<UserQuery>),
    responses((status = 200, description = "A page of users", body = Page<UserRow>,
        headers(("Link", description = "The pages before and after (RFC 8288)")))),
)]
async fn list(
    Extension(desk): AtDesk,
    uri: Uri,
    Query(query): Query<UserQuery>,
) -> Answer<Paged<UserRow>> {
    Ok(Paged::new(&uri, desk.users(query).await?))
}

/// Add a user
///
/// Creates the account and, unless `issue_credentials` is `false`, sends the User Registration
/// Acceptance Email with the link by which the user sets their password.
#[utoipa::path(
    post, path = "/api/v1/users", operation_id = "createUser", tag = "Users",
    params(IdempotencyKey),
    request_body(content = UserDraft, example = json!({
        "login_id": "hana.sato", "email": "hana.sato@example.com",
        "first_name": "Hana", "last_name": "Sato", "company": 3,
        "otp_configured": true, "language": "ja", "time_zone": "Asia/Tokyo"
    })),
    responses((status = 201, description = "The user was created", body = User,
        headers(("Location", description = "Where the user is"), ("ETag", description = "The version")))),
)]
async fn create(
    Extension(desk): AtDesk,
    Body(draft): Body<UserDraft>,
) -> Answer<Created<One<User>>> {
    let user = desk.create_user(draft).await?;
    Ok(Created(format!("/api/v1/users/{}", user.id), One(user)))
}

/// Show a user
///
/// Everything about one user, also from the bin.
#[utoipa::path(
    get, path = "/api/v1/users/{id}", operation_id = "getUser", tag = "Users",
    params(("id" = UserId, Path, description = "The user"), IfNoneMatch),
    responses(
        (status = 200, description = "The user", body = User, headers(("ETag", description = "The version"))),
        (status = 304, description = "You have this version already"),
    ),
)]
async fn one(Extension(desk): AtDesk, Id(id): Id<UserId>, known: IfNoneMatch) -> Answer<Response> {
    Ok(known.answer(desk.user(id).await?))
}

/// Edit a user
///
/// What is absent stays as it is; lists are replaced whole. The login ID never changes.
#[utoipa::path(
    patch, path = "/api/v1/users/{id}", operation_id = "changeUser", tag = "Users",
    params(("id" = UserId, Path, description = "The user"), IfMatch),
    request_body(content = UserChange, example = json!({
        "email": "hana@example.com", "expires_at": "2027-04-01T00:00:00+09:00"
    })),
    responses(
        (status = 200, description = "The user as it is now", body = User,
            headers(("ETag", description = "The new version"))),
        (status = 409, description = "`user.oneself`, `user.last_operator_administrator` or `user.in_the_bin`"),
    ),
)]
async fn change(
    Extension(desk): AtDesk,
    Id(id): Id<UserId>,
    IfMatch(version): IfMatch,
    Body(change): Body<UserChange>,
) -> Answer<One<User>> {
    Ok(One(desk.change_user(id, version, change).await?))
}

/// The fingerprint of the preview, as a query parameter.
#[derive(Debug, Deserialize, ToSchema)]
struct DeletionQuery {
    /// The `fingerprint` of the preview; may come in the body instead.
    #[serde(default)]
    fingerprint: Option<String>,
}

/// Delete a user
///
/// Moves the user and every account they created into the bin and ends their sessions at once.
/// Ask for the preview first and send its `fingerprint`, as query parameter or in the body: if the
/// set has changed since, nothing is deleted.
#[utoipa::path(
    delete, path = "/api/v1/users/{id}", operation_id = "deleteUser", tag = "Users",
    params(("id" = UserId, Path, description = "The user"), Query<DeletionQuery>, IfMatch),
    request_body(content = Option<Deletion>, content_type = "application/json"),
    responses(
        (status = 204, description = "They are in the bin"),
        (status = 409, description = "`user.deletion_changed`, `user.oneself`, `user.last_operator_administrator` or `user.in_the_bin`"),
    ),
)]
async fn delete(
    Extension(desk): AtDesk,
    Id(id): Id<UserId>,
    IfMatch(version): IfMatch,
    Query(query): Query<DeletionQuery>,
    OptionalBody(body): OptionalBody<Deletion>,
) -> Answer<StatusCode> {
    // The fingerprint guards the set, the version the person: both are what the caller has seen.
    let deletion = Deletion {
        fingerprint: confirmed(query.fingerprint, body)?,
        version: Some(version),
    };
    desk.delete_user(id, deletion).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The confirmation from wherever it came; two that differ are none.
fn confirmed(query: Option<String>, body: Option<Deletion>) -> Result<String, Refusal> {
    match (query, body) {
        (Some(fingerprint), Some(body)) if body.fingerprint != fingerprint => {
            let expected = "the query and the body name different ones".to_owned();
            Err(Refusal::field(
                "fingerprint",
                Problem::Unreadable { expected },
            ))
        }
        (Some(fingerprint), _) => Ok(fingerprint),
        (None, Some(body)) => Ok(body.fingerprint),
        (None, None) => Err(Refusal::field("fingerprint", Problem::Missing)),
    }
}

/// Preview a deletion
///
/// Who would go along, how many sessions would end, and the fingerprint that stands for exactly this set.
#[utoipa::path(
    get, path = "/api/v1/users/{id}/deletion", operation_id = "previewUserDeletion", tag = "Users",
    params(("id" = UserId, Path, description = "The user")),
    responses(
        (status = 200, description = "What would be deleted", body = DeletionPreview),
        (status = 409, description = "`user.oneself` or `user.in_the_bin`"),
    ),
)]
async fn preview_deletion(
    Extension(desk): AtDesk,
    Id(id): Id<UserId>,
) -> Answer<Json<DeletionPreview>> {
    Ok(Json(desk.preview_deletion(id).await?))
}

/// Restore a user
///
/// Brings everybody who was deleted together back from the bin.
#[utoipa::path(
    post, path = "/api/v1/users/{id}/restore", operation_id = "restoreUser", tag = "Users",
    params(("id" = UserId, Path, description = "The user")),
    responses(
        (status = 200, description = "The user, out of the bin", body = User,
            headers(("ETag", description = "The new version"))),
        (status = 409, description = "`user.not_in_the_bin`"),
    ),
)]
async fn restore(Extension(desk): AtDesk, Id(id): Id<UserId>) -> Answer<One<User>> {
    Ok(One(desk.restore_user(id).await?))
}

/// Purge a user
///
/// Removes a user of the bin for good. Their login ID becomes free. This cannot be undone.
#[utoipa::path(
    delete, path = "/api/v1/users/{id}/purge", operation_id = "purgeUser", tag = "Users",
    params(("id" = UserId, Path, description = "The user")),
    responses(
        (status = 204, description = "They are gone"),
        (status = 409, description = "`user.not_in_the_bin`"),
    ),
)]
async fn purge(Extension(desk): AtDesk, Id(id): Id<UserId>) -> Answer<StatusCode> {
    desk.purge_user(id).await?;
    Ok(StatusCode::NO_CONTENT)
}
