//! Types in the document, as tables of their fields.

use serde_json::Value;
use utoipa::openapi::{
    RefOr,
    schema::{Array, ArrayItems, Object, Schema, SchemaType, Type},
};

use super::html::{code, element, line, link, slug, table};

/// A type in a few words, with links to what it names.
pub fn words(schema: &RefOr<Schema>) -> String {
    match schema {
        RefOr::Ref(reference) => named(&reference.ref_location),
        RefOr::T(Schema::Array(array)) => list(array),
        RefOr::T(Schema::Object(object)) => scalar(object),
        RefOr::T(Schema::OneOf(choice)) => joined(&choice.items, " or "),
        RefOr::T(Schema::AnyOf(choice)) => joined(&choice.items, " or "),
        RefOr::T(Schema::AllOf(parts)) => joined(&parts.items, " with "),
        RefOr::T(_) => "anything".to_owned(),
    }
}

fn named(reference: &str) -> String {
    let name = reference.rsplit('/').next().unwrap_or(reference);
    link(&format!("schema-{}", slug(name)), &shown(name))
}

/// The named type that a schema is, if it is one, perhaps left out.
pub fn name(schema: &RefOr<Schema>) -> Option<&str> {
    match schema {
        RefOr::Ref(reference) => reference.ref_location.rsplit('/').next(),
        RefOr::T(Schema::OneOf(choice)) => choice.items.iter().find_map(name),
        RefOr::T(_) => None,
    }
}

/// `Page_UserRow` as people say it.
pub fn shown(name: &str) -> String {
    match name.split_once('_') {
        Some((outer, inner)) => format!("{outer} of {inner}"),
        None => name.to_owned(),
    }
}

fn list(array: &Array) -> String {
    match &array.items {
        ArrayItems::RefOrSchema(item) => format!("list of {}", words(item)),
        ArrayItems::False => {
            let items: Vec<String> = array
                .prefix_items
                .iter()
                .map(|item| words(&RefOr::T(item.clone())))
                .collect();
            format!("list of {}", items.join(", then "))
        }
    }
}

fn joined(items: &[RefOr<Schema>], by: &str) -> String {
    items.iter().map(words).collect::<Vec<_>>().join(by)
}

fn scalar(object: &Object) -> String {
    if let Some(values) = &object.enum_values {
        let values: Vec<String> = values.iter().map(value).collect();
        return values.join(" or ");
    }
    let kind = match &object.schema_type {
        SchemaType::Type(one) => type_words(one).to_owned(),
        SchemaType::Array(several) => several
            .iter()
            .map(type_words)
            .collect::<Vec<_>>()
            .join(" or "),
        SchemaType::AnyValue => "anything".to_owned(),
    };
    let format = serde_json::to_value(&object.format).unwrap_or_default();
    match format.as_str() {
        Some("date-time") => kind.replace("text", "date and time"),
        _ => kind,
    }
}

fn type_words(kind: &Type) -> &'static str {
    match kind {
        Type::Object => "object",
        Type::String => "text",
        Type::Integer => "whole number",
        Type::Number => "number",
        Type::Boolean => "true or false",
        Type::Array => "list",
        Type::Null => "null",
    }
}

fn value(value: &Value) -> String {
    code(value.as_str().unwrap_or(&value.to_string()))
}

/// The section of a named type.
pub fn section(name: &str, schema: &RefOr<Schema>) -> String {
    let heading = element(
        "h3",
        &[("id", &format!("schema-{}", slug(name)))],
        &super::html::text(&shown(name)),
    );
    let about = description(schema)
        .map(|words| element("p", &[], &line(words)))
        .unwrap_or_default();
    element(
        "section",
        &[],
        &format!("{heading}{about}{}", body(name, schema)),
    )
}

/// The fields of a named type, or what else it is.
pub fn body(name: &str, schema: &RefOr<Schema>) -> String {
    match schema {
        RefOr::T(Schema::Object(object)) if !object.properties.is_empty() => fields(name, object),
        RefOr::T(Schema::OneOf(choice)) => variants(name, &choice.items),
        RefOr::T(Schema::AllOf(parts)) => parts.items.iter().map(|part| body(name, part)).collect(),
        other => element("p", &[], &words(other)),
    }
}

fn variants(name: &str, items: &[RefOr<Schema>]) -> String {
    let variant = |item: &RefOr<Schema>| {
        let about = description(item)
            .map(|words| element("p", &[], &line(words)))
            .unwrap_or_default();
        format!("{about}{}", body(name, item))
    };
    items.iter().map(variant).collect()
}

/// A table of the fields of an object.
fn fields(name: &str, object: &Object) -> String {
    let row = |(field, schema): (&String, &RefOr<Schema>)| {
        let needed = if object.required.contains(field) {
            "required"
        } else {
            ""
        };
        vec![
            format!("{}{}", code(field), mark(needed)),
            words(schema),
            description(schema).map(line).unwrap_or_default(),
        ]
    };
    let rows: Vec<Vec<String>> = object.properties.iter().map(row).collect();
    table(
        &format!("Fields of {}", shown(name)),
        &["Field", "Type", "Meaning"],
        &rows,
    )
}

/// A small word beside a name, or nothing.
pub fn mark(words: &str) -> String {
    match words {
        "" => String::new(),
        words => format!(" {}", element("small", &[], words)),
    }
}

fn description(schema: &RefOr<Schema>) -> Option<&str> {
    let words = match schema {
        RefOr::Ref(reference) => Some(reference.description.as_str()),
        RefOr::T(Schema::Object(object)) => object.description.as_deref(),
        RefOr::T(Schema::Array(array)) => array.description.as_deref(),
        RefOr::T(Schema::OneOf(choice)) => choice.description.as_deref().or_else(|| {
            let mut items = choice.items.iter().filter_map(description);
            items.next()
        }),
        RefOr::T(Schema::AllOf(parts)) => parts.description.as_deref(),
        RefOr::T(_) => None,
    };
    words.filter(|words| !words.is_empty())
}
