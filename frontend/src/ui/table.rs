//! The table: sortable heads, a sticky head row, and stacked cards where it is narrow.

use leptos::prelude::*;

use super::{Icon, IconName};
use crate::i18n::{CommonWords, words};

/// One column of a [`Table`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name for sorting and styling.
    pub key: &'static str,
    /// Its heading.
    pub label: String,
    /// Whether the list can be sorted by it.
    pub sortable: bool,
    /// Whether it holds numbers, which line up at the right.
    pub numeric: bool,
    /// Whether its heading is only for screen readers (selection, row actions).
    pub silent: bool,
}

impl Column {
    /// A column of text that cannot be sorted.
    pub fn new(key: &'static str, label: impl Into<String>) -> Self {
        Self {
            key,
            label: label.into(),
            sortable: false,
            numeric: false,
            silent: false,
        }
    }

    /// The list can be sorted by it.
    pub fn sortable(mut self) -> Self {
        self.sortable = true;
        self
    }

    /// It holds numbers.
    pub fn numeric(mut self) -> Self {
        self.numeric = true;
        self
    }

    /// Its heading is only for screen readers.
    pub fn silent(mut self) -> Self {
        self.silent = true;
        self
    }
}

/// By which column a list is sorted, and which way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column's key.
    pub key: String,
    /// Largest first.
    pub descending: bool,
}

impl Sort {
    /// What pressing the head of `key` asks for: the other way if it is sorted by it already.
    pub fn press(now: Option<&Sort>, key: &str) -> Sort {
        let descending = now.is_some_and(|now| now.key == key && !now.descending);
        Sort {
            key: key.to_owned(),
            descending,
        }
    }
}

/// A table. Its rows are [`Row`]s of [`Cell`]s.
#[component]
pub fn Table(
    /// What it lists; heard, not seen.
    #[prop(into)]
    caption: Signal<String>,
    /// Its columns.
    #[prop(into)]
    columns: Signal<Vec<Column>>,
    /// By what it is sorted.
    #[prop(optional, into)]
    sort: Signal<Option<Sort>>,
    /// Wants it sorted otherwise.
    #[prop(optional, into)]
    on_sort: Option<Callback<Sort>>,
    /// Rows of 32 instead of 40 px.
    #[prop(optional)]
    compact: bool,
    /// New rows are on their way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Whether every row of the page is selected; it shows in the head of the column `select`.
    #[prop(optional, into)]
    all_selected: Signal<bool>,
    /// Wants every row of the page selected or not.
    #[prop(optional, into)]
    on_select_all: Option<Callback<bool>>,
    /// The rows.
    children: Children,
) -> impl IntoView {
    let heads = move || {
        columns
            .get()
            .into_iter()
            .map(
                |column| match on_select_all.filter(|_| column.key == "select") {
                    Some(on_change) => {
                        view! { <SelectHead label=column.label checked=all_selected on_change/> }
                            .into_any()
                    }
                    None => view! { <Head column sort on_sort/> }.into_any(),
                },
            )
            .collect_view()
    };
    // The roles are spelled out because the stacked layout takes away those that the elements imply.
    view! {
        <div class="table-frame">
            <table class="table" class:table-compact=compact role="table" aria-busy=move || busy.get().then_some("true")>
                <caption class="visually-hidden">{move || caption.get()}</caption>
                <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
                <tbody role="rowgroup">{children()}</tbody>
            </table>
        </div>
    }
}

/// The head of the selection boxes: a box for all of them.
#[component]
fn SelectHead(label: String, checked: Signal<bool>, on_change: Callback<bool>) -> impl IntoView {
    view! {
        <th role="columnheader" scope="col" data-column="select" class="cell-select">
            <label class="tick tick-bare">
                <input
                    type="checkbox"
                    aria-label=label
                    prop:checked=move || checked.get()
                    on:change:target=move |event| on_change.run(event.target().checked())
                />
            </label>
        </th>
    }
}

