//! `doorward serve`: opens everything in order, serves, and closes it in the opposite order.

use std::{io::Write, process::ExitCode, sync::Arc, time::Duration};

use app::door;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

use super::{Done, Failure, open};
use crate::{
    audit,
    config::{PublicUrl, Settings},
    deps::Deps,
    http::{self, HttpSettings, metrics},
    jobs, mail, sign_in,
};

/// How long a worker may take to finish what it has begun.
const STOP_PATIENCE: Duration = Duration::from_secs(5);

/// Runs the command.
pub async fn serve(settings: Settings) -> Done {
    // First of all, so that whoever waits for the port waits for the answer instead of failing.
    let listener = listen(settings.listen, "DOORWARD_LISTEN").await?;
    let address = listener.local_addr()?;
    let public_url = settings.public_url_at(address.port());
    let deps = Arc::new(open::deps(&settings, public_url.origin()).await?);
    let mailer = mailer(&settings, &public_url)?;

    let (stop, stopping) = watch::channel(false);
    let metrics = Arc::<metrics::Metrics>::default();
    let mut workers = vec![
        (
            "mail",
            tokio::spawn(mail::worker::run(
                Arc::clone(&deps),
                mailer,
                stopped(stopping.clone()),
            )),
        ),
        (
            "janitor",
            tokio::spawn(sign_in::janitor::run(
                Arc::clone(&deps),
                stopped(stopping.clone()),
            )),
        ),
        (
            "sealer",
            tokio::spawn(audit::sealer::run(
                Arc::clone(&deps),
                stopped(stopping.clone()),
            )),
        ),
        (
            "jobs",
            tokio::spawn(jobs::worker::run(
                Arc::clone(&deps),
                stopped(stopping.clone()),
            )),
        ),
    ];
    if let Some(address) = settings.metrics_listen {
        let listener = listen(address, "DOORWARD_METRICS_LISTEN").await?;
        let router = metrics::router(Arc::clone(&deps), Arc::clone(&metrics));
        workers.push((
            "metrics",
            tokio::spawn(http::serve(listener, router, stopped(stopping))),
        ));
    }

    let door = HttpSettings {
        api_rate_limit: settings.api_rate_limit,
        public_url: public_url.clone(),
        listen: address,
        trusted_proxies: settings.trusted_proxies,
    };
    let router = http::router_counted(Arc::clone(&deps), &door, metrics);
    greet(&deps, &public_url).await?;
    http::serve(listener, router, asked_to_stop()).await;

    stop.send_replace(true);
    finish(workers).await;
    tracing::info!("stopped");
    Ok(ExitCode::SUCCESS)
}

async fn listen(address: std::net::SocketAddr, setting: &str) -> Result<TcpListener, Failure> {
    TcpListener::bind(address)
        .await
        .map_err(|error| format!("{address} cannot be listened on: {error} ({setting})").into())
}

fn mailer(settings: &Settings, public_url: &PublicUrl) -> Result<mail::Mailer, Failure> {
    let transport = mail::Transport::new(settings.smtp.as_ref(), settings.data_dir.join("mail"))?;
    let from = match &settings.mail_from {
        Some(from) => from.clone(),
        None => mail::default_sender(public_url.origin())?,
    };
    Ok(mail::Mailer { from, transport })
}

/// Says where the door is, and while nobody can open it, how.
async fn greet(deps: &Deps, public_url: &PublicUrl) -> Result<(), Failure> {
    tracing::info!(
        version = env!("CARGO_PKG_VERSION"),
        public_url = public_url.origin(),
        "ready"
    );
    if !public_url.is_https() && !public_url.is_loopback() {
        tracing::warn!(
            "the public URL has no TLS: passwords and sessions can be read on the way. Put a proxy with TLS before Doorward and set DOORWARD_PUBLIC_URL to https://…"
        );
    }
    // A console that is closed is no reason to stop.
    let mut console = std::io::stdout();
    let _ = writeln!(console, "Doorward is at {}", public_url.origin());
    if let Some(secret) = sign_in::set_up::new_link(deps).await? {
        let _ = writeln!(
            console,
            "\nNobody can sign in yet. This link sets up the first administrator; it works once, for 24 hours:\n\n  {}{}#{}\n",
            public_url.origin(),
            door::SET_UP,
            secret.reveal()
        );
    }
    Ok(())
}

/// Ends when the workers are to stop.
async fn stopped(mut stopping: watch::Receiver<bool>) {
    // A sender that is gone means the same.
    let _ = stopping.wait_for(|stopping| *stopping).await;
}

async fn finish(workers: Vec<(&'static str, JoinHandle<()>)>) {
    for (name, worker) in workers {
        match tokio::time::timeout(STOP_PATIENCE, worker).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::error!(name, %error, "a worker crashed"),
            Err(_) => tracing::warn!(name, "a worker took too long to stop and was cut off"),
        }
    }
}

#[cfg(unix)]
async fn asked_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
        }
        Err(error) => {
            tracing::warn!(%error, "SIGTERM cannot be heard, only Ctrl-C");
            // What goes wrong here can only be answered by stopping, which is what follows.
            let _ = tokio::signal::ctrl_c().await;
        }
    }
    tracing::info!("stopping: no new connections, answers under way are finished");
}

#[cfg(not(unix))]
async fn asked_to_stop() {
    let _ = tokio::signal::ctrl_c().await;
    tracing::info!("stopping: no new connections, answers under way are finished");
}
