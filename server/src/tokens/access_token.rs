//! Access tokens as JSON web tokens (RFC 7515 compact form, RFC 9068), signed with Ed25519 (RFC 8037).
//!
//! There is one algorithm, one type and no choice: whatever else a header says, the token is refused (RFC 8725 §3).

use app::Timestamp;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};

use super::{
    claims::{Claims, audience},
    keys::KeySet,
};
use crate::error::{Error, Result};

/// The only algorithm.
const ALG: &str = "EdDSA";
/// The only type.
const TYP: &str = "at+jwt";
/// The longest token that is looked at.
const LONGEST: usize = 4096;
/// By how many seconds another node's clock may be ahead.
const AHEAD: i64 = 30;

/// A header, and nothing more: what asks for other keys (`jku`, `jwk`, `x5u`) or for extensions (`crit`) is no header.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    alg: String,
    typ: String,
    kid: String,
}

/// `claims`, signed.
pub fn sign(keys: &KeySet, claims: &Claims) -> Result<String> {
    let key = keys.signing();
    let header = Header {
        alg: ALG.to_owned(),
        typ: TYP.to_owned(),
        kid: key.jwk.kid.clone(),
    };
    let message = format!("{}.{}", encoded(&header)?, encoded(claims)?);
    let signature = URL_SAFE_NO_PAD.encode(key.sign(message.as_bytes()));
    Ok(format!("{message}.{signature}"))
}

/// What an access token says, if it is one of ours and good at `now`.
pub fn verify(keys: &KeySet, public_url: &str, now: Timestamp, presented: &str) -> Option<Claims> {
    if presented.len() > LONGEST {
        return None;
    }
    let (message, signature) = presented.rsplit_once('.')?;
    let (header, claims) = message.split_once('.')?;
    let header: Header = decoded(header)?;
    if header.alg != ALG || header.typ != TYP {
        return None;
    }
    let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
    if !keys
        .named(&header.kid)?
        .verifies(message.as_bytes(), &signature)
    {
        return None;
    }
    let claims: Claims = decoded(claims)?;
    let seconds = now.millis().div_euclid(1000);
    let ours = claims.iss == public_url && claims.aud == audience(public_url);
    let timely = claims.iat <= seconds + AHEAD && seconds < claims.exp;
    (ours && timely).then_some(claims)
}

fn encoded(part: &impl Serialize) -> Result<String> {
    let json = serde_json::to_vec(part)
        .map_err(|error| Error::Broken(format!("an access token could not be written: {error}")))?;
    Ok(URL_SAFE_NO_PAD.encode(json))
}

