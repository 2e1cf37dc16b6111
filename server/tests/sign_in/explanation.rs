//! The explanation of a sign-in says what a real one does, for whoever may see the user.

use app::{
    policies::Origin,
    sign_in::{
        Decided, ExplainedStep, FlowView, SignInExplanation, SignInPart, Step, Verdict, Why,
    },
    users::User,
};
use serde_json::{Value, json};

use crate::util::{Authenticator, Client, PASSWORD, Siblings};

const OFFICE: &str = "198.51.100.7";
const CAFE: &str = "203.0.113.9";

async fn explain(by: &Client, user: &User, query: &str) -> SignInExplanation {
    let path = format!("/api/v1/users/{}/sign-in-explanation?{query}", user.id);
    by.get(&path).await.ok().read()
}

fn step(explained: &SignInExplanation, part: SignInPart) -> &ExplainedStep {
    explained
        .steps
        .iter()
        .find(|step| step.part == part)
        .expect("every step is there")
}

/// What a sign-in is expected to ask after the password, or that it is refused.
fn foretold(explained: &SignInExplanation) -> Option<Vec<&'static str>> {
    if explained.refused().is_some() {
        return None;
    }
    let asked = explained
        .steps
        .iter()
        .filter(|step| step.verdict == Verdict::Asked);
    Some(
        asked
            .flat_map(|step| match (step.part, &step.why) {
                (SignInPart::Authenticator, Why::ToSetUp) => vec!["enrol", "keep_recovery_codes"],
                (SignInPart::Authenticator, _) => vec!["second_factor"],
                (SignInPart::EmailCode, _) => vec!["email_code"],
                (SignInPart::NewPassword, _) => vec!["new_password"],
                _ => vec![],
            })
            .collect(),
    )
}

/// A user with what a real sign-in of theirs needs.
struct Person {
    user: User,
    password: String,
    authenticator: Option<Authenticator>,
}

/// What a real sign-in asks after the password, or that it is refused.
async fn really(
    scene: &Siblings,
    person: &Person,
    channel: &str,
    address: &str,
) -> Option<Vec<&'static str>> {
    let app = &scene.app;
    let client = app.client();
    let post = async |path: String, body: Value| {
        let request = client
            .request(reqwest::Method::POST, &path)
            .header("x-forwarded-for", address)
            .json(&body);
        client.send(request).await
    };
    let start = json!({
        "by": "password", "login_id": person.user.login_id, "password": person.password, "channel": channel,
    });
    let answer = post("/api/v1/login".to_owned(), start).await;
    if !answer.status.is_success() {
        return None;
    }
    let mut view: FlowView = answer.read();
    let flow = view.flow.clone().unwrap_or_default();
    let mut asked = Vec::new();
    loop {
        let proof = match &view.step {
            Step::SignedIn => return Some(asked),
            Step::Enrol(enrolment) => {
                asked.push("enrol");
                let authenticator = Authenticator::with_key(&enrolment.key);
                json!({ "step": "enrol", "code": authenticator.code(app.deps.now()) })
            }
            Step::KeepRecoveryCodes { .. } => {
                asked.push("keep_recovery_codes");
                json!({ "step": "kept_recovery_codes" })
            }
            Step::SecondFactor => {
                asked.push("second_factor");
                app.clock.advance(30);
                let authenticator = person.authenticator.as_ref().expect("one was bound");
                json!({ "step": "code", "code": authenticator.code(app.deps.now()) })
            }
            Step::EmailCode { .. } => {
                asked.push("email_code");
                let mail = app.mail(&person.user.email, "verification code").await;
                let line = mail.text.lines().find(|line| {
                    let digits = line.trim().replace(' ', "");
                    digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit())
                });
                json!({ "step": "email_code", "code": line.expect("a code") })
            }
            Step::NewPassword { .. } => {
                asked.push("new_password");
                json!({ "step": "new_password", "password": "gravel lantern sparrow" })
            }
        };
        view = post(format!("/api/v1/login/{flow}"), proof)
            .await
            .ok()
            .read();
    }
}

/// How somebody stands who tries to sign in.
#[derive(Clone, Copy, Debug)]
struct Case {
    state: &'static str,
    two_factor: &'static str,
    web: &'static str,
    app: &'static str,
    generated: bool,
    channel: &'static str,
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (web, app) in [("none", "none"), ("email", "none"), ("none", "email")] {
        for two_factor in ["inherit", "yes", "bound"] {
            for (generated, channel) in [(false, "api"), (true, "api"), (false, "app")] {
                cases.push(Case {
                    state: "active",
                    two_factor,
                    web,
                    app,
                    generated,
                    channel,
                });
            }
        }
    }
    // Whoever cannot sign in anyway needs no more than one of each.
    let refused = ["disabled", "ended"].map(|state| Case { state, ..cases[0] });
    cases.extend(refused);
    cases
}

