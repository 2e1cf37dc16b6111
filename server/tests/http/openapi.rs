//! The OpenAPI document: complete in itself, and changed only on purpose.

#![allow(
    clippy::unwrap_used,
    reason = "the document is ours; a test may fall over it"
)]

use std::collections::HashSet;

use serde_json::Value;
use server::http::api;

fn document() -> Value {
    serde_json::to_value(api::document()).unwrap()
}

/// Every operation, with its method and path.
fn operations(document: &Value) -> Vec<(String, String, Value)> {
    let paths = document["paths"].as_object().unwrap();
    paths
        .iter()
        .flat_map(|(path, item)| {
            let item = item.as_object().unwrap();
            item.iter()
                .map(|(method, operation)| (method.clone(), path.clone(), operation.clone()))
        })
        .collect()
}

#[test]
fn the_document_changes_only_on_purpose() {
    let mut document = api::document().clone();
    document.info.version = "[version]".into();
    insta::assert_snapshot!(serde_json::to_string_pretty(&document).unwrap());
}

#[test]
fn it_is_openapi_3_1() {
    assert_eq!(document()["openapi"], "3.1.0");
}

#[test]
fn every_operation_says_what_it_does_and_what_may_go_wrong() {
    let document = document();
    let groups: HashSet<&str> = document["tags"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|tag| tag["name"].as_str())
        .collect();
    let mut names = HashSet::new();
    for (method, path, operation) in operations(&document) {
        let at = format!("{method} {path}");
        assert!(operation["summary"].is_string(), "{at} has no summary");
        assert!(
            operation["description"].is_string(),
            "{at} has no description"
        );
        assert!(
            groups.contains(operation["tags"][0].as_str().unwrap()),
            "{at} is in no group"
        );
        assert!(
            names.insert(operation["operationId"].to_string()),
            "{at} has another's name"
        );
        let answers = operation["responses"].as_object().unwrap();
        assert!(
            answers.keys().any(|status| status.starts_with('2')),
            "{at} never succeeds"
        );
        for (status, answer) in answers
            .iter()
            .filter(|(status, _)| status.as_str() >= "400")
        {
            let schema = &answer["content"]["application/problem+json"]["schema"]["$ref"];
            assert_eq!(schema, "#/components/schemas/Problem", "{at} {status}");
        }
    }
}

#[test]
fn every_parameter_of_a_path_is_explained() {
    for (method, path, operation) in operations(&document()) {
        let explained: Vec<&str> = operation["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|parameter| parameter["in"] == "path")
            .filter_map(|parameter| parameter["name"].as_str())
            .collect();
        let named: Vec<&str> = path
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split('}').next())
            .collect();
        assert_eq!(explained, named, "{method} {path}");
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let document = document();
    let mut open = vec![&document];
    while let Some(value) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(fields) => {
                if let Some(reference) = fields.get("$ref").and_then(Value::as_str) {
                    let pointer = reference.trim_start_matches('#');
                    assert!(document.pointer(pointer).is_some(), "{reference}");
                }
                open.extend(fields.values());
            }
            _ => {}
        }
    }
}

#[test]
fn writes_of_one_thing_name_the_version_they_are_based_on() {
    for (method, path, operation) in operations(&document()) {
        let one = ["/api/v1/users/{id}", "/api/v1/companies/{id}"].contains(&path.as_str());
        if one && ["patch", "delete"].contains(&method.as_str()) {
            let answers = operation["responses"].as_object().unwrap();
            assert!(
                answers.contains_key("412") && answers.contains_key("428"),
                "{method} {path}"
            );
        }
    }
}
