//! What is read and what is named when it cannot be.

use app::{
    PageQuery, Refusal,
    field::Problem,
    sign_in::SignInStart,
    users::{UserDraft, UserQuery, UserSort},
};

use super::{read_body, read_query};
use crate::http::shape::Shape;

fn query(text: &[(&str, &str)]) -> Result<UserQuery, Refusal> {
    let pairs: Vec<_> = text
        .iter()
        .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
        .collect();
    read_query(&Shape::of::<UserQuery>(), &pairs)
}

fn fields(refusal: Refusal) -> Vec<String> {
    refusal
        .field_problems()
        .iter()
        .map(|problem| problem.field.clone())
        .collect()
}

#[test]
fn a_query_is_read_with_its_page() {
    let read = query(&[
        ("company", "7"),
        ("search", "123"),
        ("status", ""),
        ("sort", "last_sign_in"),
        ("descending", "true"),
        ("after", "42"),
        ("limit", "10"),
    ]);
    let expected = UserQuery {
        company: Some(app::CompanyId(7)),
        search: "123".into(),
        sort: UserSort::LastSignIn,
        descending: true,
        page: PageQuery {
            after: Some("42".into()),
            limit: Some(10),
            ..PageQuery::default()
        },
        ..UserQuery::default()
    };
    assert_eq!(read, Ok(expected));
}

#[test]
fn every_wrong_parameter_is_told_at_once() {
    let refusal = query(&[
        ("company", "seven"),
        ("status", "gone"),
        ("descending", "1"),
        ("limit", "-1"),
        ("colour", "green"),
        ("search", "a"),
        ("search", "b"),
    ]);
    assert_eq!(
        fields(refusal.unwrap_err()),
        [
            "company",
            "status",
            "descending",
            "limit",
            "colour",
            "search"
        ]
    );
}

#[test]
fn a_value_of_the_wrong_type_names_its_field() {
    let body = br#"{"login_id":"hana","email":"h@example.com","first_name":"H","last_name":"S","company":1,"roles":[1,"x"]}"#;
    assert_eq!(
        fields(read_body::<UserDraft>(body).unwrap_err()),
        ["roles[1]"]
    );
}

#[test]
fn missing_and_unknown_fields_are_told_together() {
    let body = br#"{"login_id":"hana","emial":"h@example.com","first_name":"H","last_name":"S","company":1}"#;
    assert_eq!(
        fields(read_body::<UserDraft>(body).unwrap_err()),
        ["email", "emial"]
    );
}

#[test]
fn what_is_no_object_is_told_of_the_whole_body() {
    for body in ["", "[]", "{", "nonsense", "null"] {
        let refusal = read_body::<UserDraft>(body.as_bytes()).unwrap_err();
        assert_eq!(fields(refusal), ["body"], "{body}");
    }
}

#[test]
fn a_password_at_the_wrong_place_is_not_repeated() {
    let body = br#"{"by":"password","login_id":"hana","password":8675309}"#;
    let Err(Refusal::Malformed(problems)) = read_body::<SignInStart>(body) else {
        panic!("the number was taken as a password");
    };
    assert_eq!(
        problems[0].problem,
        Problem::Unreadable {
            expected: "expected a string".into()
        }
    );
}
