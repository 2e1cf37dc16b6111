//! The server functions about jobs.
#![allow(
    missing_docs,
    reason = "the fields of the generated structs are the arguments of the functions"
)]

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::{Job, JobDraft, JobRow, JobRowQuery};
use crate::{JobId, Page, PageQuery, Refusal};

/// See [`super::Jobs::jobs`].
#[server(prefix = "/ui", endpoint = "jobs/list", input = Json)]
pub async fn list_jobs(page: PageQuery) -> Result<Page<Job>, Refusal> {
    crate::portal()?.jobs(page).await
}

/// See [`super::Jobs::job`].
#[server(prefix = "/ui", endpoint = "jobs/one", input = Json)]
pub async fn get_job(id: JobId) -> Result<Job, Refusal> {
    crate::portal()?.job(id).await
}

/// See [`super::Jobs::job_rows`].
#[server(prefix = "/ui", endpoint = "jobs/rows", input = Json)]
pub async fn list_job_rows(id: JobId, query: JobRowQuery) -> Result<Page<JobRow>, Refusal> {
    crate::portal()?.job_rows(id, query).await
}

/// See [`super::Jobs::create_job`].
#[server(prefix = "/ui", endpoint = "jobs/create", input = Json)]
pub async fn create_job(draft: JobDraft) -> Result<Job, Refusal> {
    crate::portal()?.create_job(draft).await
}

/// See [`super::Jobs::start_job`].
#[server(prefix = "/ui", endpoint = "jobs/start", input = Json)]
pub async fn start_job(id: JobId) -> Result<Job, Refusal> {
    crate::portal()?.start_job(id).await
}

/// See [`super::Jobs::cancel_job`].
#[server(prefix = "/ui", endpoint = "jobs/cancel", input = Json)]
pub async fn cancel_job(id: JobId) -> Result<Job, Refusal> {
    crate::portal()?.cancel_job(id).await
}
