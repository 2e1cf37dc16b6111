//! Signing in over REST: the same login flow that the pages drive.

use std::sync::Arc;

use app::{
    UserId,
    sign_in::{
        FlowView, Me, Proof, SetUpDraft, SignIn as _, SignInExplanation, SignInQuestion,
        SignInStart,
    },
};
use axum::{Extension, Json, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    desk::Desk,
    http::{
        answer::Answer,
        extract::{AtDesk, Body, Id, Query},
    },
};

/// The routes about signing in.
pub fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(begin))
        .routes(routes!(flow, prove, abandon))
        .routes(routes!(forgotten_password))
        .routes(routes!(sign_out))
        .routes(routes!(end_own_session))
        .routes(routes!(me))
        .routes(routes!(explain))
        .routes(routes!(set_up_needed, set_up))
}

/// Begin to sign in
///
/// Opens a login flow with login ID and password, or with the secret of a link. The answer says what
/// is asked next; offer that to `POST /api/v1/login/{flow}` until the step is `signed_in`. Then the
/// answer carries the session cookie that all other operations need.
///
/// An app with a person before it says `"channel": "app"`: it is asked what the policy wants of apps, and its session has
/// the permissions of the APP channel.
#[utoipa::path(
    post, path = "/api/v1/login", operation_id = "beginLogin", tag = "Signing in",
    request_body(content = SignInStart, examples(
        ("password" = (summary = "With login ID and password",
            value = json!({"by": "password", "login_id": "hana.sato", "password": "correct horse battery"}))),
        ("app" = (summary = "With login ID and password, in an app",
            value = json!({"by": "password", "login_id": "hana.sato", "password": "correct horse battery", "channel": "app"}))),
        ("link" = (summary = "With an invitation or password link",
            value = json!({"by": "link", "token": "Hs9…"}))),
    )),
    responses(
        (status = 200, description = "Where the flow stands, and its secret", body = FlowView,
            example = json!({
                "flow": "k3v…", "purpose": "sign_in", "step": {"step": "second_factor"}, "position": [2, 2],
                "login_id": "hana.sato", "expires_at": "2026-12-01T09:15:00Z"
            })),
        (status = 401, description = "`sign_in.wrong_credentials`: unknown login ID, wrong password, disabled or expired"),
        (status = 404, description = "`invitation.unknown`: the link is not one of ours"),
        (status = 410, description = "`invitation.expired`, `invitation.used` or `invitation.voided`"),
    ),
    security(()),
)]
async fn begin(Extension(desk): AtDesk, Body(start): Body<SignInStart>) -> Answer<Json<FlowView>> {
    Ok(Json(desk.begin(start).await?))
}

/// Show a login flow
///
/// What is asked now.
#[utoipa::path(
    get, path = "/api/v1/login/{flow}", operation_id = "getLogin", tag = "Signing in",
    params(("flow" = String, Path, description = "The flow's secret")),
    responses(
        (status = 200, description = "Where the flow stands", body = FlowView),
        (status = 410, description = "`sign_in.flow_over`"),
    ),
    security(()),
)]
async fn flow(Extension(desk): AtDesk, Id(flow): Id<String>) -> Answer<Json<FlowView>> {
    let in_flow = desk.with_flow(&flow);
    let view = in_flow.flow().await;
    hand_over(&desk, &in_flow);
    Ok(Json(view?))
}

/// Offer a proof
///
/// What the step asks for. A step allows five tries.
///
/// At the step `email_code`, `expires_at` says until when the code in the newest mail can be entered, and `new_code_in` in
/// how many seconds `new_email_code` sends another: 30 seconds after the one before, five in all. A flow that began with a
/// mailed link has proved the mailbox and is not asked for a code.
#[utoipa::path(
    post, path = "/api/v1/login/{flow}", operation_id = "proveLogin", tag = "Signing in",
    params(("flow" = String, Path, description = "The flow's secret")),
    request_body(content = Proof, examples(
        ("code" = (summary = "A one-time code", value = json!({"step": "code", "code": "123456"}))),
        ("recovery code" = (summary = "A recovery code in its place",
            value = json!({"step": "recovery_code", "code": "abcd-efgh-jkmn"}))),
        ("e-mail code" = (summary = "The code sent by e-mail",
            value = json!({"step": "email_code", "code": "123456"}))),
        ("new e-mail code" = (summary = "Another code by e-mail; the one before is void",
            value = json!({"step": "new_email_code"}))),
        ("enrol" = (summary = "The first code of a new authenticator",
            value = json!({"step": "enrol", "code": "123456"}))),
        ("new password" = (summary = "The password chosen",
            value = json!({"step": "new_password", "password": "correct horse battery"}))),
    )),
    responses(
        (status = 200, description = "Where the flow stands; signed in, with the session cookie",
            body = FlowView, headers(("Set-Cookie", description = "The session, once signed in"))),
        (status = 409, description = "`sign_in.wrong_step`: something else is asked; `sign_in.no_more_codes`"),
        (status = 410, description = "`sign_in.flow_over`; `sign_in.too_many_tries`"),
        (status = 429, description = "`throttled`: too many wrong codes, or too early for another one by e-mail"),
    ),
    security(()),
)]
async fn prove(
    Extension(desk): AtDesk,
    Id(flow): Id<String>,
    Body(proof): Body<Proof>,
) -> Answer<Json<FlowView>> {
    let in_flow = desk.with_flow(&flow);
    let view = in_flow.prove(proof).await;
    hand_over(&desk, &in_flow);
    Ok(Json(view?))
}

