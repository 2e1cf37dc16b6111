//! With what the parts of a chart are filled: each in its tone, and each in a pattern of its own.

use leptos::prelude::*;

use crate::ui::Tone;

/// A pattern by which a part is known where colours are not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pattern {
    Plain,
    Stripes,
    Dots,
    Hollow,
}

impl Pattern {
    /// The pattern of the part at a place; parts beside each other have different ones.
    pub fn at(index: usize) -> Self {
        match index % 4 {
            0 => Pattern::Plain,
            1 => Pattern::Stripes,
            2 => Pattern::Dots,
            _ => Pattern::Hollow,
        }
    }
}

/// The fill that [`Fills`] of the same chart defines for the part at `index`.
pub(super) fn fill(chart: &str, index: usize) -> String {
    format!("url(#{chart}-fill-{index})")
}

/// Defines the fills of a chart's parts, each in its tone.
#[component]
pub(super) fn Fills(
    /// The chart's id.
    chart: &'static str,
    /// The tone of each part.
    tones: Vec<Tone>,
) -> impl IntoView {
    let define = |(index, tone): (usize, Tone)| {
        let pattern = Pattern::at(index);
        let marks = match pattern {
            Pattern::Plain => view! { <rect class="chart-mark" width="6" height="6"/> }.into_any(),
            Pattern::Stripes => {
                view! { <rect class="chart-mark" width="3" height="6"/> }.into_any()
            }
            Pattern::Dots => {
                view! { <circle class="chart-mark" cx="3" cy="3" r="1.5"/> }.into_any()
            }
            Pattern::Hollow => ().into_any(),
        };
        view! {
            <pattern
                id=format!("{chart}-fill-{index}") data-tone=tone.slug()
                width="6" height="6" patternUnits="userSpaceOnUse"
                patternTransform=(pattern == Pattern::Stripes).then_some("rotate(45)")
            >
                <rect class="chart-ground" width="6" height="6"/>
                {marks}
            </pattern>
        }
    };
    view! { <defs>{tones.into_iter().enumerate().map(define).collect_view()}</defs> }
}

/// A small square beside a word, filled like the part that the word names.
#[component]
pub(super) fn Swatch(
    /// The chart's id.
    chart: &'static str,
    /// The part.
    index: usize,
    /// The part's tone.
    tone: Tone,
) -> impl IntoView {
    view! {
        <svg class="chart-swatch" aria-hidden="true" focusable="false" data-tone=tone.slug()>
            <rect class="chart-part" x="0.5" y="0.5" width="11" height="11" fill=fill(chart, index)/>
        </svg>
    }
}
