//! The keys of a tree, as people know them from file managers.

use leptos::prelude::*;

use super::tree::TreeHandle;

pub(super) fn on_key(tree: TreeHandle, event: &web_sys::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || from_button(event) {
        return;
    }
    let rows = tree.rows.get_untracked();
    let at = tree
        .current
        .get_untracked()
        .or_else(|| focused(tree))
        .and_then(|id| rows.iter().position(|row| row.id == id))
        .unwrap_or_default();
    let Some(row) = rows.get(at) else { return };
    match event.key().as_str() {
        "ArrowDown" => go(tree, rows.get(at + 1).map(|row| &row.id)),
        "ArrowUp" => go(
            tree,
            at.checked_sub(1)
                .and_then(|at| rows.get(at))
                .map(|row| &row.id),
        ),
        "Home" => go(tree, rows.first().map(|row| &row.id)),
        "End" => go(tree, rows.last().map(|row| &row.id)),
        "ArrowRight" => match row.expanded {
            Some(false) => open(tree, &row.id, true),
            Some(true) => go(
                tree,
                rows.get(at + 1)
                    .filter(|next| next.level > row.level)
                    .map(|row| &row.id),
            ),
            None => {}
        },
        "ArrowLeft" => match row.expanded {
            Some(true) => open(tree, &row.id, false),
            _ => go(tree, row.parent.as_ref()),
        },
        "Enter" | " " => tree.on_select.run(row.id.clone()),
        "+" if tree.on_action.is_some() => {
            if let Some(on_action) = tree.on_action {
                on_action.run(row.id.clone());
            }
        }
        letter if letter.chars().count() == 1 => {
            let letter = letter.to_lowercase();
            let next = rows
                .iter()
                .cycle()
                .skip(at + 1)
                .take(rows.len())
                .find(|row| row.label.to_lowercase().starts_with(&letter));
            go(tree, next.map(|row| &row.id));
        }
        _ => return,
    }
    event.prevent_default();
}

fn go(tree: TreeHandle, id: Option<&String>) {
    if let Some(id) = id {
        tree.focus(id);
    }
}

/// Opens or closes a node; its row is drawn anew, so the focus is put back on it.
fn open(tree: TreeHandle, id: &str, open: bool) {
    tree.set_expanded(id, open);
    let id = id.to_owned();
    request_animation_frame(move || tree.focus(&id));
}

/// A key pressed in a row's own button is the button's.
fn from_button(event: &web_sys::KeyboardEvent) -> bool {
    use wasm_bindgen::JsCast;
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| element.tag_name().eq_ignore_ascii_case("button"))
}

/// The node whose row has the focus.
fn focused(tree: TreeHandle) -> Option<String> {
    let prefix = format!("{}-", tree.id.get_value());
    Some(
        document()
            .active_element()?
            .id()
            .strip_prefix(&prefix)?
            .to_owned(),
    )
}
