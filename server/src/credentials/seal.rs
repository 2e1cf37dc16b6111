//! Sealing what must be stored readable for us alone: TOTP secrets and the contents of mails.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};

use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::deps::Randomness;

const NONCE: usize = 24;

/// What was sealed does not open: another key, another place, or it was tampered with.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("a sealed value in {place} does not open: wrong secret key, or the value was changed")]
pub struct SealError {
    place: String,
}

/// Seals with XChaCha20-Poly1305, bound to the place where the value is stored.
pub struct Sealer {
    cipher: XChaCha20Poly1305,
    hash_key: [u8; 32],
}

impl Sealer {
    /// A sealer with the installation's key.
    pub fn new(key: &[u8; 32]) -> Self {
        Self {
            cipher: XChaCha20Poly1305::new(key.into()),
            hash_key: hmac(key, &[b"doorward keyed hash"]),
        }
    }

    /// HMAC-SHA-256 of `text` for `place`: for short secrets that a stolen table must not give away to a search.
    pub fn keyed_hash(&self, place: &str, text: &str) -> String {
        let length = u64::try_from(place.len()).unwrap_or(u64::MAX).to_be_bytes();
        URL_SAFE_NO_PAD.encode(hmac(
            &self.hash_key,
            &[&length, place.as_bytes(), text.as_bytes()],
        ))
    }

    /// A key of its own for `purpose`, always the same: for what needs a key and shall not be stored.
    pub fn derive(&self, purpose: &str) -> [u8; 32] {
        hmac(&self.hash_key, &[b"derived key", &[0], purpose.as_bytes()])
    }

    /// `plaintext` sealed for `place`, which names table, column and row.
    pub fn seal(&self, random: &dyn Randomness, place: &str, plaintext: &[u8]) -> String {
        let mut nonce = [0; NONCE];
        random.fill(&mut nonce);
        let payload = Payload {
            msg: plaintext,
            aad: place.as_bytes(),
        };
        let mut sealed = nonce.to_vec();
        match self.cipher.encrypt(&XNonce::from(nonce), payload) {
            Ok(ciphertext) => sealed.extend(ciphertext),
            // Only a plaintext of more than 256 GiB cannot be sealed; an empty seal never opens.
            Err(_) => tracing::error!(place, "a value was too large to seal"),
        }
        URL_SAFE_NO_PAD.encode(sealed)
    }

    /// What was sealed for `place`.
    pub fn open(&self, place: &str, sealed: &str) -> Result<Vec<u8>, SealError> {
        let refuse = || SealError {
            place: place.to_owned(),
        };
        let bytes = URL_SAFE_NO_PAD.decode(sealed).map_err(|_| refuse())?;
        let (nonce, ciphertext) = bytes.split_first_chunk::<NONCE>().ok_or_else(refuse)?;
        let payload = Payload {
            msg: ciphertext,
            aad: place.as_bytes(),
        };
        self.cipher
            .decrypt(&XNonce::from(*nonce), payload)
            .map_err(|_| refuse())
    }
}

fn hmac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC fills a short key up with zeros to the block of its hash (RFC 2104 §2).
    let mut block = [0; 64];
    block[..key.len()].copy_from_slice(key);
    let mut mac = <Hmac<Sha256> as KeyInit>::new(&block.into());
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

impl From<SealError> for crate::error::Error {
    fn from(error: SealError) -> Self {
        crate::error::Error::Broken(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::Sealer;
    use crate::deps::SystemRandomness;

    #[test]
    fn what_was_sealed_opens_only_in_its_place_and_with_its_key() {
        let sealer = Sealer::new(&[7; 32]);
        let sealed = sealer.seal(&SystemRandomness, "authenticators.secret:1", b"secret");
        assert_eq!(
            sealer.open("authenticators.secret:1", &sealed).unwrap(),
            b"secret"
        );
        assert!(sealer.open("authenticators.secret:2", &sealed).is_err());
        assert!(
            Sealer::new(&[8; 32])
                .open("authenticators.secret:1", &sealed)
                .is_err()
        );
        assert!(sealer.open("authenticators.secret:1", "AAAA").is_err());
    }
}
