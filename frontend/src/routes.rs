//! The two bundles and their addresses: which page stands at which path.

use app::door;
use leptos::prelude::*;
use leptos_router::any_nested_route::IntoAnyNestedRoute;
use leptos_router::components::{Outlet, ParentRoute, Route, Router, Routes};
use leptos_router::{StaticSegment, path};

use crate::account::{AccountPage, EmailLinkPage, PreferencesPage};
use crate::audit::AuditPage;
use crate::companies::CompaniesPage;
use crate::gallery::Gallery;
use crate::home::{Frame, HomePage};
use crate::i18n::provide_language;
use crate::invitations::{InvitationPage, PasswordLinkPage};
use crate::jobs::{JobPage, JobsPage};
use crate::mail::MailPage;
use crate::policies::PolicyClassesPage;
use crate::roles::{RolePage, RolesPage};
use crate::session::{SignInFirst, provide_session};
use crate::shell::NotFound;
use crate::sign_in::{ForgottenPasswordPage, SetUpPage, SignInPage};
use crate::tokens::TokensPage;
use crate::ui::{ToastRegion, Toaster, browser};
use crate::users::{ImportUsers, ManageUsers, UserDetail};

/// The small bundle, which the server sends to whoever comes to get in, also to a stranger at `/`. Every way out of
/// it is a new page load.
#[component]
pub fn Door() -> impl IntoView {
    provide_all();
    browser::load_ahead_when_typing();
    view! {
        <Router>
            <Routes fallback=SignInFirst>
                <GettingIn/>
            </Routes>
        </Router>
        <ToastRegion/>
    }
}

/// The bundle with every page: whoever is in stays in it, also to sign out and in again.
#[component]
pub fn Portal() -> impl IntoView {
    provide_all();
    view! {
        <Router>
            <Routes fallback=NotFound>
                <GettingIn/>
                <ParentRoute path=path!("/") view=Frame>
                    <Route path=path!("") view=HomePage/>
                    <Route path=path!("account") view=AccountPage/>
                    <Route path=path!("account/tokens") view=TokensPage/>
                    <Route path=path!("account/preferences") view=PreferencesPage/>
                    <Route path=path!("admin/users") view=ManageUsers/>
                    <Route path=path!("admin/users/import") view=ImportUsers/>
                    <Route path=path!("admin/users/:id") view=UserDetail/>
                    <Route path=path!("admin/jobs") view=JobsPage/>
                    <Route path=path!("admin/jobs/:id") view=JobPage/>
                    <Route path=path!("admin/companies") view=CompaniesPage/>
                    <Route path=path!("admin/roles") view=RolesPage/>
                    <Route path=path!("admin/roles/:id") view=RolePage/>
                    <Route path=path!("admin/policy-classes") view=PolicyClassesPage/>
                    <Route path=path!("admin/audit") view=AuditPage/>
                    <Route path=path!("admin/mail") view=MailPage/>
                </ParentRoute>
                <Route path=path!("/dev/components/*page") view=DevOnly/>
            </Routes>
        </Router>
        <ToastRegion/>
    }
}

/// The pages of `app::door`.
#[component(transparent)]
fn GettingIn() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <ParentRoute path=path!("") view=Outlet>
            <Route path=StaticSegment(door::SIGN_IN) view=SignInPage/>
            <Route path=StaticSegment(door::FORGOTTEN_PASSWORD) view=ForgottenPasswordPage/>
            <Route path=StaticSegment(door::INVITATION) view=InvitationPage/>
            <Route path=StaticSegment(door::PASSWORD) view=PasswordLinkPage/>
            <Route path=StaticSegment(door::SET_UP) view=SetUpPage/>
            <Route path=StaticSegment(door::EMAIL) view=EmailLinkPage/>
        </ParentRoute>
    }
    .into_inner()
    .into_any_nested_route()
}

/// What every page may use.
fn provide_all() {
    provide_language();
    Toaster::provide();
    provide_session();
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

#[cfg(test)]
mod tests {
    use super::{GettingIn, door};
    use leptos_router::{MatchNestedRoutes, PathSegment};

    #[test]
    fn the_door_has_a_page_for_each_of_its_addresses_and_no_other() {
        let drawn: Vec<String> = GettingIn()
            .generate_routes()
            .into_iter()
            .map(|route| route.segments.iter().map(PathSegment::as_raw_str).collect())
            .collect();
        assert_eq!(drawn, door::PATHS);
    }
}
