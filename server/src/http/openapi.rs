//! The OpenAPI document: what the operations say of themselves, and what holds for all of them.

use utoipa::ToSchema as _;
use utoipa::openapi::{
    Components, Content, Info, License, OpenApi, RefOr, Response, Tag,
    path::{Operation, Parameter, ParameterIn, PathItem},
    schema::Ref,
    security::{
        ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
    },
};

use super::problem::{PROBLEM_JSON, Problem};

/// The groups of operations, in the order in which they are explained.
const GROUPS: [(&str, &str); 15] = [
    (
        "Signing in",
        "The login flow: the same steps that the pages drive, for mobile apps and programs.",
    ),
    ("Set-up", "The first operator administrator."),
    ("Users", "A person's account: one login ID, one company."),
    (
        "Invitations",
        "The single-use link of the User Registration Acceptance Email.",
    ),
    ("Sessions", "Signed-in browsers and apps."),
    (
        "Account",
        "Your own account: no permission is needed, and nobody changes it in your place.",
    ),
    (
        "Tokens",
        "What a user issues to a program, so that it acts for them with a part of their rights.",
    ),
    (
        "OAuth 2.0",
        "Where programs exchange what they were given, and where servers look at what they are brought.",
    ),
    (
        "Dashboard",
        "The numbers of an administrator's scope at a glance.",
    ),
    ("Companies", "The tenant tree."),
    ("Roles", "Named sets of permissions."),
    (
        "Policy classes",
        "Named bundles of security defaults: the nearest company above whose class says a value decides.",
    ),
    (
        "Jobs",
        "One action on many users: previewed, started, and told of row by row.",
    ),
    (
        "Audit",
        "Who did what to whom, when, from where, with what result.",
    ),
    ("Mail", "The outbox."),
];

const ABOUT: &str = "Everything that can be done on Doorward's pages.

A program is issued a token by a user, exchanges it at `/oauth/token` for an access token, and sends that as \
`Authorization: Bearer …`. A person's app signs in with the login flow; the answer that says `signed_in` carries the \
session cookie, which the other operations take as well.

Every problem is told as problem details (RFC 9457) in English, Japanese or simplified Chinese, by \
`Accept-Language`, and names the fields that are wrong. Lists are paged by cursors: follow the `Link` headers. A write \
names the version it is based on in `If-Match`. A create may name itself in `Idempotency-Key` and be repeated without \
fear.

Every answer tells in `RateLimit-Policy` how many requests may come from one address in how many seconds, and in \
`RateLimit` how many are left now (`r`) and in how many seconds there are all of them again (`t`).";

/// Parameters beside the path that name a thing.
const NAMING: [&str; 3] = ["company", "parent", "role"];

/// Completes what was collected from the operations.
pub fn complete(mut document: OpenApi) -> OpenApi {
    let mut info = Info::new("Doorward", env!("CARGO_PKG_VERSION"));
    info.description = Some(ABOUT.to_owned());
    info.license = Some(License::new(env!("CARGO_PKG_LICENSE")));
    document.info = info;
    document.tags = Some(
        GROUPS
            .iter()
            .map(|(name, words)| tag(name, words))
            .collect(),
    );
    let either = ["access_token", "session"];
    document.security = Some(
        either
            .map(|one| SecurityRequirement::new::<_, [&str; 0], &str>(one, []))
            .to_vec(),
    );
    let components = document.components.get_or_insert_with(Components::new);
    let mut schemas = vec![(
        Problem::name().into_owned(),
        <Problem as utoipa::PartialSchema>::schema(),
    )];
    Problem::schemas(&mut schemas);
    components.schemas.extend(schemas);
    components.security_schemes.extend(security_schemes());
    for item in document.paths.paths.values_mut() {
        for (operation, writes) in operations(item) {
            add_problems(operation, writes);
        }
    }
    document
}

