//! The page that does not exist, or is not for this reader: both look the same.

use leptos::prelude::*;

use super::AuthCard;
use crate::i18n::{ShellWords, words};
use crate::ui::{ButtonKind, LinkButton};

/// Says that there is nothing at this address.
#[component]
pub fn NotFound() -> impl IntoView {
    let t = words(ShellWords);
    view! {
        <AuthCard title=move || t().not_found_title()>
            <p>{move || t().not_found_text()}</p>
            <LinkButton href="/" kind=ButtonKind::Act>{move || t().to_home()}</LinkButton>
        </AuthCard>
    }
}
