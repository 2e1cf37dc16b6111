//! Dates as their reader writes them: language, time zone and format by the browser's `Intl`.

use app::Language;
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

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

/// A moment in words; nothing if the text is no moment.
pub fn format_moment(
    at: &str,
    style: DateStyle,
    language: Language,
    zone: Option<&str>,
) -> Option<String> {
    let date = Date::new(&JsValue::from_str(at));
    if date.get_time().is_nan() {
        return None;
    }
    match style {
        DateStyle::Relative => relative((date.get_time() - Date::now()) / 1000.0, language),
        DateStyle::Date => absolute(&date, language, zone, &[("dateStyle", "medium")]),
        DateStyle::Time => absolute(&date, language, zone, &[("timeStyle", "short")]),
        DateStyle::DateTime => absolute(
            &date,
            language,
            zone,
            &[("dateStyle", "medium"), ("timeStyle", "short")],
        ),
    }
}

/// "2026-11-30 08:15:00 UTC"
fn utc_title(at: &str) -> Option<String> {
    let date = Date::new(&JsValue::from_str(at));
    if date.get_time().is_nan() {
        return None;
    }
    let iso = date.to_iso_string().as_string()?;
    Some(format!("{} {} UTC", iso.get(..10)?, iso.get(11..19)?))
}

fn absolute(
    date: &Date,
    language: Language,
    zone: Option<&str>,
    style: &[(&str, &str)],
) -> Option<String> {
    let options = object(style)?;
    if let Some(zone) = zone {
        Reflect::set(&options, &"timeZone".into(), &zone.into()).ok()?;
    }
    let locales = Array::of1(&locale(language).into());
    // Asked through `Reflect`, because an unknown time zone throws.
    let class = Reflect::get(
        &Reflect::get(&js_sys::global(), &"Intl".into()).ok()?,
        &"DateTimeFormat".into(),
    )
    .ok()?;
    let format: Intl::DateTimeFormat = Reflect::construct(
        class.unchecked_ref::<Function>(),
        &Array::of2(&locales, &options),
    )
    .ok()?
    .unchecked_into();
    format
        .format()
        .call1(&JsValue::UNDEFINED, date)
        .ok()?
        .as_string()
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

/// The browser's own variant of the language (`en-GB`), so that day and month stand as its reader expects.
fn locale(language: Language) -> String {
    super::browser::languages()
        .into_iter()
        .find(|tag| Language::from_tag(tag) == Some(language))
        .unwrap_or_else(|| language.tag().to_owned())
}

fn object(entries: &[(&str, &str)]) -> Option<Object> {
    let object = Object::new();
    for (key, value) in entries {
        Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(value)).ok()?;
    }
    Some(object)
}
