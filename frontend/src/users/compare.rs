//! What somebody else changed meanwhile beside what was typed here: the reader decides which holds.

use app::{companies::CompanyRef, policies::TwoFactorSetting};
use leptos::prelude::*;

use super::{
    form::UserForm,
    typed::{Typed, UserField},
};
use crate::i18n::{CommonWords, UserWords, words};
use crate::ui::{Alert, Tone, browser};

/// A field that somebody else changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    pub field: UserField,
    pub theirs: Typed,
    pub yours: Typed,
    /// What was typed here goes before, until the reader says otherwise.
    pub keep_yours: bool,
}

/// The fields that somebody else changed, and the form in which both sides' changes are.
pub(super) struct Differences {
    pub rows: Vec<Difference>,
    pub merged: Typed,
}

/// Compares what the form began with, what holds now, and what was typed.
pub(super) fn differences(base: &Typed, theirs: &Typed, yours: &Typed) -> Differences {
    let mut merged = yours.clone();
    let mut rows = Vec::new();
    for field in UserField::ALL {
        let touched = field.differs(yours, base);
        if !touched {
            field.copy(theirs, &mut merged);
        }
        if field.differs(theirs, base) && field.differs(theirs, yours) {
            rows.push(Difference {
                field,
                theirs: theirs.clone(),
                yours: yours.clone(),
                keep_yours: touched,
            });
        }
    }
    Differences { rows, merged }
}

/// The comparison, with a choice in each row.
#[component]
pub(super) fn Comparison(rows: Vec<Difference>, form: UserForm) -> impl IntoView {
    let t = words(UserWords);
    let none = rows.is_empty();
    view! {
        <Alert tone=Tone::Attention title=Signal::derive(move || t().stale_title().to_owned()) live=true>
            <p>{move || if none { t().stale_none() } else { t().stale_text() }}</p>
            {(!none).then(|| view! {
                <table class="comparison">
                    <thead>
                        <tr>
                            <th scope="col">{move || t().field()}</th>
                            <th scope="col">{move || t().theirs()}</th>
                            <th scope="col">{move || t().yours()}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {rows.into_iter().map(|row| view! { <ComparedRow row form/> }).collect_view()}
                    </tbody>
                </table>
            })}
        </Alert>
    }
}

#[component]
fn ComparedRow(row: Difference, form: UserForm) -> impl IntoView {
    let (t, c) = (words(UserWords), words(CommonWords));
    let Difference {
        field,
        theirs,
        yours,
        keep_yours,
    } = row;
    let group = StoredValue::new(browser::unique_id("compared"));
    let kept = RwSignal::new(keep_yours);
    let side = move |typed: Typed, is_yours: bool| {
        let shown = {
            let typed = typed.clone();
            move || tell(field, &typed, c())
        };
        let choose = move |_| {
            kept.set(is_yours);
            let mut now = untrack(|| form.typed());
            field.copy(&typed, &mut now);
            form.fill(now);
        };
        view! {
            <td>
                <label class="tick">
                    <input
                        type="radio"
                        name=group.get_value()
                        prop:checked=move || kept.get() == is_yours
                        on:change=choose
                    />
                    <span>{shown}</span>
                </label>
            </td>
        }
    };
    view! {
        <tr>
            <th scope="row">{move || field.label(t())}</th>
            {side(theirs, false)}
            {side(yours, true)}
        </tr>
    }
}

/// A field's value for a reader. Roles are told by their number of ticks: the boxes below name them.
fn tell(field: UserField, typed: &Typed, c: CommonWords) -> String {
    let names = |companies: &mut dyn Iterator<Item = &CompanyRef>| {
        let names: Vec<&str> = companies.map(|company| company.name.as_str()).collect();
        names.join(c.between_names())
    };
    let text = match field {
        UserField::Email => typed.email.clone(),
        UserField::FirstName => typed.first_name.clone(),
        UserField::LastName => typed.last_name.clone(),
        UserField::Group => typed.group.clone(),
        UserField::Description => typed.description.clone(),
        UserField::Company => names(&mut typed.company.iter()),
        UserField::Related => names(&mut typed.related.iter()),
        UserField::Roles => c.selected_of(typed.roles.len() as u64),
        UserField::Expires => typed.expires.clone(),
        UserField::TwoFactor => TwoFactorSetting::from_code(&typed.two_factor)
            .unwrap_or_default()
            .words(c.0)
            .to_owned(),
        UserField::Language => typed.language.clone(),
        UserField::TimeZone => typed.time_zone.clone(),
    };
    if text.is_empty() {
        c.none().to_owned()
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_changes_are_kept_and_a_clash_is_shown() {
        let base = Typed {
            email: "a@x.example".into(),
            first_name: "Hana".into(),
            last_name: "Sato".into(),
            ..Typed::default()
        };
        let theirs = Typed {
            email: "b@x.example".into(),
            last_name: "Suzuki".into(),
            ..base.clone()
        };
        let yours = Typed {
            email: "c@x.example".into(),
            first_name: "Hanako".into(),
            ..base.clone()
        };
        let found = differences(&base, &theirs, &yours);
        assert_eq!(found.merged.email, "c@x.example");
        assert_eq!(found.merged.first_name, "Hanako");
        assert_eq!(found.merged.last_name, "Suzuki");
        let rows: Vec<_> = found
            .rows
            .iter()
            .map(|row| (row.field, row.keep_yours))
            .collect();
        assert_eq!(
            rows,
            [(UserField::Email, true), (UserField::LastName, false)]
        );
    }
}
