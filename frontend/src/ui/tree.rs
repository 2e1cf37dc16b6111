//! The tree: companies and whatever else has children; one stop of the Tab key, arrows inside.

use std::collections::HashSet;

use leptos::prelude::*;

use super::{Icon, IconName, browser, tree_keys::on_key};
use crate::i18n::{CommonWords, words};

/// A node of a [`Tree`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TreeNode {
    /// Its id, unique in the tree.
    pub id: String,
    /// Its name.
    pub label: String,
    /// How many things it has (users of a company).
    pub count: Option<u64>,
    /// The nodes below it, as far as they are known.
    pub children: Vec<TreeNode>,
    /// It has nodes below that are not loaded yet: opening it asks for them.
    pub more_below: bool,
}

/// A node as it stands in the tree at the moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TreeRow {
    pub(super) id: String,
    pub(super) label: String,
    count: Option<u64>,
    pub(super) level: usize,
    position: usize,
    siblings: usize,
    pub(super) parent: Option<String>,
    pub(super) expanded: Option<bool>,
}

/// What keys and clicks may do with a tree.
#[derive(Clone, Copy)]
pub(super) struct TreeHandle {
    pub(super) id: StoredValue<String>,
    pub(super) rows: Memo<Vec<TreeRow>>,
    pub(super) current: RwSignal<Option<String>>,
    expanded: RwSignal<HashSet<String>>,
    pub(super) on_select: Callback<String>,
    pub(super) on_action: Option<Callback<String>>,
    on_expand: Option<Callback<String>>,
}

impl TreeHandle {
    pub(super) fn set_expanded(&self, id: &str, open: bool) {
        self.expanded.update(|expanded| {
            if open {
                expanded.insert(id.to_owned());
            } else {
                expanded.remove(id);
            }
        });
        if let (true, Some(on_expand)) = (open, self.on_expand) {
            on_expand.run(id.to_owned());
        }
    }

    pub(super) fn focus(&self, id: &str) {
        self.current.set(Some(id.to_owned()));
        browser::focus(&self.element_id(id));
    }

    fn element_id(&self, id: &str) -> String {
        format!("{}-{id}", self.id.get_value())
    }

    /// The row that the Tab key reaches: the one last visited, else the selected one, else the first.
    fn reachable(&self, selected: Signal<Option<String>>) -> Option<String> {
        self.rows.with(|rows| {
            let present =
                |id: &Option<String>| rows.iter().find(|row| Some(&row.id) == id.as_ref());
            self.current
                .with(present)
                .or_else(|| selected.with(present))
                .or_else(|| rows.first())
                .map(|row| row.id.clone())
        })
    }
}

/// A tree of [`TreeNode`]s.
#[component]
pub fn Tree(
    /// What it shows: "Companies".
    #[prop(into)]
    label: Signal<String>,
    /// Its topmost nodes.
    #[prop(into)]
    nodes: Signal<Vec<TreeNode>>,
    /// The ids of the nodes that are open.
    expanded: RwSignal<HashSet<String>>,
    /// The node chosen.
    #[prop(into)]
    selected: Signal<Option<String>>,
    /// Chooses a node.
    #[prop(into)]
    on_select: Callback<String>,
    /// Told when a node is opened: the moment to load what is below it.
    #[prop(optional, into)]
    on_expand: Option<Callback<String>>,
    /// The name of each node's "+" button, from the node's label: "Add a user to Beta".
    #[prop(optional, into)]
    action_name: Option<Callback<String, String>>,
    /// What the "+" button does with the node of this id. The "+" key does the same.
    #[prop(optional, into)]
    on_action: Option<Callback<String>>,
) -> impl IntoView {
    let rows = Memo::new(move |_| {
        let mut rows = Vec::new();
        nodes.with(|nodes| expanded.with(|open| flatten(nodes, open, 1, None, &mut rows)));
        rows
    });
    let tree = TreeHandle {
        id: StoredValue::new(browser::unique_id("tree")),
        rows,
        current: RwSignal::new(None),
        expanded,
        on_select,
        on_action,
        on_expand,
    };
    let reachable = Memo::new(move |_| tree.reachable(selected));
    view! {
        <ul class="tree" role="tree" aria-label=move || label.get() on:keydown=move |event| on_key(tree, &event)>
            <For each=move || rows.get() key=|row| row_key(row) let:row>
                <Branch row tree reachable selected action_name/>
            </For>
        </ul>
    }
}