/// Somebody who stands as `case` says, and may come from the office alone.
async fn person(scene: &Siblings, login_id: &str, case: Case) -> Person {
    let app = &scene.app;
    let (user, authenticator) = if case.two_factor == "bound" {
        let made = app.user_with_authenticator(&scene.root, login_id, scene.acme);
        let (user, _, authenticator, _) = made.await;
        (user, Some(authenticator))
    } else {
        (scene.user(login_id, scene.acme, "user").await.0, None)
    };
    let path = format!("/api/v1/users/{}", user.id);
    let put = async |what: &str, body: Value| {
        let version = app.shown(&scene.root, user.id).await.version;
        let path = format!("{path}/{what}");
        scene.root.put_at(&path, version, body).await.ok();
    };
    let mut password = PASSWORD.to_owned();
    if case.two_factor == "yes" {
        put("two-factor", json!({ "enabled": true })).await;
    }
    let methods = json!({ "web_login": case.web, "app_login": case.app, "app_unlock": "inherit" });
    put("verification-methods", methods).await;
    let office = json!({ "addresses": ["198.51.100.0/24"] });
    put("trusted-addresses", office).await;
    if case.generated {
        let path = format!("{path}/password");
        let made = scene.root.post(&path, json!({})).await.ok().json();
        password = made["password"].as_str().unwrap().to_owned();
    }
    match case.state {
        "disabled" => put("disabled", json!({ "disabled": true })).await,
        "ended" => {
            let end = format!("UPDATE users SET expires_at = 1 WHERE id = {}", user.id);
            app.sql(&end).await;
        }
        _ => {}
    }
    Person {
        user,
        password,
        authenticator,
    }
}

#[tokio::test]
async fn what_is_explained_is_what_is_really_asked_in_many_combinations() {
    let scene = Siblings::start().await;
    for (number, case) in cases().into_iter().enumerate() {
        let person = person(&scene, &format!("user.{number}"), case).await;
        for address in [CAFE, OFFICE] {
            let query = format!("channel={}&address={address}", case.channel);
            let explained = explain(&scene.root, &person.user, &query).await;
            assert_eq!(
                foretold(&explained),
                really(&scene, &person, case.channel, address).await,
                "{case:?} from {address}: {explained:#?}"
            );
        }
        scene.app.sql("DELETE FROM throttles").await;
    }
}

#[tokio::test]
async fn each_step_names_its_rule_and_where_it_was_decided() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, client) = scene.user("hana.sato", scene.acme, "user").await;
    let settings = json!({
        "two_factor_required": true, "web_login_verification": "email", "trusted_addresses": ["198.51.100.0/24"],
        "password_max_age_days": 30,
    });
    let draft = json!({ "name": "Strict", "company": scene.acme, "settings": settings });
    let class = scene.root.post("/api/v1/policy-classes", draft).await;
    let class = class.status(201).json()["id"].clone();
    let version = format!("SELECT version FROM companies WHERE id = {}", scene.acme);
    let version = app.numbers(&version).await[0];
    let path = format!("/api/v1/companies/{}/policy", scene.acme);
    let answer = scene.root.put_at(&path, version, json!({ "class": class }));
    answer.await.ok();
    app.clock.advance(31 * 24 * 60 * 60);
    drop(client);
    let root = app.client();
    root.sign_in("root", PASSWORD).await.ok();
    let explained = explain(&root, &user, &format!("channel=web&address={OFFICE}")).await;
    let verdicts: Vec<_> = explained.steps.iter().map(|step| step.verdict).collect();
    assert_eq!(
        verdicts,
        [
            Verdict::Passed,
            Verdict::Passed,
            Verdict::Asked,
            Verdict::Asked,
            Verdict::Asked,
            Verdict::Asked
        ]
    );
    for part in [
        SignInPart::Address,
        SignInPart::Authenticator,
        SignInPart::EmailCode,
        SignInPart::NewPassword,
    ] {
        let rule = step(&explained, part).rule.as_ref().expect("a rule");
        let words = rule.words(app::Language::English);
        assert!(words.ends_with(", from class Strict, via Acme"), "{words}");
    }
    let rule = step(&explained, SignInPart::Authenticator).rule.as_ref();
    assert_eq!(
        rule.unwrap().words(app::Language::English),
        "Two-factor authentication required: Yes, from class Strict, via Acme"
    );
    let entry = &step(&explained, SignInPart::Address).why;
    assert!(
        matches!(entry, Why::Listed { entry } if entry.to_string() == "198.51.100.0/24"),
        "{entry:?}"
    );
    // Without an address it depends; from elsewhere it ends there, and nothing after it is reached.
    let explained = explain(&root, &user, "channel=web").await;
    assert_eq!(
        step(&explained, SignInPart::Address).verdict,
        Verdict::Depends
    );
    assert_eq!(explained.refused(), None);
    let explained = explain(&root, &user, &format!("channel=web&address={CAFE}")).await;
    let refused = explained.refused().expect("it ends");
    assert_eq!(
        (refused.part, &refused.why),
        (SignInPart::Address, &Why::NotListed)
    );
    assert_eq!(
        step(&explained, SignInPart::NewPassword).verdict,
        Verdict::NotReached
    );
}

