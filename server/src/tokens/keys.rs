//! The keys that sign access tokens: made from the installation's secret key, a new one every thirty days.
//!
//! They are derived, not stored: every process on a database has the same, and a copy of the database holds none. The
//! next key is published a period ahead, so that whoever keeps our key set for a while knows it when it begins to sign;
//! the one before stays published for a period, which is longer than any access token is good for.

use std::sync::{Arc, Mutex, PoisonError};

use app::Timestamp;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use serde::Serialize;
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use crate::{
    credentials::seal::Sealer,
    error::{Error, Result},
};

/// For how long a key signs, in milliseconds.
pub const PERIOD: i64 = 30 * 86_400_000;

/// A public key as it is published (RFC 7517, RFC 8037).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Jwk {
    /// `OKP`.
    pub kty: &'static str,
    /// `Ed25519`.
    pub crv: &'static str,
    /// The public key.
    pub x: String,
    /// Its name: its thumbprint (RFC 7638).
    pub kid: String,
    /// `sig`.
    #[serde(rename = "use")]
    pub usage: &'static str,
    /// `EdDSA`.
    pub alg: &'static str,
}

/// A key that signs.
pub struct Key {
    pair: Ed25519KeyPair,
    /// Its public half.
    pub jwk: Jwk,
}

impl Key {
    fn of_period(sealer: &Sealer, period: i64) -> Result<Self> {
        let seed = sealer.derive(&format!("access token key {period}"));
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed)
            .map_err(|error| Error::Broken(format!("a signing key was rejected: {error}")))?;
        let x = URL_SAFE_NO_PAD.encode(pair.public_key());
        let members = format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}"#);
        let jwk = Jwk {
            kty: "OKP",
            crv: "Ed25519",
            kid: URL_SAFE_NO_PAD.encode(Sha256::digest(members.as_bytes())),
            x,
            usage: "sig",
            alg: "EdDSA",
        };
        Ok(Self { pair, jwk })
    }

    /// The signature of `message`.
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.pair.sign(message).as_ref().to_vec()
    }

    /// Whether `signature` is this key's of `message`.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        let public = UnparsedPublicKey::new(&ED25519, self.pair.public_key());
        public.verify(message, signature).is_ok()
    }
}

/// The keys of a moment.
pub struct KeySet {
    period: i64,
    /// The key before, the one that signs, and the next.
    keys: [Key; 3],
}

impl KeySet {
    fn of_period(sealer: &Sealer, period: i64) -> Result<Self> {
        let key = |period| Key::of_period(sealer, period);
        Ok(Self {
            period,
            keys: [key(period - 1)?, key(period)?, key(period + 1)?],
        })
    }

    /// The key that signs now.
    pub fn signing(&self) -> &Key {
        &self.keys[1]
    }

    /// The key of this name, if it is one of them.
    pub fn named(&self, kid: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.jwk.kid == kid)
    }

    /// What is published: the one that signs first.
    pub fn published(&self) -> Vec<Jwk> {
        let [before, signing, next] = &self.keys;
        [signing, next, before].map(|key| key.jwk.clone()).to_vec()
    }
}

/// The keys, made once a period.
#[derive(Default)]
pub struct Keys(Mutex<Option<Arc<KeySet>>>);

impl Keys {
    /// The keys at `now`.
    pub fn at(&self, sealer: &Sealer, now: Timestamp) -> Result<Arc<KeySet>> {
        let period = now.millis().div_euclid(PERIOD);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(set) = kept.as_ref().filter(|set| set.period == period) {
            return Ok(Arc::clone(set));
        }
        let set = Arc::new(KeySet::of_period(sealer, period)?);
        *kept = Some(Arc::clone(&set));
        Ok(set)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Arc<KeySet> {
        let now = Timestamp::from_millis(millis);
        Keys::default().at(&Sealer::new(&[7; 32]), now).unwrap()
    }

    fn kids(set: &KeySet) -> Vec<String> {
        set.published().into_iter().map(|jwk| jwk.kid).collect()
    }

    #[test]
    fn every_process_has_the_same_keys_and_another_installation_has_others() {
        let now = Timestamp::from_millis(PERIOD * 700);
        let other = Keys::default().at(&Sealer::new(&[8; 32]), now).unwrap();
        assert_eq!(kids(&at(PERIOD * 700)), kids(&at(PERIOD * 700 + 5)));
        assert!(
            kids(&at(PERIOD * 700))
                .iter()
                .all(|kid| other.named(kid).is_none())
        );
    }

    #[test]
    fn a_key_is_published_before_it_signs_and_after() {
        let kid = at(PERIOD * 700).signing().jwk.kid.clone();
        for (millis, known) in [
            (PERIOD * 699 - 1, false),
            (PERIOD * 699, true),
            (PERIOD * 700, true),
            (PERIOD * 702 - 1, true),
            (PERIOD * 702, false),
        ] {
            assert_eq!(at(millis).named(&kid).is_some(), known, "{millis}");
        }
        assert_ne!(at(PERIOD * 701).signing().jwk.kid, kid);
    }

    #[test]
    fn a_signature_is_one_keys_and_one_messages() {
        let set = at(PERIOD * 700);
        let [_, _, before] = set.published().try_into().unwrap();
        let signature = set.signing().sign(b"message");
        assert!(set.signing().verifies(b"message", &signature));
        assert!(!set.signing().verifies(b"massage", &signature));
        assert!(!set.signing().verifies(b"message", &signature[1..]));
        assert!(
            !set.named(&before.kid)
                .unwrap()
                .verifies(b"message", &signature)
        );
    }
}
