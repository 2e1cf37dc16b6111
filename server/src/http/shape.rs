//! The fields of a type as its schema declares them: what a query or a body may and must hold.

use std::{
    any::TypeId,
    collections::HashMap,
    sync::{Arc, LazyLock, PoisonError, RwLock},
};

use app::field::{FieldProblem, Problem};
use serde_json::{Map, Value};
use utoipa::{
    ToSchema,
    openapi::{
        RefOr, Schema,
        schema::{SchemaType, Type},
    },
};

/// What a field holds, as far as reading it from text needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text, perhaps one of a few.
    Text,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A list or an object.
    Other,
}

/// One field of a type.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name on the wire.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// Whether it must be there.
    pub required: bool,
    /// The texts it may be, if they are few.
    pub allowed: Vec<String>,
    /// What it means.
    pub description: Option<String>,
    /// Its JSON schema, without references and without `null`.
    pub schema: Value,
}

impl Field {
    /// Whether it may be `text`, where it is one of a few.
    pub fn may_be(&self, text: &str) -> bool {
        self.allowed.iter().any(|one| one == text)
    }

    /// What it may be, where it is one of a few.
    pub fn expected(&self) -> String {
        format!("expected one of {}", self.allowed.join(", "))
    }
}

/// The fields of a type; of an enum that is told apart by a tag, those of each variant.
#[derive(Debug)]
pub struct Shape {
    variants: Vec<Vec<Field>>,
}

static KNOWN: LazyLock<RwLock<HashMap<TypeId, Arc<Shape>>>> = LazyLock::new(RwLock::default);

impl Shape {
    /// The shape of `T`, made once.
    pub fn of<T: ToSchema + 'static>() -> Arc<Shape> {
        let key = TypeId::of::<T>();
        let known = KNOWN
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&key)
            .cloned();
        known.unwrap_or_else(|| {
            let shape = Arc::new(Shape::make::<T>());
            let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(known.entry(key).or_insert(shape))
        })
    }

    fn make<T: ToSchema>() -> Shape {
        let mut parts = Vec::new();
        T::schemas(&mut parts);
        Shape {
            variants: variants(&T::schema(), &parts.into_iter().collect()),
        }
    }

    /// The fields of a type that has no variants.
    pub fn fields(&self) -> &[Field] {
        self.variants.first().map_or(&[], Vec::as_slice)
    }

    /// The fields that are missing from `body`, those that nobody knows, and those that are none of the texts they may be.
    pub fn problems(&self, body: &Map<String, Value>) -> Vec<FieldProblem> {
        let Some(fields) = self.fields_for(body) else {
            return Vec::new();
        };
        let missing = fields
            .iter()
            .filter(|field| field.required && !body.contains_key(&field.name))
            .map(|field| FieldProblem::new(&field.name, Problem::Missing));
        let unknown = body
            .keys()
            .filter(|key| fields.iter().all(|field| field.name != **key))
            .map(|key| unknown(key, fields));
        let wrong = fields.iter().filter(|field| {
            let text = body.get(&field.name).and_then(Value::as_str);
            !field.allowed.is_empty() && text.is_some_and(|text| !field.may_be(text))
        });
        let wrong = wrong.map(|field| {
            let expected = field.expected();
            FieldProblem::new(&field.name, Problem::Unreadable { expected })
        });
        missing.chain(unknown).chain(wrong).collect()
    }

    /// The fields of the variant that `body` says it is; of none if its tag is not one of ours.
    fn fields_for(&self, body: &Map<String, Value>) -> Option<&[Field]> {
        let is = |fields: &&Vec<Field>| {
            fields.iter().all(|field| match field.allowed.as_slice() {
                [tag] => body.get(&field.name).and_then(Value::as_str) == Some(tag),
                _ => true,
            })
        };
        match self.variants.as_slice() {
            [only] => Some(only),
            several => several.iter().find(is).map(Vec::as_slice),
        }
    }
}

/// The problem that `fields` have none called `name`.
pub fn unknown(name: &str, fields: &[Field]) -> FieldProblem {
    let known: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    let expected = match known.as_slice() {
        [] => "nothing is expected here".to_owned(),
        known => format!("expected one of {}", known.join(", ")),
    };
    FieldProblem::new(name, Problem::Unreadable { expected })
}

type Parts = HashMap<String, RefOr<Schema>>;

/// What a schema stands for, after its reference, and without the `null` that optional fields allow.
fn resolved<'a>(schema: &'a RefOr<Schema>, parts: &'a Parts) -> &'a RefOr<Schema> {
    match schema {
        RefOr::Ref(reference) => {
            let name = reference
                .ref_location
                .rsplit('/')
                .next()
                .unwrap_or_default();
            parts.get(name).map_or(schema, |part| resolved(part, parts))
        }
        RefOr::T(Schema::OneOf(choice)) => {
            optional(&choice.items).map_or(schema, |only| resolved(only, parts))
        }
        RefOr::T(_) => schema,
    }
}

