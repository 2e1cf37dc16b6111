//! The server functions about companies.
#![allow(
    missing_docs,
    reason = "the fields of the generated structs are the arguments of the functions"
)]

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::{Company, CompanyChange, CompanyDraft, CompanyQuery, CompanyTree};
use crate::{CompanyId, Refusal};

/// See [`super::Companies::company_tree`].
#[server(prefix = "/ui", endpoint = "companies/tree", input = Json)]
pub async fn get_company_tree(query: CompanyQuery) -> Result<CompanyTree, Refusal> {
    crate::portal()?.company_tree(query).await
}

/// See [`super::Companies::company`].
#[server(prefix = "/ui", endpoint = "companies/one", input = Json)]
pub async fn get_company(id: CompanyId) -> Result<Company, Refusal> {
    crate::portal()?.company(id).await
}

/// See [`super::Companies::create_company`].
#[server(prefix = "/ui", endpoint = "companies/create", input = Json)]
pub async fn create_company(draft: CompanyDraft) -> Result<Company, Refusal> {
    crate::portal()?.create_company(draft).await
}

/// See [`super::Companies::change_company`].
#[server(prefix = "/ui", endpoint = "companies/change", input = Json)]
pub async fn change_company(
    id: CompanyId,
    version: i64,
    change: CompanyChange,
) -> Result<Company, Refusal> {
    crate::portal()?.change_company(id, version, change).await
}

/// See [`super::Companies::delete_company`].
#[server(prefix = "/ui", endpoint = "companies/delete", input = Json)]
pub async fn delete_company(id: CompanyId, version: i64) -> Result<(), Refusal> {
    crate::portal()?.delete_company(id, version).await
}
