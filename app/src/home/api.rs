//! The server functions of the home page.
#![allow(
    missing_docs,
    reason = "the fields of the generated structs are the arguments of the functions"
)]

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::{Attention, Dashboard};
use crate::Refusal;

/// See [`super::Home::attention`].
#[server(prefix = "/ui", endpoint = "home/attention", input = Json)]
pub async fn get_attention() -> Result<Vec<Attention>, Refusal> {
    crate::portal()?.attention().await
}

/// See [`super::Home::dashboard`].
#[server(prefix = "/ui", endpoint = "home/dashboard", input = Json)]
pub async fn get_dashboard() -> Result<Dashboard, Refusal> {
    crate::portal()?.dashboard().await
}
