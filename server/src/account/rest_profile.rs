//! Edit account and Preferences over REST: what one says of oneself, another e-mail address, how the portal writes.

use app::account::{
    EmailDraft, EmailLinkPurpose, EmailLinkView, OwnAccount as _, Preferences, PreferencesChange,
    Profile, ProfileChange,
};
use axum::{Extension, Json, response::Response};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::http::{
    answer::{Answer, One},
    extract::{AtDesk, Body},
    versions::{IfMatch, IfNoneMatch},
};

/// The routes about what one says of oneself.
pub(super) fn router() -> OpenApiRouter {
    OpenApiRouter::new()
        .routes(routes!(profile, change))
        .routes(routes!(preferences, change_preferences))
        .routes(routes!(ask_for_email, cancel))
        .routes(routes!(send_again))
        .routes(routes!(look))
        .routes(routes!(use_link))
}

/// Show what you say of yourself
///
/// Names, group, description and e-mail address; and the address that waits to be confirmed, if you asked for another.
#[utoipa::path(
    get, path = "/api/v1/me/profile", operation_id = "getMyProfile", tag = "Account",
    params(IfNoneMatch),
    responses(
        (status = 200, description = "Your account", body = Profile, headers(("ETag", description = "The version"))),
        (status = 304, description = "You have this version already"),
    ),
)]
async fn profile(Extension(desk): AtDesk, known: IfNoneMatch) -> Answer<Response> {
    Ok(known.answer(desk.profile().await?))
}

/// Edit your account
///
/// What is absent stays as it is. The login ID never changes; the e-mail address has a way of its own, `askForMyEmail`.
#[utoipa::path(
    patch, path = "/api/v1/me/profile", operation_id = "changeMyProfile", tag = "Account",
    params(IfMatch),
    request_body(content = ProfileChange, example = json!({ "group": "Sales", "description": "Covers the north" })),
    responses(
        (status = 200, description = "Your account as it is now", body = Profile,
            headers(("ETag", description = "The new version"))),
        (status = 403, description = "`acting.not_while_acting`"),
    ),
)]
async fn change(
    Extension(desk): AtDesk,
    IfMatch(version): IfMatch,
    Body(change): Body<ProfileChange>,
) -> Answer<One<Profile>> {
    Ok(One(desk.change_profile(version, change).await?))
}

/// Show your preferences
///
/// Language, time zone, how dates are written and typed, and theme. They hold in every browser, and in mails.
#[utoipa::path(
    get, path = "/api/v1/me/preferences", operation_id = "getMyPreferences", tag = "Account",
    responses((status = 200, description = "Your preferences", body = Preferences)),
)]
async fn preferences(Extension(desk): AtDesk) -> Answer<Json<Preferences>> {
    Ok(Json(desk.preferences().await?))
}

/// Change your preferences
///
/// What is absent stays as it is. A date format is a pattern of `YYYY`, `MM`, `M` or `MMM`, `DD` or `D`, then `HH` or `H`
/// (or `hh` or `h` with `A`), `mm` and perhaps `ss`; words stand in `[brackets]`. This API itself speaks RFC 3339 always.
#[utoipa::path(
    patch, path = "/api/v1/me/preferences", operation_id = "changeMyPreferences", tag = "Account",
    request_body(content = PreferencesChange, example = json!({
        "time_zone": "Asia/Tokyo", "date_output": "YYYY/MM/DD HH:mm", "theme": "dark"
    })),
    responses(
        (status = 200, description = "Your preferences as they are now", body = Preferences),
        (status = 403, description = "`acting.not_while_acting`"),
    ),
)]
async fn change_preferences(
    Extension(desk): AtDesk,
    Body(change): Body<PreferencesChange>,
) -> Answer<Json<Preferences>> {
    Ok(Json(desk.change_preferences(change).await?))
}

