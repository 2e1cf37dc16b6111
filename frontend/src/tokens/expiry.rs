//! How long a token lasts: a length, as long as allowed, until a day, or without end where that is allowed.

use app::{
    Refusal, Timestamp,
    field::{FieldProblem, Problem},
    tokens::TokenChoice,
};
use leptos::prelude::*;

use crate::i18n::{IssuedTokenWords, use_language, words};
use crate::ui::{
    Choice, DateField, DateStyle, Refused, SelectField, day, format_moment, reader_zone,
};

/// The field, on the wire.
pub(super) const EXPIRES_AT: &str = "expires_at";

const DAYS: [u32; 4] = [1, 7, 30, 90];
const YEAR: u32 = 365;
const LONGEST: &str = "longest";
const DATE: &str = "date";
const NEVER: &str = "never";

/// What is chosen.
#[derive(Clone, Copy)]
pub(super) struct ChosenExpiry {
    length: RwSignal<String>,
    date: RwSignal<String>,
    latest: Option<Timestamp>,
}

impl ChosenExpiry {
    /// A month, or as long as allowed where that is shorter.
    pub fn new(choice: &TokenChoice) -> Self {
        let length = match lengths(choice.latest).contains(&30) {
            true => "30",
            false => LONGEST,
        };
        Self {
            length: RwSignal::new(length.to_owned()),
            date: RwSignal::new(String::new()),
            latest: choice.latest,
        }
    }

    /// What a draft says of it, or that no day was chosen.
    pub fn get(self) -> Result<Option<Timestamp>, Refusal> {
        let missing = || Refusal::Malformed(vec![FieldProblem::new(EXPIRES_AT, Problem::Missing)]);
        match self.length.get().as_str() {
            NEVER => Ok(None),
            LONGEST => Ok(self.latest),
            DATE => day::after_day(&self.date.get(), &reader_zone())
                .map(Some)
                .ok_or_else(missing),
            days => {
                let days: i64 = days.parse().map_err(|_| missing())?;
                Ok(Some(day::now().plus_seconds(days * 24 * 60 * 60)))
            }
        }
    }
}

/// The lengths that end well before `latest`: what comes near is as long as allowed.
fn lengths(latest: Option<Timestamp>) -> Vec<u32> {
    let left = latest.map(|latest| (latest.seconds() - day::now().seconds()) / (24 * 60 * 60));
    let mut lengths = DAYS.to_vec();
    lengths.push(YEAR);
    lengths.retain(|days| left.is_none_or(|left| i64::from(*days) < left));
    lengths
}

/// The field.
#[component]
pub(super) fn ExpiryFields(chosen: ChosenExpiry, refused: Refused) -> impl IntoView {
    let (t, language) = (words(IssuedTokenWords), use_language());
    let zone = StoredValue::new(reader_zone());
    let latest = chosen.latest;
    let choices = move || {
        let length = |days: u32| {
            let label = match days {
                YEAR => t().one_year().to_owned(),
                days => t().days(days.into()),
            };
            Choice::new(days.to_string(), label)
        };
        let mut choices: Vec<Choice> = lengths(latest).into_iter().map(length).collect();
        if let Some(latest) = latest {
            let at = latest.to_string();
            let zone = zone.get_value();
            let shown = format_moment(&at, DateStyle::Date, language.get(), Some(&zone));
            choices.push(Choice::new(LONGEST, t().longest(&shown.unwrap_or(at))));
        }
        choices.push(Choice::new(DATE, t().until_date()));
        if latest.is_none() {
            choices.push(Choice::new(NEVER, t().long_term()));
        }
        choices
    };
    let last = latest.map(|at| zone.with_value(|zone| day::last_day_until(at, zone)));
    let is_date = move || chosen.length.with(|length| length == DATE);
    let error = refused.field(EXPIRES_AT);
    let error_of =
        move |of_date: bool| Signal::derive(move || error.get().filter(|_| is_date() == of_date));
    let last = StoredValue::new(last.unwrap_or_default());
    view! {
        <SelectField
            label=move || t().valid() value=chosen.length choices=Signal::derive(choices) name=EXPIRES_AT
            error=error_of(false)
        />
        <Show when=is_date>
            <DateField
                label=move || t().last_day() value=chosen.date name="last_day" required=true
                min=Signal::derive(move || zone.with_value(|zone| day::today(zone)))
                max=Signal::derive(move || last.get_value())
                hint=Signal::derive(move || zone.with_value(|zone| t().last_day_hint(zone)))
                error=error_of(true)
            />
        </Show>
    }
}
