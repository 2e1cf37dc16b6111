//! The bar over the users list while users are selected: how many, all that match, and what to do with them.

use app::{CompanyId, Page, users::UserRow};
use leptos::prelude::*;

use super::{picked::Picked, view::UserView};
use crate::i18n::{JobWords, use_language, words};
use crate::jobs::{AskForJob, JobKind, Wanted};
use crate::session::{Session, use_session};
use crate::ui::{Button, ButtonKind, IconName, Loaded, Menu, MenuItem, SelectionBar};

/// Whether anything can be done with many users by whoever is signed in.
pub fn may_select(session: Session) -> bool {
    JobKind::ALL.iter().any(|kind| kind.is_allowed(session))
}

/// The bar and the questions behind its menu.
#[component]
pub(super) fn BulkBar(
    picked: Picked,
    view: Memo<UserView>,
    users: Loaded<Page<UserRow>>,
) -> impl IntoView {
    let (t, language) = (words(JobWords), use_language());
    let session = use_session();
    let wanted = RwSignal::new(None::<Wanted>);
    // Exact as long as it is counted to its end.
    let total =
        Memo::new(move |_| users.with(|page| page.map(|page| (page.total, page.total_is_exact))));
    let exact = move || {
        total
            .get()
            .filter(|(_, exact)| *exact)
            .map(|(total, _)| total)
    };
    let text = move || match (picked.is_all(), exact()) {
        (true, Some(total)) => t().all_selected(total),
        (true, None) => t().all_selected_open().to_owned(),
        (false, _) if picked.count() == 0 => String::new(),
        (false, _) => t().selected(picked.count()),
    };
    let there_are_more =
        move || !picked.is_all() && exact().is_none_or(|total| total > picked.count());
    let want = move |kind| {
        let count = match picked.is_all() {
            true => exact(),
            false => Some(picked.count()),
        };
        wanted.set(Some(Wanted {
            kind,
            selection: picked.selection(view.with_untracked(UserView::filter)),
            count,
        }));
    };
    let items = move || {
        JobKind::ALL
            .into_iter()
            .filter(|kind| kind.is_allowed(session))
            .map(|kind| {
                let words = move || kind.action().words(language.get());
                view! {
                    <MenuItem icon=kind.icon() danger=kind == JobKind::Delete on_select=move || untrack(|| want(kind))>
                        {words}
                    </MenuItem>
                }
            })
            .collect_view()
    };
    let company = Signal::derive(move || {
        view.with(|view| view.company.filter(|_| !view.subsidiaries)) as Option<CompanyId>
    });
    view! {
        <SelectionBar text=Signal::derive(text)>
            <Show when=there_are_more>
                <Button kind=ButtonKind::Quiet on_click=move || picked.pick_all()>
                    {move || match exact() {
                        Some(total) => t().select_all_matching(total),
                        None => t().select_all_open().to_owned(),
                    }}
                </Button>
            </Show>
            <Menu trigger=move || view! { <span>{move || t().choose_action()}</span> }>
                {items()}
            </Menu>
            <Button kind=ButtonKind::Quiet icon=IconName::Close on_click=move || picked.clear()>
                {move || t().clear_selection()}
            </Button>
        </SelectionBar>
        <AskForJob wanted company/>
    }
}
