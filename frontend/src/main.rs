//! Doorward's browser app: mounts everything that draws.

pub mod gallery;
pub mod home;
pub mod i18n;
pub mod invitations;
pub mod routes;
pub mod session;
pub mod shell;
pub mod sign_in;
pub mod ui;

use leptos::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    ui::browser::remove_loading_mark();
    mount_to_body(|| view! { <routes::App/> });
}
