//! What a combobox of companies offers: what was found by typing, in the order of the tree.

use app::{
    CompanyId,
    companies::{CompanyNode, CompanyQuery, CompanyRef, CompanyTree},
};
use leptos::prelude::*;

use super::{in_order, load_found, path_to};
use crate::i18n::{CompanyWords, use_language, words};
use crate::ui::{Loaded, Suggestion};

/// More than these nobody reads through: typing finds the others.
const SHOWN: usize = 100;

/// The companies that are looked for. Nothing is asked for before something is.
#[derive(Clone, Copy)]
pub(super) struct Found {
    search: RwSignal<Option<String>>,
    tree: Loaded<CompanyTree>,
}

impl Found {
    /// Looks among the companies of one's scope; with `place_for`, among those under which that one may stand.
    pub fn new(place_for: Option<CompanyId>) -> Self {
        let search = RwSignal::new(None::<String>);
        let tree = load_found(move || {
            search.get().map(|search| CompanyQuery {
                search,
                limit: Some(SHOWN as u32),
                place_for,
            })
        });
        Self { search, tree }
    }

    /// Looks for those whose name contains the text, or for all.
    pub fn look_for(self, text: String) {
        // What an older search has found is not everything.
        if text.is_empty() && self.is_searching() {
            self.tree.forget();
        }
        self.search.set(Some(text));
    }

    /// Whether it looks for a name; follows it.
    pub fn is_searching(self) -> bool {
        self.search
            .with(|search| search.as_ref().is_some_and(|text| !text.is_empty()))
    }

    /// Whether an answer is under way.
    pub fn busy(self) -> Signal<bool> {
        self.tree.busy()
    }

    /// Those found, with what stands above them.
    pub fn suggestions(self) -> Vec<Suggestion> {
        let sought = self.search.get().unwrap_or_default();
        self.tree
            .with(|tree| tree.map(|tree| suggest(&tree.companies, &sought)))
            .unwrap_or_default()
    }

    /// The company of a suggestion.
    pub fn company(self, value: &str) -> Option<CompanyRef> {
        let is_it = |company: &&CompanyNode| company.id.to_string() == value;
        let tree = self.tree.get_untracked()?;
        tree.companies.iter().find(is_it).map(CompanyNode::to_ref)
    }

    /// A sentence below `offered`: why there is nothing, or that there is more.
    pub fn note(self, offered: Signal<Vec<Suggestion>>) -> Signal<String> {
        let (t, language) = (words(CompanyWords), use_language());
        let cut = move |tree: Option<&CompanyTree>| {
            tree.is_some_and(|tree| tree.more || tree.companies.len() > SHOWN)
        };
        Signal::derive(move || match self.tree.refusal().get() {
            Some(refusal) => refusal.words(language.get()),
            None if offered.with(Vec::is_empty) && !self.busy().get() => {
                match self.is_searching() {
                    true => t().nothing_matches().to_owned(),
                    false => t().no_other().to_owned(),
                }
            }
            None if self.tree.with(cut) => t().more().to_owned(),
            None => String::new(),
        })
    }

    /// How many are `offered`, for whoever does not see them.
    pub fn count(offered: Signal<Vec<Suggestion>>) -> Signal<String> {
        let t = words(CompanyWords);
        Signal::derive(move || match offered.with(Vec::len) as u64 {
            0 => String::new(),
            count => t().found(count),
        })
    }
}

/// The companies as they stand in the tree, each with what is above it.
fn suggest(companies: &[CompanyNode], sought: &str) -> Vec<Suggestion> {
    let sought = sought.to_lowercase();
    let above = |id| {
        let names = path_to(companies, id)
            .into_iter()
            .map(|company| company.name.as_str());
        names.collect::<Vec<_>>().join(" / ")
    };
    in_order(companies)
        .into_iter()
        .take(SHOWN)
        .map(|(level, company)| Suggestion {
            value: company.id.to_string(),
            label: company.name.clone(),
            within: above(company.id),
            level,
            is_sought: company.name.to_lowercase().contains(&sought),
        })
        .collect()
}