/// Ask for another e-mail address
///
/// A link is mailed to the new address and is good for a day; until it is used there, mail goes to the present one, which
/// is told at once how to stop the change. An earlier change that was not confirmed is given up.
#[utoipa::path(
    put, path = "/api/v1/me/email", operation_id = "askForMyEmail", tag = "Account",
    request_body(content = EmailDraft, example = json!({ "email": "hana@example.com" })),
    responses(
        (status = 200, description = "Your account, with the address that waits to be confirmed", body = Profile),
        (status = 403, description = "`proof_needed.code`, `proof_needed.password` or `acting.not_while_acting`"),
    ),
)]
async fn ask_for_email(
    Extension(desk): AtDesk,
    Body(draft): Body<EmailDraft>,
) -> Answer<Json<Profile>> {
    Ok(Json(desk.ask_for_email(draft).await?))
}

/// Give up another e-mail address
///
/// Both links that were mailed are void. If no address waits to be confirmed, nothing happens.
#[utoipa::path(
    delete, path = "/api/v1/me/email", operation_id = "cancelMyEmail", tag = "Account",
    responses(
        (status = 200, description = "Your account as it is", body = Profile),
        (status = 403, description = "`acting.not_while_acting`"),
    ),
)]
async fn cancel(Extension(desk): AtDesk) -> Answer<Json<Profile>> {
    Ok(Json(desk.cancel_email_change().await?))
}

/// Mail the confirmation once more
///
/// With a new link, again good for a day; the one before is void.
#[utoipa::path(
    post, path = "/api/v1/me/email/link", operation_id = "sendMyEmailLinkAgain", tag = "Account",
    responses(
        (status = 200, description = "Your account, with the address that waits to be confirmed", body = Profile),
        (status = 403, description = "`acting.not_while_acting`"),
        (status = 409, description = "`account.no_email_change`"),
    ),
)]
async fn send_again(Extension(desk): AtDesk) -> Answer<Json<Profile>> {
    Ok(Json(desk.send_email_link_again().await?))
}

/// The secret of a mailed link about an e-mail address.
#[derive(Deserialize, ToSchema)]
struct EmailLinkSecret {
    /// What stands in the link after `#`.
    token: String,
}

/// What a mailed link about an e-mail address has done.
#[derive(Serialize, ToSchema)]
struct EmailLinkUsed {
    /// What it was for.
    purpose: EmailLinkPurpose,
}

/// Look at a link about an e-mail address
///
/// What it would do, and to whose account. Spends nothing.
#[utoipa::path(
    post, path = "/api/v1/email-links/look", operation_id = "lookAtEmailLink", tag = "Account",
    request_body(content = EmailLinkSecret, example = json!({ "token": "Hs9…" })),
    responses(
        (status = 200, description = "What it would do", body = EmailLinkView),
        (status = 410, description = "`account.email_link_over`"),
    ),
    security(()),
)]
async fn look(
    Extension(desk): AtDesk,
    Body(link): Body<EmailLinkSecret>,
) -> Answer<Json<EmailLinkView>> {
    Ok(Json(desk.look_at_email_link(link.token).await?))
}

/// Use a link about an e-mail address
///
/// The one that was mailed to the new address confirms it: it is in force at once, both addresses are told, and links that
/// were mailed to the old one are void. The one that was mailed to the present address stops the change. Each works once.
#[utoipa::path(
    post, path = "/api/v1/email-links/use", operation_id = "useEmailLink", tag = "Account",
    request_body(content = EmailLinkSecret, example = json!({ "token": "Hs9…" })),
    responses(
        (status = 200, description = "It is done", body = EmailLinkUsed),
        (status = 410, description = "`account.email_link_over`"),
    ),
    security(()),
)]
async fn use_link(
    Extension(desk): AtDesk,
    Body(link): Body<EmailLinkSecret>,
) -> Answer<Json<EmailLinkUsed>> {
    let purpose = desk.use_email_link(link.token).await?;
    Ok(Json(EmailLinkUsed { purpose }))
}
