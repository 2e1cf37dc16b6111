//! Versions in headers: the one a write was based on, and the one a reader has already.

use app::{Refusal, field::Problem};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderName, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::{
    IntoParams,
    openapi::{
        Object, RefOr, Required, Schema, Type,
        path::{Parameter, ParameterBuilder, ParameterIn},
    },
};

use super::answer::{Counted, One, Told, tag};

/// The version on which a write is based, from `If-Match`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IfMatch(pub i64);

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Told;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Told> {
        Ok(Self(based_on(&parts.headers)?))
    }
}

fn based_on(headers: &HeaderMap) -> Result<i64, Refusal> {
    let header = headers
        .get(header::IF_MATCH)
        .ok_or(Refusal::VersionMissing)?;
    let text = header.to_str().unwrap_or_default();
    let quoted = opaque(text).ok_or_else(|| {
        let expected = "expected the ETag of what you read, such as \"3\"".to_owned();
        Refusal::field("If-Match", Problem::Unreadable { expected })
    })?;
    // A tag that none of our answers carried belongs to no present version.
    quoted.parse().map_err(|_| Refusal::Stale)
}

/// What stands between the quotes of a single entity tag. A compressing proxy may have made it weak; that is fine.
fn opaque(text: &str) -> Option<&str> {
    let text = text.trim();
    let text = text.strip_prefix("W/").unwrap_or(text);
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    (!inner.contains('"')).then_some(inner)
}

/// The versions that a reader has already, from `If-None-Match`.
#[derive(Clone, Debug, Default)]
pub struct IfNoneMatch(String);

impl<S: Send + Sync> FromRequestParts<S> for IfNoneMatch {
    type Rejection = Told;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Told> {
        let header = parts.headers.get(header::IF_NONE_MATCH);
        let text = header
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        Ok(Self(text.to_owned()))
    }
}

impl IfNoneMatch {
    /// `thing`, or the word that the reader has it already.
    pub fn answer<T: Counted + Serialize>(&self, thing: T) -> Response {
        let version = tag(thing.version());
        if self.0.trim() == "*" || self.0.split(',').any(|one| has(one, &version)) {
            return (StatusCode::NOT_MODIFIED, [(header::ETAG, version)]).into_response();
        }
        One(thing).into_response()
    }
}

fn has(known: &str, version: &str) -> bool {
    opaque(known) == opaque(version)
}

impl IntoParams for IfMatch {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![header_parameter(
            &header::IF_MATCH,
            "The `ETag` of what was read. If somebody has changed it since, the answer is 412.",
            Required::True,
            "\"3\"",
        )]
    }
}

impl IntoParams for IfNoneMatch {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        vec![header_parameter(
            &header::IF_NONE_MATCH,
            "The `ETag` of what you have. If it is still the same, the answer is 304 without a body.",
            Required::False,
            "\"3\"",
        )]
    }
}

/// A header as the document describes it.
pub(super) fn header_parameter(
    name: &HeaderName,
    description: &str,
    required: Required,
    example: &str,
) -> Parameter {
    let schema = Schema::Object(Object::with_type(Type::String));
    ParameterBuilder::new()
        .name(spelled(name))
        .parameter_in(ParameterIn::Header)
        .required(required)
        .description(Some(description))
        .example(Some(example.into()))
        .schema(Some(RefOr::T(schema)))
        .build()
}

/// `if-match` as people write it: `If-Match`.
fn spelled(name: &HeaderName) -> String {
    let word = |word: &str| {
        let (first, rest) = word.split_at(1);
        format!("{}{rest}", first.to_ascii_uppercase())
    };
    name.as_str()
        .split('-')
        .map(word)
        .collect::<Vec<_>>()
        .join("-")
}

#[cfg(test)]
mod tests {
    use super::based_on;
    use app::Refusal;
    use axum::http::{HeaderMap, HeaderValue, header};

    fn read(text: &'static str) -> Result<i64, Refusal> {
        let value = HeaderValue::from_static(text);
        based_on(&HeaderMap::from_iter([(header::IF_MATCH, value)]))
    }

    #[test]
    fn a_version_is_read_from_its_entity_tag() {
        assert_eq!(read("\"12\""), Ok(12));
        assert_eq!(read("W/\"12\""), Ok(12));
    }

    #[test]
    fn a_tag_that_is_not_ours_is_of_no_present_version() {
        assert_eq!(read("\"abc\""), Err(Refusal::Stale));
    }

    #[test]
    fn without_a_version_nothing_is_written() {
        assert_eq!(based_on(&HeaderMap::new()), Err(Refusal::VersionMissing));
        for text in ["12", "*", "\"1\", \"2\"", "\""] {
            assert!(matches!(read(text), Err(Refusal::Malformed(_))), "{text}");
        }
    }
}
