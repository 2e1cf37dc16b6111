//! Users from a file, and what became of a job as a file, over REST.

use std::{future::poll_fn, pin::Pin, sync::Arc, time::Duration};

use app::{
    JobId,
    jobs::{ImportOptions, ImportRefusal, Job, RowOutcome},
};
use axum::{
    Extension, Json,
    body::{Body, Bytes, HttpBody as _},
    extract::Request,
    http::header,
    response::Response,
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::service::{self, Receiving};
use crate::{
    actor::Actor,
    desk::Desk,
    error::{Error, Result},
    http::{
        answer::{Answer, Created, Told},
        download::{CSV, download},
        extract::{AtDesk, Id, Query},
    },
};

/// The largest file, in bytes.
const LARGEST: usize = 64 * 1024 * 1024;
/// How long the next piece of a file may be on its way.
const PATIENCE: Duration = Duration::from_secs(30);

/// The routes with files.
pub(super) fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(import))
        .routes(routes!(results))
}

/// Import users
///
/// Takes a CSV file (RFC 4180) in UTF-8 with a line of headings, one user in each further line; `,`, `;` or a tab between
/// the cells. `login_id` says whom a row is about: who has it is changed where the row says something else, and where
/// nobody has it, a user is added. The other columns are those of the export, in any order, as many of them as you like:
/// a column that is not there changes nothing, and neither does an empty cell, but in `expires_at` (never) and
/// `related_companies` (none). At most 64 MiB and 200,000 rows; nothing of the file is taken when it cannot be read.
///
/// The answer is a job whose preview is the dry run: each row with what it would add or change, or why it is refused.
/// Nothing is changed until you start the job. Each row then goes by the rules, and needs the permissions, of adding or
/// changing that one user. The same file again finds nothing to do.
#[utoipa::path(
    post, path = "/api/v1/users/import", operation_id = "importUsers", tag = "Users",
    params(Query<ImportOptions>),
    request_body(content_type = "text/csv", content = String,
        example = "login_id,email,first_name,last_name,company,roles\nhana,hana@example.com,Hana,Sato,3,Help desk\n"),
    responses(
        (status = 201, description = "The job; its preview is being made", body = Job,
            headers(("Location", description = "Where the job is"))),
        (status = 409, description = "`job.too_many`: as many of yours have not ended as anybody may have"),
        (status = 415, description = "`not_csv`: the body is not `text/csv`"),
        (status = 422, description = "`import.…`: what is wrong with the file, and in which line"),
    ),
)]
async fn import(
    Extension(desk): AtDesk,
    Query(options): Query<ImportOptions>,
    request: Request,
) -> Answer<Created<Json<Job>>> {
    let actor = desk.actor().await?;
    if !is_csv(&request) {
        return Err(Told::NotCsv);
    }
    let receiving = service::begin_import(&desk.deps, &actor, &desk.caller, options).await?;
    // In a task of its own: whoever hangs up ends the handler, but what was kept has to go.
    let reception = tokio::spawn(receive(desk, actor, receiving, request.into_body()));
    let job = reception
        .await
        .map_err(|error| Error::Broken(format!("receiving a file: {error}")))??;
    Ok(Created(format!("/api/v1/jobs/{}", job.id), Json(job)))
}

fn is_csv(request: &Request) -> bool {
    let said = request.headers().get(header::CONTENT_TYPE);
    let said = said
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let essence = said.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("text/csv")
}

async fn receive(
    desk: Arc<Desk>,
    actor: Arc<Actor>,
    receiving: Receiving,
    body: Body,
) -> Result<Job> {
    let (deps, job) = (&desk.deps, receiving.job());
    let received = read(&desk, &actor, receiving, body).await;
    if received.is_err() {
        Receiving::give_up(job, deps).await?;
    }
    received
}

async fn read(desk: &Desk, actor: &Actor, mut receiving: Receiving, mut body: Body) -> Result<Job> {
    let mut size = 0;
    while let Some(piece) = next(&mut body).await? {
        size += piece.len();
        if size > LARGEST {
            let mebibytes = (LARGEST / (1024 * 1024)) as u64;
            return Err(ImportRefusal::TooLarge { mebibytes }.into());
        }
        receiving.push(&desk.deps, &piece).await?;
    }
    receiving.finish(&desk.deps, actor).await
}

/// The next piece of the body; none at its end.
async fn next(body: &mut Body) -> Result<Option<Bytes>> {
    loop {
        let frame = poll_fn(|context| Pin::new(&mut *body).poll_frame(context));
        let frame = tokio::time::timeout(PATIENCE, frame).await;
        match frame.map_err(|_| ImportRefusal::BrokeOff)? {
            None => return Ok(None),
            Some(Err(_)) => return Err(ImportRefusal::BrokeOff.into()),
            // What is no data is trailers, which say nothing of users.
            Some(Ok(frame)) => match frame.into_data() {
                Ok(data) if !data.is_empty() => return Ok(Some(data)),
                _ => {}
            },
        }
    }
}

/// Which results.
#[derive(Debug, Default, Deserialize, ToSchema)]
struct ResultsQuery {
    /// Only those of this outcome.
    #[serde(default)]
    outcome: Option<RowOutcome>,
}

/// Download what became of the rows of a job
///
/// One CSV file (RFC 4180) in UTF-8 with a byte order mark and a line of headings; a cell that a spreadsheet would take for
/// a formula has an apostrophe before it. Of an import it has what the imported file said, with `line`, `outcome` and
/// `why`: correct what was refused and import it again, those three columns are not taken. Of another job it has the
/// number of each user, their login ID if you may see them, `outcome` and `why`.
#[utoipa::path(
    get, path = "/api/v1/jobs/{id}/results", operation_id = "exportJobResults", tag = "Jobs",
    params(("id" = JobId, Path, description = "The job"), Query<ResultsQuery>),
    responses((status = 200, description = "The rows", content((String = "text/csv")))),
)]
async fn results(
    Extension(desk): AtDesk,
    Id(id): Id<JobId>,
    Query(query): Query<ResultsQuery>,
) -> Answer<Response> {
    let actor = desk.actor().await?;
    let results = service::results(&desk.deps, &actor, &desk.caller, id, query.outcome).await?;
    Ok(download(desk, &format!("job-{id}.csv"), CSV, results))
}
