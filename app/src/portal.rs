//! Everything that may be asked of Doorward, and how a server function finds who answers.

use std::sync::Arc;

use crate::{
    Refusal, account::OwnAccount, audit::Audit, companies::Companies, home::Home,
    invitations::Invitations, jobs::Jobs, mail::Mails, policies::Policies, roles::Roles,
    sessions::Sessions, sign_in::SignIn, tokens::Tokens, users::Users,
};

/// All rooms together. The server implements it once, for one caller and one request.
pub trait Portal:
    Users
    + Companies
    + Roles
    + Policies
    + SignIn
    + Sessions
    + Tokens
    + Invitations
    + Jobs
    + Audit
    + OwnAccount
    + Home
    + Mails
    + Send
    + Sync
{
}

/// The portal of the request under way, placed in the context by the server before the function runs.
pub fn portal() -> Result<Arc<dyn Portal>, Refusal> {
    leptos::context::use_context().ok_or(Refusal::Unavailable)
}
