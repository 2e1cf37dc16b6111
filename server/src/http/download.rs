//! Files that are made while they are read.

use std::sync::Arc;

use async_trait::async_trait;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};

use super::stream::{Pipe, pipe};
use crate::{actor::Actor, deps::Deps, desk::Desk, error::Result};

/// The content type of comma-separated values (RFC 4180).
pub const CSV: &str = "text/csv; charset=utf-8; header=present";

/// A file that is made part by part.
#[async_trait]
pub trait Download: Send + 'static {
    /// What stands at the beginning.
    fn head(&self) -> String;
    /// The next part; none at the end. Whoever loses the right meanwhile gets no more.
    async fn next(&mut self, deps: &Deps, actor: &Actor) -> Result<Option<String>>;
    /// What stands at the end.
    fn end(&self) -> &'static str {
        ""
    }
}

/// An answer to be kept as a file of this `name`, which is made no faster than it is read.
pub fn download(desk: Arc<Desk>, name: &str, content_type: &str, file: impl Download) -> Response {
    let (pipe, body) = pipe();
    tokio::spawn(write(desk, file, pipe));
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [
        (header::CONTENT_TYPE, content_type),
        (header::CONTENT_DISPOSITION, disposition.as_str()),
    ];
    (headers, body).into_response()
}

async fn write(desk: Arc<Desk>, file: impl Download, pipe: Pipe) {
    match write_all(&desk, file, &pipe).await {
        Ok(true) => pipe.close().await,
        Ok(false) => {}
        Err(error) => tracing::warn!(%error, "a download broke off"),
    }
}

/// Writes everything. False if nobody reads any more.
async fn write_all(desk: &Desk, mut file: impl Download, pipe: &Pipe) -> Result<bool> {
    let mut text = file.head();
    while pipe.write(text).await {
        // Asked for each time: a session may end while somebody reads slowly.
        let actor = desk.actor().await?;
        match file.next(&desk.deps, &actor).await? {
            Some(part) => text = part,
            None => return Ok(pipe.write(file.end().to_owned()).await),
        }
    }
    Ok(false)
}
