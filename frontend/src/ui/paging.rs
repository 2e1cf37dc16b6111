//! Which page of a list the address asks for, and the pager that walks from page to page.

use app::{DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, Page, PageQuery, grouped};
use leptos::prelude::*;

use super::{Loaded, Pager, address::value_of};
use crate::i18n::{CommonWords, words};

/// A place in a list that is walked by cursors. The number of the first row travels along, to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paging {
    /// Rows per page.
    pub size: u32,
    after: Option<String>,
    before: Option<String>,
    first: u64,
}

impl Default for Paging {
    fn default() -> Self {
        Self {
            size: DEFAULT_PAGE_SIZE,
            after: None,
            before: None,
            first: 1,
        }
    }
}

impl Paging {
    /// The first page of so many rows.
    pub fn of_size(size: u32) -> Self {
        Self {
            size,
            ..Self::default()
        }
    }

    /// Reads an address.
    pub fn read(query: &[(String, String)]) -> Self {
        let number = |name: &str| {
            value_of(query, name)
                .and_then(|value| value.parse::<u32>().ok())
                .filter(|value| *value > 0)
        };
        let text = |name: &str| value_of(query, name).map(str::to_owned);
        Self {
            size: number("size").map_or(DEFAULT_PAGE_SIZE, |size| size.min(MAX_PAGE_SIZE)),
            after: text("after"),
            before: text("before"),
            first: number("first").map_or(1, u64::from),
        }
    }

    /// What the address has to say: only what is not as usual.
    pub fn write(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let mut put = |name, value: Option<String>| pairs.extend(value.map(|value| (name, value)));
        put(
            "size",
            (self.size != DEFAULT_PAGE_SIZE).then(|| self.size.to_string()),
        );
        put("after", self.after.clone());
        put("before", self.before.clone());
        put("first", (self.first > 1).then(|| self.first.to_string()));
        pairs
    }

    /// What to ask the server for.
    pub fn question(&self) -> PageQuery {
        PageQuery {
            after: self.after.clone(),
            before: self.before.clone(),
            limit: Some(self.size),
        }
    }

    /// The first page, of the same size: where one lands when a list is narrowed or sorted anew.
    pub fn at_the_top(&self) -> Self {
        Self::of_size(self.size)
    }

    fn next<T>(&self, page: &Page<T>) -> Self {
        let first = self.from(page) + page.items.len() as u64;
        Self {
            after: page.next.clone(),
            before: None,
            first,
            ..self.clone()
        }
    }

    fn previous<T>(&self, page: &Page<T>) -> Self {
        let first = self.from(page).saturating_sub(u64::from(self.size)).max(1);
        Self {
            after: None,
            before: page.previous.clone(),
            first,
            ..self.clone()
        }
    }

    /// The number of the page's first row. The server knows which page is the first; the rest is the address's word.
    fn from<T>(&self, page: &Page<T>) -> u64 {
        if page.previous.is_none() {
            1
        } else {
            self.first.max(2)
        }
    }
}

/// The pager under a list of pages.
#[component]
pub fn Pages<T: Clone + Send + Sync + 'static>(
    /// The page that is shown.
    page: Loaded<Page<T>>,
    /// Which page the address asks for.
    #[prop(into)]
    paging: Signal<Paging>,
    /// Goes to another page, or to pages of another size.
    #[prop(into)]
    on_go: Callback<Paging>,
) -> impl IntoView {
    let t = words(CommonWords);
    let range = move || {
        page.with(|page| {
            let Some(page) = page else {
                return String::new();
            };
            let from = paging.with(|paging| paging.from(page));
            let to = (from - 1) + page.items.len() as u64;
            let (from, to, total) = (grouped(from), grouped(to), grouped(page.total));
            match (page.items.is_empty(), page.total_is_exact) {
                (true, _) => String::new(),
                (false, true) => t().range(&from, &to, &total),
                (false, false) => t().range_open(&from, &to, &total),
            }
        })
    };
    let walk = move |step: fn(&Paging, &Page<T>) -> Paging| {
        if let Some(page) = page.get_untracked() {
            on_go.run(paging.with_untracked(|paging| step(paging, &page)));
        }
    };
    view! {
        <Pager
            range=Signal::derive(range)
            has_previous=Signal::derive(move || page.with(|page| page.is_some_and(|page| page.previous.is_some())))
            has_next=Signal::derive(move || page.with(|page| page.is_some_and(|page| page.next.is_some())))
            on_previous=move || walk(Paging::previous)
            on_next=move || walk(Paging::next)
            size=Signal::derive(move || paging.with(|paging| paging.size))
            on_size=Callback::new(move |size| on_go.run(Paging::of_size(size)))
        />
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::address::{format_query, parse_query};

    fn page(previous: Option<&str>, next: Option<&str>) -> Page<u8> {
        Page {
            items: vec![0; 50],
            next: next.map(Into::into),
            previous: previous.map(Into::into),
            total: 120,
            total_is_exact: true,
        }
    }

    #[test]
    fn the_number_of_the_first_row_walks_along() {
        let second = Paging::default().next(&page(None, Some("n+/=")));
        assert_eq!(second.first, 51);
        assert_eq!(
            Paging::read(&parse_query(&format_query(&second.write()))),
            second
        );
        let back = second.previous(&page(Some("p"), Some("n")));
        assert_eq!(
            (back.first, back.before.as_deref(), back.after.as_deref()),
            (1, Some("p"), None)
        );
    }

    #[test]
    fn the_first_page_of_usual_size_says_nothing() {
        assert_eq!(Paging::default().write(), []);
    }
}
