//! The server functions about mail.
#![allow(
    missing_docs,
    reason = "the fields of the generated structs are the arguments of the functions"
)]

use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use super::{Mail, MailQuery};
use crate::{MailId, Page, Refusal};

/// See [`super::Mails::mails`].
#[server(prefix = "/ui", endpoint = "mail/list", input = Json)]
pub async fn list_mails(query: MailQuery) -> Result<Page<Mail>, Refusal> {
    crate::portal()?.mails(query).await
}

/// See [`super::Mails::send_again`].
#[server(prefix = "/ui", endpoint = "mail/send-again", input = Json)]
pub async fn send_again(id: MailId) -> Result<Mail, Refusal> {
    crate::portal()?.send_again(id).await
}
