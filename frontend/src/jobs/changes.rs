//! What an import changes of one user: each column before and after, or all that a new user gets.

use app::{
    Language,
    jobs::Difference,
    policies::TwoFactorSetting,
    users::{AccountStatus, UserColumn},
};
use leptos::prelude::*;

use crate::i18n::{JobWords, use_language, words};
use crate::ui::{DateStyle, TimeZone, format_moment};

/// What changes, column by column.
#[component]
pub(super) fn Changes(differences: Vec<Difference>) -> impl IntoView {
    let is_new = differences.iter().all(|one| one.before.is_empty());
    let shown = shown(differences);
    view! {
        <dl class="changes" class:changes-new=is_new>
            {shown.into_iter().map(|one| view! { <Change one is_new/> }).collect_view()}
        </dl>
    }
}

#[component]
fn Change(one: Difference, is_new: bool) -> impl IntoView {
    let (t, language) = (words(JobWords), use_language());
    let zone = use_context::<TimeZone>();
    let column = one.column;
    let value = move |value: String| {
        let is_empty = value.is_empty();
        let text = move || {
            let zone = zone.and_then(|TimeZone(zone)| zone.get());
            match value.as_str() {
                "" => t().empty().to_owned(),
                value => in_words(column, value, language.get(), zone.as_deref()),
            }
        };
        view! { <span class="change-value" class:nothing=is_empty>{text}</span> }
    };
    let before = (!is_new).then(|| {
        view! {
            <del>{value(one.before)}</del>
            <span class="change-arrow" aria-hidden="true">"→"</span>
            <span class="visually-hidden">" "{move || t().becomes()}" "</span>
        }
    });
    view! {
        <div class="change">
            <dt>{move || column.words(language.get())}</dt>
            <dd>{before}{value(one.after)}</dd>
        </div>
    }
}

/// What is worth showing: the login ID names the row already, and a company's number says no more than its name.
fn shown(mut differences: Vec<Difference>) -> Vec<Difference> {
    let named = differences
        .iter()
        .any(|one| one.column == UserColumn::CompanyName);
    differences.retain(|one| match one.column {
        UserColumn::LoginId => false,
        UserColumn::Company => !named,
        _ => true,
    });
    differences
}

/// A value of a file as the rest of the portal tells it.
fn in_words(column: UserColumn, value: &str, language: Language, zone: Option<&str>) -> String {
    let known = match column {
        UserColumn::ExpiresAt | UserColumn::LastSignInAt => {
            format_moment(value, DateStyle::DateTime, language, zone)
        }
        UserColumn::TwoFactor => {
            TwoFactorSetting::from_code(value).map(|setting| setting.words(language).to_owned())
        }
        UserColumn::Status => {
            AccountStatus::from_code(value).map(|status| status.words(language).to_owned())
        }
        UserColumn::Language => {
            Language::from_tag(value).map(|language| language.name().to_owned())
        }
        _ => None,
    };
    known.unwrap_or_else(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use app::{Language, jobs::Difference, users::UserColumn};

    use super::{in_words, shown};

    fn difference(column: UserColumn) -> Difference {
        Difference {
            column,
            before: String::new(),
            after: "x".to_owned(),
        }
    }

    #[test]
    fn a_company_is_told_by_its_name_if_that_changes_too() {
        let columns = |differences: Vec<Difference>| -> Vec<UserColumn> {
            shown(differences)
                .into_iter()
                .map(|one| one.column)
                .collect()
        };
        let (number, name) = (UserColumn::Company, UserColumn::CompanyName);
        assert_eq!(
            columns(vec![difference(number), difference(name)]),
            [UserColumn::CompanyName]
        );
        assert_eq!(columns(vec![difference(number)]), [UserColumn::Company]);
    }

    #[test]
    fn what_is_no_known_word_is_told_as_it_stands() {
        let told = |value: &str| in_words(UserColumn::TwoFactor, value, Language::English, None);
        assert_eq!(told("yes"), "Yes");
        assert_eq!(told("perhaps"), "perhaps");
    }
}
