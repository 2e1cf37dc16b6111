//! Who may do what to whom: every operation and every call of the pages, tried by eight people on the things of five
//! companies, equals the table that is published in `docs/rights.md`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    path::Path,
};

use app::{AuditEventId, CompanyId, MailId, PolicyClassId, RoleId, SessionId, UserId};

use super::calls::{OPEN_CALLS, calls};
use super::operations::{About, operations};
use crate::util::{Answer, Client, Siblings};

/// Set, the table is written anew instead of compared.
const WRITE_IT: &str = "DOORWARD_WRITE_RIGHTS";
/// What would end the session of whoever tries.
const SIGNING_OUT: [&str; 2] = ["logout", "endThisSession"];

/// Somebody who tries, and whether they are signed in.
struct Person {
    title: &'static str,
    client: Client,
}

/// Somebody's answers about the things of the five companies, a mark for each.
type Marks = String;

struct Table {
    scene: Siblings,
    people: Vec<Person>,
    companies: Vec<CompanyId>,
    /// The things of a company that nobody has changed yet.
    untouched: BTreeMap<CompanyId, About>,
    made: u32,
    refusals: BTreeMap<String, BTreeSet<String>>,
}

impl Table {
    async fn start() -> Self {
        let scene = Siblings::start().await;
        let (app, root) = (&scene.app, &scene.root);
        let reseller = app
            .company(root, scene.operator, "reseller", "Reseller")
            .await
            .id;
        let acme = app
            .company(root, reseller, "customer", "Acme of it")
            .await
            .id;
        let branch = app.company(root, acme, "customer", "Branch").await.id;
        let mut people = vec![Person {
            title: "nobody",
            client: app.client(),
        }];
        for (title, login_id, company, role) in [
            ("user", "some.user", acme, "user"),
            ("auditor", "audit.or", acme, "auditor"),
            ("help desk", "help.desk", acme, "help_desk"),
            ("branch admin", "low", branch, "company_administrator"),
            ("company admin", "middle", acme, "company_administrator"),
            ("reseller admin", "high", reseller, "company_administrator"),
            ("operator", "top", scene.operator, "operator_administrator"),
        ] {
            let client = scene.user(login_id, company, role).await.1;
            people.push(Person { title, client });
        }
        Self {
            companies: vec![scene.operator, reseller, acme, branch, scene.beta],
            scene,
            people,
            untouched: BTreeMap::new(),
            made: 0,
            refusals: BTreeMap::new(),
        }
    }

