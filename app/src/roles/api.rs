//! The server functions about roles.
#![allow(
    missing_docs,
    reason = "the fields of the generated structs are the arguments of the functions"
)]

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::Role;
use crate::{CompanyId, Refusal};

/// See [`super::Roles::roles`].
#[server(prefix = "/ui", endpoint = "roles/list", input = Json)]
pub async fn list_roles(company: CompanyId) -> Result<Vec<Role>, Refusal> {
    crate::portal()?.roles(company).await
}
