//! The quiet card of the pages before one is in: the mark above, the language below, one step inside.

use leptos::prelude::*;

use super::{
    MAIN,
    page_title::{focus_after_navigation, name_window},
};
use crate::i18n::{ShellWords, words};
use crate::ui::{DoorDrawing, LanguageSwitch, Mark};

/// One step of getting in.
#[component]
pub fn AuthCard(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// Where one is: "2 of 4".
    #[prop(optional, into)]
    step: Signal<String>,
    /// Twice as wide, for a QR code beside its sentences.
    #[prop(optional)]
    wide: bool,
    /// The step's form.
    children: Children,
) -> impl IntoView {
    let t = words(ShellWords);
    let heading = focus_after_navigation();
    name_window(title);
    // One step takes another's place without any navigation: it begins at its top all the same.
    Effect::new(|| window().scroll_to_with_x_and_y(0.0, 0.0));
    view! {
        <div class="auth">
            <div class="auth-door"><DoorDrawing/></div>
            <div class="auth-side">
                <main class="auth-main" class:auth-wide=wide id=MAIN tabindex="-1">
                    <p class="auth-brand"><Mark large=true/><span>{move || t().product()}</span></p>
                    <div class="auth-card card">
                        <header class="auth-head">
                            <h1 class="auth-title" tabindex="-1" node_ref=heading>
                                {move || title.get()}
                                {move || {
                                    let step = step.get();
                                    (!step.is_empty()).then(|| view! {
                                        " " <span class="auth-step"><span aria-hidden="true">"· "</span>{step}</span>
                                    })
                                }}
                            </h1>
                        </header>
                        {children()}
                    </div>
                </main>
                <footer class="auth-foot"><LanguageSwitch/></footer>
            </div>
        </div>
    }
}
