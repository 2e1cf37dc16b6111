//! The page Issue token: one's own tokens.

use app::{
    account::ACCOUNT,
    tokens::{IssuedToken, Token, api::list_tokens},
};
use leptos::prelude::*;

use super::{
    delete::{DeleteTokens, Doomed},
    issue::IssueToken,
    issued::{IssuedDialog, Made},
    replace::ReplaceSecret,
    table::TokenTable,
};
use crate::i18n::{AccountWords, IssuedTokenWords, words};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::ui::{
    Alert, Button, ButtonKind, EmptyState, IconName, LoadFailed, Loaded, Section, Skeleton, Tone,
    use_address,
};

/// The address of the page.
pub const TOKENS: &str = "/account/tokens";

/// The page.
#[component]
pub fn TokensPage() -> impl IntoView {
    let (t, o) = (words(IssuedTokenWords), words(AccountWords));
    let session = use_session();
    let me = Memo::new(move |_| session.me().map(|me| me.id));
    let tokens = Loaded::new(move || me.get(), move |me| session.ask(list_tokens(me)));
    let issuing = RwSignal::new(false);
    let replacing = RwSignal::new(None::<Token>);
    let doomed = RwSignal::new(None::<Doomed>);
    let made = RwSignal::new(None::<Made>);
    let show = move |replaced| {
        move |issued: IssuedToken| {
            let login_id = session.me_untracked().map(|me| me.login_id);
            made.set(Some(Made {
                issued,
                login_id: login_id.unwrap_or_default(),
                replaced,
            }));
            tokens.again();
        }
    };
    let may = Signal::derive(move || !session.is_acting());
    use_address().opens(
        "issue",
        "token",
        move || issuing.get(),
        move || issuing.set(may.get()),
    );
    let count = move || tokens.with(|tokens| tokens.map_or(0, Vec::len) as u64);
    let none = move || tokens.is_here() && count() == 0;
    let issue = move || {
        view! {
            <Button kind=ButtonKind::Act icon=IconName::Plus on_click=move || issuing.set(true)>{move || t().issue()}</Button>
        }
    };
    let actions = move || view! { <Show when=move || may.get() && !none()>{issue()}</Show> };
    let of_all = move || {
        view! {
            <Show when=move || { may.get() && count() > 1 }>
                <Button icon=IconName::Trash on_click=move || doomed.set(Some(Doomed::All(count())))>
                    {move || t().delete_all()}
                </Button>
            </Show>
        }
    };
    view! {
        <p class="back"><a href=ACCOUNT>"‹ "{move || o().title()}</a></p>
        <PageTitle title=move || t().title() actions/>
        <Show when=move || !may.get()>
            <div class="user-standing"><Alert tone=Tone::Info>{move || t().acting()}</Alert></div>
        </Show>
        <Section id="tokens" title=move || t().your_tokens() actions=of_all>
            <p class="section-lead">{move || t().about()}</p>
            <LoadFailed refusal=tokens.refusal() on_retry=move || tokens.again()/>
            <Show when=move || !tokens.is_here() && tokens.busy().get()><Skeleton lines=4/></Show>
            <Show when=none>
                <EmptyState title=move || t().none_yet() icon=IconName::Key>
                    <Show when=move || may.get()>{issue()}</Show>
                </EmptyState>
            </Show>
            <Show when=move || { count() > 0 }>
                <TokenTable
                    tokens may_change=may
                    on_delete=move |token| doomed.set(Some(Doomed::One(token)))
                    on_replace=move |token| replacing.set(Some(token))
                />
            </Show>
        </Section>
        <IssueToken open=issuing on_issued=show(false)/>
        <ReplaceSecret token=replacing on_replaced=show(true)/>
        <IssuedDialog made/>
        <DeleteTokens user=me doomed heading="tokens-title" on_deleted=move |()| tokens.again()/>
    }
}
