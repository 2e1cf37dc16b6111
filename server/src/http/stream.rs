//! A body that is written piece by piece, no faster than it is read.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use axum::body::{Body, Bytes};
use hyper::body::Frame;
use tokio::sync::mpsc;

/// The writing end. Dropped without [`Pipe::close`], the answer breaks off, so that nobody takes a part for the whole.
pub struct Pipe(mpsc::Sender<Piece>);

enum Piece {
    Text(String),
    End,
}

/// A pipe and the body that comes out of it.
pub fn pipe() -> (Pipe, Body) {
    let (sender, receiver) = mpsc::channel(1);
    (Pipe(sender), Body::new(Outlet(Some(receiver))))
}

impl Pipe {
    /// Writes a piece, once there is room for it. False if nobody reads any more.
    pub async fn write(&self, text: String) -> bool {
        text.is_empty() || self.0.send(Piece::Text(text)).await.is_ok()
    }

    /// Ends the body as a whole one.
    pub async fn close(self) {
        // Who has gone away needs no end.
        let _ = self.0.send(Piece::End).await;
    }
}

/// What was to be written was not.
#[derive(Debug, thiserror::Error)]
#[error("the answer broke off")]
struct BrokeOff;

struct Outlet(Option<mpsc::Receiver<Piece>>);

impl hyper::body::Body for Outlet {
    type Data = Bytes;
    type Error = BrokeOff;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BrokeOff>>> {
        let Some(receiver) = &mut self.0 else {
            return Poll::Ready(None);
        };
        receiver.poll_recv(context).map(|piece| match piece {
            Some(Piece::Text(text)) => Some(Ok(Frame::data(text.into()))),
            Some(Piece::End) => {
                self.0 = None;
                None
            }
            None => {
                self.0 = None;
                Some(Err(BrokeOff))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::pipe;
    use axum::body::to_bytes;

    #[tokio::test]
    async fn a_body_that_was_closed_is_whole_and_another_breaks_off() {
        let (whole, body) = pipe();
        let write = async {
            assert!(whole.write("a".into()).await && whole.write("b".into()).await);
            whole.close().await;
        };
        let (read, ()) = tokio::join!(to_bytes(body, 10), write);
        assert_eq!(read.unwrap(), "ab");

        let (part, body) = pipe();
        assert!(part.write("a".into()).await);
        drop(part);
        assert!(to_bytes(body, 10).await.is_err());
    }
}
