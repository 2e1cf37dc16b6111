//! Policy classes: what is in force, who may say it, and that everything obeys.

mod addresses;
mod changing;
mod credentials;
mod lasting;
mod resolution;
mod rights;
mod two_factor;

use app::{
    CompanyId, PolicyClassId,
    policies::{CompanyPolicy, PolicyClass},
};
use serde_json::{Value, json};

use crate::util::{Answer, Client, Siblings};

/// A class of a company that says `settings`.
async fn class(by: &Client, company: CompanyId, name: &str, settings: Value) -> PolicyClass {
    let draft = json!({ "name": name, "company": company, "settings": settings });
    let answer = by.post("/api/v1/policy-classes", draft).await;
    answer.status(201).read()
}

/// Makes a company point to a class, at its present version.
async fn point(
    scene: &Siblings,
    by: &Client,
    company: CompanyId,
    class: Option<PolicyClassId>,
) -> Answer {
    let sql = format!("SELECT version FROM companies WHERE id = {company}");
    let version = scene.app.numbers(&sql).await[0];
    let path = format!("/api/v1/companies/{company}/policy");
    let request = by
        .request(reqwest::Method::PUT, &path)
        .header("if-match", format!("\"{version}\""))
        .json(&json!({ "class": class }));
    by.send(request).await
}

/// The scene in which the operator's company points to a class of its own that says `settings`.
pub async fn held_to(settings: Value) -> Siblings {
    let scene = Siblings::start().await;
    let class = class(&scene.root, scene.operator, "House rules", settings).await;
    point(&scene, &scene.root, scene.operator, Some(class.id))
        .await
        .ok();
    scene
}

/// What is in force in a company, as `by` is told.
async fn policy(by: &Client, company: CompanyId) -> CompanyPolicy {
    let path = format!("/api/v1/companies/{company}/policy");
    by.get(&path).await.ok().read()
}
