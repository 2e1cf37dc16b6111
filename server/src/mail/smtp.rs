//! Sending by SMTP, over connections that are kept for the next mail as long as there is one.
//!
//! The pool of lettre is not used: a send that is given up on time-out would leave its half-spoken
//! conversation to the next mail, which could then take the answer to the first for its own.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use lettre::transport::smtp::{
    Error,
    authentication::{Credentials, DEFAULT_MECHANISMS},
    client::{AsyncSmtpConnection, CertificateStore, Tls, TlsParameters},
    extension::ClientId,
};
use tokio::time::timeout;

use super::{backoff::Fault, message::Ready, transport::Undelivered};
use crate::config::{Encryption, SmtpSettings};

/// How long connecting, with TLS and password, may take.
const CONNECT: Duration = Duration::from_secs(10);
/// How long the mail server may take to accept one mail.
const SEND: Duration = Duration::from_secs(20);
/// How long a polite goodbye may take.
const GOODBYE: Duration = Duration::from_secs(2);

/// A mail server and the connections to it that wait for the next mail.
pub struct Smtp {
    host: String,
    port: u16,
    tls: Tls,
    credentials: Option<Credentials>,
    me: ClientId,
    waiting: Mutex<Vec<AsyncSmtpConnection>>,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Smtp({}:{})", self.host, self.port)
    }
}

impl Smtp {
    /// The mail server of these settings. Nothing is connected yet.
    pub(super) fn new(settings: &SmtpSettings) -> Result<Self, String> {
        let parameters = || {
            TlsParameters::builder(settings.host.clone())
                .certificate_store(vouchers())
                .build()
                .map_err(|error| format!("TLS to {} cannot be set up: {error}", settings.host))
        };
        let tls = match settings.encryption {
            Encryption::Implicit => Tls::Wrapper(parameters()?),
            Encryption::Required => Tls::Required(parameters()?),
            Encryption::Opportunistic => Tls::Opportunistic(parameters()?),
            Encryption::None => Tls::None,
        };
        Ok(Self {
            host: settings.host.clone(),
            port: settings.port,
            tls,
            credentials: settings
                .credentials
                .clone()
                .map(|(user, password)| Credentials::new(user, password)),
            me: ClientId::default(),
            waiting: Mutex::default(),
        })
    }

    /// Hands the mail to the server. A connection that did not go well to the end is closed.
    pub(super) async fn send(&self, mail: &Ready) -> Result<(), Undelivered> {
        let mut connection = match self.take_waiting().await {
            Some(connection) => connection,
            None => in_time(CONNECT, self.connect()).await?,
        };
        in_time(SEND, connection.send(&mail.envelope, &mail.bytes)).await?;
        self.lock().push(connection);
        Ok(())
    }

    /// Says goodbye on the connections that wait.
    pub(super) async fn hang_up(&self) {
        let waiting = std::mem::take(&mut *self.lock());
        for mut connection in waiting {
            // Whether or not the server answers, the connection ends here.
            let _ = timeout(GOODBYE, connection.quit()).await;
        }
    }

    async fn take_waiting(&self) -> Option<AsyncSmtpConnection> {
        loop {
            let mut connection = self.lock().pop()?;
            if let Ok(true) = timeout(GOODBYE, connection.test_connected()).await {
                return Some(connection);
            }
        }
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let from_the_first_byte = match &self.tls {
            Tls::Wrapper(parameters) => Some(parameters.clone()),
            _ => None,
        };
        let mut connection = AsyncSmtpConnection::connect_tokio1(
            (self.host.as_str(), self.port),
            Some(CONNECT),
            &self.me,
            from_the_first_byte,
            None,
        )
        .await?;
        match &self.tls {
            Tls::Required(parameters) => connection.starttls(parameters.clone(), &self.me).await?,
            Tls::Opportunistic(parameters) if connection.can_starttls() => {
                connection.starttls(parameters.clone(), &self.me).await?;
            }
            _ => {}
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(connection)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<AsyncSmtpConnection>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Who vouches for a mail server: whom this machine trusts, so that an organisation's own authority counts; the
/// public authorities where the machine has no list of its own.
fn vouchers() -> CertificateStore {
    if rustls_native_certs::load_native_certs().certs.is_empty() {
        CertificateStore::WebpkiRoots
    } else {
        CertificateStore::Default
    }
}

async fn in_time<T>(
    limit: Duration,
    work: impl Future<Output = Result<T, Error>>,
) -> Result<T, Undelivered> {
    match timeout(limit, work).await {
        Ok(result) => result.map_err(|error| undelivered(&error)),
        Err(_) => Err(Undelivered {
            fault: Fault::Passing,
            words: format!(
                "the mail server did not answer within {} seconds",
                limit.as_secs()
            ),
        }),
    }
}

/// The server's reply, code first, or what else went wrong.
fn undelivered(error: &Error) -> Undelivered {
    let source = std::error::Error::source(error).map(ToString::to_string);
    match error.status() {
        Some(code) => Undelivered {
            fault: Fault::of_reply(code.into()),
            words: format!("{code} {}", source.unwrap_or_default()),
        },
        None => Undelivered {
            fault: Fault::Passing,
            words: error.to_string(),
        },
    }
}
