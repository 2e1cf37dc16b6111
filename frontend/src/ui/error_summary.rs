//! The summary above a form that was refused: what to repair, each entry a link to its field.

use leptos::prelude::*;

use super::{Icon, IconName, browser};
use crate::i18n::{CommonWords, words};

/// One thing that is wrong, and the field where it can be repaired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The id of the field (its name, unless it was given another id).
    pub field: String,
    /// What is wrong and what would be right.
    pub message: String,
}

/// All that is wrong with a form. It takes the focus whenever a new set of problems arrives.
#[component]
pub fn ErrorSummary(
    /// What is wrong; nothing is shown while it is empty.
    #[prop(into)]
    problems: Signal<Vec<FieldProblem>>,
) -> impl IntoView {
    let t = words(CommonWords);
    let id = StoredValue::new(browser::unique_id("problems"));
    Effect::new(move || {
        if !problems.with(Vec::is_empty) {
            request_animation_frame(move || browser::focus(&id.get_value()));
        }
    });
    let entry = |problem: FieldProblem| {
        let field = problem.field.clone();
        view! {
            <li>
                <a
                    href=format!("#{}", problem.field)
                    on:click=move |event| {
                        event.prevent_default();
                        browser::focus(&field);
                    }
                >
                    {problem.message}
                </a>
            </li>
        }
    };
    let title = move || t().problems(problems.with(Vec::len) as u64);
    move || {
        (!problems.with(Vec::is_empty)).then(|| {
            view! {
                <div class="alert" data-tone="danger" role="alert" tabindex="-1" id=id.get_value()>
                    <Icon name=IconName::Danger/>
                    <div class="alert-body">
                        <p class="alert-title">{title}</p>
                        <ul class="problem-list">{problems.get().into_iter().map(entry).collect_view()}</ul>
                    </div>
                </div>
            }
        })
    }
}
