//! A panel that floats beside its button: the browser's popover, placed where there is room.

use leptos::{ev, prelude::*};

use super::{Icon, IconName, browser};

/// A button and the panel it opens. The browser closes it on Esc or a click elsewhere and gives the focus back.
#[component]
pub fn Popover(
    /// What the button shows.
    #[prop(into)]
    trigger: ViewFn,
    /// The button's name, where what it shows does not say it.
    #[prop(optional, into)]
    name: Signal<String>,
    /// The button's class names.
    #[prop(default = "button")]
    class: &'static str,
    /// The panel's role: `menu`, or none for a group of fields.
    #[prop(optional)]
    role: Option<&'static str>,
    /// The panel's id, for whoever moves the focus in it.
    #[prop(optional, into)]
    id: Option<String>,
    /// Shows the small arrow.
    #[prop(default = true)]
    arrow: bool,
    /// Told when the panel has opened or closed.
    #[prop(optional, into)]
    on_toggle: Option<Callback<bool>>,
    /// The panel's content.
    children: Children,
) -> impl IntoView {
    let panel = id.unwrap_or_else(|| browser::unique_id("popover"));
    let button = format!("{panel}-button");
    let open = RwSignal::new(false);
    let (place_panel, place_button) = (panel.clone(), button.clone());
    let toggled = panel.clone();
    let scrolled = StoredValue::new(panel.clone());
    let scroll = window_event_listener(ev::scroll, move |_| {
        if open.try_get_untracked().unwrap_or_default() {
            hide(&scrolled.get_value());
        }
    });
    on_cleanup(move || scroll.remove());
    view! {
        <div class="popover-anchor">
            <button
                type="button"
                class=class
                id=button.clone()
                popovertarget=panel.clone()
                aria-haspopup=role
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=panel.clone()
                aria-label=move || Some(name.get()).filter(|name| !name.is_empty())
            >
                {trigger.run()}
                {arrow.then(|| view! { <Icon name=IconName::Down/> })}
            </button>
            <div
                class="popover"
                popover="auto"
                id=panel
                role=role.unwrap_or("group")
                aria-labelledby=button
                on:beforetoggle=move |_: ev::Event| place(&place_panel, &place_button)
                on:toggle=move |_| {
                    let now = is_open(&toggled);
                    open.set(now);
                    if let Some(on_toggle) = on_toggle {
                        on_toggle.run(now);
                    }
                }
            >
                {children()}
            </div>
        </div>
    }
}

/// Closes the popover with this id.
pub fn hide(id: &str) {
    if let Some(panel) = browser::element(id)
        && is_open(id)
    {
        let _ = panel.hide_popover();
    }
}

fn is_open(id: &str) -> bool {
    browser::element(id).is_some_and(|panel| panel.matches(":popover-open").unwrap_or_default())
}

/// Puts the panel under its button, or above it in the lower part of the window; never past an edge.
fn place(panel: &str, button: &str) {
    let (Some(panel), Some(button)) = (browser::element(panel), browser::element(button)) else {
        return;
    };
    let size = |side: Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>| {
        side.ok().and_then(|side| side.as_f64()).unwrap_or_default()
    };
    let (width, height) = (size(window().inner_width()), size(window().inner_height()));
    let at = button.get_bounding_client_rect();
    let (gap, edge) = (4.0, 8.0);
    let style = web_sys::HtmlElement::style(&panel);
    let set = |name: &str, value: String| {
        let _ = style.set_property(name, &value);
    };
    let below = at.bottom() < height * 0.6;
    set(
        "top",
        if below {
            format!("{}px", at.bottom() + gap)
        } else {
            "auto".into()
        },
    );
    set(
        "bottom",
        if below {
            "auto".into()
        } else {
            format!("{}px", height - at.top() + gap)
        },
    );
    let room = if below {
        height - at.bottom()
    } else {
        at.top()
    };
    set(
        "max-height",
        format!("{}px", (room - gap - edge).max(120.0)),
    );
    let from_left = at.left() + at.width() / 2.0 < width / 2.0;
    set(
        "left",
        if from_left {
            format!("{}px", at.left().max(edge))
        } else {
            "auto".into()
        },
    );
    set(
        "right",
        if from_left {
            "auto".into()
        } else {
            format!("{}px", (width - at.right()).max(edge))
        },
    );
}
