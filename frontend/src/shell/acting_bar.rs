//! The bar above everything while one is logged in as another user.

use leptos::prelude::*;

use crate::i18n::{ActingWords, words};
use crate::ui::{Button, Icon, IconName};

/// As whom one is signed in, why, and the way back.
#[component]
pub fn ActingBar(
    /// Who is signed in as whom, until when.
    #[prop(into)]
    says: Signal<String>,
    /// Why.
    #[prop(into)]
    reason: Signal<String>,
    /// The way back.
    #[prop(into)]
    on_return: Callback<()>,
) -> impl IntoView {
    let t = words(ActingWords);
    view! {
        <section class="acting" aria-label=move || t().banner()>
            <Icon name=IconName::Mask/>
            <div class="acting-text">
                <p class="acting-who">{move || says.get()}</p>
                <p class="acting-why">{move || reason.get()}</p>
            </div>
            <Button icon=IconName::Undo on_click=on_return>{move || t().go_back()}</Button>
        </section>
    }
}