    /// A user of `company` whom nobody has touched yet, and everything about them.
    async fn fresh(&mut self, company: CompanyId) -> About {
        self.made += 1;
        let (app, name) = (&self.scene.app, format!("target.{}", self.made));
        let now = app.deps.now().millis();
        app.sql(&format!(
            "INSERT INTO users (company_id, login_id, email, first_name, last_name, sort_name, search_text,
                expires_at, two_factor, password_set_at, language, time_zone, created_at)
             VALUES ({company}, '{name}', '{name}@example.com', 'Tara', 'Get', 'get tara', '{name}',
                {never}, 'no', {now}, 'en', 'UTC', {now})",
            never = server::users::store::NEVER,
        ))
        .await;
        let user = app.numbers("SELECT MAX(id) FROM users").await[0];
        for made in [
            format!(
                "INSERT INTO sessions (secret_hash, user_id, channel, address, user_agent, created_at, last_seen_at, expires_at)
                 VALUES ('{name}', {user}, 'web', '127.0.0.1', '', {now}, {now}, {})",
                now + 3_600_000
            ),
            format!(
                "INSERT INTO mails (kind, recipient, recipient_name, language, user_id, company_id, message_id, state, next_attempt_at, created_at)
                 VALUES ('invitation', '{name}@example.com', 'Tara Get', 'en', {user}, {company}, '{name}', 'sent', 0, {now})"
            ),
            format!(
                "INSERT INTO audit_events (at, action, succeeded, subject_id, subject_login_id, company_id, address, request_id, details)
                 VALUES ({now}, 'user.created', TRUE, {user}, '{name}', {company}, '127.0.0.1', '', '[]')"
            ),
        ] {
            app.sql(&made).await;
        }
        let newest =
            async |table: &str| app.numbers(&format!("SELECT MAX(id) FROM {table}")).await[0];
        About {
            user: UserId(user),
            user_version: 1,
            fingerprint: self.shown(UserId(user)).await,
            company,
            company_version: app
                .numbers(&format!(
                    "SELECT version FROM companies WHERE id = {company}"
                ))
                .await[0],
            session: SessionId(newest("sessions").await),
            mail: MailId(newest("mails").await),
            event: AuditEventId(newest("audit_events").await),
            role: RoleId(
                self.scene
                    .custom_role(company, &format!("Role {name}"), &["users:read"])
                    .await,
            ),
            job: self.scene.job_of_root().await,
            token: self.scene.token_of(UserId(user)).await,
            class: {
                let class = format!(
                    "INSERT INTO policy_classes (company_id, name, created_at) VALUES ({company}, '{name}', {now})"
                );
                app.sql(&class).await;
                PolicyClassId(newest("policy_classes").await)
            },
        }
    }

    /// What is shown before a deletion.
    async fn shown(&self, user: UserId) -> String {
        let path = format!("/api/v1/users/{user}/deletion");
        let preview = self.scene.root.get(&path).await.ok().json();
        preview["fingerprint"]
            .as_str()
            .expect("a fingerprint")
            .to_owned()
    }

    /// Puts back what an operation has made or changed of what the others are about.
    async fn tidy(&self) {
        for sql in [
            "DELETE FROM users WHERE login_id = 'some.one'",
            "DELETE FROM companies WHERE name = 'New'",
            "UPDATE companies SET name = 'Was ' || id WHERE name = 'Changed'",
            "UPDATE default_roles SET role_id = (SELECT id FROM roles WHERE built_in AND name = 'user')",
            "DELETE FROM roles WHERE name IN ('New', 'Changed')",
            "DELETE FROM policy_classes WHERE name = 'New'",
            "DELETE FROM jobs WHERE user_id <> (SELECT id FROM users WHERE login_id = 'root')",
            "UPDATE sessions SET acting_as = 0, acting_over = ''",
            "DELETE FROM throttles",
            "UPDATE sessions SET acting_as = 0, acting_over = ''",
        ] {
            self.scene.app.sql(sql).await;
        }
        // Who acts is remembered for half a second.
        self.scene.app.clock.advance(1);
    }

    /// What `answer` says: done, refused for a reason, not permitted, not there, or not signed in.
    fn mark(&mut self, name: &str, answer: &Answer, like_nothing: bool) -> char {
        let refusal = why(answer);
        match (answer.status.as_u16(), refusal.as_str()) {
            (401, "not_signed_in") => '✕',
            (403, "not_allowed") => '–',
            _ if like_nothing => '·',
            (200..300, _) => '●',
            (400..500, refusal) => {
                let said = self.refusals.entry(name.to_owned()).or_default();
                said.insert(refusal.to_owned());
                '○'
            }
            _ => panic!("{name}: {} {}", answer.status, answer.body),
        }
    }

    /// What somebody is answered about the things of a company.
    async fn answer(&mut self, ask: &impl Ask, person: usize, company: CompanyId) -> Answer {
        let about = match self.untouched.remove(&company) {
            Some(about) => about,
            None => self.fresh(company).await,
        };
        let answer = ask.ask(&self.people[person].client, &about).await;
        if answer.status.is_success() && ask.changes() {
            self.tidy().await;
        } else {
            self.untouched.insert(company, about);
        }
        answer
    }

    /// The row of one operation or call: what each person is answered about the things of each company.
    async fn row(&mut self, name: &str, ask: &impl Ask) -> Vec<Marks> {
        let nothing = About::nothing();
        // Who reaches everything is answered the same only where nothing is asked about.
        let top = self.people.len() - 1;
        let here = self.answer(ask, top, self.companies[3]).await;
        let nowhere = ask.ask(&self.people[top].client, &nothing).await;
        let about_the_caller = here.said() == nowhere.said() && here.status.is_success();
        let mut row = Vec::new();
        for person in 0..self.people.len() {
            let nowhere = ask.ask(&self.people[person].client, &nothing).await;
            let mut marks = Marks::new();
            for company in self.companies.clone() {
                let answer = self.answer(ask, person, company).await;
                let like_nothing = !about_the_caller && answer.said() == nowhere.said();
                marks.push(self.mark(name, &answer, like_nothing));
            }
            self.scene.app.sql("DELETE FROM throttles").await;
            row.push(marks);
        }
        row
    }
}

