//! Whoever does whatever to whomever: some rules always hold.

use app::{
    CompanyId, RoleId, UserId,
    roles::{BuiltInRole, Permissions},
};
use serde_json::{Value, json};
use server::{
    actor::{CompanyPath, Scope},
    roles::store::rights,
};

use crate::util::{Answer, Client, Dice, PASSWORD, Siblings};

const STEPS: usize = 1_000;
/// After so many steps whoever was disabled or deleted is back.
const ROUND: usize = 40;

/// What somebody can do at a moment; nothing, if they cannot sign in.
#[derive(Clone, Debug)]
struct Might {
    permissions: Permissions,
    scope: Scope,
    operator_administrator_for_good: bool,
}

/// Somebody who acts by chance.
struct Person {
    id: UserId,
    login_id: String,
    client: Client,
}

struct World {
    scene: Siblings,
    dice: Dice,
    people: Vec<Person>,
}

impl World {
    async fn start() -> Self {
        let scene = Siblings::start().await;
        let (app, root) = (&scene.app, &scene.root);
        let reseller = app
            .company(root, scene.operator, "reseller", "Reseller")
            .await
            .id;
        let below = app.company(root, reseller, "customer", "Below").await.id;
        let bottom = app.company(root, below, "customer", "Bottom").await.id;
        let mut people = vec![];
        for (login_id, company, role) in [
            ("top.one", scene.operator, "operator_administrator"),
            ("top.two", scene.operator, "operator_administrator"),
            ("reseller.one", reseller, "company_administrator"),
            ("reseller.two", reseller, "company_administrator"),
            ("below.one", below, "company_administrator"),
            ("below.desk", below, "help_desk"),
            ("bottom.one", bottom, "company_administrator"),
            ("bottom.user", bottom, "user"),
            ("acme.one", scene.acme, "company_administrator"),
            ("beta.auditor", scene.beta, "auditor"),
        ] {
            let (user, client) = scene.user(login_id, company, role).await;
            people.push(Person {
                id: user.id,
                login_id: login_id.to_owned(),
                client,
            });
        }
        Self {
            scene,
            dice: Dice::new(20_270_401),
            people,
        }
    }

    async fn numbers(&self, sql: &str) -> Vec<i64> {
        self.scene.app.numbers(sql).await
    }

    async fn users(&self) -> Vec<UserId> {
        let ids = self.numbers("SELECT id FROM users ORDER BY id").await;
        ids.into_iter().map(UserId).collect()
    }

    /// What everybody can do now.
    async fn mights(&self) -> Vec<(UserId, Might)> {
        let mut mights = Vec::new();
        for user in self.users().await {
            mights.push((user, self.might(user).await));
        }
        mights
    }

    async fn might(&self, user: UserId) -> Might {
        let app = &self.scene.app;
        let now = app.deps.now().millis();
        let usable = format!(
            "SELECT expires_at FROM users WHERE id = {user} AND deleted_at = 0 AND NOT disabled AND expires_at > {now}"
        );
        let ends = self.numbers(&usable).await.first().copied();
        let rights = rights(app.deps.db.read(), user).await.expect("rights");
        let path = format!(
            "SELECT c.path FROM users u JOIN companies c ON c.id = u.company_id WHERE u.id = {user}"
        );
        let mut reach = rights.related.clone();
        reach.push(CompanyPath(app.texts(&path).await.remove(0)));
        let password = format!("SELECT id FROM users WHERE id = {user} AND password_set_at > 0");
        let for_good =
            ends == Some(server::users::store::NEVER) && !self.numbers(&password).await.is_empty();
        Might {
            permissions: match ends {
                Some(_) => rights.permissions,
                None => Permissions::NONE,
            },
            scope: Scope::of(reach),
            operator_administrator_for_good: for_good
                && rights.includes(BuiltInRole::OperatorAdministrator),
        }
    }

    async fn some(&mut self, table: &str) -> i64 {
        let ids = self
            .numbers(&format!("SELECT id FROM {table} ORDER BY id"))
            .await;
        self.dice.one(&ids)
    }

    async fn roles(&mut self) -> Vec<RoleId> {
        let mut roles = Vec::new();
        for _ in 0..self.dice.next(3) {
            roles.push(RoleId(self.some("roles").await));
        }
        roles
    }