#[component]
fn Branch(
    row: TreeRow,
    tree: TreeHandle,
    reachable: Memo<Option<String>>,
    selected: Signal<Option<String>>,
    action_name: Option<Callback<String, String>>,
) -> impl IntoView {
    let t = words(CommonWords);
    let TreeRow {
        id,
        label,
        count,
        level,
        position,
        siblings,
        expanded,
        ..
    } = row;
    let id = StoredValue::new(id);
    let is = move |other: &Option<String>| other.as_deref() == Some(id.get_value().as_str());
    let is_selected = move || selected.with(is);
    let tab = move || if reachable.with(is) { "0" } else { "-1" };
    let twist = expanded.map(|open| {
        let name = label.clone();
        view! {
            <span
                class="tree-twist"
                class:tree-twist-open=open
                title=move || t().expand(&name)
                on:click=move |event| {
                    event.stop_propagation();
                    tree.set_expanded(&id.get_value(), !open);
                }
            >
                <Icon name=IconName::Right/>
            </span>
        }
    });
    let action = tree.on_action.zip(action_name).map(|(on_action, name)| {
        let label = label.clone();
        let name = move || name.run(label.clone());
        view! {
            <button
                type="button"
                class="tree-action"
                tabindex=tab
                aria-label=name.clone()
                title=name
                on:click=move |event| {
                    event.stop_propagation();
                    on_action.run(id.get_value());
                }
            >
                <Icon name=IconName::Plus/>
            </button>
        }
    });
    let place = tree.element_id(&id.get_value());
    let (label_id, count_id) = (format!("{place}-label"), format!("{place}-count"));
    let heard = match count {
        Some(_) => format!("{label_id} {count_id}"),
        None => label_id.clone(),
    };
    view! {
        <li
            class="tree-row"
            role="treeitem"
            id=place
            tabindex=tab
            style:--level=(level - 1).to_string()
            attr:aria-level=level.to_string()
            aria-posinset=position.to_string()
            aria-setsize=siblings.to_string()
            aria-expanded=expanded.map(|open| if open { "true" } else { "false" })
            aria-selected=move || if is_selected() { "true" } else { "false" }
            aria-labelledby=heard
            on:click=move |_| {
                tree.focus(&id.get_value());
                tree.on_select.run(id.get_value());
            }
        >
            <span class="tree-twist-place">{twist}</span>
            <span class="tree-label" id=label_id title=label.clone()>{label.clone()}</span>
            " "
            {count.map(|count| view! { <span class="tree-count" id=count_id>{count}</span> })}
            {action}
        </li>
    }
}

/// The nodes that are seen, top to bottom.
fn flatten(
    nodes: &[TreeNode],
    open: &HashSet<String>,
    level: usize,
    parent: Option<&str>,
    rows: &mut Vec<TreeRow>,
) {
    for (index, node) in nodes.iter().enumerate() {
        let has_below = node.more_below || !node.children.is_empty();
        let expanded = has_below.then(|| open.contains(&node.id));
        rows.push(TreeRow {
            id: node.id.clone(),
            label: node.label.clone(),
            count: node.count,
            level,
            position: index + 1,
            siblings: nodes.len(),
            parent: parent.map(str::to_owned),
            expanded,
        });
        if expanded == Some(true) {
            flatten(&node.children, open, level + 1, Some(&node.id), rows);
        }
    }
}

/// A row is drawn anew when anything about it changed.
fn row_key(
    row: &TreeRow,
) -> (
    String,
    String,
    Option<u64>,
    usize,
    usize,
    usize,
    Option<bool>,
) {
    (
        row.id.clone(),
        row.label.clone(),
        row.count,
        row.level,
        row.position,
        row.siblings,
        row.expanded,
    )
}
