//! The whole app and its addresses: which page stands at which path.

use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::path;

use crate::audit::AuditPage;
use crate::companies::CompaniesPage;
use crate::gallery::Gallery;
use crate::home::{Frame, HomePage};
use crate::i18n::provide_language;
use crate::invitations::{InvitationPage, PasswordLinkPage};
use crate::mail::MailPage;
use crate::session::provide_session;
use crate::shell::NotFound;
use crate::sign_in::{ForgottenPasswordPage, SetUpPage, SignInPage};
use crate::ui::{ToastRegion, Toaster};
use crate::users::{ManageUsers, UserDetail};

/// Everything.
#[component]
pub fn App() -> impl IntoView {
    provide_language();
    Toaster::provide();
    provide_session();
    view! {
        <Router>
            <Routes fallback=NotFound>
                <Route path=path!("/sign-in") view=SignInPage/>
                <Route path=path!("/forgotten-password") view=ForgottenPasswordPage/>
                <Route path=path!("/invitation") view=InvitationPage/>
                <Route path=path!("/password") view=PasswordLinkPage/>
                <Route path=path!("/set-up") view=SetUpPage/>
                <ParentRoute path=path!("/") view=Frame>
                    <Route path=path!("") view=HomePage/>
                    <Route path=path!("admin/users") view=ManageUsers/>
                    <Route path=path!("admin/users/:id") view=UserDetail/>
                    <Route path=path!("admin/companies") view=CompaniesPage/>
                    <Route path=path!("admin/audit") view=AuditPage/>
                    <Route path=path!("admin/mail") view=MailPage/>
                </ParentRoute>
                <Route path=path!("/dev/components/*page") view=DevOnly/>
            </Routes>
        </Router>
        <ToastRegion/>
    }
}

/// The gallery of components, in debug builds only.
#[component]
fn DevOnly() -> impl IntoView {
    if cfg!(debug_assertions) {
        view! { <Gallery/> }.into_any()
    } else {
        view! { <NotFound/> }.into_any()
    }
}
