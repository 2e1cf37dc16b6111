//! A bar of shares, and under it the table that says the same: what, how many, which part of all.

use app::grouped;
use leptos::prelude::*;

use super::{
    fill::{Fills, Swatch, fill},
    scale::{in_percent, parts},
};
use crate::i18n::{CommonWords, words};
use crate::ui::{SkeletonRows, Tone};

/// One part of a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// What it is.
    pub label: String,
    /// How many there are.
    pub count: u64,
    /// The list of these.
    pub href: String,
    /// What it means to the reader.
    pub tone: Tone,
}

/// A bar of parts that make a whole, and the table of the same numbers, which is also its legend.
#[component]
pub fn ShareBar(
    /// Its id within the page.
    id: &'static str,
    /// What is divided, such as "Users by status".
    #[prop(into)]
    name: Signal<String>,
    /// The heading of the column that names the parts.
    #[prop(into)]
    what: Signal<String>,
    /// The heading of the column of numbers.
    #[prop(into)]
    unit: Signal<String>,
    /// The parts, in the order of the bar.
    #[prop(into)]
    shares: Signal<Vec<Share>>,
) -> impl IntoView {
    let c = words(CommonWords);
    let told = move || {
        let one = |share: &Share| format!("{} {}", share.label, grouped(share.count));
        let all: Vec<String> = shares.with(|shares| shares.iter().map(one).collect());
        format!("{}{}{}", name.get(), c().colon(), all.join(c().comma()))
    };
    let bar = move || {
        let shares = shares.get();
        let counts: Vec<u64> = shares.iter().map(|share| share.count).collect();
        let tones = shares.iter().map(|share| share.tone).collect();
        let part = |(index, ((from, length), share)): (usize, ((f64, f64), &Share))| {
            (share.count > 0).then(|| {
                view! {
                    <rect
                        class="chart-part" data-tone=share.tone.slug() fill=fill(id, index)
                        x=in_percent(from) width=in_percent(length) y="0" height="100%"
                    />
                }
            })
        };
        let drawn = parts(&counts).into_iter().zip(&shares).enumerate();
        view! { <Fills chart=id tones/> {drawn.map(part).collect_view()} }
    };
    let rows = move || {
        let shares = shares.get();
        let whole: u64 = shares.iter().map(|share| share.count).sum();
        let row = |(index, share): (usize, Share)| {
            view! {
                <tr>
                    <th scope="row"><Swatch chart=id index tone=share.tone/>{share.label}</th>
                    <td><a href=share.href>{grouped(share.count)}</a></td>
                    <td>{in_words(share.count, whole)}</td>
                </tr>
            }
        };
        shares.into_iter().enumerate().map(row).collect_view()
    };
    view! {
        <div class="chart">
            <svg class="share-bar" role="img" aria-label=told>{bar}</svg>
            <table class="chart-table">
                <caption class="visually-hidden">{move || name.get()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{move || what.get()}</th>
                        <th scope="col">{move || unit.get()}</th>
                        <th scope="col">{move || c().share()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// The place of a bar and its table until the numbers come.
#[component]
pub fn ShareWaiting(
    /// How many parts there will be.
    rows: usize,
) -> impl IntoView {
    let c = words(CommonWords);
    view! {
        <div class="chart">
            <span class="visually-hidden" role="status">{move || c().loading()}</span>
            <span class="share-bar" aria-hidden="true"></span>
            <table class="chart-table" aria-hidden="true">
                <tbody><SkeletonRows rows=rows + 1 columns=3/></tbody>
            </table>
        </div>
    }
}

/// "37%", and of what is there but less than that "<1%".
fn in_words(count: u64, whole: u64) -> String {
    let percent = count as f64 / whole.max(1) as f64 * 100.0;
    match percent {
        _ if count > 0 && percent < 1.0 => "<1%".to_owned(),
        _ if count < whole && percent > 99.0 => ">99%".to_owned(),
        percent => format!("{percent:.0}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn a_share_is_neither_rounded_to_nothing_nor_to_everything() {
        for (count, whole, words) in [
            (0, 0, "0%"),
            (0, 5, "0%"),
            (1, 3, "33%"),
            (2, 2, "100%"),
            (1, 1000, "<1%"),
            (999, 1000, ">99%"),
        ] {
            assert_eq!(in_words(count, whole), words);
        }
    }
}
