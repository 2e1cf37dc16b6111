//! Jobs: one action on many users, or users from a file, with a preview, and a result for each of them.

mod action;
pub mod api;
mod draft;
mod import;
mod job;
mod refusal;
mod work;

use async_trait::async_trait;

pub use action::JobAction;
pub use draft::{JobDraft, Selection};
pub use import::{Difference, ImportOptions, ImportRefusal, ImportedRow};
pub use job::{Job, JobCounts, JobRow, JobRowQuery, JobState, RowOutcome};
pub use refusal::JobRefusal;
pub use work::JobWork;

use crate::{JobId, Page, PageQuery, Refusal};

/// What may be asked about jobs. Everybody has their own; the others' are not there.
#[async_trait]
pub trait Jobs {
    /// A page of the caller's jobs, newest first.
    async fn jobs(&self, page: PageQuery) -> Result<Page<Job>, Refusal>;
    /// One job of the caller's.
    async fn job(&self, id: JobId) -> Result<Job, Refusal>;
    /// The rows of one job of the caller's.
    async fn job_rows(&self, id: JobId, query: JobRowQuery) -> Result<Page<JobRow>, Refusal>;
    /// Keeps who is meant and begins to find out what would become of each. Nothing is changed yet.
    async fn create_job(&self, draft: JobDraft) -> Result<Job, Refusal>;
    /// Starts a job whose preview is made.
    async fn start_job(&self, id: JobId) -> Result<Job, Refusal>;
    /// Ends a job; what was not done until then stays as it is.
    async fn cancel_job(&self, id: JobId) -> Result<Job, Refusal>;
}
