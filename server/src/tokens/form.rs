//! The forms that OAuth requests are (RFC 6749 appendix B).

use std::collections::HashMap;

use axum::{
    extract::Request,
    http::{HeaderMap, header},
};

use super::{exchange::OauthRefusal, rest_oauth::Refused};
use crate::http::extract;

const NOT_A_FORM: OauthRefusal = OauthRefusal::InvalidRequest(
    "send a form: Content-Type must be application/x-www-form-urlencoded",
);

/// The fields of a form. One that is empty counts as absent (RFC 6749 §3.2).
pub struct Form(HashMap<String, String>);

impl Form {
    /// Reads the body of a request.
    pub async fn read(request: Request) -> Result<Self, Refused> {
        let is_form = is_form(request.headers());
        let body = extract::bytes(request).await?;
        match is_form {
            true => Ok(Self::of(&body)?),
            false => Err(NOT_A_FORM.into()),
        }
    }

    fn of(body: &[u8]) -> Result<Self, OauthRefusal> {
        let mut fields = HashMap::new();
        for (name, value) in form_urlencoded::parse(body) {
            if value.is_empty() {
                continue;
            }
            if fields
                .insert(name.into_owned(), value.into_owned())
                .is_some()
            {
                return Err(OauthRefusal::InvalidRequest("a parameter comes twice"));
            }
        }
        Ok(Self(fields))
    }

    /// A field, if it is there.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// A field that must be there.
    pub fn required(&self, name: &str, missing: &'static str) -> Result<&str, OauthRefusal> {
        self.get(name).ok_or(OauthRefusal::InvalidRequest(missing))
    }
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

#[cfg(test)]
mod tests {
    use super::Form;

    #[test]
    fn a_field_that_comes_twice_is_refused_and_an_empty_one_is_absent() {
        let form = Form::of(b"a=1&b=x+y%2B&c=&c=").unwrap();
        assert_eq!((form.get("a"), form.get("b")), (Some("1"), Some("x y+")));
        assert_eq!(form.get("c"), None);
        assert!(form.required("c", "missing").is_err());
        assert!(Form::of(b"a=1&a=1").is_err());
    }
}
