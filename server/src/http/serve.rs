//! Accepting connections: bounded in number, patient only for so long, ended in order.

use std::{future::Future, sync::Arc, time::Duration};

use axum::{Router, body::Body, extract::Request};
use hyper::body::Incoming;
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto, graceful::GracefulShutdown},
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
};
use tower::ServiceExt;

use super::request::Peer;

/// Connections at the same time; more wait in the system's queue.
const CONNECTIONS: usize = 2048;
/// How long a client may take to send its headers, also on a connection that is kept open.
const HEADER_PATIENCE: Duration = Duration::from_secs(20);
/// How long answers under way may take after a stop was asked for.
const STOP_PATIENCE: Duration = Duration::from_secs(10);
/// What is buffered of a request's headers.
const HEADER_BYTES: usize = 64 * 1024;
/// Without a place for another open file, accepting at once again would only spin.
const BREATH: Duration = Duration::from_millis(100);

/// Serves `router` on `listener` until `shutdown`, then finishes what is under way.
pub async fn serve(listener: TcpListener, router: Router, shutdown: impl Future<Output = ()>) {
    let mut builder = auto::Builder::new(TokioExecutor::new());
    // Proxies with TLS speak HTTP/1.1 to what is behind them, and browsers HTTP/2 only through TLS.
    // Without it there is no guessing of the version, for which there would be no time limit.
    builder = builder.http1_only();
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_PATIENCE)
        .max_buf_size(HEADER_BYTES);
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    tokio::pin!(shutdown);

    loop {
        let accepted = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (listener.accept().await, place)
        };
        let (accepted, place) = tokio::select! {
            () = &mut shutdown => break,
            accepted = accepted => accepted,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(BREATH).await;
                continue;
            }
        };
        let io = io(stream);
        let peer = Peer(peer.ip().to_canonical());
        let router = router.clone();
        let service = hyper::service::service_fn(move |request: Request<Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(peer);
            router.clone().oneshot(request)
        });
        let connection = graceful.watch(builder.serve_connection(io, service).into_owned());
        tokio::spawn(async move {
            // A client that goes away in the middle is nothing to report.
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
            drop(place);
        });
    }

    drop(listener);
    if tokio::time::timeout(STOP_PATIENCE, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some answers took too long and were cut off");
    }
}

fn io(stream: TcpStream) -> TokioIo<TcpStream> {
    // Answers are written whole, so waiting for more to send would only delay them.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "a connection stays slow");
    }
    TokioIo::new(stream)
}
