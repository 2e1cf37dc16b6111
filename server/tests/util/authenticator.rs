//! An authenticator app: it knows the key that was shown, and tells the code of a moment.

use app::Timestamp;
use totp_rs::{Algorithm, Builder, Secret, Totp};

/// An authenticator app with one account.
pub struct Authenticator(Totp);

impl Authenticator {
    /// The authenticator into which `key` was typed, in groups as it was shown.
    pub fn with_key(key: &str) -> Self {
        let secret = Secret::try_from_base32(key.replace(' ', "")).expect("the key is base32");
        let totp = Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_secret(secret)
            .with_account_name("test".to_owned())
            .build()
            .expect("the key makes an authenticator");
        Self(totp)
    }

    /// The code it shows at a moment.
    pub fn code(&self, at: Timestamp) -> String {
        self.0
            .generate(u64::try_from(at.seconds()).expect("after 1970"))
            .to_string()
    }
}
