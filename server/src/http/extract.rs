//! Reading requests: JSON bodies, query parameters and identifiers in paths, each field's fault named.

use std::sync::Arc;

use app::{
    Refusal,
    field::{FieldProblem, Problem},
};
use axum::{
    Extension,
    body::{Bytes, to_bytes},
    extract::{self, FromRequest, FromRequestParts, Request},
    http::{HeaderMap, header, request::Parts},
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use utoipa::{
    IntoParams, ToSchema,
    openapi::{
        RefOr, Required, Schema,
        path::{Parameter, ParameterBuilder, ParameterIn},
    },
};

use super::{
    MAX_BODY,
    answer::Told,
    shape::{Field, Kind, Shape, unknown},
};
use crate::desk::Desk;

/// The desk of the request under way.
pub type AtDesk = Extension<Arc<Desk>>;

/// A JSON body.
#[derive(Debug)]
pub struct Body<T>(pub T);

impl<T: DeserializeOwned + ToSchema + 'static, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Told;

    async fn from_request(request: Request, _: &S) -> Result<Self, Told> {
        let is_json = is_json(request.headers());
        let bytes = bytes(request).await?;
        if !is_json {
            return Err(Told::NotJson);
        }
        Ok(Self(read_body(&bytes)?))
    }
}

/// A JSON body, or none.
#[derive(Debug)]
pub struct OptionalBody<T>(pub Option<T>);

impl<T: DeserializeOwned + ToSchema + 'static, S: Send + Sync> FromRequest<S> for OptionalBody<T> {
    type Rejection = Told;

    async fn from_request(request: Request, _: &S) -> Result<Self, Told> {
        let is_json = is_json(request.headers());
        let bytes = bytes(request).await?;
        match (bytes.is_empty(), is_json) {
            (true, _) => Ok(Self(None)),
            (false, false) => Err(Told::NotJson),
            (false, true) => Ok(Self(Some(read_body(&bytes)?))),
        }
    }
}

/// The whole body of a request.
pub async fn bytes(request: Request) -> Result<Bytes, Told> {
    // What breaks off before its end is as little use as what is too large.
    to_bytes(request.into_body(), MAX_BODY)
        .await
        .map_err(|_| Told::TooLarge)
}

fn is_json(headers: &HeaderMap) -> bool {
    let content_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let essence = content_type
        .and_then(|text| text.split(';').next())
        .unwrap_or_default();
    let essence = essence.trim().to_ascii_lowercase();
    essence == "application/json"
        || (essence.starts_with("application/") && essence.ends_with("+json"))
}

fn read_body<T: DeserializeOwned + ToSchema + 'static>(bytes: &[u8]) -> Result<T, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::field("body", Problem::Missing));
    }
    let body: Value = serde_json::from_slice(bytes)
        .map_err(|error| unreadable("body", format!("not JSON: {error}")))?;
    let Some(fields) = body.as_object() else {
        return Err(unreadable("body", "expected an object".into()));
    };
    match Shape::of::<T>().problems(fields) {
        none if none.is_empty() => read_value(body, "body"),
        problems => Err(Refusal::Malformed(problems)),
    }
}

/// Understands `value`, or names the field that is wrong; `whole` names the value itself.
fn read_value<T: DeserializeOwned>(value: Value, whole: &str) -> Result<T, Refusal> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        let field = if path == "." { whole } else { &path };
        unreadable(field, expectation(&error.inner().to_string()))
    })
}

/// What the reader expected. What it found instead is left out: it may be a password at the wrong place.
fn expectation(message: &str) -> String {
    match message.rsplit_once(", expected ") {
        Some((_, expected)) => format!("expected {expected}"),
        None => message.to_owned(),
    }
}

fn unreadable(field: &str, expected: String) -> Refusal {
    Refusal::field(field, Problem::Unreadable { expected })
}

/// Query parameters, read into a type whose schema names them. An empty one counts as absent.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + ToSchema + 'static, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Told;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Told> {
        let pairs = extract::Query::<Vec<(String, String)>>::try_from_uri(&parts.uri)
            .map_err(|_| unreadable("query", "expected parameters in URL encoding".into()))?;
        Ok(Self(read_query(&Shape::of::<T>(), &pairs)?))
    }
}

fn read_query<T: DeserializeOwned>(
    shape: &Shape,
    pairs: &[(String, String)],
) -> Result<T, Refusal> {
    let mut given = Map::new();
    let mut problems = Vec::new();
    for (name, text) in pairs.iter().filter(|(_, text)| !text.is_empty()) {
        let Some(field) = shape.fields().iter().find(|field| field.name == *name) else {
            problems.push(unknown(name, shape.fields()));
            continue;
        };
        match value(field, text) {
            Ok(value) => {
                if given.insert(name.clone(), value).is_some() {
                    problems.push(wrong(name, "expected it once"));
                }
            }
            Err(expected) => problems.push(wrong(name, &expected)),
        }
    }
    let missing = shape.fields().iter().filter(|field| {
        let noted = problems.iter().any(|problem| problem.field == field.name);
        field.required && !noted && !given.contains_key(&field.name)
    });
    let missing: Vec<_> = missing
        .map(|field| FieldProblem::new(&field.name, Problem::Missing))
        .collect();
    problems.extend(missing);
    match problems {
        none if none.is_empty() => read_value(Value::Object(given), "query"),
        problems => Err(Refusal::Malformed(problems)),
    }
}

fn wrong(name: &str, expected: &str) -> FieldProblem {
    let expected = expected.to_owned();
    FieldProblem::new(name, Problem::Unreadable { expected })
}

/// The value that `text` stands for, or what was expected.
fn value(field: &Field, text: &str) -> Result<Value, String> {
    let min = field.schema["minimum"].as_i64().unwrap_or(i64::MIN);
    let max = if field.schema["format"] == "int32" {
        i64::from(u32::MAX)
    } else {
        i64::MAX
    };
    match field.kind {
        Kind::Integer => match text.parse::<i64>() {
            Ok(number) if (min..=max).contains(&number) => Ok(number.into()),
            _ => Err("expected a whole number".into()),
        },
        Kind::Boolean => match text {
            "true" => Ok(true.into()),
            "false" => Ok(false.into()),
            _ => Err("expected true or false".into()),
        },
        _ if field.allowed.is_empty() || field.may_be(text) => Ok(text.into()),
        _ => Err(field.expected()),
    }
}

impl<T: ToSchema + 'static> IntoParams for Query<T> {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let parameter = |field: &Field| {
            ParameterBuilder::new()
                .name(&field.name)
                .parameter_in(ParameterIn::Query)
                .required(if field.required {
                    Required::True
                } else {
                    Required::False
                })
                .description(field.description.clone())
                .schema(serde_json::from_value::<RefOr<Schema>>(field.schema.clone()).ok())
                .build()
        };
        Shape::of::<T>().fields().iter().map(parameter).collect()
    }
}

/// Identifiers from the path. What cannot be one is not there.
#[derive(Debug)]
pub struct Id<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Id<T> {
    type Rejection = Told;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Told> {
        match extract::Path::from_request_parts(parts, state).await {
            Ok(extract::Path(id)) => Ok(Self(id)),
            Err(_) => Err(Refusal::NotFound.into()),
        }
    }
}

#[cfg(test)]
mod tests;
