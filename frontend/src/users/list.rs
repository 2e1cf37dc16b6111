//! Manage Users: the company tree at the left, the users of the chosen company at the right.

use app::{
    CompanyId, UserId,
    companies::CompanyRef,
    users::{AccountStatus, UserRow, api::list_users},
};
use leptos::prelude::*;

use super::{
    bin::PurgeUser,
    bulk::{BulkBar, may_select},
    company_pane::CompanyPane,
    create::{AddUser, may_add},
    delete::DeleteDialog,
    edit::EditUser,
    filters::UserFilters,
    heading::Heading,
    import::may_import,
    picked::Picked,
    recent,
    row_actions::RowAct,
    table::{UserTable, row_link},
    token_dialog::TokenDialog,
    view::UserView,
};
use crate::companies::{CompanyFinder, load_companies, load_company_beside};
use crate::i18n::{JobWords, UserWords, words};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::ui::{
    Button, ButtonKind, DownloadLink, EmptyState, IconName, LinkButton, Loaded, NothingMatches,
    browser, use_address, use_toaster,
};

/// The page Manage Users.
#[component]
pub fn ManageUsers() -> impl IntoView {
    let (t, j) = (words(UserWords), words(JobWords));
    let session = use_session();
    let toaster = use_toaster();
    let address = use_address();
    let view = Memo::new(move |_| address.query.with(|query| UserView::read(query)));
    let on_go = Callback::new(move |next: UserView| address.go(next.write()));
    let on_replace = Callback::new(move |next: UserView| address.replace(next.write()));
    Effect::new(move || view.with(|view| recent::remember(&view.write())));

    let companies = load_companies();
    let question = Memo::new(move |_| view.with(UserView::question));
    let users = Loaded::new(
        move || Some(question.get()),
        move |query| session.ask(list_users(query)),
    );
    let picked = Picked::new();
    let filter = Memo::new(move |_| view.with(UserView::filter));
    Effect::new(move |before: Option<()>| {
        filter.track();
        if before.is_some() {
            picked.clear();
        }
    });
    let chosen = Memo::new(move |_| view.with(|view| view.company));
    let company = load_company_beside(companies, chosen);
    let name = Signal::derive(move || company.get().map(|company| company.name));

    // After a change the list is asked for anew; then the focus goes to the first of these that is still there.
    let focus_next = StoredValue::new(Vec::<UserId>::new());
    Effect::new(move || {
        users.with(|page| {
            let Some(page) = page else { return };
            let wanted = focus_next
                .try_update_value(std::mem::take)
                .unwrap_or_default();
            let present = |id: &UserId| page.items.iter().any(|row| row.id == *id);
            if let Some(id) = wanted.into_iter().find(present) {
                request_animation_frame(move || browser::focus(&row_link(id)));
            }
        });
    });
    let reload = move || {
        users.again();
        companies.again();
    };
    let after_removal = move |gone: UserId| {
        let items = users
            .get_untracked()
            .map(|page| page.items)
            .unwrap_or_default();
        let at = items
            .iter()
            .position(|row| row.id == gone)
            .unwrap_or_default();
        let (before, after) = items.split_at(at);
        let order = after
            .iter()
            .chain(before.iter().rev())
            .map(|row| row.id)
            .filter(|id| *id != gone);
        focus_next.set_value(order.collect());
        reload();
    };

    let adding = RwSignal::new(None::<CompanyRef>);
    let (add_open, edited) = (RwSignal::new(false), RwSignal::new(None::<UserId>));
    let (deleted, purged) = (
        RwSignal::new(None::<UserId>),
        RwSignal::new(None::<(UserId, String)>),
    );
    let tokens_of = RwSignal::new(None::<UserId>);
    let may_add = move || may_add(session);
    let add_to = move |company: Option<CompanyRef>| {
        adding.set(company);
        add_open.set(true);
    };
    // One chosen but not known yet is not replaced by another unseen: then the dialog asks for it.
    let add_here = move || match chosen.get() {
        Some(_) => add_to(company.get()),
        None => add_to(session.me().map(|me| me.company)),
    };
    address.opens(
        "add",
        "user",
        move || add_open.get(),
        move || {
            if may_add() {
                add_here();
            }
        },
    );
    let restore =
        move |row: UserRow| super::bin::restore(row.id, session, toaster, t(), after_removal);
    let on_act = Callback::new(move |(act, row): (RowAct, UserRow)| match act {
        RowAct::Edit => edited.set(Some(row.id)),
        RowAct::Tokens => tokens_of.set(Some(row.id)),
        RowAct::Delete => deleted.set(Some(row.id)),
        RowAct::Restore => restore(row),
        RowAct::Purge => purged.set(Some((row.id, row.login_id))),
    });
    let choose = Callback::new(move |company: Option<CompanyId>| {
        on_go.run(UserView {
            company,
            ..view.get_untracked().at_the_top()
        });
    });
    let on_add = move || may_add().then(|| Callback::new(move |company| add_to(Some(company))));
    let add_button = move || {
        view! {
            <Show when=may_add>
                <Button kind=ButtonKind::Act icon=IconName::UserPlus on_click=move || untrack(add_here)>
                    {move || t().add_user()}
                </Button>
            </Show>
        }
    };
    let actions = move || {
        view! {
            <Show when=move || may_select(session)>
                <LinkButton href="/admin/jobs" icon=IconName::Activity>{move || j().jobs()}</LinkButton>
            </Show>
            <Show when=move || may_import(session)>
                <LinkButton href="/admin/users/import" icon=IconName::Upload>{move || t().import()}</LinkButton>
            </Show>
            <DownloadLink href=Signal::derive(move || view.with(UserView::export))>{move || t().export()}</DownloadLink>
            {add_button()}
        }
    };
    let empty = move || {
        if view.with(|view| view.status == Some(AccountStatus::Deleted) && view.search.is_empty()) {
            view! { <EmptyState title=move || t().bin_empty() icon=IconName::Bin/> }.into_any()
        } else if view.with(UserView::is_filtered) {
            let clear = move || on_go.run(view.get_untracked().without_filters());
            view! { <NothingMatches title=move || t().nothing_matches() on_clear=clear/> }
                .into_any()
        } else {
            view! { <EmptyState title=move || t().none_yet() icon=IconName::Users>{add_button()}</EmptyState> }.into_any()
        }
    };
    view! {
        <PageTitle title=move || t().manage_users() actions/>
        <div class="manage-users">
            <CompanyPane companies chosen=chosen.into() on_choose=choose on_add=Signal::derive(on_add)/>
            <div class="company-finder">
                <CompanyFinder chosen=chosen.into() name on_choose=choose/>
            </div>
            <section class="users-pane" aria-labelledby="users-heading">
                <Heading name view on_go on_replace/>
                <UserFilters view on_go on_replace/>
                <BulkBar picked view users/>
                <UserTable view users picked=may_select(session).then_some(picked) on_go on_act empty/>
            </section>
        </div>
        <AddUser open=add_open company=adding on_added=move |user: app::users::User| {
            focus_next.set_value(vec![user.id]);
            reload();
        }/>
        <TokenDialog who=tokens_of on_saved=|_: app::users::User| ()/>
        <EditUser who=edited on_saved=move |user: app::users::User| {
            focus_next.set_value(vec![user.id]);
            reload();
        }/>
        <DeleteDialog who=deleted on_deleted=after_removal/>
        <PurgeUser who=purged on_purged=after_removal/>
    }
}
