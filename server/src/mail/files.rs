//! Writing mails as files, for trying Doorward out without a mail server.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use tokio::{fs, io::AsyncWriteExt};

use super::{backoff::Fault, message::Ready, transport::Undelivered};

/// A folder that takes one `.eml` file a mail.
#[derive(Debug)]
pub struct Files {
    folder: PathBuf,
}

impl Files {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Writes the mail, and shows its link on the console if it has a secret one.
    pub(super) async fn write(&self, mail: &Ready) -> Result<(), Undelivered> {
        let path = self.folder.join(&mail.file_name);
        self.write_to(&path, &mail.bytes)
            .await
            .map_err(|error| Undelivered {
                fault: Fault::Passing,
                words: format!("{} cannot be written: {error}", path.display()),
            })?;
        tracing::info!(path = %path.display(), "wrote a mail as a file, because no mail server is set");
        if let Some(link) = &mail.secret_link {
            // Not through the log, which may be kept and read by others. A closed console is no failure.
            let _ = writeln!(io::stdout(), "{} for {}: {link}", mail.subject, mail.to);
        }
        Ok(())
    }

    /// The file appears whole or not at all, and only its owner may read it: links are in it.
    async fn write_to(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        make_private_folder(&self.folder).await?;
        let unfinished = path.with_extension("part");
        let mut options = fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        options.mode(0o600);
        let mut file = options.open(&unfinished).await?;
        file.write_all(bytes).await?;
        file.sync_all().await?;
        fs::rename(&unfinished, path).await
    }
}

async fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    builder.mode(0o700);
    builder.create(folder).await
}

#[cfg(test)]
mod tests {
    use super::Files;
    use crate::mail::message::Ready;

    #[tokio::test]
    async fn a_mail_becomes_one_private_file() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::new(folder.path().join("mail"));
        files.write(&Ready::example()).await.unwrap();
        let path = folder.path().join("mail").join(Ready::example().file_name);
        assert_eq!(std::fs::read(&path).unwrap(), Ready::example().bytes);
        assert_eq!(
            std::fs::read_dir(path.parent().unwrap()).unwrap().count(),
            1
        );
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0);
        }
    }
}
