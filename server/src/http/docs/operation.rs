//! One operation: what it is for, what it takes, what it answers, and how to try it.

use std::collections::BTreeMap;

use serde_json::Value;
use utoipa::openapi::{
    Content, RefOr, Required, Schema,
    path::{Operation, Parameter, ParameterIn},
};

use super::{
    html::{code, element, line, prose, slug, table, text},
    schema::{self, mark, words},
};

/// An operation and where it is.
pub struct At<'a> {
    /// The HTTP method, in capitals.
    pub method: &'static str,
    /// The path, with its parameters in braces.
    pub path: &'a str,
    /// What the document says of it.
    pub operation: &'a Operation,
    /// The named types of the document.
    pub types: &'a BTreeMap<String, RefOr<Schema>>,
}

impl At<'_> {
    /// Its anchor.
    pub fn anchor(&self) -> String {
        slug(self.operation.operation_id.as_deref().unwrap_or(self.path))
    }

    /// What it does, in a few words.
    pub fn summary(&self) -> &str {
        self.operation.summary.as_deref().unwrap_or(self.path)
    }

    /// Its section.
    pub fn section(&self) -> String {
        let heading = element("h3", &[("id", &self.anchor())], &text(self.summary()));
        let where_ = element(
            "p",
            &[("class", "where")],
            &format!("{} {}", element("b", &[], self.method), code(self.path)),
        );
        let about = self
            .operation
            .description
            .as_deref()
            .map(prose)
            .unwrap_or_default();
        let parts = [
            heading,
            where_,
            about,
            self.parameters(),
            self.body(),
            self.answers(),
            self.curl(),
        ];
        element("section", &[], &parts.concat())
    }

    fn listed(&self) -> impl Iterator<Item = &Parameter> {
        self.operation
            .parameters
            .iter()
            .flatten()
            .filter_map(|parameter| match parameter {
                RefOr::T(parameter) => Some(parameter),
                RefOr::Ref(_) => None,
            })
    }

    fn parameters(&self) -> String {
        let row = |parameter: &Parameter| {
            let needed = if matches!(parameter.required, Required::True) {
                "required"
            } else {
                ""
            };
            vec![
                format!("{}{}", code(&parameter.name), mark(needed)),
                place(&parameter.parameter_in).to_owned(),
                parameter.schema.as_ref().map(words).unwrap_or_default(),
                parameter
                    .description
                    .as_deref()
                    .map(line)
                    .unwrap_or_default(),
            ]
        };
        let rows: Vec<Vec<String>> = self.listed().map(row).collect();
        if rows.is_empty() {
            return String::new();
        }
        let caption = format!("Parameters of {}", self.summary());
        labelled(
            "Parameters",
            &table(&caption, &["Name", "In", "Type", "Meaning"], &rows),
        )
    }

    fn content(&self) -> Option<&Content> {
        match self.operation.request_body.as_ref()? {
            RefOr::T(body) => match body.content.values().next()? {
                RefOr::T(content) => Some(content),
                RefOr::Ref(_) => None,
            },
            RefOr::Ref(_) => None,
        }
    }

    fn body(&self) -> String {
        let Some(schema) = self.content().and_then(|content| content.schema.as_ref()) else {
            return String::new();
        };
        let name = schema::name(schema);
        let fields = name.and_then(|name| Some(schema::body(name, self.types.get(name)?)));
        labelled(
            "Body",
            &format!(
                "{}{}",
                element("p", &[], &words(schema)),
                fields.unwrap_or_default()
            ),
        )
    }

    fn answers(&self) -> String {
        let rows = self
            .operation
            .responses
            .responses
            .iter()
            .filter_map(|(status, answer)| {
                let RefOr::T(answer) = answer else {
                    return None;
                };
                let body = answer.content.values().find_map(|content| match content {
                    RefOr::T(content) => content.schema.as_ref().map(words),
                    RefOr::Ref(_) => None,
                });
                Some(vec![
                    text(status),
                    body.unwrap_or_else(|| "–".to_owned()),
                    line(&answer.description),
                ])
            });
        let caption = format!("Answers of {}", self.summary());
        let rows: Vec<Vec<String>> = rows.collect();
        labelled(
            "Answers",
            &table(&caption, &["Status", "Body", "When"], &rows),
        )
    }

    /// A command that can be copied whole.
    fn curl(&self) -> String {
        let path = self
            .path
            .replace("{id}", "1")
            .replace("{session}", "1")
            .replace("{flow}", "$FLOW");
        let mut query: Vec<String> = Vec::new();
        for parameter in self
            .listed()
            .filter(|parameter| parameter.parameter_in == ParameterIn::Query)
        {
            if matches!(parameter.required, Required::True) || parameter.name == "fingerprint" {
                query.push(format!(
                    "{}={}",
                    parameter.name,
                    if parameter.name == "fingerprint" {
                        "…"
                    } else {
                        "1"
                    }
                ));
            }
        }
        let query = if query.is_empty() {
            String::new()
        } else {
            format!("?{}", query.join("&"))
        };
        let mut lines = vec![format!(
            "curl -X {} \"$DOORWARD{path}{query}\"",
            self.method
        )];
        let opens = self.operation.security.is_some();
        lines.push(if opens {
            "-c cookies.txt -b cookies.txt".into()
        } else {
            "-b cookies.txt".into()
        });
        for parameter in self
            .listed()
            .filter(|parameter| parameter.parameter_in == ParameterIn::Header)
        {
            let json = serde_json::to_value(parameter).unwrap_or_default();
            if let Some(example) = json["example"]
                .as_str()
                .filter(|_| parameter.name != "If-None-Match")
            {
                lines.push(format!("-H '{}: {example}'", parameter.name));
            }
        }
        if let Some(example) = self.content().and_then(example) {
            lines.push("-H 'Content-Type: application/json'".to_owned());
            lines.push(format!(
                "-d '{}'",
                example.to_string().replace('\'', "'\\''")
            ));
        }
        labelled(
            "Try it",
            &element("pre", &[], &code(&lines.join(" \\\n  "))),
        )
    }
}

/// The first example of a body.
fn example(content: &Content) -> Option<&Value> {
    let first = content.examples.values().find_map(|example| match example {
        RefOr::T(example) => example.value.as_ref(),
        RefOr::Ref(_) => None,
    });
    content.example.as_ref().or(first)
}

fn labelled(label: &str, inner: &str) -> String {
    format!("{}{inner}", element("h4", &[], label))
}

fn place(place: &ParameterIn) -> &'static str {
    match place {
        ParameterIn::Query => "query",
        ParameterIn::Path => "path",
        ParameterIn::Header => "header",
        ParameterIn::Cookie => "cookie",
        _ => "query",
    }
}
