//! The two ways a mail leaves: to a mail server, or into a folder.

use std::path::PathBuf;

use super::{backoff::Fault, files::Files, message::Ready, smtp::Smtp};
use crate::config::SmtpSettings;

/// Why a mail did not leave.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Undelivered {
    /// Whether it is worth trying again.
    pub fault: Fault,
    /// What the other side said.
    pub words: String,
}

/// How mail leaves.
#[derive(Debug)]
pub enum Transport {
    /// To a mail server.
    Smtp(Smtp),
    /// Into a folder, one file a mail; links are shown on the console.
    Files(Files),
}

impl Transport {
    /// To the mail server that is set, or else into `folder`.
    pub fn new(smtp: Option<&SmtpSettings>, folder: PathBuf) -> Result<Self, String> {
        match smtp {
            Some(settings) => Smtp::new(settings).map(Transport::Smtp),
            None => Ok(Transport::Files(Files::new(folder))),
        }
    }

    /// Hands the mail over. Returns only when the other side has taken it, or why not.
    pub(super) async fn send(&self, mail: &Ready) -> Result<(), Undelivered> {
        match self {
            Transport::Smtp(smtp) => smtp.send(mail).await,
            Transport::Files(files) => files.write(mail).await,
        }
    }

    /// Ends what is kept open for the next mail; there is none for now.
    pub(super) async fn rest(&self) {
        match self {
            Transport::Smtp(smtp) => smtp.hang_up().await,
            Transport::Files(_) => {}
        }
    }
}
