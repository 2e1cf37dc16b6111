//! The line in which a day is typed as the reader does, or chosen from the browser's calendar.

use app::{
    Timestamp,
    dates::{Utc, read_day, write_day},
};
use js_sys::{Function, Reflect};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

use super::{Button, ButtonKind, FieldIds, IconName, day, reader_input};
use crate::i18n::{CommonWords, use_language, words};

/// The line, without label. The value is `2026-11-30`, empty for none; what cannot be understood stands in it as it was typed.
#[component]
pub fn DayLine(
    /// Its ids; the control's is its name in the form too.
    ids: FieldIds,
    /// The day.
    value: RwSignal<String>,
    /// Is told why what was typed is no day, once the line is left.
    wrong: RwSignal<Option<String>>,
    /// Told when the line is left, or a day is chosen.
    #[prop(optional, into)]
    on_left: Option<Callback<()>>,
    /// The earliest that the calendar offers.
    #[prop(optional, into)]
    min: Signal<String>,
    /// The latest that the calendar offers.
    #[prop(optional, into)]
    max: Signal<String>,
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
    Effect::new(move || {
        let problem = text.with(|text| read_day(text, &pattern(), language.get()).err());
        let told = problem.filter(|_| left.get() && text.with(|text| !text.trim().is_empty()));
        wrong.set(told.map(|problem| problem.words(language.get())));
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
    let leave = move || {
        left.set(true);
        if let Some(told) = on_left {
            told.run(());
        }
    };
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
        <div class="date-line">
            <input
                class="input input-date"
                id=ids.control()
                name=ids.control()
                type="text"
                autocomplete="off"
                spellcheck="false"
                placeholder=example
                required=required
                aria-describedby=move || ids.described_by()
                aria-invalid=move || ids.invalid()
                prop:value=move || text.get()
                on:input:target=move |event| typed(event.target().value())
                on:change=move |_| leave()
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
                prop:value=move || Some(value.get()).filter(|text| day::is_day(text)).unwrap_or_default()
                on:change:target=move |event| {
                    value.set(event.target().value());
                    leave();
                }
            />
        </div>
    }
}
