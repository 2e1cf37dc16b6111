//! The secret key: given, in a file, or made at the first start.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use base64::{
    Engine,
    engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD},
};
use zeroize::Zeroizing;

use crate::deps::Randomness;

/// The key itself.
pub type SecretKey = Zeroizing<[u8; 32]>;

/// Where the secret key is. Not shown by `Debug`.
#[derive(Clone)]
pub enum SecretKeySource {
    /// It was given as it is.
    Given(SecretKey),
    /// It is in this file, which somebody else keeps.
    File(PathBuf),
    /// It is in this file, which is made at the first start.
    Generated(PathBuf),
}

impl std::fmt::Debug for SecretKeySource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            SecretKeySource::Given(_) => f.write_str("Given(…)"),
            SecretKeySource::File(path) | SecretKeySource::Generated(path) => path.fmt(f),
        }
    }
}

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file cannot be read.
    #[error("the secret key cannot be read from {path}: {error}", path = path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why not.
        error: std::io::Error,
    },
    /// The file has something else in it.
    #[error("{path} holds no secret key: it must be 32 bytes in base64 or hex", path = path.display())]
    NoKey {
        /// Which file.
        path: PathBuf,
    },
    /// Other people can read the file.
    #[error("{path} can be read by other people on this machine: chmod 600 it", path = path.display())]
    Open {
        /// Which file.
        path: PathBuf,
    },
    /// The file cannot be made.
    #[error("no secret key can be kept in {path}: {error}", path = path.display())]
    Unwritable {
        /// Which file.
        path: PathBuf,
        /// Why not.
        error: std::io::Error,
    },
}

impl SecretKeySource {
    /// The key, or none if it is still to be made.
    pub fn read(&self) -> Result<Option<SecretKey>, KeyError> {
        match self {
            SecretKeySource::Given(key) => Ok(Some(key.clone())),
            SecretKeySource::File(path) => from_file(path).map(Some),
            SecretKeySource::Generated(path) if !path.exists() => Ok(None),
            SecretKeySource::Generated(path) => {
                closed(path).and_then(|()| from_file(path)).map(Some)
            }
        }
    }

    /// Makes the key where it is to be kept; another process may have been quicker, then that one's is taken.
    pub fn make(&self, random: &dyn Randomness) -> Result<SecretKey, KeyError> {
        let SecretKeySource::Generated(path) = self else {
            return self.read()?.ok_or_else(|| KeyError::NoKey {
                path: PathBuf::new(),
            });
        };
        let mut key = Zeroizing::new([0; 32]);
        random.fill(key.as_mut());
        match write_new(path, &STANDARD.encode(*key)) {
            Ok(()) => Ok(key),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => from_file(path),
            Err(error) => Err(KeyError::Unwritable {
                path: path.clone(),
                error,
            }),
        }
    }
}

/// Reads 32 bytes in hex or any usual base64.
pub(super) fn parse(text: &str) -> Result<SecretKey, String> {
    let text = text.trim();
    let bytes = Zeroizing::new(
        from_hex(text)
            .or_else(|| {
                [STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD]
                    .iter()
                    .find_map(|base64| base64.decode(text).ok())
            })
            .unwrap_or_default(),
    );
    <[u8; 32]>::try_from(bytes.as_slice())
        .map(Zeroizing::new)
        .map_err(|_| {
            "32 bytes in base64 or hex, as `openssl rand -base64 32` prints them".to_owned()
        })
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text
        .chars()
        .map(|c| c.to_digit(16).and_then(|n| u8::try_from(n).ok()))
        .collect::<Option<_>>()?;
    (digits.len() == 64).then(|| {
        digits
            .chunks_exact(2)
            .map(|pair| pair[0] << 4 | pair[1])
            .collect()
    })
}

fn from_file(path: &Path) -> Result<SecretKey, KeyError> {
    let text = std::fs::read_to_string(path)
        .map(Zeroizing::new)
        .map_err(|error| KeyError::Unreadable {
            path: path.to_owned(),
            error,
        })?;
    parse(&text).map_err(|_| KeyError::NoKey {
        path: path.to_owned(),
    })
}

/// Our own file is for its owner alone. One that somebody else keeps, such as a mounted secret, has their rules.
#[cfg(unix)]
fn closed(path: &Path) -> Result<(), KeyError> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path)
        .map_err(|error| KeyError::Unreadable {
            path: path.to_owned(),
            error,
        })?
        .permissions()
        .mode();
    if mode & 0o077 == 0 {
        Ok(())
    } else {
        Err(KeyError::Open {
            path: path.to_owned(),
        })
    }
}

#[cfg(not(unix))]
fn closed(_: &Path) -> Result<(), KeyError> {
    Ok(())
}

/// Writes a file that must not be there yet, whole or not at all, for its owner alone.
fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    let unfinished = path.with_extension(format!("{}.new", std::process::id()));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(&unfinished).and_then(|mut file| {
        writeln!(file, "{text}")?;
        file.sync_all()
    });
    // A link, unlike a rename, does not replace what another process has just put there.
    let linked = written.and_then(|()| match std::fs::hard_link(&unfinished, path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists && !path.exists() => {
            // A file system without links: then nobody else is likely to share it.
            std::fs::rename(&unfinished, path)
        }
        linked => linked,
    });
    // Without it nothing is lost: the name is this process's own.
    let _ = std::fs::remove_file(&unfinished);
    linked
}

#[cfg(test)]
mod tests {
    use super::{KeyError, SecretKeySource, parse};
    use crate::deps::SystemRandomness;

    #[test]
    fn a_key_is_read_from_hex_and_base64() {
        let hex = "00".repeat(31) + "ff";
        let base64 = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAP8=";
        assert_eq!(parse(&hex).unwrap()[31], 0xff);
        assert_eq!(parse(base64), parse(&hex));
        assert_eq!(parse(base64.trim_end_matches('=')), parse(&hex));
        for wrong in ["", "AAAA", "zz", &"0".repeat(63)] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_made_key_is_read_back_and_never_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let source = SecretKeySource::Generated(folder.path().join("secret.key"));
        assert!(source.read().unwrap().is_none());
        let key = source.make(&SystemRandomness).unwrap();
        assert_eq!(source.read().unwrap(), Some(key.clone()));
        assert_eq!(source.make(&SystemRandomness).unwrap(), key);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_key_that_others_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        let source = SecretKeySource::Generated(path.clone());
        source.make(&SystemRandomness).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(source.read(), Err(KeyError::Open { .. })));
    }
}
