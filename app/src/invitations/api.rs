//! The server functions about invitations.
#![allow(
    missing_docs,
    reason = "the fields of the generated structs are the arguments of the functions"
)]

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::{InvitationView, LinkView};
use crate::{Refusal, UserId};

/// See [`super::Invitations::issue_credentials`].
#[server(prefix = "/ui", endpoint = "invitations/issue", input = Json)]
pub async fn issue_credentials(user: UserId) -> Result<InvitationView, Refusal> {
    crate::portal()?.issue_credentials(user).await
}

/// See [`super::Invitations::invitations`].
#[server(prefix = "/ui", endpoint = "invitations/list", input = Json)]
pub async fn list_invitations(user: UserId) -> Result<Vec<InvitationView>, Refusal> {
    crate::portal()?.invitations(user).await
}

/// See [`super::Invitations::look_at_link`].
#[server(prefix = "/ui", endpoint = "invitations/look", input = Json)]
pub async fn look_at_link(token: String) -> Result<LinkView, Refusal> {
    crate::portal()?.look_at_link(token).await
}

/// See [`super::Invitations::ask_for_new_link`].
#[server(prefix = "/ui", endpoint = "invitations/ask", input = Json)]
pub async fn ask_for_new_link(token: String) -> Result<(), Refusal> {
    crate::portal()?.ask_for_new_link(token).await
}