/// An operation or a call.
trait Ask {
    async fn ask(&self, client: &Client, about: &About) -> Answer;
    /// Whether it may change something.
    fn changes(&self) -> bool;
}

impl Ask for super::operations::Operation {
    async fn ask(&self, client: &Client, about: &About) -> Answer {
        self.send(client, about).await
    }

    fn changes(&self) -> bool {
        self.writes()
    }
}

/// A call of the pages by its address.
struct Call(&'static str);

impl Ask for Call {
    async fn ask(&self, client: &Client, about: &About) -> Answer {
        let (_, body) = calls(about)
            .into_iter()
            .find(|(path, _)| *path == self.0)
            .expect("a call");
        client.post(self.0, body).await
    }

    fn changes(&self) -> bool {
        // What it answers goes with the clock, which goes on after a change.
        !["/ui/tokens/choice", "/ui/tokens/api-choice"].contains(&self.0)
    }
}

/// The machine's word for why something was refused, such as `user.stronger`, from either door.
fn why(answer: &Answer) -> String {
    if answer.status.is_success() {
        return String::new();
    }
    let (refusal, body) = (answer.refusal(), answer.json());
    let about = &body["about"];
    match about.as_str().or_else(|| about["kind"].as_str()) {
        Some(about) if refusal != "not_allowed" => format!("{refusal}.{about}"),
        _ => refusal,
    }
}

fn print(title: &str, people: &[Person], rows: &BTreeMap<String, Vec<Marks>>) -> String {
    let mut text = format!("\n## {title}\n\n| |");
    for person in people {
        write!(text, " {} |", person.title).unwrap();
    }
    text += "\n| --- |";
    text += &" --- |".repeat(people.len());
    text.push('\n');
    for (name, marks) in rows {
        write!(text, "| {name} |").unwrap();
        for marks in marks {
            write!(text, " `{marks}` |").unwrap();
        }
        text.push('\n');
    }
    text
}

const OPENING: &str = "# Who may do what to whom

This table is written by a test (`server/tests/http/table.rs`), and each run of the tests compares it with what the
server does. Eight people try every operation of the REST API and every call of the pages on a user, a company, a role,
a policy class, a session, a mail and an audit event of five companies:

```
Operator                     operator
├── Reseller                 reseller admin
│   └── Acme                 company admin, auditor, help desk, user
│       └── Branch           branch admin
└── Beta
```

A cell has a mark for each of Operator, Reseller, Acme, Branch and Beta, in this order:

| | |
| --- | --- |
| ● | done |
| ○ | let in, and refused for what was asked; the reasons stand at the end |
| – | refused: the permission is missing |
| · | answered like something that does not exist, to the letter |
| ✕ | refused: nobody is signed in |

What needs no session (signing in, links, set-up) and signing out are left out.
";

#[tokio::test]
async fn the_published_table_of_rights_is_what_the_server_does() {
    let mut table = Table::start().await;
    let mut rest = BTreeMap::new();
    for operation in operations() {
        let name = operation.id.clone();
        if !operation.open && !SIGNING_OUT.contains(&name.as_str()) {
            let row = table.row(&name, &operation).await;
            rest.insert(name, row);
        }
    }
    let mut pages = BTreeMap::new();
    for (path, _) in calls(&About::nothing()) {
        if !OPEN_CALLS.contains(&path) {
            pages.insert(path.to_owned(), table.row(path, &Call(path)).await);
        }
    }
    let mut text = OPENING.to_owned();
    text += &print("Operations of the REST API", &table.people, &rest);
    text += &print("Calls of the pages", &table.people, &pages);
    text += "\n## Why something was refused after all\n\n| | |\n| --- | --- |\n";
    for (name, refusals) in &table.refusals {
        let refusals: Vec<&str> = refusals.iter().map(String::as_str).collect();
        writeln!(text, "| {name} | {} |", refusals.join(", ")).unwrap();
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/rights.md");
    if std::env::var_os(WRITE_IT).is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let published = std::fs::read_to_string(&file).unwrap();
    for (said, found) in published.lines().zip(text.lines()) {
        assert_eq!(
            said, found,
            "if this is meant, run this test with {WRITE_IT}=1 and read the difference"
        );
    }
    assert_eq!(published, text);
}
