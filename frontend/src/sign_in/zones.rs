//! The time zones that the browser knows, and the one it is in.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The browser's own time zone; UTC if it does not say.
pub(super) fn own() -> String {
    let zone = || {
        let class: Function = Reflect::get(&intl()?, &"DateTimeFormat".into())
            .ok()?
            .dyn_into()
            .ok()?;
        let format = Reflect::construct(&class, &Array::new()).ok()?;
        let resolve: Function = Reflect::get(&format, &"resolvedOptions".into())
            .ok()?
            .dyn_into()
            .ok()?;
        let options: Object = resolve.call0(&format).ok()?.dyn_into().ok()?;
        Reflect::get(&options, &"timeZone".into()).ok()?.as_string()
    };
    zone().unwrap_or_else(|| "UTC".to_owned())
}

/// Every time zone that the browser knows by name, with UTC and `own` among them, in order.
pub(super) fn all(own: &str) -> Vec<String> {
    let known = || {
        let intl = intl()?;
        let list: Function = Reflect::get(&intl, &"supportedValuesOf".into())
            .ok()?
            .dyn_into()
            .ok()?;
        list.call1(&intl, &"timeZone".into())
            .ok()?
            .dyn_into::<Array>()
            .ok()
    };
    let mut zones: Vec<String> = known()
        .unwrap_or_default()
        .iter()
        .filter_map(|zone| zone.as_string())
        .collect();
    zones.extend([own.to_owned(), "UTC".to_owned()]);
    zones.sort_unstable();
    zones.dedup();
    zones
}

fn intl() -> Option<JsValue> {
    Reflect::get(&js_sys::global(), &"Intl".into()).ok()
}
