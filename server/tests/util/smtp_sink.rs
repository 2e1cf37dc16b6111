//! A mail server for tests: keeps what it is given, and refuses, hangs or is down when told to.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use mail_parser::MessageParser;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::Notify,
    task::JoinHandle,
    time::timeout,
};

/// How long a test waits for a mail before it fails.
const PATIENCE: Duration = Duration::from_secs(15);

/// What the mail server does.
#[derive(Clone, Debug)]
pub enum Behaviour {
    /// Takes every mail.
    Accept,
    /// Refuses every recipient with this reply, such as `550 5.1.1 no such mailbox`.
    RefuseRecipient(&'static str),
    /// Refuses every message, after having read it, with this reply.
    RefuseMessage(&'static str),
    /// Keeps every message and never answers, as if the line were dead.
    HangAfterKeeping,
}

/// A mail as it arrived.
#[derive(Clone, Debug)]
pub struct Delivered {
    /// The address in `MAIL FROM`.
    pub from: String,
    /// The addresses in `RCPT TO`.
    pub to: Vec<String>,
    /// The message, without the dots added for transport.
    pub message: String,
}

/// The running mail server. It stops when dropped.
pub struct SmtpSink {
    address: SocketAddr,
    shared: Arc<Shared>,
    listening: JoinHandle<()>,
}

struct Shared {
    behaviour: Mutex<Behaviour>,
    received: Mutex<Vec<Delivered>>,
    unread: Mutex<usize>,
    arrived: Notify,
}

impl SmtpSink {
    /// Starts one on a free port; it accepts everything.
    pub async fn start() -> Self {
        Self::start_at(SocketAddr::from(([127, 0, 0, 1], 0))).await
    }

    /// Starts one at `address`, for instance where another one was stopped.
    pub async fn start_at(address: SocketAddr) -> Self {
        let listener = TcpListener::bind(address).await.unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            behaviour: Mutex::new(Behaviour::Accept),
            received: Mutex::default(),
            unread: Mutex::default(),
            arrived: Notify::new(),
        });
        let listening = tokio::spawn(listen(listener, Arc::clone(&shared)));
        Self {
            address,
            shared,
            listening,
        }
    }

    /// What to set as `DOORWARD_SMTP_URL`.
    pub fn url(&self) -> String {
        format!("smtp://{}?tls=none", self.address)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What it does from now on, also on open connections.
    pub fn behave(&self, behaviour: Behaviour) {
        *lock(&self.shared.behaviour) = behaviour;
    }

    /// Everything that has arrived so far.
    pub fn received(&self) -> Vec<Delivered> {
        lock(&self.shared.received).clone()
    }

    /// The first mail not taken by this function yet; waits for it.
    pub async fn next(&self) -> Delivered {
        let wait = async {
            loop {
                if let Some(mail) = self.take_unread() {
                    return mail;
                }
                self.shared.arrived.notified().await;
            }
        };
        timeout(PATIENCE, wait)
            .await
            .expect("no mail arrived in time")
    }

    fn take_unread(&self) -> Option<Delivered> {
        let mut unread = lock(&self.shared.unread);
        let mail = lock(&self.shared.received).get(*unread).cloned()?;
        *unread += 1;
        Some(mail)
    }
}

impl Drop for SmtpSink {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl Delivered {
    /// The message, taken apart.
    pub fn parsed(&self) -> mail_parser::Message<'_> {
        MessageParser::default()
            .parse(self.message.as_bytes())
            .expect("a message")
    }

    /// Its subject, decoded.
    pub fn subject(&self) -> String {
        self.parsed().subject().unwrap_or_default().to_owned()
    }

    /// Its Message-ID, without brackets.
    pub fn message_id(&self) -> String {
        self.parsed().message_id().unwrap_or_default().to_owned()
    }

    /// Its plain text, decoded.
    pub fn text(&self) -> String {
        self.parsed().body_text(0).unwrap_or_default().into_owned()
    }
}

async fn listen(listener: TcpListener, shared: Arc<Shared>) {
    // Dropped with this task, so that stopping also cuts the open connections.
    let mut connections = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let shared = Arc::clone(&shared);
        connections.spawn(async move {
            // A client that hangs up ends its conversation, nothing else.
            let _ = converse(stream, &shared).await;
        });
    }
}

async fn converse(stream: TcpStream, shared: &Shared) -> std::io::Result<()> {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let (mut from, mut to) = (String::new(), Vec::new());
    writer.write_all(b"220 sink.test ESMTP\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let behaviour = lock(&shared.behaviour).clone();
        let word = line
            .split([' ', ':'])
            .next()
            .unwrap_or_default()
            .to_ascii_uppercase();
        let reply = match (word.as_str(), &behaviour) {
            ("EHLO", _) => "250-sink.test\r\n250 8BITMIME".to_owned(),
            ("HELO" | "NOOP" | "RSET", _) => "250 fine".to_owned(),
            ("MAIL", _) => {
                from = bracketed(&line);
                to.clear();
                "250 fine".to_owned()
            }
            ("RCPT", Behaviour::RefuseRecipient(reply)) => (*reply).to_owned(),
            ("RCPT", _) => {
                to.push(bracketed(&line));
                "250 fine".to_owned()
            }
            ("DATA", _) => {
                writer.write_all(b"354 go on\r\n").await?;
                let mut message = String::new();
                while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                    message.push_str(line.strip_prefix('.').unwrap_or(&line));
                    message.push_str("\r\n");
                }
                let mail = Delivered {
                    from: from.clone(),
                    to: to.clone(),
                    message,
                };
                match behaviour {
                    Behaviour::RefuseMessage(reply) => reply.to_owned(),
                    Behaviour::HangAfterKeeping => {
                        keep(shared, mail);
                        std::future::pending().await
                    }
                    _ => {
                        keep(shared, mail);
                        "250 taken".to_owned()
                    }
                }
            }
            ("QUIT", _) => {
                writer.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => "502 not here".to_owned(),
        };
        writer.write_all(format!("{reply}\r\n").as_bytes()).await?;
    }
    Ok(())
}

fn keep(shared: &Shared, mail: Delivered) {
    lock(&shared.received).push(mail);
    shared.arrived.notify_one();
}

fn bracketed(line: &str) -> String {
    let inner = line
        .split_once('<')
        .and_then(|(_, rest)| rest.split_once('>'));
    inner
        .map(|(address, _)| address.to_owned())
        .unwrap_or_default()
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
