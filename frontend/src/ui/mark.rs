//! The mark: an arched door with a keyhole, and the line drawing of the same door ajar.

use leptos::prelude::*;

/// The mark, on its grid of 24; it takes the colour of the text.
#[component]
pub fn Mark(
    /// 40 px instead of 24.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    view! {
        <svg class="mark" class:mark-large=large viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path
                fill="currentColor"
                fill-rule="evenodd"
                d="M4 22V10a8 8 0 0 1 16 0v12H4zm8-12.5a2.25 2.25 0 0 0-1.1 4.21L10.25 18h3.5l-.65-4.29A2.25 2.25 0 0 0 12 9.5z"
            />
        </svg>
    }
}

/// The door of the sign-in page, drawn in lines.
#[component]
pub fn DoorDrawing() -> impl IntoView {
    view! {
        <svg class="door-drawing" viewBox="0 0 360 480" aria-hidden="true" focusable="false">
            <path class="door-thin" d="M20 440h320M44 440v12h272v-12M28 452v12h304v-12"/>
            <path d="M76 440V204a104 104 0 0 1 208 0v236"/>
            <path class="door-thin" d="M60 440V204a120 120 0 0 1 240 0v236"/>
            <path class="door-leaf" d="M92 440V204a88 88 0 0 1 176 0v236"/>
            <path class="door-thin" d="M180 116v324"/>
            <path class="door-thin" d="M110 216a70 70 0 0 1 58-68v76h-58v-8zM250 216a70 70 0 0 0-58-68v76h58v-8z"/>
            <path class="door-thin" d="M110 246h58v76h-58zM192 246h58v76h-58zM110 344h58v76h-58zM192 344h58v76h-58z"/>
            <path class="door-brass" d="M199 330a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM199 341v12"/>
            <path class="door-thin" d="M180 60v24M168 84h24l-4 26h-16z"/>
            <path class="door-brass" d="M180 92v8"/>
        </svg>
    }
}
