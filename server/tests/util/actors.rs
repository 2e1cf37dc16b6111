//! People with rights: the first operator administrator, and users who have accepted their invitation.

use app::{
    CompanyId, RoleId, UserId,
    companies::Company,
    sign_in::{FlowView, Step},
    users::User,
};
use serde_json::{Value, json};
use server::sign_in::set_up;

use super::{Authenticator, Client, TestApp};

/// The password of everyone in tests.
pub const PASSWORD: &str = "walnut ferry october";

impl TestApp {
    /// The first operator administrator, set up and signed in, without a second factor.
    pub async fn operator(&self) -> Client {
        let secret = set_up::new_link(&self.deps)
            .await
            .expect("a set-up link is made")
            .expect("nobody is set up yet");
        let client = self.client();
        let draft = json!({
            "token": secret.reveal(), "company": "Operator", "login_id": "root", "email": "root@example.com",
            "first_name": "Rita", "last_name": "Root", "password": PASSWORD,
        });
        let flow: FlowView = client.post("/api/v1/set-up", draft).await.ok().read();
        let flow = flow.flow.expect("the flow's secret");
        client.prove(&flow, json!({ "step": "not_now" })).await.ok();
        client
    }

    /// A company under another.
    pub async fn company(&self, by: &Client, parent: CompanyId, kind: &str, name: &str) -> Company {
        let draft = json!({ "name": name, "kind": kind, "parent": parent });
        by.post("/api/v1/companies", draft).await.ok().read()
    }

    /// A user added by somebody, invited.
    pub async fn invite(
        &self,
        by: &Client,
        login_id: &str,
        company: CompanyId,
        more: Value,
    ) -> User {
        let mut draft = json!({
            "login_id": login_id, "email": format!("{login_id}@example.com"),
            "first_name": "Hana", "last_name": "Sato", "company": company,
        });
        draft
            .as_object_mut()
            .expect("an object")
            .extend(more.as_object().cloned().unwrap_or_default());
        by.post("/api/v1/users", draft).await.ok().read()
    }

    /// A user with a role, who has accepted the invitation and is signed in.
    pub async fn user(
        &self,
        by: &Client,
        login_id: &str,
        company: CompanyId,
        role: &str,
    ) -> (User, Client) {
        let roles: Vec<RoleId> = vec![self.role(by, company, role).await];
        let user = self
            .invite(by, login_id, company, json!({ "roles": roles }))
            .await;
        let client = self.client();
        let mail = self
            .mail(&user.email, "User Registration Acceptance Email")
            .await;
        let flow = client.open_link(&mail.token()).await;
        let flow = flow.flow.expect("the flow's secret");
        let proof = json!({ "step": "new_password", "password": PASSWORD });
        client.prove(&flow, proof).await.ok();
        (user, client)
    }

    /// A user with an authenticator, who has accepted the invitation and is signed in.
    pub async fn user_with_authenticator(
        &self,
        by: &Client,
        login_id: &str,
        company: CompanyId,
    ) -> (User, Client, Authenticator, Vec<String>) {
        let user = self
            .invite(by, login_id, company, json!({ "otp_configured": true }))
            .await;
        let client = self.client();
        let mail = self
            .mail(&user.email, "User Registration Acceptance Email")
            .await;
        let view = client.open_link(&mail.token()).await;
        let flow = view.flow.expect("the flow's secret");
        let Step::Enrol(enrolment) = view.step else {
            panic!("no QR code was shown");
        };
        let authenticator = Authenticator::with_key(&enrolment.key);
        let code = authenticator.code(self.deps.now());
        let view: FlowView = client
            .prove(&flow, json!({ "step": "enrol", "code": code }))
            .await
            .ok()
            .read();
        let Step::KeepRecoveryCodes { codes } = view.step else {
            panic!("no recovery codes were shown");
        };
        client
            .prove(&flow, json!({ "step": "kept_recovery_codes" }))
            .await
            .ok();
        let proof = json!({ "step": "new_password", "password": PASSWORD });
        client.prove(&flow, proof).await.ok();
        // The code of this moment is used; the next one belongs to the next step.
        self.clock.advance(30);
        (user, client, authenticator, codes)
    }

    /// The role of a name, as it can be given in a company.
    pub async fn role(&self, by: &Client, company: CompanyId, name: &str) -> RoleId {
        let roles: Vec<app::roles::Role> = by
            .get(&format!("/api/v1/roles?company={company}"))
            .await
            .ok()
            .read();
        roles
            .iter()
            .find(|role| role.role.name == name)
            .unwrap_or_else(|| panic!("no role {name}"))
            .role
            .id
    }

    /// The number of the operator's company.
    pub async fn root_company(&self, by: &Client) -> CompanyId {
        let me: app::sign_in::Me = by.get("/api/v1/me").await.ok().read();
        me.company.id
    }

    /// The number of a user by login ID.
    pub async fn id_of(&self, by: &Client, login_id: &str) -> UserId {
        let page: app::Page<app::users::UserRow> = by
            .get(&format!("/api/v1/users?search={login_id}"))
            .await
            .ok()
            .read();
        page.items
            .iter()
            .find(|row| row.login_id == login_id)
            .unwrap_or_else(|| panic!("no user {login_id}"))
            .id
    }
}