/// Abandon a login flow
///
/// Ends the flow without signing in.
#[utoipa::path(
    delete, path = "/api/v1/login/{flow}", operation_id = "abandonLogin", tag = "Signing in",
    params(("flow" = String, Path, description = "The flow's secret")),
    responses((status = 204, description = "The flow is over")),
    security(()),
)]
async fn abandon(Extension(desk): AtDesk, Id(flow): Id<String>) -> Answer<StatusCode> {
    let in_flow = desk.with_flow(&flow);
    let ended = in_flow.abandon().await;
    hand_over(&desk, &in_flow);
    ended?;
    Ok(StatusCode::NO_CONTENT)
}

/// Gives the cookies that the flow's desk changed to the desk that answers.
fn hand_over(desk: &Arc<Desk>, in_flow: &Desk) {
    let changes = in_flow.take_cookie_changes();
    desk.change_cookies(|cookies| *cookies = changes);
}

/// Whose password.
#[derive(Debug, Deserialize, ToSchema)]
struct ForgottenPassword {
    /// The login ID of the account.
    login_id: String,
}

/// Ask for a password link
///
/// Mails a link to set a new password, if there is such an account. The answer is always the same.
#[utoipa::path(
    post, path = "/api/v1/login/forgotten-password", operation_id = "forgottenPassword", tag = "Signing in",
    request_body(content = ForgottenPassword, example = json!({"login_id": "hana.sato"})),
    responses((status = 204, description = "If there is such an account, a mail is on its way")),
    security(()),
)]
async fn forgotten_password(
    Extension(desk): AtDesk,
    Body(whose): Body<ForgottenPassword>,
) -> Answer<StatusCode> {
    desk.forgotten_password(whose.login_id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Sign out
///
/// Ends the session and removes its cookie.
#[utoipa::path(
    post, path = "/api/v1/logout", operation_id = "logout", tag = "Signing in",
    responses((status = 204, description = "Nobody is signed in any more")),
    security(()),
)]
async fn sign_out(Extension(desk): AtDesk) -> Answer<StatusCode> {
    desk.sign_out().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// End this session
///
/// The same as signing out, for programs that think of the session as a thing.
#[utoipa::path(
    delete, path = "/api/v1/session", operation_id = "endThisSession", tag = "Signing in",
    responses((status = 204, description = "Nobody is signed in any more")),
    security(()),
)]
async fn end_own_session(desk: AtDesk) -> Answer<StatusCode> {
    sign_out(desk).await
}

/// Who am I
///
/// The signed-in user, and what they may do on this channel.
#[utoipa::path(
    get, path = "/api/v1/me", operation_id = "getMe", tag = "Signing in",
    responses((status = 200, description = "You", body = Me)),
)]
async fn me(Extension(desk): AtDesk) -> Answer<Json<Me>> {
    Ok(Json(desk.me().await?))
}

/// Explain a user's sign-in
///
/// Why a user can sign in with their password or not: each step in order, whether it is asked, not asked or refused, and
/// which rule decides, with the class it comes from. Nothing is changed, and nobody is told, by asking. `last_address` is
/// where they came from last. What others at an address did, which may slow it down, is not told.
#[utoipa::path(
    get, path = "/api/v1/users/{id}/sign-in-explanation", operation_id = "explainSignIn", tag = "Users",
    params(("id" = UserId, Path, description = "The user"), Query<SignInQuestion>),
    responses((status = 200, description = "Step by step", body = SignInExplanation)),
)]
async fn explain(
    Extension(desk): AtDesk,
    Id(id): Id<UserId>,
    Query(question): Query<SignInQuestion>,
) -> Answer<Json<SignInExplanation>> {
    Ok(Json(desk.explain_sign_in(id, question).await?))
}

/// Whether set-up is still to be done.
#[derive(Debug, Serialize, ToSchema)]
struct SetUpState {
    /// Whether the first operator administrator is still to be set up.
    needed: bool,
}

/// Is set-up needed
///
/// Whether the first operator administrator is still to be set up.
#[utoipa::path(
    get, path = "/api/v1/set-up", operation_id = "getSetUp", tag = "Set-up",
    responses((status = 200, description = "Whether it is", body = SetUpState)),
    security(()),
)]
async fn set_up_needed(Extension(desk): AtDesk) -> Answer<Json<SetUpState>> {
    let needed = desk.set_up_needed().await?;
    Ok(Json(SetUpState { needed }))
}

/// Set up Doorward
///
/// Creates the operator and its first administrator with the secret of the set-up link that
/// `doorward serve` printed. Goes on as a login flow that offers a second factor.
#[utoipa::path(
    post, path = "/api/v1/set-up", operation_id = "setUp", tag = "Set-up",
    request_body(content = SetUpDraft, example = json!({
        "token": "Zr1…", "company": "Example Telecom", "login_id": "admin", "email": "admin@example.com",
        "first_name": "Ada", "last_name": "Moore", "password": "a long phrase nobody guesses",
        "language": "en", "time_zone": "Europe/London"
    })),
    responses(
        (status = 200, description = "Where the login flow stands, and its secret", body = FlowView),
        (status = 410, description = "`sign_in.set_up_over`"),
    ),
    security(()),
)]
async fn set_up(Extension(desk): AtDesk, Body(draft): Body<SetUpDraft>) -> Answer<Json<FlowView>> {
    Ok(Json(desk.set_up(draft).await?))
}