/// By what a caller can say who they are.
fn security_schemes() -> [(String, RefOr<SecurityScheme>); 2] {
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .description(Some(
            "An access token, for which `/oauth/token` exchanges what a user has issued.",
        ))
        .build();
    let session = ApiKeyValue::with_description(
        "__Host-doorward-session",
        "The session that a login flow opens. Without TLS, on localhost, the cookie is called `doorward-session`.",
    );
    [
        ("access_token", SecurityScheme::Http(bearer)),
        ("session", SecurityScheme::ApiKey(ApiKey::Cookie(session))),
    ]
    .map(|(name, scheme)| (name.to_owned(), scheme.into()))
}

fn tag(name: &str, words: &str) -> Tag {
    let mut tag = Tag::new(name);
    tag.description = Some(words.to_owned());
    tag
}

/// The operations of a path, and whether each may change something.
fn operations(item: &mut PathItem) -> Vec<(&mut Operation, bool)> {
    let all = [
        (item.get.as_mut(), false),
        (item.post.as_mut(), true),
        (item.put.as_mut(), true),
        (item.patch.as_mut(), true),
        (item.delete.as_mut(), true),
    ];
    all.into_iter()
        .filter_map(|(operation, writes)| Some((operation?, writes)))
        .collect()
}

/// Adds the problems that follow from what an operation takes.
fn add_problems(operation: &mut Operation, writes: bool) {
    let parameters: Vec<(ParameterIn, String)> = operation
        .parameters
        .iter()
        .flatten()
        .filter_map(|parameter| match parameter {
            RefOr::T(Parameter {
                parameter_in, name, ..
            }) => Some((parameter_in.clone(), name.clone())),
            RefOr::Ref(_) => None,
        })
        .collect();
    let takes = |place: ParameterIn| parameters.iter().any(|(one, _)| *one == place);
    let has = |name: &str| {
        parameters
            .iter()
            .any(|(_, one)| one.eq_ignore_ascii_case(name))
    };
    let public = operation.security.is_some();
    let body = operation.request_body.is_some();
    let input = body || takes(ParameterIn::Query) || has("If-Match");
    let problems = [
        (
            input,
            "400",
            "`malformed`: something cannot be read; `errors` names it",
        ),
        (!public, "401", "`not_signed_in`"),
        (
            !public && writes,
            "403",
            "`not_allowed`: a permission is missing; `user.stronger`: they have rights that you lack; `cross_site`",
        ),
        (
            !public && !writes,
            "403",
            "`not_allowed`: a permission is missing",
        ),
        (
            public && writes,
            "403",
            "`cross_site`: a browser sent it from another site's page",
        ),
        (
            (takes(ParameterIn::Path) && !has("flow")) || NAMING.iter().any(|name| has(name)),
            "404",
            "`not_found`: there is no such thing, or you may not see it",
        ),
        (
            has("If-Match"),
            "412",
            "`stale`: somebody has changed it since",
        ),
        (body, "413", "`too_large`"),
        (body, "415", "`not_json`"),
        (
            has("Idempotency-Key"),
            "409",
            "`under_way`: the same request is still being carried out",
        ),
        (
            has("Idempotency-Key"),
            "422",
            "`malformed`: fields are wrong; `errors` names them; or `key_reused`",
        ),
        (
            input,
            "422",
            "`malformed`: fields are missing or wrong; `errors` names them",
        ),
        (
            has("If-Match"),
            "428",
            "`version_missing`: `If-Match` is missing",
        ),
        (
            true,
            "429",
            "`throttled`: too many tries, or too many requests from this address; wait as `Retry-After` says",
        ),
        (true, "503", "`unavailable`: nothing was changed; try again"),
    ];
    let answers = &mut operation.responses.responses;
    for (_, status, words) in problems.into_iter().filter(|(applies, ..)| *applies) {
        answers
            .entry(status.to_owned())
            .or_insert_with(|| Response::new(words).into());
    }
    for (status, answer) in answers.iter_mut() {
        if let RefOr::T(answer) = answer
            && status.as_str() >= "400"
        {
            let content = Content::new(Some(Ref::from_schema_name(Problem::name())));
            answer
                .content
                .insert(PROBLEM_JSON.to_owned(), content.into());
        }
    }
}
