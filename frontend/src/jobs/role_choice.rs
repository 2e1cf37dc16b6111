//! The choice of a role for many users: of their company's, or of all that the reader sees.

use std::collections::HashMap;

use app::{
    CompanyId, Language, PageQuery,
    roles::{RoleQuery, RoleRef, api::list_all_roles, api::list_roles},
};
use leptos::prelude::*;

use super::JobKind;
use crate::i18n::{JobWords, use_language, words};
use crate::session::use_session;
use crate::ui::{Choice, Loaded, SearchField, SelectField};

/// As many as a page may hold; beyond, one searches.
const MOST: u32 = 200;

/// A role that can be chosen, and the company it belongs to.
#[derive(Clone, Debug, PartialEq)]
struct Offer {
    role: RoleRef,
    owner: Option<String>,
}

/// The roles that the users meant can get or lose. Where they are of several companies, these are all that the reader
/// sees: for whom the role is not, the preview tells.
#[component]
pub(super) fn RoleChoice(
    /// The role chosen.
    value: RwSignal<String>,
    /// The company of everybody who is meant, if it is one.
    company: Signal<Option<CompanyId>>,
    /// What is wrong with the choice.
    error: Signal<Option<String>>,
    /// Whether the role is given or taken.
    kind: JobKind,
) -> impl IntoView {
    let (t, language) = (words(JobWords), use_language());
    let session = use_session();
    let giving = kind == JobKind::AddRole;
    let search = RwSignal::new(String::new());
    let of_company = Loaded::new(
        move || company.get(),
        move |company| session.ask(list_roles(company)),
    );
    let of_all = Loaded::new(
        move || {
            company.get().is_none().then(|| RoleQuery {
                search: search.get(),
                page: PageQuery {
                    limit: Some(MOST),
                    ..PageQuery::default()
                },
                ..RoleQuery::default()
            })
        },
        move |query| session.ask(list_all_roles(query)),
    );
    let offers = Memo::new(move |_| match company.get() {
        Some(_) => of_company.with(|roles| {
            let usable = roles.into_iter().flatten();
            let usable = usable.filter(|role| role.grantable || !giving);
            usable
                .map(|role| Offer {
                    role: role.role.clone(),
                    owner: None,
                })
                .collect::<Vec<_>>()
        }),
        None => of_all.with(|page| {
            let rows = page.into_iter().flat_map(|page| &page.items);
            // What nobody has cannot be taken from anybody.
            let usable = rows.filter(|row| match giving {
                true => row.grantable,
                false => row.holders > 0,
            });
            usable
                .map(|row| Offer {
                    role: row.role.clone(),
                    owner: row.owner.as_ref().map(|owner| owner.name.clone()),
                })
                .collect()
        }),
    });
    // There are too many for one list, and so it stays while what is searched for are few.
    let cut = move || of_all.with(|page| page.is_some_and(|page| page.next.is_some()));
    let many = Memo::new(move |before: Option<&bool>| before == Some(&true) || cut());
    let hint = move || match cut() {
        true => t().more_roles().to_owned(),
        false => String::new(),
    };
    // Another search, and what was chosen is no longer there to be seen.
    Effect::new(move || {
        let chosen = value.get_untracked();
        let is_offered = offers.with(|offers| {
            let mut ids = offers.iter().map(|offer| offer.role.id.to_string());
            ids.any(|id| id == chosen)
        });
        if !is_offered {
            value.set(String::new());
        }
    });
    let choices = move || {
        let mut all = vec![Choice::new("", t().choose_role())];
        all.extend(offers.with(|offers| choices(offers, language.get())));
        all
    };
    let refusal = move || match company.get() {
        Some(_) => of_company.refusal().get(),
        None => of_all.refusal().get(),
    };
    let wrong = move || {
        error
            .get()
            .or_else(|| refusal().map(|refusal| refusal.words(language.get())))
    };
    view! {
        <Show when=move || many.get()>
            <SearchField label=move || t().find_role() value=search on_search=move |text: String| search.set(text)/>
        </Show>
        <SelectField
            label=move || t().role() value name="action.role" required=true
            choices=Signal::derive(choices)
            hint=Signal::derive(hint)
            error=Signal::derive(wrong)
        />
    }
}

/// The roles by name; where several have the same, each with the company it belongs to.
fn choices(offers: &[Offer], language: Language) -> Vec<Choice> {
    let mut times = HashMap::<String, u32>::new();
    for offer in offers {
        *times.entry(offer.role.words(language)).or_default() += 1;
    }
    let choice = |offer: &Offer| {
        let name = offer.role.words(language);
        let label = match &offer.owner {
            Some(owner) if times[&name] > 1 => format!("{name} – {owner}"),
            _ => name,
        };
        Choice::new(offer.role.id.to_string(), label)
    };
    offers.iter().map(choice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::RoleId;

    #[test]
    fn a_name_that_repeats_is_told_apart_by_the_company() {
        let offer = |id, name: &str, owner: Option<&str>| Offer {
            role: RoleRef {
                id: RoleId(id),
                name: name.to_owned(),
                built_in: owner.is_none(),
            },
            owner: owner.map(str::to_owned),
        };
        let offers = [
            offer(1, "help_desk", None),
            offer(7, "Front desk", Some("Acme")),
            offer(8, "Front desk", Some("Beta")),
            offer(9, "Keeper", Some("Beta")),
        ];
        let labels = |language| {
            let choices = choices(&offers, language).into_iter();
            choices.map(|choice| choice.label).collect::<Vec<_>>()
        };
        assert_eq!(
            labels(Language::English),
            [
                "Help desk",
                "Front desk – Acme",
                "Front desk – Beta",
                "Keeper"
            ]
        );
    }
}
