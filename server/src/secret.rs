//! Secrets that are handed out once and stored as hashes only: links, sessions, login flows.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use crate::deps::Randomness;

/// A secret of 256 random bits, in URL-safe base64. Not shown by `Debug`.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// A new one.
    pub fn generate(random: &dyn Randomness) -> Self {
        let mut bytes = [0; 32];
        random.fill(&mut bytes);
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// A new one that begins with `prefix`, by which people and scanners know what it is.
    pub fn generate_with(prefix: &str, random: &dyn Randomness) -> Self {
        let Self(secret) = Self::generate(random);
        Self(format!("{prefix}{secret}"))
    }

    /// The secret itself, for the answer or mail that hands it out.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is stored of it.
    pub fn hash(&self) -> SecretHash {
        SecretHash::of(&self.0)
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// SHA-256 of a secret. The secret has 256 bits of its own, so no salt and no slowness are needed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SecretHash(String);

impl SecretHash {
    /// The hash of what somebody presented as a secret.
    pub fn of(presented: &str) -> Self {
        Self(URL_SAFE_NO_PAD.encode(Sha256::digest(presented.as_bytes())))
    }

    /// The hash as it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
