//! The one place that hears keys which belong to no field, and the choice to have some of them ignored.

use leptos::{ev, prelude::*};
use web_sys::KeyboardEvent;

use super::keys::{Begun, Shortcut};
use crate::ui::browser;

const STORED_AS: &str = "doorward.single_keys";
const OFF: &str = "off";

/// Whether shortcuts of single keys are heard: kept in this browser. Whoever dictates sends such keys unknowingly, so
/// they can be switched off (WCAG 2.1.4).
#[derive(Clone, Copy, Debug)]
pub struct SingleKeys(RwSignal<bool>);

impl SingleKeys {
    /// As it was left in this browser.
    pub fn recall() -> Self {
        let is_on = browser::recall(STORED_AS).as_deref() != Some(OFF);
        let keys = RwSignal::new(is_on);
        Effect::new(move || match keys.get() {
            true => browser::forget(STORED_AS),
            false => browser::remember(STORED_AS, OFF),
        });
        Self(keys)
    }

    /// Whether they are heard, to be shown and changed.
    pub fn are_on(self) -> RwSignal<bool> {
        self.0
    }
}

/// Hears the shortcuts until the component is gone. `run` answers whether it did something; if not, the key is the
/// browser's. What something else has used already is not heard, nor anything while a dialog is open.
pub fn listen(single: SingleKeys, run: impl Fn(Shortcut) -> bool + 'static) {
    let begun = StoredValue::new(Begun::default());
    let heard = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented()
            || browser::is_composing(&event)
            || browser::has("dialog[open]")
        {
            return;
        }
        let pressed = if is_palette_key(&event) {
            Some(Shortcut::Palette)
        } else if single.are_on().get_untracked() && is_single_key(&event) {
            begun
                .try_update_value(|begun| begun.press(&event.key(), event.time_stamp()))
                .flatten()
        } else {
            // What was pressed in between ends what was begun.
            begun.set_value(Begun::default());
            None
        };
        if pressed.is_some_and(&run) {
            event.prevent_default();
        }
    });
    on_cleanup(move || heard.remove());
}

/// Whether this is Ctrl K, or ⌘ K where that is usual.
pub fn is_palette_key(event: &KeyboardEvent) -> bool {
    let (wanted, other) = match browser::is_apple() {
        true => (event.meta_key(), event.ctrl_key()),
        false => (event.ctrl_key(), event.meta_key()),
    };
    wanted
        && !other
        && !event.alt_key()
        && !event.shift_key()
        && event.key().eq_ignore_ascii_case("k")
}

/// Ctrl K or ⌘ K, as it is written here.
pub fn palette_keys() -> [&'static str; 2] {
    [if browser::is_apple() { "⌘" } else { "Ctrl" }, "K"]
}

/// Whether this key was pressed alone, and for nobody else. Some signs need Shift on some keyboards, letters never do.
fn is_single_key(event: &KeyboardEvent) -> bool {
    let is_letter = event.key().chars().all(char::is_alphabetic);
    let with_others = event.ctrl_key() || event.meta_key() || event.alt_key();
    let with_shift = event.shift_key() && is_letter;
    let is_elsewhere = browser::is_typing(event) || browser::has(":popover-open");
    !(with_others || with_shift || is_elsewhere || event.repeat())
}
