//! Doorward's browser app: everything that draws.

pub mod account;
pub mod audit;
pub mod companies;
pub mod gallery;
pub mod home;
pub mod i18n;
pub mod invitations;
mod jobs;
pub mod mail;
mod palette;
pub mod policies;
pub mod roles;
pub mod routes;
pub mod session;
mod session_watch;
pub mod shell;
mod shortcuts;
pub mod sign_in;
pub mod step_up;
pub mod tokens;
pub mod ui;
pub mod users;

use leptos::prelude::*;

/// Draws `app` into the page.
pub fn mount<V: IntoView + 'static>(app: fn() -> V) {
    console_error_panic_hook::set_once();
    ui::browser::remove_loading_mark();
    mount_to_body(app);
}
