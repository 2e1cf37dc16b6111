//! Days of the reader's calendar: the text of a date field, and the moments at which a day begins and ends.

use app::Timestamp;
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use leptos::{prelude::*, reactive::graph::Observer};
use wasm_bindgen::{JsCast, JsValue};

use super::TimeZone;

const DAY: i64 = 86_400;

/// The reader's time zone: the one they chose, else the browser's.
pub fn reader_zone() -> String {
    use_context::<TimeZone>()
        .and_then(|TimeZone(zone)| match Observer::get() {
            // A view follows a change of the zone; an event handler has nothing that could follow.
            Some(_) => zone.get(),
            None => zone.get_untracked(),
        })
        .or_else(browser_zone)
        .unwrap_or_else(|| "UTC".to_owned())
}

/// The first moment of a day in a time zone.
pub fn start_of_day(day: &str, zone: &str) -> Option<Timestamp> {
    moment_of(&format!("{day}T00:00:00"), 0, zone)
}

/// The first moment after a day in a time zone.
pub fn after_day(day: &str, zone: &str) -> Option<Timestamp> {
    moment_of(&format!("{day}T00:00:00"), DAY, zone)
}

/// The day on which a moment falls in a time zone, as text of a date field.
pub fn day_of(at: Timestamp, zone: &str) -> String {
    wall_clock(at, zone)
        .and_then(|text| text.get(..10).map(str::to_owned))
        .unwrap_or_default()
}

/// Today in a time zone.
pub fn today(zone: &str) -> String {
    day_of(now(), zone)
}

/// The last moment before one: it falls on the last day that counts.
pub fn just_before(at: Timestamp) -> Timestamp {
    Timestamp::from_millis(at.millis() - 1)
}

/// The last day that a date field may say when something must not end later than `latest`.
pub fn last_day_until(latest: Timestamp, zone: &str) -> String {
    let day = day_of(just_before(latest), zone);
    match after_day(&day, zone) {
        Some(end) if end > latest => match start_of_day(&day, zone) {
            Some(start) => day_of(just_before(start), zone),
            None => day,
        },
        _ => day,
    }
}

/// Now, by the browser's clock.
pub fn now() -> Timestamp {
    Timestamp::from_millis(Date::now() as i64)
}

/// Whether this is a day such as `2026-11-30`.
pub fn is_day(text: &str) -> bool {
    Timestamp::parse(&format!("{text}T00:00:00Z")).is_some()
}

/// The names of the time zones that the browser knows.
pub fn time_zones() -> Vec<String> {
    let names = || {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let list: Function = Reflect::get(&intl, &"supportedValuesOf".into())
            .ok()?
            .dyn_into()
            .ok()?;
        list.call1(&intl, &"timeZone".into())
            .ok()?
            .dyn_into::<Array>()
            .ok()
    };
    let mut zones: Vec<String> = names()
        .map(|names| names.iter().filter_map(|name| name.as_string()).collect())
        .unwrap_or_default();
    // The list leaves out the zone that servers keep.
    if !zones.iter().any(|zone| zone == "UTC") {
        zones.insert(0, "UTC".to_owned());
    }
    zones
}

/// The browser's own time zone.
pub fn browser_zone() -> Option<String> {
    let format = Intl::DateTimeFormat::new(&Array::new(), &Object::new());
    Reflect::get(&format.resolved_options(), &"timeZone".into())
        .ok()?
        .as_string()
}

/// The moment at which the clocks of `zone` show `wall`, `later` seconds on.
fn moment_of(wall: &str, later: i64, zone: &str) -> Option<Timestamp> {
    let shown = Timestamp::parse(&format!("{wall}Z"))?.plus_seconds(later);
    // The offset of a guess may be the one on the other side of a change of clocks: the second look settles it.
    let first = shown.plus_seconds(-offset(shown, zone)?);
    Some(shown.plus_seconds(-offset(first, zone)?))
}

/// By how many seconds the clocks of `zone` are ahead of UTC at a moment.
pub(super) fn offset(at: Timestamp, zone: &str) -> Option<i64> {
    let shown = Timestamp::parse(&format!("{}Z", wall_clock(at, zone)?.replace(' ', "T")))?;
    Some(shown.seconds() - at.seconds())
}

/// What the clocks of `zone` show at a moment: `2026-11-30 17:30:00`, which is how Swedes write it.
fn wall_clock(at: Timestamp, zone: &str) -> Option<String> {
    let date = Date::new(&JsValue::from_f64(at.millis() as f64));
    let options = Object::new();
    Reflect::set(&options, &"timeZone".into(), &zone.into()).ok()?;
    // Called through `Reflect`, because an unknown time zone throws.
    let show: Function = Reflect::get(&date, &"toLocaleString".into())
        .ok()?
        .dyn_into()
        .ok()?;
    show.call2(&date, &"sv-SE".into(), &options)
        .ok()?
        .as_string()
}
