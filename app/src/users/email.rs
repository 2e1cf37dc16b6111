//! E-mail addresses.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::field::Problem;

/// An e-mail address: a dot-atom, `@`, and a domain (RFC 5321 §4.1.2 without quoted strings and address literals).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Reads an address as it was typed. The domain is folded to lower case, the part before `@` is kept.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Missing);
        }
        if text.len() > 254 {
            return Err(Problem::TooLong { max: 254 });
        }
        let (local, domain) = text.rsplit_once('@').ok_or(Problem::NotAnEmail)?;
        if is_local_part(local) && is_domain(domain) {
            Ok(Self(format!("{local}@{}", domain.to_ascii_lowercase())))
        } else {
            Err(Problem::NotAnEmail)
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as whoever owns it knows it again and others learn little: `t•••@example.com`.
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.rsplit_once('@').unwrap_or_default();
        // Of a single character the first would be all.
        let first = match local.len() {
            1 => "",
            _ => local.get(..1).unwrap_or_default(),
        };
        format!("{first}•••@{domain}")
    }
}

fn is_local_part(text: &str) -> bool {
    let atom = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    text.len() <= 64
        && text
            .split('.')
            .all(|part| !part.is_empty() && part.chars().all(atom))
}

fn is_domain(text: &str) -> bool {
    let label = |part: &str| {
        !part.is_empty()
            && part.len() <= 63
            && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    text.split('.').all(label)
}

impl TryFrom<String> for EmailAddress {
    type Error = String;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|problem| problem.words(crate::Language::English))
    }
}

impl From<EmailAddress> for String {
    fn from(email: EmailAddress) -> Self {
        email.0
    }
}

#[cfg(test)]
mod tests {
    use super::EmailAddress;
    use crate::field::Problem;

    #[test]
    fn the_domain_is_folded_and_the_rest_kept() {
        assert_eq!(
            EmailAddress::parse(" Hana.Sato+tag@Example.COM ").map(String::from),
            Ok("Hana.Sato+tag@example.com".into())
        );
    }

    #[test]
    fn a_masked_address_shows_the_first_character_and_the_domain() {
        let masked = |text: &str| EmailAddress::parse(text).unwrap().masked();
        assert_eq!(masked("tanaka.ken@example.com"), "t•••@example.com");
        assert_eq!(masked("ab@example.com"), "a•••@example.com");
        assert_eq!(masked("a@example.com"), "•••@example.com");
    }

    #[test]
    fn what_could_smuggle_a_header_or_a_second_address_is_refused() {
        for text in [
            "hana",
            "@example.com",
            "hana@",
            "a b@example.com",
            "a@b@c.com",
            "a@example..com",
            "a@-example.com",
            "a\r\nBcc: b@example.com",
            "a,b@example.com",
            ".a@example.com",
        ] {
            assert_eq!(
                EmailAddress::parse(text),
                Err(Problem::NotAnEmail),
                "{text}"
            );
        }
    }
}
