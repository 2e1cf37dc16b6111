//! What an import changes of one user: each column before and after, or all that a new user gets.

use app::{
    Language,
    jobs::Difference,
    policies::TwoFactorSetting,
    roles::BuiltInRole,
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
    let text = move |value: &str| {
        let zone = zone.and_then(|TimeZone(zone)| zone.get());
        in_words(column, value, language.get(), zone.as_deref())
    };
    let value = move |value: String| match value.is_empty() {
        true => view! { <span class="nothing">{move || t().empty()}</span> }.into_any(),
        false => view! { <span>{move || text(&value)}</span> }.into_any(),
    };
    let before = (!is_new).then(|| {
        let is_gone = !one.before.is_empty();
        view! {
            <span class:change-gone=is_gone>{value(one.before)}</span>
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
        UserColumn::Roles => Some(roles_in_words(value, language)),
        _ => None,
    };
    known.unwrap_or_else(|| value.to_owned())
}

/// Roles that came with Doorward stand in a file by their codes; the others have one name in every language.
fn roles_in_words(value: &str, language: Language) -> String {
    let name = |role: &str| {
        BuiltInRole::from_code(role).map_or(role.to_owned(), |role| role.words(language).to_owned())
    };
    value.split("; ").map(name).collect::<Vec<_>>().join(" · ")
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
        let roles = in_words(
            UserColumn::Roles,
            "help_desk; Night shift",
            Language::English,
            None,
        );
        assert_eq!(roles, "Help desk · Night shift");
    }
}
