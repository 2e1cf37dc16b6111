//! User Detail, Tokens: what programs act for the user, for administrators who may see it.

use app::{
    UserId,
    roles::Permission,
    tokens::{IssuedToken, api::list_tokens},
    users::User,
};
use leptos::prelude::*;

use super::{
    delete::{DeleteTokens, Doomed},
    issue::IssueToken,
    issued::{IssuedDialog, Made},
    table::TokenTable,
};
use crate::i18n::{IssuedTokenWords, words};
use crate::session::use_session;
use crate::ui::{Button, IconName, LoadFailed, Loaded, Section, Skeleton};

/// The section Tokens.
#[component]
pub fn TokensSection(
    /// Whose they are.
    id: UserId,
    /// The user, as far as known.
    user: Loaded<User>,
    /// Counts what may have ended tokens.
    round: RwSignal<u32>,
    /// Told that something has changed.
    on_changed: Callback<Option<User>>,
) -> impl IntoView {
    let t = words(IssuedTokenWords);
    let session = use_session();
    let tokens = Loaded::new(
        move || Some((round.get(), id)),
        move |(_, id)| session.ask(list_tokens(id)),
    );
    let doomed = RwSignal::new(None::<Doomed>);
    let is_own = move || session.me().is_some_and(|me| me.id == id);
    let may_act_on = move || user.with(|user| user.is_some_and(|user| user.may_act_on));
    let may_change = Signal::derive(move || {
        is_own() && !session.is_acting() || session.may(Permission::TokensDelete) && may_act_on()
    });
    let is_kept = move || user.with(|user| user.is_some_and(|user| user.deleted_at.is_none()));
    let may_issue = move || {
        session.may(Permission::TokensIssue)
            && !session.is_acting()
            && !is_own()
            && may_act_on()
            && is_kept()
    };
    let login_id =
        move || user.with(|user| user.map(|user| user.login_id.clone()).unwrap_or_default());
    let (issuing, made) = (RwSignal::new(false), RwSignal::new(None::<Made>));
    let show = move |issued: IssuedToken| {
        made.set(Some(Made {
            issued,
            login_id: untrack(login_id),
            replaced: false,
        }));
        on_changed.run(None);
    };
    let count = move || tokens.with(|tokens| tokens.map_or(0, Vec::len) as u64);
    let actions = move || {
        view! {
            <Show when=may_issue>
                <Button icon=IconName::Key on_click=move || issuing.set(true)>{move || t().issue_api()}</Button>
            </Show>
            <Show when=move || { may_change.get() && count() > 1 }>
                <Button icon=IconName::Trash on_click=move || doomed.set(Some(Doomed::All(count())))>
                    {move || t().delete_all()}
                </Button>
            </Show>
        }
    };
    view! {
        <Section id="tokens" title=move || t().tokens() actions>
            <p class="section-lead">{move || t().who_sees()}</p>
            <LoadFailed refusal=tokens.refusal() on_retry=move || tokens.again()/>
            <Show when=move || !tokens.is_here() && tokens.busy().get()><Skeleton lines=2/></Show>
            <Show when=move || tokens.is_here() && count() == 0><p class="nothing">{move || t().none_of_user()}</p></Show>
            <Show when=move || { count() > 0 }>
                <TokenTable tokens may_change on_delete=move |token| doomed.set(Some(Doomed::One(token)))/>
            </Show>
        </Section>
        <IssueToken open=issuing user=id login_id=Signal::derive(login_id) on_issued=show/>
        <IssuedDialog made/>
        <DeleteTokens
            user=Signal::stored(Some(id)) doomed heading="tokens-title" on_deleted=move |()| on_changed.run(None)
        />
    }
}
