//! Companies: the tenant tree.

pub mod api;
mod company;
mod refusal;

use async_trait::async_trait;

pub use company::{
    Company, CompanyChange, CompanyDraft, CompanyKind, CompanyName, CompanyNode, CompanyQuery,
    CompanyRef, CompanyTree, NewCompany,
};
pub use refusal::CompanyRefusal;

use crate::{CompanyId, Refusal};

/// What may be asked about companies.
#[async_trait]
pub trait Companies {
    /// The companies of the caller's scope, parents before children.
    async fn company_tree(&self, query: CompanyQuery) -> Result<CompanyTree, Refusal>;
    /// One company.
    async fn company(&self, id: CompanyId) -> Result<Company, Refusal>;
    /// Creates a company under another.
    async fn create_company(&self, draft: CompanyDraft) -> Result<Company, Refusal>;
    /// Renames or moves a company, if it is still at `version`.
    async fn change_company(
        &self,
        id: CompanyId,
        version: i64,
        change: CompanyChange,
    ) -> Result<Company, Refusal>;
    /// Deletes an empty company, if it is still at `version`.
    async fn delete_company(&self, id: CompanyId, version: i64) -> Result<(), Refusal>;
}