#[tokio::test]
async fn who_is_slowed_down_invited_or_deleted_is_told_so() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let invited = scene.quiet("mika", scene.acme).await;
    let explained = explain(&scene.root, &invited, "channel=web").await;
    let refused = explained.refused().unwrap();
    assert_eq!(
        (refused.part, &refused.why),
        (SignInPart::Password, &Why::NoPassword)
    );
    assert_eq!(explained.last_address, None);
    let (user, client) = scene.user("hana.sato", scene.acme, "user").await;
    for _ in 0..7 {
        let wrong = client.sign_in_from(CAFE, "hana.sato", "not the password at all");
        wrong.await;
    }
    let explained = explain(&scene.root, &user, &format!("channel=web&address={CAFE}")).await;
    let refused = explained.refused().unwrap();
    assert_eq!(
        (refused.part, &refused.why),
        (SignInPart::Account, &Why::LockedOut)
    );
    assert!(refused.wait_until.unwrap() > app.deps.now());
    // Where they have signed in before, a stranger elsewhere does not slow them down: neither here nor in truth.
    let home = explained.last_address.unwrap();
    let explained = explain(&scene.root, &user, &format!("channel=web&address={home}")).await;
    assert_eq!(explained.refused(), None);
    client.sign_in("hana.sato", PASSWORD).await.ok();
    app.delete(&scene.root, user.id).await.ok();
    let explained = explain(&scene.root, &user, "channel=web").await;
    assert!(matches!(
        explained.refused().unwrap().why,
        Why::Deleted { .. }
    ));
}

#[tokio::test]
async fn a_company_above_the_askers_scope_is_not_named_and_users_elsewhere_are_not_there() {
    let scene = Siblings::start().await;
    let app = &scene.app;
    let (user, _) = scene.user("hana.sato", scene.acme, "user").await;
    let (_, administrator) = scene
        .user("kenji", scene.acme, "company_administrator")
        .await;
    let (_, plain) = scene.user("plain", scene.acme, "user").await;
    let elsewhere = scene.quiet("mika", scene.beta).await;
    let draft = json!({
        "name": "House rules", "company": scene.operator, "settings": { "web_login_verification": "email" },
    });
    let class = scene.root.post("/api/v1/policy-classes", draft).await;
    let class = class.status(201).json()["id"].clone();
    let version = format!(
        "SELECT version FROM companies WHERE id = {}",
        scene.operator
    );
    let version = app.numbers(&version).await[0];
    let path = format!("/api/v1/companies/{}/policy", scene.operator);
    let answer = scene.root.put_at(&path, version, json!({ "class": class }));
    answer.await.ok();
    let rows = app.rows().await;
    let path = format!("/api/v1/users/{}/sign-in-explanation?channel=web", user.id);
    let answer = administrator.get(&path).await.ok();
    assert!(!answer.body.contains("Operator"), "{}", answer.body);
    let explained: SignInExplanation = answer.read();
    let rule = step(&explained, SignInPart::EmailCode).rule.clone();
    assert!(
        matches!(
            rule.unwrap().decided,
            Decided::Policy {
                origin: Origin::Class { via: None, .. }
            }
        ),
        "the class is named, the company above is not"
    );
    plain.get(&path).await.status(403);
    app.client().get(&path).await.status(401);
    let path = path.replace(&format!("/{}/", user.id), &format!("/{}/", elsewhere.id));
    administrator.get(&path).await.status(404);
    let path = format!(
        "{}&address=10.0.0.0/8",
        path.replace(&format!("/{}/", elsewhere.id), &format!("/{}/", user.id))
    );
    let answer = administrator.get(&path).await.status(422);
    assert_eq!(answer.fields(), ["address"]);
    assert_eq!(app.rows().await, rows, "asking changes nothing");
}
