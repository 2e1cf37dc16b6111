//! Apply to all accounts of this company: who is affected is shown before it is confirmed.

use app::{
    CompanyId, Refusal, Timestamp,
    users::{ExpiryPreview, LeftOut, WhyLeftOut, api::preview_expiry},
};
use leptos::prelude::*;

use super::ends::end_in_words;
use crate::i18n::{CommonWords, ExpiryWords, use_language, words};
use crate::session::use_session;
use crate::ui::{Alert, ConfirmDialog, LoadFailed, Loaded, Skeleton, Tone};

/// What is to be applied: the company and when its accounts end.
pub(super) type Asked = (CompanyId, Option<Timestamp>);

/// What the dialog is told while its preview is applied.
#[derive(Clone, Copy)]
pub(super) struct Applying {
    /// What is asked; the dialog is open while something is.
    pub asked: RwSignal<Option<Asked>>,
    /// It is being applied.
    pub busy: RwSignal<bool>,
    /// Accounts or dates were no longer those that were shown.
    pub changed: RwSignal<bool>,
    /// Why it was not applied.
    pub error: RwSignal<Option<Refusal>>,
}

impl Applying {
    /// Nothing is asked.
    pub fn new() -> Self {
        Self {
            asked: RwSignal::new(None),
            busy: RwSignal::new(false),
            changed: RwSignal::new(false),
            error: RwSignal::new(None),
        }
    }

    /// Asks.
    pub fn ask(&self, what: Asked) {
        self.changed.set(false);
        self.error.set(None);
        self.asked.set(Some(what));
    }
}

/// The question with its preview.
#[component]
pub(super) fn CompanyExpiryDialog(
    applying: Applying,
    /// The user's time zone, in which the date was typed.
    #[prop(into)]
    zone: Signal<String>,
    /// Applies what was shown.
    #[prop(into)]
    on_confirm: Callback<ExpiryPreview>,
) -> impl IntoView {
    let (t, language) = (words(ExpiryWords), use_language());
    let session = use_session();
    let open = RwSignal::new(false);
    let preview = Loaded::new(
        move || applying.asked.get(),
        move |(company, end)| session.ask(preview_expiry(company, end)),
    );
    Effect::new(move || {
        let is_asked = applying.asked.get().is_some();
        if is_asked {
            preview.forget();
        }
        if open.get_untracked() != is_asked {
            open.set(is_asked);
        }
    });
    // Closed by Esc or Cancel: nothing is asked any more.
    Effect::new(move || {
        if !open.get() && applying.asked.with_untracked(Option::is_some) {
            applying.asked.set(None);
        }
    });
    Effect::new(move || {
        if applying.changed.get() {
            preview.again();
        }
    });
    let with = move |say: &dyn Fn(&ExpiryPreview) -> String| {
        preview.with(|preview| preview.map(say).unwrap_or_default())
    };
    let title = move || with(&|preview| t().title(&preview.company.name));
    let confirm = move || {
        preview.with(
            |preview| match preview.map_or(0, |preview| preview.changed) {
                0 => t().confirm_none().to_owned(),
                count => t().confirm(count),
            },
        )
    };
    let confirmed = move || {
        if let Some(shown) = preview.get_untracked() {
            on_confirm.run(shown);
        }
    };
    let waiting = move || preview.busy().get() || !preview.is_here();
    view! {
        <ConfirmDialog
            open
            title=Signal::derive(title)
            confirm=Signal::derive(confirm)
            on_confirm=confirmed
            busy=Signal::derive(move || applying.busy.get() || waiting())
            error=Signal::derive(move || applying.error.get().map(|refusal| refusal.words(language.get())))
        >
            <Show when=move || applying.changed.get()>
                <Alert tone=Tone::Attention live=true>{move || t().changed()}</Alert>
            </Show>
            <LoadFailed refusal=preview.refusal() on_retry=move || preview.again()/>
            {move || match preview.get() {
                Some(preview) => view! { <WhatChanges preview zone=zone.get_untracked()/> }.into_any(),
                None if preview.refusal().get().is_none() => view! { <Skeleton lines=4/> }.into_any(),
                None => ().into_any(),
            }}
        </ConfirmDialog>
    }
}

/// Who gets another date, and who does not.
#[component]
fn WhatChanges(preview: ExpiryPreview, zone: String) -> impl IntoView {
    let (t, c) = (words(ExpiryWords), words(CommonWords));
    let ExpiryPreview {
        expires_at,
        changed,
        earlier,
        later,
        revived,
        unchanged,
        left_out_count,
        left_out,
        ..
    } = preview;
    let first = move || match (changed, expires_at) {
        (0, _) => t().sets_nobody().to_owned(),
        (count, Some(at)) => t().sets(count, &end_in_words(t(), at, &zone)),
        (count, None) => t().frees(count),
    };
    let line = |count: u64, say: fn(&ExpiryWords, u64) -> String| {
        (count > 0).then(|| view! { <li>{move || say(&t(), count)}</li> })
    };
    let more = left_out_count.saturating_sub(left_out.len() as u64);
    let kept = move |LeftOut { user, why }: LeftOut| {
        let why = move || match why {
            WhyLeftOut::Oneself => t().why_oneself(),
            WhyLeftOut::Stronger => t().why_stronger(),
        };
        view! { <li><span class="mono">{user.login_id}</span>{move || c().colon()}{why}</li> }
    };
    view! {
        <ul class="goes">
            <li>{first}</li>
            {line(earlier, |t, count| t.earlier(count))}
            {line(later, |t, count| t.later(count))}
            {line(revived, |t, count| t.revived(count))}
            {line(unchanged, |t, count| t.unchanged(count))}
            {(left_out_count > 0).then(|| view! {
                <li>
                    {move || t().left_out(left_out_count)}
                    <ul class="goes-along">
                        {left_out.into_iter().map(kept).collect_view()}
                        {(more > 0).then(|| view! { <li>{move || t().and_more(more)}</li> })}
                    </ul>
                </li>
            })}
        </ul>
        <p class="goes-note">{move || t().not_below()}</p>
    }
}