#[component]
fn Head(
    column: Column,
    sort: Signal<Option<Sort>>,
    on_sort: Option<Callback<Sort>>,
) -> impl IntoView {
    let Column {
        key,
        label,
        sortable,
        numeric,
        silent,
    } = column;
    let direction = Memo::new(move |_| {
        sort.with(|sort| {
            sort.as_ref()
                .filter(|sort| sort.key == key)
                .map(|sort| sort.descending)
        })
    });
    let icon = move || match direction.get() {
        None => IconName::Sort,
        Some(false) => IconName::SortUp,
        Some(true) => IconName::SortDown,
    };
    let content = match (sortable, on_sort) {
        (true, Some(on_sort)) => view! {
            <button
                type="button"
                class="sort-button"
                on:click=move |_| on_sort.run(sort.with_untracked(|sort| Sort::press(sort.as_ref(), key)))
            >
                <span>{label}</span>
                {move || view! { <Icon name=icon()/> }}
            </button>
        }
        .into_any(),
        _ if silent => view! { <span class="visually-hidden">{label}</span> }.into_any(),
        _ => label.into_any(),
    };
    view! {
        <th
            role="columnheader"
            scope="col"
            data-column=key
            class:numeric=numeric
            aria-sort=move || direction.get().map(|down| if down { "descending" } else { "ascending" })
        >
            {content}
        </th>
    }
}

/// One row.
#[component]
pub fn Row(
    /// Whether it is selected.
    #[prop(optional, into)]
    selected: Signal<bool>,
    /// Its id, for whoever moves the focus to it.
    #[prop(optional, into)]
    id: Option<String>,
    /// Its cells.
    children: Children,
) -> impl IntoView {
    view! {
        <tr role="row" id=id tabindex="-1" class:selected=move || selected.get()>{children()}</tr>
    }
}

/// One cell.
#[component]
pub fn Cell(
    /// The column's heading, shown beside the value where rows are stacked.
    #[prop(optional, into)]
    label: Signal<String>,
    /// It names the row: the link to what the row is about stands in it.
    #[prop(optional)]
    head: bool,
    /// It holds a number.
    #[prop(optional)]
    numeric: bool,
    /// The value.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let content = children.map(|children| children());
    let label = move || Some(label.get()).filter(|label| !label.is_empty());
    if head {
        view! { <th role="rowheader" scope="row" class="cell-head" data-label=label>{content}</th> }
            .into_any()
    } else {
        view! { <td role="cell" class:numeric=numeric data-label=label>{content}</td> }.into_any()
    }
}

/// The cell with a row's selection box.
#[component]
pub fn SelectCell(
    /// The box's name: "Select hana.sato".
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Wants it ticked or not; the second is whether the shift key is held, which means all rows since the last one.
    #[prop(into)]
    on_change: Callback<(bool, bool)>,
) -> impl IntoView {
    // A change does not tell of the shift key; the click before it does, also the one that the space key makes.
    let with_shift = StoredValue::new(false);
    view! {
        <td role="cell" class="cell-select">
            <label class="tick tick-bare">
                <input
                    type="checkbox"
                    aria-label=move || label.get()
                    prop:checked=move || checked.get()
                    on:click=move |event| with_shift.set_value(event.shift_key())
                    on:change:target=move |event| on_change.run((event.target().checked(), with_shift.get_value()))
                />
            </label>
        </td>
    }
}

/// The cell with a row's actions: seen at hover and focus, always where one touches.
#[component]
pub fn RowActions(
    /// Quiet icon buttons whose names include the row's ("Edit hana.sato").
    children: Children,
) -> impl IntoView {
    view! { <td role="cell" class="cell-actions"><div class="row-actions">{children()}</div></td> }
}

/// The bar that slides in over a list while rows are selected.
#[component]
pub fn SelectionBar(
    /// "3 selected"; nothing is shown while it is empty.
    #[prop(into)]
    text: Signal<String>,
    /// What can be done with them.
    children: ChildrenFn,
) -> impl IntoView {
    let t = words(CommonWords);
    view! {
        <Show when=move || !text.with(String::is_empty)>
            <div class="selection-bar" role="region" aria-label=move || t().actions()>
                <span class="selection-text" role="status">{move || text.get()}</span>
                <div class="selection-actions">{children()}</div>
            </div>
        </Show>
    }
}
