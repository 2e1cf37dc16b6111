//! Columns over time: a column for each day, divided into two series, and the table of the same numbers.

use app::grouped;
use leptos::prelude::*;

use super::{
    fill::{Fills, Swatch, fill},
    scale::{axis_end, in_percent, percent},
};
use crate::i18n::{CommonWords, words};
use crate::ui::{Skeleton, Tone};

/// What is counted in each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What it is.
    pub label: String,
    /// What it means to the reader.
    pub tone: Tone,
    /// The list of all of it.
    pub href: String,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// What stands under the column.
    pub tick: String,
    /// What it is called in the table.
    pub label: String,
    /// How many of each series, from the bottom, and the list of these.
    pub counts: [(u64, String); 2],
}

/// Columns of two series, one on the other, with their totals as the legend and a table behind.
#[component]
pub fn ColumnChart(
    /// Its id within the page.
    id: &'static str,
    /// What is counted, such as "Sign-ins in the last 14 days".
    #[prop(into)]
    name: Signal<String>,
    /// The heading of the column that names the periods.
    #[prop(into)]
    what: Signal<String>,
    /// What is counted in each column, from the bottom.
    #[prop(into)]
    series: Signal<[Series; 2]>,
    /// The columns, the earliest first.
    #[prop(into)]
    periods: Signal<Vec<Period>>,
) -> impl IntoView {
    let c = words(CommonWords);
    let total = move |index: usize| -> u64 {
        periods.with(|periods| periods.iter().map(|period| period.counts[index].0).sum())
    };
    let told = move || {
        let one = |index: usize| {
            let label = series.with(|series| series[index].label.clone());
            format!("{label} {}", grouped(total(index)))
        };
        format!(
            "{}{}{}{}{}",
            name.get(),
            c().colon(),
            one(0),
            c().comma(),
            one(1)
        )
    };
    let end = Memo::new(move |_| {
        let highest = |period: &Period| period.counts.iter().map(|(count, _)| count).sum();
        axis_end(periods.with(|periods| periods.iter().map(highest).max().unwrap_or_default()))
    });
    let legend = move || {
        let entry = |(index, series): (usize, Series)| {
            view! {
                <li>
                    <Swatch chart=id index tone=series.tone/>
                    {series.label}
                    <a href=series.href>{grouped(total(index))}</a>
                </li>
            }
        };
        series
            .get()
            .into_iter()
            .enumerate()
            .map(entry)
            .collect_view()
    };
    view! {
        <div class="chart">
            <ul class="chart-legend">{legend}</ul>
            <div class="chart-columns">
                <div class="chart-columns-axis" aria-hidden="true">
                    <span>{move || grouped(end.get())}</span>
                    <span>{move || grouped(end.get() / 2)}</span>
                    <span>"0"</span>
                </div>
                <svg class="chart-columns-plot" role="img" aria-label=told>
                    {move || view! { <Fills chart=id tones=series.with(|series| series.iter().map(|one| one.tone).collect())/> }}
                    <line class="chart-line" x1="0" x2="100%" y1="0.5" y2="0.5"/>
                    <line class="chart-line" x1="0" x2="100%" y1="50%" y2="50%"/>
                    {move || columns(id, &series.get(), &periods.get(), end.get())}
                    <line class="chart-base" x1="0" x2="100%" y1="100%" y2="100%"/>
                </svg>
                <div class="chart-columns-ticks" aria-hidden="true">
                    {move || periods.get().into_iter().map(|period| view! { <span>{period.tick}</span> }).collect_view()}
                </div>
            </div>
            <details class="chart-details">
                <summary>{move || c().show_as_table()}</summary>
                <table class="chart-table">
                    <caption class="visually-hidden">{move || name.get()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{move || what.get()}</th>
                            {move || series.get().map(|series| view! { <th scope="col">{series.label}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>{move || periods.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </details>
        </div>
    }
}

/// The place of columns, their legend and the way to their table until the numbers come.
#[component]
pub fn ColumnsWaiting() -> impl IntoView {
    view! { <div class="chart-columns-waiting"><Skeleton/></div> }
}

/// The columns, each with its counts one on the other.
fn columns(
    id: &'static str,
    series: &[Series; 2],
    periods: &[Period],
    end: u64,
) -> impl IntoView + use<> {
    /// What is there at all can be seen.
    const LEAST: f64 = 2.0;
    /// The part of its room that a column takes.
    const WIDTH: f64 = 0.64;
    let room = 100.0 / periods.len().max(1) as f64;
    let tones = [series[0].tone, series[1].tone];
    let column = |(place, period): (usize, &Period)| {
        let x = in_percent((place as f64 + (1.0 - WIDTH) / 2.0) * room);
        let mut below = 0.0;
        let parts = [0, 1].map(|index| {
            let height = percent(period.counts[index].0, end, LEAST);
            below += height;
            let top = 100.0 - below;
            (height > 0.0).then(|| view! {
                <rect
                    class="chart-part" data-tone=tones[index].slug() fill=fill(id, index)
                    x=x.clone() width=in_percent(WIDTH * room) y=in_percent(top) height=in_percent(height)
                />
            })
        });
        view! { <g>{parts.collect_view()}</g> }
    };
    periods.iter().enumerate().map(column).collect_view()
}

fn row(period: Period) -> impl IntoView {
    let cell = |(count, href): (u64, String)| view! { <td><a href=href>{grouped(count)}</a></td> };
    view! {
        <tr>
            <th scope="row">{period.label}</th>
            {period.counts.map(cell).collect_view()}
        </tr>
    }
}
