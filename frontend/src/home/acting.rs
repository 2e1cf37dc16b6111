//! Logged in as another user: the banner on every page, the way back, and the end.

use app::{
    UserId,
    sessions::{ActingOver, api},
    sign_in::Me,
};
use leptos::{ev, prelude::*, task::spawn_local};
use std::time::Duration;

use crate::i18n::{ActingWords, full_name, use_language, words};
use crate::session::{Session, use_session};
use crate::shell::{ActingBar, AuthCard};
use crate::ui::{
    Alert, Button, ButtonKind, DateStyle, TimeZone, Toaster, Tone, browser, format_moment,
    use_toaster,
};

/// The longest that a browser's timer counts.
const LONGEST_WAIT: f64 = 86_400_000.0;

/// As whom one is signed in, and the way back; nothing for whoever is themselves.
#[component]
pub(super) fn ActingBanner() -> impl IntoView {
    let (t, language) = (words(ActingWords), use_language());
    let (session, toaster) = (use_session(), use_toaster());
    let zone = use_context::<TimeZone>();
    let me = Memo::new(move |_| session.me().filter(|me| me.acting.is_some()));
    let says = move |me: &Me| {
        let acting = me.acting.as_ref()?;
        let language = language.get();
        let zone = zone.and_then(|TimeZone(zone)| zone.get());
        let until = acting.until.to_string();
        let until = format_moment(&until, DateStyle::Time, language, zone.as_deref());
        let name = full_name(language, &me.first_name, &me.last_name);
        let until = until.unwrap_or_default();
        Some(t().signed_in_as(&acting.by.name, &name, &me.login_id, &until))
    };
    let reason = move |me: &Me| Some(t().because(&me.acting.as_ref()?.reason));
    let told = move |say: &dyn Fn(&Me) -> Option<String>| {
        me.with(|me| me.as_ref().and_then(say)).unwrap_or_default()
    };
    view! {
        <Show when=move || me.with(Option::is_some)>
            <ActingBar
                says=Signal::derive(move || told(&says))
                reason=Signal::derive(move || told(&reason))
                on_return=move || go_back(session, toaster)
            />
        </Show>
    }
}

/// Goes back to oneself, and to the page of the user one was.
pub(super) fn go_back(session: Session, toaster: Toaster) {
    let language = use_language();
    let Some(me) = session.me_untracked() else {
        return;
    };
    spawn_local(async move {
        match session.ask(api::go_back()).await {
            Ok(_) => browser::open(&page_of(me.id)),
            Err(refusal) => toaster.say(Tone::Danger, refusal.words(language.get_untracked())),
        }
    });
}

fn page_of(user: UserId) -> String {
    format!("/admin/users/{user}")
}

/// What stands in the place of every page when it ended by itself, until that was read.
#[component]
pub(super) fn ActingOverCard(over: ActingOver) -> impl IntoView {
    let (t, language) = (words(ActingWords), use_language());
    let (session, toaster) = (use_session(), use_toaster());
    let busy = RwSignal::new(false);
    let (subject, why) = (over.subject, over.why);
    let id = subject.id;
    let title = move || t().over_title(&subject.name);
    let go_on = move || {
        busy.set(true);
        spawn_local(async move {
            match session.ask(api::go_back()).await {
                Ok(_) => browser::open(&page_of(id)),
                Err(refusal) => toaster.say(Tone::Danger, refusal.words(language.get_untracked())),
            }
            busy.try_set(false);
        });
    };
    view! {
        <AuthCard title=Signal::derive(title)>
            <Alert tone=Tone::Attention live=true><p>{move || why.words(language.get())}</p></Alert>
            <p>{move || t().over_text()}</p>
            <Button kind=ButtonKind::Act busy on_click=go_on>{move || t().go_on()}</Button>
        </AuthCard>
    }
}

/// Asks again who one is when the time is over, and whenever the window is looked at again: in another one somebody may have
/// gone back, or logged in as somebody else.
pub(super) fn notice_changes() {
    let session = use_session();
    let ask = move || {
        spawn_local(async move {
            // The answer is kept in the session, which the pages follow.
            let _ = session.refresh().await;
        });
    };
    let focused = window_event_listener(ev::focus, move |_| ask());
    on_cleanup(move || focused.remove());
    let until = Memo::new(move |_| session.me()?.acting.map(|acting| acting.until));
    Effect::new(move |timer: Option<Option<TimeoutHandle>>| {
        if let Some(Some(timer)) = timer {
            timer.clear();
        }
        let left = until.get()?.millis() as f64 - js_sys::Date::now();
        // A little later, so that the server's clock is there too.
        let left = (left + 500.0).clamp(0.0, LONGEST_WAIT);
        set_timeout_with_handle(ask, Duration::from_millis(left as u64)).ok()
    });
}