fn decoded<T: for<'a> Deserialize<'a>>(part: &str) -> Option<T> {
    let json = URL_SAFE_NO_PAD.decode(part).ok()?;
    serde_json::from_slice(&json).ok()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    use hmac::{Hmac, KeyInit, Mac};
    use proptest::prelude::*;
    use serde_json::{Value, json};
    use sha2::Sha256;

    use super::*;
    use crate::{credentials::seal::Sealer, tokens::keys::Keys};

    const HOME: &str = "https://login.example";
    const SECONDS: i64 = 1_800_000_000;

    fn now() -> Timestamp {
        Timestamp::from_millis(SECONDS * 1000)
    }

    fn keys() -> Arc<KeySet> {
        Keys::default().at(&Sealer::new(&[7; 32]), now()).unwrap()
    }

    fn claims() -> Claims {
        Claims {
            iss: HOME.into(),
            sub: "5".into(),
            aud: format!("{HOME}/api/v1"),
            client_id: "token-17".into(),
            iat: SECONDS,
            exp: SECONDS + 600,
            jti: "x".into(),
            scope: "users:read".into(),
        }
    }

    fn header(keys: &KeySet) -> Value {
        json!({ "alg": "EdDSA", "typ": "at+jwt", "kid": keys.signing().jwk.kid })
    }

    /// A token of these parts, signed with our own key: so that only what is asked about is wrong.
    fn forged(keys: &KeySet, header: &Value, claims: &Value) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let message = format!("{}.{}", part(header), part(claims));
        let signature = keys.signing().sign(message.as_bytes());
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature))
    }

    fn with(mut value: Value, name: &str, other: Value) -> Value {
        value[name] = other;
        value
    }

    fn is_good(keys: &KeySet, token: &str) -> bool {
        verify(keys, HOME, now(), token).is_some()
    }

    #[test]
    fn what_was_signed_is_read_back() {
        let keys = keys();
        let token = sign(&keys, &claims()).unwrap();
        assert_eq!(verify(&keys, HOME, now(), &token), Some(claims()));
        assert_eq!(claims().token(), Some(app::TokenId(17)));
    }

    #[test]
    fn it_ends_to_the_second_and_is_not_used_before_it_was_made() {
        let keys = keys();
        let token = sign(&keys, &claims()).unwrap();
        for (seconds, good) in [(-31, false), (-30, true), (599, true), (600, false)] {
            let then = now().plus_seconds(seconds);
            assert_eq!(
                verify(&keys, HOME, then, &token).is_some(),
                good,
                "{seconds}"
            );
        }
    }

    #[test]
    fn a_header_that_says_anything_else_is_refused() {
        let keys = keys();
        let (header, claims) = (header(&keys), json!(claims()));
        assert!(is_good(&keys, &forged(&keys, &header, &claims)));
        let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": keys.signing().jwk.x });
        for (name, other) in [
            ("alg", json!("none")),
            ("alg", json!("None")),
            ("alg", json!("HS256")),
            ("alg", json!("Ed25519")),
            ("alg", Value::Null),
            ("typ", json!("JWT")),
            ("typ", json!("refresh+jwt")),
            ("typ", Value::Null),
            ("kid", json!("another")),
            ("kid", json!("../../dev/null")),
            ("kid", json!(["x"])),
            ("jku", json!("https://evil.example/jwks.json")),
            ("x5u", json!("https://evil.example/x5u")),
            ("jwk", jwk),
            ("crit", json!(["exp"])),
            ("b64", json!(false)),
        ] {
            let other = with(header.clone(), name, other);
            assert!(!is_good(&keys, &forged(&keys, &other, &claims)), "{other}");
        }
    }

    #[test]
    fn claims_that_say_anything_else_are_refused() {
        let keys = keys();
        let (header, claims) = (header(&keys), json!(claims()));
        for (name, other) in [
            ("iss", json!("https://login.example.evil")),
            ("aud", json!("https://login.example")),
            ("aud", json!([format!("{HOME}/api/v1")])),
            ("exp", json!(SECONDS)),
            ("exp", json!((SECONDS + 600).to_string())),
            ("exp", json!(SECONDS as f64 + 600.5)),
            ("exp", json!(1e300)),
            ("exp", Value::Null),
            ("iat", json!(SECONDS + 31)),
            ("sub", json!(5)),
        ] {
            let other = with(claims.clone(), name, other);
            assert!(!is_good(&keys, &forged(&keys, &header, &other)), "{other}");
        }
        let mut without = claims;
        without.as_object_mut().unwrap().remove("exp");
        assert!(!is_good(&keys, &forged(&keys, &header, &without)));
    }

    #[test]
    fn a_token_without_a_signature_or_with_a_hash_under_the_public_key_is_refused() {
        let keys = keys();
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let header = with(header(&keys), "alg", json!("HS256"));
        let message = format!("{}.{}", part(&header), part(&json!(claims())));
        let public = URL_SAFE_NO_PAD.decode(&keys.signing().jwk.x).unwrap();
        let mut mac = Hmac::<Sha256>::new_from_slice(&public).unwrap();
        mac.update(message.as_bytes());
        let hash = URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes());
        assert!(!is_good(&keys, &format!("{message}.{hash}")));
        assert!(!is_good(&keys, &format!("{message}.")));
        assert!(!is_good(&keys, &message));
        let token = sign(&keys, &claims()).unwrap();
        assert!(!is_good(&keys, &format!("{token}.")));
        assert!(!is_good(&keys, &format!("{token}=")));
        assert!(!is_good(&keys, &format!(" {token}")));
    }

    proptest! {
        #[test]
        fn whatever_is_changed_of_a_token_it_is_refused(at in 0usize..400, other in any::<char>()) {
            let keys = keys();
            let token = sign(&keys, &claims()).unwrap();
            let mut chars: Vec<char> = token.chars().collect();
            let at = at % chars.len();
            prop_assume!(chars[at] != other);
            chars[at] = other;
            let changed: String = chars.into_iter().collect();
            prop_assert!(!is_good(&keys, &changed));
        }

        #[test]
        fn whatever_is_presented_is_answered(presented in ".{0,200}") {
            prop_assert!(!is_good(&keys(), &presented));
        }
    }
}
