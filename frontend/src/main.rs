//! Doorward's browser app: mounts everything that draws.

pub mod audit;
pub mod companies;
pub mod gallery;
pub mod home;
pub mod i18n;
pub mod invitations;
pub mod mail;
pub mod routes;
pub mod session;
pub mod shell;
pub mod sign_in;
pub mod ui;
pub mod users;

use leptos::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    ui::browser::remove_loading_mark();
    mount_to_body(|| view! { <routes::App/> });
}
