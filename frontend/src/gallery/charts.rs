//! Charts as on the home page: shares of a whole, days, and what stands there until the numbers come.

use leptos::prelude::*;

use crate::ui::{
    ColumnChart, ColumnsWaiting, Period, Section, Series, Share, ShareBar, ShareWaiting, Tone,
};

const HERE: &str = "/dev/components/charts";

#[component]
pub(super) fn Charts() -> impl IntoView {
    let share = |(label, count, tone): (&str, u64, Tone)| Share {
        label: label.into(),
        count,
        href: HERE.into(),
        tone,
    };
    let shares = [
        ("Active", 2_564, Tone::Good),
        ("Invited", 309, Tone::Info),
        ("Disabled", 2, Tone::Neutral),
        ("Expired", 0, Tone::Attention),
    ]
    .map(share)
    .to_vec();
    let series =
        [("Signed in", Tone::Info), ("Failed", Tone::Attention)].map(|(label, tone)| Series {
            label: label.into(),
            tone,
            href: HERE.into(),
        });
    let same = series.clone();
    let periods = |most: u64| -> Vec<Period> {
        let period = |day: u64| Period {
            tick: (day + 9).to_string(),
            label: format!("{} Nov 2026", day + 9),
            counts: [
                (day * day * 7 % (most + 1), HERE.into()),
                (day % 3, HERE.into()),
            ],
        };
        (1..=14).map(period).collect()
    };
    view! {
        <Section id="shares" title="Shares">
            <ShareBar id="shares-bar" name="Users by status" what="Status" unit="Users" shares/>
        </Section>
        <Section id="days" title="Days">
            <ColumnChart id="days-many" name="Sign-ins" what="Day" series=same periods=periods(180)/>
        </Section>
        <Section id="few" title="Few of them">
            <ColumnChart id="days-few" name="Sign-ins" what="Day" series periods=periods(1)/>
        </Section>
        <Section id="waiting" title="Waiting"><ShareWaiting rows=4/><ColumnsWaiting/></Section>
    }
}