/// The one of two choices that is not `null`, if the other is.
fn optional(choices: &[RefOr<Schema>]) -> Option<&RefOr<Schema>> {
    match choices {
        [real, null] if is_null(null) => Some(real),
        [null, real] if is_null(null) => Some(real),
        _ => None,
    }
}

fn is_null(schema: &RefOr<Schema>) -> bool {
    matches!(schema, RefOr::T(Schema::Object(object)) if object.schema_type == SchemaType::Type(Type::Null))
}

fn variants(schema: &RefOr<Schema>, parts: &Parts) -> Vec<Vec<Field>> {
    match resolved(schema, parts) {
        RefOr::T(Schema::OneOf(choice)) => choice
            .items
            .iter()
            .flat_map(|one| variants(one, parts))
            .collect(),
        RefOr::T(Schema::AllOf(all)) => {
            // The type's own fields come before those of the types it takes in.
            let (taken, own): (Vec<_>, Vec<_>) = all
                .items
                .iter()
                .partition(|part| matches!(part, RefOr::Ref(_)));
            let fields = own.into_iter().chain(taken);
            vec![
                fields
                    .filter_map(|part| variants(part, parts).into_iter().next())
                    .flatten()
                    .collect(),
            ]
        }
        RefOr::T(Schema::Object(object)) => {
            let fields = object.properties.iter();
            vec![
                fields
                    .map(|(name, schema)| {
                        field(name, schema, object.required.contains(name), parts)
                    })
                    .collect(),
            ]
        }
        _ => vec![Vec::new()],
    }
}

fn field(name: &str, property: &RefOr<Schema>, required: bool, parts: &Parts) -> Field {
    let mut schema = serde_json::to_value(resolved(property, parts)).unwrap_or_default();
    if let Some(types) = schema["type"].as_array() {
        let real = types.iter().find(|one| *one != "null").cloned();
        schema["type"] = real.unwrap_or_default();
    }
    let kind = match schema["type"].as_str() {
        Some("string") => Kind::Text,
        Some("integer") => Kind::Integer,
        Some("boolean") => Kind::Boolean,
        _ => Kind::Other,
    };
    let texts = schema["enum"].as_array().into_iter().flatten();
    let allowed = texts
        .filter_map(|text| text.as_str().map(str::to_owned))
        .collect();
    let types_words = schema
        .as_object_mut()
        .and_then(|schema| schema.remove("description"));
    let types_words = types_words.and_then(|words| words.as_str().map(str::to_owned));
    Field {
        name: name.to_owned(),
        kind,
        required,
        allowed,
        description: own_words(property).or(types_words),
        schema,
    }
}

/// What the field itself says of what it means, rather than its type.
fn own_words(property: &RefOr<Schema>) -> Option<String> {
    match property {
        RefOr::Ref(reference) => {
            Some(reference.description.clone()).filter(|words| !words.is_empty())
        }
        RefOr::T(Schema::OneOf(choice)) => {
            let inner = optional(&choice.items).and_then(own_words);
            choice.description.clone().or(inner)
        }
        RefOr::T(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Shape};
    use app::{sign_in::SignInStart, users::UserQuery};

    #[test]
    fn a_query_has_the_fields_of_its_page_too() {
        let shape = Shape::of::<UserQuery>();
        let kind = |name: &str| {
            let field = shape.fields().iter().find(|field| field.name == name);
            field.map(|field| field.kind)
        };
        assert_eq!(kind("limit"), Some(Kind::Integer));
        assert_eq!(kind("company"), Some(Kind::Integer));
        assert_eq!(kind("descending"), Some(Kind::Boolean));
        assert_eq!(kind("after"), Some(Kind::Text));
        assert_eq!(kind("status"), Some(Kind::Text));
    }

    #[test]
    fn a_field_says_what_it_means_itself() {
        let shape = Shape::of::<UserQuery>();
        let first = &shape.fields()[0];
        assert_eq!(first.name, "company");
        assert_eq!(
            first.description.as_deref(),
            Some("Only this company; the whole scope when absent.")
        );
    }

    #[test]
    fn a_variant_is_told_by_its_tag() {
        let body = serde_json::json!({"by": "link", "tokn": "x"});
        let problems = Shape::of::<SignInStart>().problems(body.as_object().unwrap());
        let fields: Vec<_> = problems
            .iter()
            .map(|problem| problem.field.as_str())
            .collect();
        assert_eq!(fields, ["token", "tokn"]);
    }
}
