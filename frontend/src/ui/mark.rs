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
        <svg class="door-drawing" viewBox="0 60 360 490" aria-hidden="true" focusable="false">
            <path class="door-leaf" d="M76 500V230a104 104 0 0 1 208 0V500"/>
            <path class="door-thin" d="M68.7 197.3L36.1 187.7M82.4 167.3L53.8 148.9M104.0 142.3L81.8 116.6M131.8 124.5L117.7 93.6M163.5 115.2L158.7 81.5M196.5 115.2L201.3 81.5M228.2 124.5L242.3 93.6M256.0 142.3L278.2 116.6M277.6 167.3L306.2 148.9M291.3 197.3L323.9 187.7M30 230h34M296 230h34M30 284h34M296 284h34M30 338h34M296 338h34M30 392h34M296 392h34M30 446h34M296 446h34M118 146.5V500M159 128.1V500M201 128.1V500M242 146.5V500"/>
            <path class="door-iron" d="M76 234h92l14 6-14 6h-92zM76 429h92l14 6-14 6h-92z"/>
            <path d="M30 500V230a150 150 0 0 1 300 0V500M64 500V230a116 116 0 0 1 232 0V500"/>
            <path class="door-thin" d="M-600 500h1560M-6 500v22h372v-22M-42 522h444v24h-444z"/>
            <path class="door-brass" d="M252 338h20v50h-20zM262 352a5 5 0 0 1 3 9l2 14h-10l2-14a5 5 0 0 1 3-9z"/>
            <path class="door-thin" d="M376 236v-20h-46M364 250l4-14h16l4 14zM364 250h24l-4 34h-16z"/>
            <path class="door-brass" d="M376 276c-4-3-5-7 0-14 5 7 4 11 0 14z"/>
        </svg>
    }
}
