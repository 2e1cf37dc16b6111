//! Jobs over REST.

use app::{
    JobId, Page, PageQuery,
    jobs::{Job, JobDraft, JobRow, JobRowQuery, Jobs as _},
};
use axum::{Extension, Json, http::Uri, middleware};
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouterExt as _},
    routes,
};

use crate::http::{
    answer::{Answer, Created, Paged},
    extract::{AtDesk, Body, Id, Query},
    idempotency::{self, IdempotencyKey},
};

/// The routes about jobs.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(list, create).layer(middleware::from_fn(idempotency::once)))
        .routes(routes!(one))
        .routes(routes!(rows))
        .routes(routes!(start))
        .routes(routes!(cancel))
        .merge(super::rest_files::router())
}

/// List jobs
///
/// Your own jobs, newest first; they are kept for 30 days. The jobs of others are not there.
#[utoipa::path(
    get, path = "/api/v1/jobs", operation_id = "listJobs", tag = "Jobs",
    params(Query<PageQuery>),
    responses((status = 200, description = "A page of jobs", body = Page<Job>,
        headers(("Link", description = "The pages before and after (RFC 8288)")))),
)]
async fn list(
    Extension(desk): AtDesk,
    uri: Uri,
    Query(page): Query<PageQuery>,
) -> Answer<Paged<Job>> {
    Ok(Paged::new(&uri, desk.jobs(page).await?))
}

/// Preview a job
///
/// One action on many users: those listed, or all that a filter finds at this moment. Who is meant is kept, and for each
/// it is found out what would happen, under the rules of the action on a single user. Nothing is changed until you start
/// the job. With `delete`, the users they created go along and are rows of the job too. It needs the permission of the
/// single action, and `users:read`.
#[utoipa::path(
    post, path = "/api/v1/jobs", operation_id = "createJob", tag = "Jobs",
    params(IdempotencyKey),
    request_body(content = JobDraft, example = json!({
        "action": { "kind": "set_expiry", "expires_at": "2027-04-01T00:00:00+09:00" },
        "selection": { "matching": { "company": 3, "subsidiaries": true, "status": "active" } }
    })),
    responses(
        (status = 201, description = "The job; its preview is being made", body = Job,
            headers(("Location", description = "Where the job is"))),
        (status = 404, description = "`not_found`: the company or user of the filter is not there, or you may not see it"),
        (status = 409, description = "`job.too_many`: as many of yours have not ended as anybody may have"),
    ),
)]
async fn create(
    Extension(desk): AtDesk,
    Body(draft): Body<JobDraft>,
) -> Answer<Created<Json<Job>>> {
    let job = desk.create_job(draft).await?;
    Ok(Created(format!("/api/v1/jobs/{}", job.id), Json(job)))
}

/// Show a job
///
/// How far it has come. It goes on when you sign out, but not when you are disabled or deleted, expire or lose the
/// permission: then what is left is refused.
#[utoipa::path(
    get, path = "/api/v1/jobs/{id}", operation_id = "getJob", tag = "Jobs",
    params(("id" = JobId, Path, description = "The job")),
    responses((status = 200, description = "The job", body = Job)),
)]
async fn one(Extension(desk): AtDesk, Id(id): Id<JobId>) -> Answer<Json<Job>> {
    Ok(Json(desk.job(id).await?))
}

/// List the rows of a job
///
/// One for each user, in a fixed order, with what became of it or would, and if it was refused, why. Of a user whom you
/// may not see only the number is told.
#[utoipa::path(
    get, path = "/api/v1/jobs/{id}/rows", operation_id = "listJobRows", tag = "Jobs",
    params(("id" = JobId, Path, description = "The job"), Query<JobRowQuery>),
    responses((status = 200, description = "A page of rows", body = Page<JobRow>,
        headers(("Link", description = "The pages before and after (RFC 8288)")))),
)]
async fn rows(
    Extension(desk): AtDesk,
    Id(id): Id<JobId>,
    uri: Uri,
    Query(query): Query<JobRowQuery>,
) -> Answer<Paged<JobRow>> {
    Ok(Paged::new(&uri, desk.job_rows(id, query).await?))
}

/// Start a job
///
/// Does to each user what the preview showed. A user who has changed since is refused, and so is a deletion that would
/// take others along than were shown.
#[utoipa::path(
    post, path = "/api/v1/jobs/{id}/start", operation_id = "startJob", tag = "Jobs",
    params(("id" = JobId, Path, description = "The job")),
    responses(
        (status = 200, description = "The job, running", body = Job),
        (status = 409, description = "`job.not_ready`: its preview is being made, or it was started already"),
    ),
)]
async fn start(Extension(desk): AtDesk, Id(id): Id<JobId>) -> Answer<Json<Job>> {
    Ok(Json(desk.start_job(id).await?))
}

/// Cancel a job
///
/// What was done until then stays done; what was not stays as it is.
#[utoipa::path(
    post, path = "/api/v1/jobs/{id}/cancel", operation_id = "cancelJob", tag = "Jobs",
    params(("id" = JobId, Path, description = "The job")),
    responses(
        (status = 200, description = "The job, cancelled", body = Job),
        (status = 409, description = "`job.over`: it has ended already"),
    ),
)]
async fn cancel(Extension(desk): AtDesk, Id(id): Id<JobId>) -> Answer<Json<Job>> {
    Ok(Json(desk.cancel_job(id).await?))
}
