//! A panic ends one request, not the process, and tells the caller nothing of itself.

use std::{any::Any, future::Future, panic::AssertUnwindSafe, task::Poll};

use axum::response::Response;

use super::{problem::Trouble, request::RequestInfo};

/// The answer, or that something crashed.
pub async fn caught(
    answer: AssertUnwindSafe<impl Future<Output = Response>>,
    info: &RequestInfo,
) -> Response {
    let mut answer = Box::pin(answer.0);
    let ended = std::future::poll_fn(|context| {
        match std::panic::catch_unwind(AssertUnwindSafe(|| answer.as_mut().poll(context))) {
            Ok(poll) => poll.map(Ok),
            Err(panic) => Poll::Ready(Err(panic)),
        }
    })
    .await;
    match ended {
        Ok(response) => response,
        Err(panic) => {
            tracing::error!(panic = message(panic.as_ref()), "a request crashed");
            Trouble::Crashed.answer(info)
        }
    }
}

fn message(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no message")
}
