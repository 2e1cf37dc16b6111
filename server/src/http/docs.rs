//! The page that explains the API to people, made of the OpenAPI document; it needs no script and no other host.

mod html;
mod operation;
mod problems;
mod schema;

use std::collections::BTreeMap;

use utoipa::openapi::{OpenApi, RefOr, Schema, path::PathItem};

use self::{
    html::{code, element, link, prose, slug, text},
    operation::At,
};

/// What the page may load: its own stylesheet.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; \
                          form-action 'none'; frame-ancestors 'none'";
/// The page's stylesheet.
pub const STYLE: &str = include_str!("docs.css");

const START: &str = "DOORWARD=http://localhost:3000\n\
                     curl -X POST \"$DOORWARD/api/v1/login\" -c cookies.txt \\\n  \
                     -H 'Content-Type: application/json' \\\n  \
                     -d '{\"by\":\"password\",\"login_id\":\"hana.sato\",\"password\":\"correct horse battery\"}'";

/// The page.
pub fn page(document: &OpenApi) -> String {
    let operations = operations(document);
    let groups = document.tags.as_deref().unwrap_or_default();
    let menu: String = groups
        .iter()
        .map(|group| menu(&group.name, &operations))
        .collect();
    let sections: String = groups
        .iter()
        .map(|group| {
            section(
                &group.name,
                group.description.as_deref().unwrap_or_default(),
                &operations,
            )
        })
        .collect();
    let schemas: String = document
        .components
        .iter()
        .flat_map(|components| &components.schemas)
        .map(|(name, schema)| schema::section(name, schema))
        .collect();
    let more = "<li><a href=\"#problems\">Problems</a></li><li><a href=\"#types\">Types</a></li>";
    let title = format!("{} API", document.info.title);
    let start = element("pre", &[], &code(START));
    let machine = element(
        "a",
        &[("href", "/api/v1/openapi.json")],
        "OpenAPI 3.1 document",
    );
    let about = prose(document.info.description.as_deref().unwrap_or_default());
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\">\
         <title>{title}</title><link rel=\"icon\" type=\"image/svg+xml\" href=\"/favicon.svg\">\
         <link rel=\"stylesheet\" href=\"/api/docs.css\"></head><body>\
         <a class=\"skip\" href=\"#content\">Skip to the content</a>\
         <nav aria-label=\"Operations\"><p class=\"name\">{title}</p>{menu}<ul>{more}</ul></nav>\
         <main id=\"content\"><h1>{title}</h1>{about}<p>For programs: {machine}.</p>\
         <h2 id=\"start\">Start</h2>{start}{sections}{problems}\
         <h2 id=\"types\">Types</h2>{schemas}</main></body></html>",
        title = text(&title),
        problems = problems::section(),
    )
}

fn operations(document: &OpenApi) -> Vec<At<'_>> {
    let Some(components) = &document.components else {
        return Vec::new();
    };
    let types = &components.schemas;
    let paths = document.paths.paths.iter();
    paths
        .flat_map(|(path, item)| at(path, item, types))
        .collect()
}

fn at<'a>(
    path: &'a str,
    item: &'a PathItem,
    types: &'a BTreeMap<String, RefOr<Schema>>,
) -> impl Iterator<Item = At<'a>> {
    let all = [
        ("GET", &item.get),
        ("POST", &item.post),
        ("PUT", &item.put),
        ("PATCH", &item.patch),
        ("DELETE", &item.delete),
    ];
    all.into_iter().filter_map(move |(method, operation)| {
        let operation = operation.as_ref()?;
        Some(At {
            method,
            path,
            operation,
            types,
        })
    })
}

fn of_group<'a>(group: &'a str, operations: &'a [At<'a>]) -> impl Iterator<Item = &'a At<'a>> {
    operations
        .iter()
        .filter(move |at| at.operation.tags.iter().flatten().any(|tag| tag == group))
}

fn menu(group: &str, operations: &[At<'_>]) -> String {
    let links: String = of_group(group, operations)
        .map(|at| element("li", &[], &link(&at.anchor(), at.summary())))
        .collect();
    let heading = element("p", &[], &link(&format!("group-{}", slug(group)), group));
    format!("{heading}{}", element("ul", &[], &links))
}

fn section(group: &str, about: &str, operations: &[At<'_>]) -> String {
    let heading = element(
        "h2",
        &[("id", &format!("group-{}", slug(group)))],
        &text(group),
    );
    let operations: String = of_group(group, operations).map(At::section).collect();
    format!("{heading}{}{operations}", prose(about))
}

#[cfg(test)]
mod tests {
    use super::{STYLE, page};
    use crate::http::api;

    #[test]
    fn every_operation_stands_on_the_page_and_every_link_leads_somewhere() {
        let page = page(api::document());
        for (path, _) in &api::document().paths.paths {
            assert!(page.contains(&format!("<code>{path}</code>")), "{path}");
        }
        for target in page
            .split("href=\"#")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            assert!(page.contains(&format!("id=\"{target}\"")), "{target}");
        }
    }

    #[test]
    fn the_page_needs_nobody_else() {
        let page = page(api::document());
        assert!(
            !page.contains("<script") && !page.contains("style=\"") && !page.contains("https://")
        );
        assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
    }
}
