//! The QR code: black on white in every scheme, with a name.

use leptos::prelude::*;

/// A QR code, drawn by the server as an SVG with its quiet zone of four modules.
#[component]
pub fn QrCode(
    /// The SVG's text, from our own server only: it becomes part of the page.
    #[prop(into)]
    svg: Signal<String>,
    /// What it is: "QR code for your authenticator app".
    #[prop(into)]
    name: Signal<String>,
) -> impl IntoView {
    view! { <div class="qr" role="img" aria-label=move || name.get() inner_html=move || svg.get()></div> }
}
