//! The field that finds a time zone by typing part of its name, with how far its clocks are ahead.

use app::dates::Zone as _;
use leptos::prelude::*;

use crate::i18n::{PreferenceWords, words};
use crate::ui::{BrowserZone, Combobox, FieldFrame, FieldIds, Suggestion, day};

/// More than these nobody reads through: typing finds the others.
const SHOWN: usize = 60;

/// A time zone with its label.
#[component]
pub(super) fn ZoneField(
    #[prop(into)] label: Signal<String>,
    /// The name of the zone chosen.
    value: RwSignal<String>,
    /// The form's name for it, and its id.
    #[prop(into)]
    name: String,
    #[prop(into)] hint: Signal<String>,
    #[prop(into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let t = words(PreferenceWords);
    let ids = FieldIds::new(name, hint, error);
    let zones = StoredValue::new(day::time_zones());
    let search = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let sought = search.get().to_lowercase().replace(' ', "_");
        let is_found = |zone: &&String| zone.to_lowercase().contains(&sought);
        zones.with_value(|zones| zones.iter().filter(is_found).cloned().collect::<Vec<_>>())
    });
    let suggestions = move || {
        let shown = found.get().into_iter().take(SHOWN);
        let suggestion = |zone: String| Suggestion {
            label: with_offset(&zone),
            value: zone,
            is_sought: true,
            ..Suggestion::default()
        };
        shown.map(suggestion).collect::<Vec<_>>()
    };
    let count = move || found.with(Vec::len);
    let note = move || match count() {
        0 => t().zones_none().to_owned(),
        more if more > SHOWN => t().zones_more().to_owned(),
        _ => String::new(),
    };
    view! {
        <FieldFrame ids label required=true>
            <Combobox
                label
                chosen=value
                shown=Signal::derive(move || with_offset(&value.get()))
                suggestions=Signal::derive(suggestions)
                busy=Signal::stored(false)
                count=Signal::derive(move || t().zones_found(count() as u64))
                note=Signal::derive(note)
                on_search=move |text| search.set(text)
                on_choose=move |zone| value.set(zone)
                field=ids
                required=true
            />
        </FieldFrame>
    }
}

/// "Asia/Tokyo (UTC+09:00)"
fn with_offset(zone: &str) -> String {
    let minutes = BrowserZone(zone).ahead(day::now()) / 60;
    let sign = if minutes < 0 { '−' } else { '+' };
    let minutes = minutes.abs();
    format!("{zone} (UTC{sign}{:02}:{:02})", minutes / 60, minutes % 60)
}
