//! The field for a day: typed as the reader does, or chosen from the browser's calendar.

use app::{
    Timestamp,
    dates::{Utc, read_day, write_day},
};
use js_sys::{Function, Reflect};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

use super::{Button, ButtonKind, FieldFrame, FieldIds, IconName, day, reader_input};
use crate::i18n::{CommonWords, use_language, words};

/// A day with its label. The value is `2026-11-30`, empty for none; what cannot be understood stands in it as it was typed.
#[component]
pub fn DateField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The day.
    value: RwSignal<String>,
    /// The form's name for it, and its id.
    #[prop(into)]
    name: String,
    /// The earliest that the calendar offers.
    #[prop(optional, into)]
    min: Signal<String>,
    /// The latest that the calendar offers.
    #[prop(optional, into)]
    max: Signal<String>,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Must be filled.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let (t, language) = (words(CommonWords), use_language());
    let input = Memo::new(move |_| reader_input().as_str().to_owned());
    let pattern = move || app::dates::Pattern::or_iso(&input.get());
    // What stands in the line, and whether it is left: nobody is corrected while typing.
    let (text, left) = (RwSignal::new(String::new()), RwSignal::new(true));
    Effect::new(move || {
        let day = value.get();
        if left.get() {
            let moment = Timestamp::parse(&format!("{day}T00:00:00Z"));
            let told = moment.map(|at| write_day(at, &pattern(), language.get(), &Utc));
            text.set(told.unwrap_or(day));
        }
    });
    let typed = move |typed: String| {
        left.set(false);
        let day = untrack(|| read_day(&typed, &pattern(), language.get()));
        value.set(match day {
            Ok(day) => format!("{:04}-{:02}-{:02}", day.year, day.month, day.day),
            Err(_) => typed.trim().to_owned(),
        });
        text.set(typed);
    };
    let error = Signal::derive(move || {
        let wrong = text.with(|text| read_day(text, &pattern(), language.get()).err());
        let told = wrong.filter(|_| left.get() && text.with(|text| !text.trim().is_empty()));
        told.map(|problem| problem.words(language.get()))
            .or_else(|| error.get())
    });
    let ids = FieldIds::new(name.clone(), hint, error);
    let calendar = NodeRef::<html::Input>::new();
    let open = move || {
        let Some(calendar) = calendar.get_untracked() else {
            return;
        };
        let show = Reflect::get(&calendar, &"showPicker".into());
        if let Some(show) = show.ok().and_then(|show| show.dyn_into::<Function>().ok()) {
            // A browser that refuses leaves the line to be typed in.
            let _ = show.call0(&calendar);
        }
    };
    let filled = |text: String| Some(text).filter(|text| !text.is_empty());
    let example = move || write_day(day::now(), &pattern(), language.get(), &Utc);
    view! {
        <FieldFrame ids label required>
            <div class="date-line">
                <input
                    class="input input-date"
                    id=ids.control()
                    name=name
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=example
                    required=required
                    aria-describedby=move || ids.described_by()
                    aria-invalid=move || ids.invalid()
                    prop:value=move || text.get()
                    on:input:target=move |event| typed(event.target().value())
                    on:change=move |_| left.set(true)
                    on:blur=move |_| left.set(true)
                />
                <Button
                    kind=ButtonKind::Quiet icon=IconName::Calendar icon_only=true name=move || t().open_calendar()
                    on_click=open
                />
                <input
                    class="date-calendar"
                    type="date"
                    tabindex="-1"
                    aria-hidden="true"
                    node_ref=calendar
                    min=move || filled(min.get())
                    max=move || filled(max.get())
                    prop:value=move || Some(value.get()).filter(|day| is_day(day)).unwrap_or_default()
                    on:change:target=move |event| {
                        left.set(true);
                        value.set(event.target().value());
                    }
                />
            </div>
        </FieldFrame>
    }
}

fn is_day(text: &str) -> bool {
    Timestamp::parse(&format!("{text}T00:00:00Z")).is_some()
}
