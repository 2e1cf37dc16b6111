//! A group of boxes to tick, such as roles; long ones can be searched.

use leptos::prelude::*;

use super::{FieldError, FieldHint, FieldIds, Icon, IconName};
use crate::i18n::{CommonWords, words};

/// One box of a [`CheckGroup`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckChoice {
    /// What is stored and sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Why it cannot be ticked, if it cannot.
    pub barred: Option<String>,
}

/// Boxes of which any number may be ticked.
#[component]
pub fn CheckGroup(
    /// What is ticked here.
    #[prop(into)]
    label: Signal<String>,
    /// The values ticked.
    chosen: RwSignal<Vec<String>>,
    /// What can be ticked.
    #[prop(into)]
    choices: Signal<Vec<CheckChoice>>,
    /// The form's name for it, and its id.
    #[prop(into)]
    name: String,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    /// From so many choices on a search field stands above them.
    const LONG: usize = 8;
    let t = words(CommonWords);
    let ids = FieldIds::new(name, hint, error);
    let id = ids.control();
    let sought = RwSignal::new(String::new());
    let long = Memo::new(move |_| choices.with(|choices| choices.len() >= LONG));
    let found = move || {
        let sought = sought.get().trim().to_lowercase();
        let mut choices = choices.get();
        choices.retain(|choice| choice.label.to_lowercase().contains(&sought));
        choices
    };
    view! {
        <fieldset
            class="field field-group check-group"
            id=id.clone()
            tabindex="-1"
            aria-describedby=move || ids.described_by()
            data-invalid=move || ids.invalid()
        >
            <legend class="field-label">
                {move || label.get()}
                {move || {
                    let count = chosen.with(Vec::len) as u64;
                    (long.get() && count > 0).then(|| view! {
                        <span class="check-group-count">{t().selected_of(count)}</span>
                    })
                }}
            </legend>
            <FieldHint id=format!("{id}-hint") text=hint/>
            <Show when=move || long.get()>
                <div class="search-field">
                    <Icon name=IconName::Search/>
                    <input
                        class="input"
                        type="search"
                        autocomplete="off"
                        aria-label=move || format!("{}: {}", label.get(), t().search())
                        placeholder=move || t().search()
                        bind:value=sought
                        on:keydown=|event| {
                            // Enter looks for nothing more here, and is not meant for the form.
                            if event.key() == "Enter" {
                                event.prevent_default();
                            }
                        }
                    />
                </div>
            </Show>
            <div class="ticks" class:check-group-list=move || long.get()>
                <For each=found key=|choice| (choice.value.clone(), choice.label.clone(), choice.barred.clone()) let:choice>
                    <CheckBox choice chosen/>
                </For>
            </div>
            <FieldError id=format!("{id}-error") text=error/>
        </fieldset>
    }
}

#[component]
fn CheckBox(choice: CheckChoice, chosen: RwSignal<Vec<String>>) -> impl IntoView {
    let CheckChoice {
        value,
        label,
        barred,
    } = choice;
    let own = value.clone();
    let barred_is = barred.is_some();
    view! {
        <label class="tick" class:tick-barred=barred_is>
            <input
                type="checkbox"
                disabled=barred_is
                prop:checked=move || chosen.with(|chosen| chosen.contains(&own))
                on:change:target=move |event| {
                    let ticked = event.target().checked();
                    chosen.update(|chosen| {
                        chosen.retain(|other| *other != value);
                        if ticked {
                            chosen.push(value.clone());
                        }
                    });
                }
            />
            <span>
                {label}
                {barred.map(|why| view! { <span class="tick-why">{why}</span> })}
            </span>
        </label>
    }
}
