//! Doorward's browser app: mounts everything that draws.

pub mod gallery;
pub mod i18n;
pub mod routes;
pub mod shell;
pub mod ui;

use leptos::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    ui::browser::remove_loading_mark();
    mount_to_body(|| view! { <routes::App/> });
}