    /// One of the people tries something. Who, what, and what they were answered.
    async fn step(&mut self, number: usize) -> (usize, &'static str, Answer) {
        let actor = self.dice.next(self.people.len());
        let Person {
            client, login_id, ..
        } = &self.people[actor];
        if client.get("/api/v1/me").await.status == 401 {
            client.sign_in(login_id, PASSWORD).await;
        }
        let (user, company) = (
            UserId(self.some("users").await),
            CompanyId(self.some("companies").await),
        );
        let role = self.some("roles").await;
        let roles = self.roles().await;
        let permissions = self.dice.permissions(12);
        let yes = self.dice.next(2) == 0;
        let kind = self.dice.next(13);
        let other = CompanyId(self.some("companies").await);
        let (app, client) = (&self.scene.app, &self.people[actor].client);
        let (what, answer) = match kind {
            0 => (
                "roles",
                app.edit(client, user, json!({ "roles": roles })).await,
            ),
            1 => (
                "company",
                app.edit(client, user, json!({ "company": company })).await,
            ),
            2 => {
                let change = json!({ "related_companies": [company, other] });
                ("related companies", app.edit(client, user, change).await)
            }
            3 => {
                let end = if yes {
                    json!("2027-06-01T00:00:00Z")
                } else {
                    Value::Null
                };
                (
                    "end",
                    app.edit(client, user, json!({ "expires_at": end })).await,
                )
            }
            4 => {
                let change = json!({ "roles": roles, "grants": permissions });
                let path = format!("/api/v1/users/{user}/permissions");
                (
                    "permissions",
                    client
                        .put_at(&path, self.version("users", user.0).await, change)
                        .await,
                )
            }
            5 => ("disable", app.set_disabled(client, user, yes).await),
            6 => ("delete", app.delete(client, user).await),
            7 => {
                let path = format!("/api/v1/users/{user}/restore");
                ("restore", client.post(&path, json!({})).await)
            }
            8 => {
                let draft = json!({ "name": format!("Role {number}"), "company": company, "permissions": permissions });
                ("create a role", client.post("/api/v1/roles", draft).await)
            }
            9 => {
                let path = format!("/api/v1/roles/{role}");
                let change = json!({ "permissions": permissions });
                (
                    "change a role",
                    client
                        .patch(&path, self.version("roles", role).await, change)
                        .await,
                )
            }
            10 => {
                let path = format!("/api/v1/companies/{company}");
                let change = json!({ "parent": other });
                (
                    "move a company",
                    client
                        .patch(&path, self.version("companies", company.0).await, change)
                        .await,
                )
            }
            11 => {
                let login_id = format!("made.{number}");
                let draft = json!({
                    "login_id": login_id, "email": format!("{login_id}@example.com"), "first_name": "Ma", "last_name": "De",
                    "company": company, "roles": roles, "related_companies": [other], "issue_credentials": false,
                });
                ("create a user", client.post("/api/v1/users", draft).await)
            }
            _ => {
                let path = format!("/api/v1/roles/{role}");
                let preview = client.get(&format!("{path}/deletion")).await.json();
                let seen = preview["fingerprint"].as_str().unwrap_or_default();
                let path = format!("{path}?fingerprint={seen}");
                (
                    "delete a role",
                    client
                        .delete(&path, self.version("roles", role).await)
                        .await,
                )
            }
        };
        (actor, what, answer)
    }

    async fn version(&self, table: &str, id: i64) -> i64 {
        self.numbers(&format!("SELECT version FROM {table} WHERE id = {id}"))
            .await[0]
    }

    /// Every company lies where its parent says, and nobody descends from themselves.
    async fn no_cycle(&self) {
        let astray = "SELECT c.id FROM companies c JOIN companies p ON p.id = c.parent_id
            WHERE c.path <> p.path || c.id || '/'";
        assert_eq!(self.numbers(astray).await, [0; 0]);
        let rootless = "SELECT COUNT(*) FROM companies WHERE parent_id IS NULL";
        assert_eq!(self.numbers(rootless).await, [1]);
        let younger = "SELECT id FROM users WHERE parent_id >= id";
        assert_eq!(self.numbers(younger).await, [0; 0]);
    }
}

#[tokio::test]
async fn nobody_is_raised_above_who_did_it_and_an_operator_administrator_stays() {
    let mut world = World::start().await;
    let mut before = Vec::new();
    let mut done = std::collections::BTreeMap::<&str, usize>::new();
    for number in 0..STEPS {
        if number % ROUND == 0 {
            world
                .scene
                .app
                .sql("UPDATE users SET disabled = FALSE, deleted_at = 0, deletion = 0")
                .await;
            world.scene.app.clock.advance(1);
            before = world.mights().await;
        }
        let (actor, what, answer) = world.step(number).await;
        assert!(answer.status.as_u16() < 500, "{what}: {}", answer.body);
        if !answer.status.is_success() {
            continue;
        }
        *done.entry(what).or_default() += 1;
        let after = world.mights().await;
        let by = world.people[actor].id;
        let (_, doer) = before.iter().find(|(id, _)| *id == by).expect("the doer");
        for (user, now) in &after {
            let then = before
                .iter()
                .find(|(id, _)| id == user)
                .map(|(_, then)| then);
            let had = then.map_or(Permissions::NONE, |then| then.permissions);
            assert!(
                doer.permissions.union(had).covers(now.permissions),
                "{number}: {what} by {} gave {user} what the doer lacks: {now:?} after {then:?}",
                world.people[actor].login_id,
            );
            let reached = then.is_some_and(|then| then.scope.covers(&now.scope));
            assert!(
                reached || doer.scope.covers(&now.scope) || now.permissions == Permissions::NONE,
                "{number}: {what} by {} lets {user} reach what the doer does not: {now:?} after {then:?}",
                world.people[actor].login_id,
            );
        }
        assert!(
            after
                .iter()
                .any(|(_, might)| might.operator_administrator_for_good),
            "{number}: {what} leaves nobody to run the installation"
        );
        world.no_cycle().await;
        before = after;
    }
    assert!(done.len() >= 12, "some things were never done: {done:?}");
}
