//! The fields of a type as its schema declares them: what a query or a body may and must hold.

use std::{
    any::TypeId,
    collections::HashMap,
    sync::{Arc, LazyLock, PoisonError, RwLock},
};

use app::field::{FieldProblem, Problem};
use serde_json::{Map, Value};
use utoipa::ToSchema;

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
        let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        known.unwrap_or_else(|| {
            let shape = Arc::new(Shape::make::<T>());
            let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(known.entry(key).or_insert(shape))
        })
    }

    fn make<T: ToSchema>() -> Shape {
        let mut parts = Vec::new();
        T::schemas(&mut parts);
        let parts: Parts = parts
            .into_iter()
            .map(|(name, schema)| (name, serde_json::to_value(schema).unwrap_or_default()))
            .collect();
        let schema = serde_json::to_value(T::schema()).unwrap_or_default();
        Shape {
            variants: variants(&schema, &parts),
        }
    }

    /// The fields of a type that has no variants.
    pub fn fields(&self) -> &[Field] {
        self.variants.first().map_or(&[], Vec::as_slice)
    }

    /// The fields that are missing from `body`, and those that nobody knows.
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
        missing.chain(unknown).collect()
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

type Parts = HashMap<String, Value>;

/// What a schema stands for, after its reference, and without the `null` that optional fields allow.
fn resolved<'a>(schema: &'a Value, parts: &'a Parts) -> &'a Value {
    if let Some(reference) = schema["$ref"].as_str() {
        let name = reference.rsplit('/').next().unwrap_or_default();
        return parts.get(name).map_or(schema, |part| resolved(part, parts));
    }
    let choices = schema["oneOf"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut real = choices.iter().filter(|choice| choice["type"] != "null");
    match (real.next(), real.next(), choices.len()) {
        (Some(only), None, 2) => resolved(only, parts),
        _ => schema,
    }
}

fn variants(schema: &Value, parts: &Parts) -> Vec<Vec<Field>> {
    let schema = resolved(schema, parts);
    if let Some(choices) = schema["oneOf"].as_array() {
        return choices.iter().flat_map(|choice| variants(choice, parts)).collect();
    }
    if let Some(all) = schema["allOf"].as_array() {
        let fields = all
            .iter()
            .filter_map(|part| variants(part, parts).into_iter().next())
            .flatten();
        return vec![fields.collect()];
    }
    let required = schema["required"].as_array().map(Vec::as_slice).unwrap_or_default();
    let fields = schema["properties"].as_object().into_iter().flatten();
    vec![
        fields
            .map(|(name, property)| {
                field(name, property, required.iter().any(|one| one == name), parts)
            })
            .collect(),
    ]
}

fn field(name: &str, property: &Value, required: bool, parts: &Parts) -> Field {
    let mut schema = resolved(property, parts).clone();
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
    let allowed = texts.filter_map(|text| text.as_str().map(str::to_owned)).collect();
    let own_words = property["description"].as_str();
    let description = own_words.or(schema["description"].as_str()).map(str::to_owned);
    if let Some(schema) = schema.as_object_mut() {
        schema.remove("description");
    }
    Field {
        name: name.to_owned(),
        kind,
        required,
        allowed,
        description,
        schema,
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
    fn a_variant_is_told_by_its_tag() {
        let body = serde_json::json!({"by": "link", "tokn": "x"});
        let problems = Shape::of::<SignInStart>().problems(body.as_object().unwrap());
        let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["token", "tokn"]);
    }
}
