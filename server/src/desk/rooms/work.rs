//! Jobs as one caller reaches them.

use app::{
    JobId, Page, PageQuery, Refusal,
    jobs::{Job, JobDraft, JobRow, JobRowQuery, Jobs},
};
use async_trait::async_trait;

use crate::{desk::Desk, error::Error, jobs};

#[async_trait]
impl Jobs for Desk {
    async fn jobs(&self, page: PageQuery) -> Result<Page<Job>, Refusal> {
        ask!(self, actor => jobs::service::list(&self.deps, &actor, page))
    }

    async fn job(&self, id: JobId) -> Result<Job, Refusal> {
        ask!(self, actor => jobs::service::get(&self.deps, &actor, id))
    }

    async fn job_rows(&self, id: JobId, query: JobRowQuery) -> Result<Page<JobRow>, Refusal> {
        ask!(self, actor => jobs::service::rows(&self.deps, &actor, &self.caller, id, query))
    }

    async fn create_job(&self, draft: JobDraft) -> Result<Job, Refusal> {
        ask!(self, actor => jobs::service::create(&self.deps, &actor, &self.caller, draft))
    }

    async fn start_job(&self, id: JobId) -> Result<Job, Refusal> {
        ask!(self, actor => jobs::service::start(&self.deps, &actor, &self.caller, id))
    }

    async fn cancel_job(&self, id: JobId) -> Result<Job, Refusal> {
        ask!(self, actor => jobs::service::cancel(&self.deps, &actor, &self.caller, id))
    }
}
