//! Dates as their reader writes them, by `app::dates`; the browser's `Intl` knows the rules of time zones.

use app::{
    Language, Timestamp,
    dates::{Pattern, Zone, write, write_day, write_time},
};
use js_sys::{Array, Date, Intl, Object, Reflect};
use leptos::{prelude::*, reactive::graph::Observer};
use wasm_bindgen::JsValue;

use super::day;
use crate::i18n::use_language;

/// How much of a moment is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateStyle {
    /// Day and time.
    #[default]
    DateTime,
    /// The day.
    Date,
    /// The time of the day.
    Time,
    /// How long ago, or how long yet: "2 hours ago".
    Relative,
}

/// The time zone the reader chose (an IANA name); without one the browser's holds.
#[derive(Clone, Copy, Debug)]
pub struct TimeZone(pub RwSignal<Option<String>>);

/// A moment, told in the reader's way, with UTC in its title.
#[component]
pub fn DateTime(
    /// The moment as RFC 3339: `2026-11-30T08:15:00Z`.
    #[prop(into)]
    at: Signal<String>,
    /// How much is told.
    #[prop(optional)]
    style: DateStyle,
) -> impl IntoView {
    let language = use_language();
    let zone = use_context::<TimeZone>();
    let text = move || {
        let at = at.get();
        let zone = zone.and_then(|TimeZone(zone)| zone.get());
        format_moment(&at, style, language.get(), zone.as_deref()).unwrap_or(at)
    };
    view! {
        <time class="moment" datetime=move || at.get() title=move || utc_title(&at.get())>{text}</time>
    }
}

/// How the reader writes and types moments; empty for how their language does, and for ISO 8601.
#[derive(Clone, Copy, Debug)]
pub struct DateFormats {
    /// The pattern by which they are told.
    pub output: RwSignal<String>,
    /// The pattern by which they are typed.
    pub input: RwSignal<String>,
}

/// The pattern by which the reader types moments.
pub fn reader_input() -> Pattern {
    let typed = use_context::<DateFormats>().map(|formats| followed(formats.input));
    Pattern::or_iso(&typed.unwrap_or_default())
}

/// A view follows a change; an event handler has nothing that could follow.
fn followed(signal: RwSignal<String>) -> String {
    match Observer::get() {
        Some(_) => signal.get(),
        None => signal.get_untracked(),
    }
}

/// A time zone as the browser knows it.
#[derive(Clone, Copy, Debug)]
pub struct BrowserZone<'a>(pub &'a str);

impl Zone for BrowserZone<'_> {
    fn ahead(&self, at: Timestamp) -> i64 {
        day::offset(at, self.0).unwrap_or_default()
    }
}

/// A moment in words, in the reader's time zone unless another is given; nothing if the text is no moment.
pub fn format_moment(
    at: &str,
    style: DateStyle,
    language: Language,
    zone: Option<&str>,
) -> Option<String> {
    let at = Timestamp::parse(at)?;
    if style == DateStyle::Relative {
        return relative((at.millis() as f64 - Date::now()) / 1000.0, language);
    }
    let zone = zone.map_or_else(day::reader_zone, str::to_owned);
    let zone = BrowserZone(&zone);
    let output = use_context::<DateFormats>().map(|formats| followed(formats.output));
    let pattern = Pattern::or_of_language(&output.unwrap_or_default(), language);
    Some(match style {
        DateStyle::Date => write_day(at, &pattern, language, &zone),
        DateStyle::Time => write_time(at, &pattern, language, &zone),
        DateStyle::DateTime | DateStyle::Relative => write(at, &pattern, language, &zone),
    })
}

/// "2026-11-30 08:15:00 UTC"
fn utc_title(at: &str) -> Option<String> {
    let iso = Timestamp::parse(at)?.to_string();
    Some(format!("{} {} UTC", iso.get(..10)?, iso.get(11..19)?))
}

fn relative(seconds: f64, language: Language) -> Option<String> {
    const STEPS: [(f64, &str); 6] = [
        (31_557_600.0, "year"),
        (2_629_800.0, "month"),
        (604_800.0, "week"),
        (86_400.0, "day"),
        (3_600.0, "hour"),
        (60.0, "minute"),
    ];
    let (length, unit) = STEPS
        .into_iter()
        .find(|(length, _)| seconds.abs() >= *length)
        .unwrap_or((1.0, "second"));
    // "In 0 seconds" and "12 seconds ago" tell nobody more than "now".
    let amount = if unit == "second" {
        0.0
    } else {
        (seconds / length).round()
    };
    let options = object(&[("numeric", "auto")])?;
    let format = Intl::RelativeTimeFormat::new(&Array::of1(&language.tag().into()), &options);
    format.format(amount, unit).as_string()
}

fn object(entries: &[(&str, &str)]) -> Option<Object> {
    let object = Object::new();
    for (key, value) in entries {
        Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(value)).ok()?;
    }
    Some(object)
}
