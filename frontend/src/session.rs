//! Who is signed in: asked once, kept for every page, and noticed when it ends.
//!
//! ```ignore
//! let session = use_session();
//! let users = session.ask(list_users(query)).await;   // every call to the server goes through `ask`
//! if session.may(Permission::UsersCreate) { … }       // follows the signed-in user
//! ```

use std::future::Future;

use app::{
    Language, Refusal,
    account::{Preferences, PreferencesChange, Theme, api::change_preferences},
    door::SIGN_IN,
    roles::Permission,
    sessions::{ActingRefusal, Ending},
    sign_in::{Me, api},
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
    location::Location,
};

use crate::i18n::{CommonWords, HomeWords, choose_language, use_language, words};
use crate::session_watch::watch;
use crate::shell::AuthCard;
use crate::ui::{
    Alert, Button, ButtonKind, DateFormats, Skeleton, TimeZone, Tone, apply_theme, browser,
};

/// What is known about who is signed in.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "there is one of it in the whole page"
)]
pub enum Presence {
    /// Not asked yet, or the answer is on its way.
    Asking,
    /// Nobody.
    Nobody,
    /// This user.
    Somebody(Me),
    /// It could not be learnt.
    Unknown(Refusal),
}

/// Why nobody is signed in any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parting {
    /// The user signed out here.
    SignedOut,
    /// The session ended elsewhere, with why, if that is known: whoever signs out in another tab leaves no reason.
    Ended(Option<Ending>),
}

/// The one answer to "who is signed in?", for all pages.
#[derive(Clone, Copy, Debug)]
pub struct Session {
    presence: RwSignal<Presence>,
    parting: RwSignal<Option<Parting>>,
    asked: StoredValue<bool>,
}

/// Makes the session known to the whole app, and with it the reader's time zone. Nothing is asked yet.
pub fn provide_session() -> Session {
    let session = Session {
        presence: RwSignal::new(Presence::Asking),
        parting: RwSignal::new(None),
        asked: StoredValue::new(false),
    };
    provide_context(session);
    let zone = RwSignal::new(None);
    provide_context(TimeZone(zone));
    let formats = DateFormats {
        output: RwSignal::new(String::new()),
        input: RwSignal::new(String::new()),
    };
    provide_context(formats);
    let spoken = use_language();
    // A memo, so that news about the same user undo no choice that is on its way to the server.
    let preferred = Memo::new(move |_| session.me().map(|me| me.preferences()));
    Effect::new(move || {
        if let Some(preferred) = preferred.get() {
            zone.set(Some(preferred.time_zone));
            formats.output.set(preferred.date_output);
            formats.input.set(preferred.date_input);
            apply_theme(preferred.theme.code());
            choose_language(spoken, preferred.language);
        }
    });
    Effect::new(move || session.keep_language(spoken.get()));
    session
}

/// The session of the app.
pub fn use_session() -> Session {
    use_context().unwrap_or_else(provide_session)
}

impl Session {
    /// What is known; follows every change.
    pub fn presence(self) -> Presence {
        self.presence.get()
    }

    /// The signed-in user; follows every change.
    pub fn me(self) -> Option<Me> {
        match self.presence.get() {
            Presence::Somebody(me) => Some(me),
            Presence::Asking | Presence::Nobody | Presence::Unknown(_) => None,
        }
    }

    /// The signed-in user at this moment.
    pub fn me_untracked(self) -> Option<Me> {
        untrack(|| self.me())
    }

    /// Whether the page may show what needs `permission`. The server decides again on every call.
    pub fn may(self, permission: Permission) -> bool {
        self.presence
            .with(|presence| matches!(presence, Presence::Somebody(me) if me.may(permission)))
    }

    /// Whether somebody else is logged in as the user: then the server refuses what concerns credentials and rights.
    pub fn is_acting(self) -> bool {
        self.presence
            .with(|presence| matches!(presence, Presence::Somebody(me) if me.acting.is_some()))
    }

    /// Why nobody is signed in any more, until somebody is.
    pub fn parting(self) -> Option<Parting> {
        self.parting.get()
    }

    /// Asks who is signed in, unless that was asked before.
    pub fn ensure(self) {
        if !self.asked.get_value() {
            spawn_local(async move {
                // The answer is kept in `presence`, where the pages read it.
                let _ = self.refresh().await;
            });
        }
    }

    /// Asks again who is signed in.
    pub async fn refresh(self) -> Result<Me, Refusal> {
        self.asked.set_value(true);
        let answer = self.ask(api::get_me()).await;
        match &answer {
            Ok(me) => {
                self.parting.set(None);
                if self.is_another(me) {
                    // What was loaded as somebody else must not stay on the screen.
                    browser::reload();
                }
                self.presence.set(Presence::Somebody(me.clone()));
            }
            Err(refusal) if refusal.nobody_signed_in() => {}
            // A hiccup of the network signs nobody out.
            Err(_) if self.is_somebodys() => {}
            Err(refusal) => self.presence.set(Presence::Unknown(refusal.clone())),
        }
        answer
    }

    /// What the signed-in user prefers has been changed.
    pub fn prefer(self, now: Preferences) {
        self.presence.try_update(|presence| {
            if let Presence::Somebody(me) = presence {
                me.language = now.language;
                me.time_zone = now.time_zone;
                me.date_output = now.date_output;
                me.date_input = now.date_input;
                me.theme = now.theme;
            }
        });
    }

    /// Shows the portal in another light, and keeps that with the account.
    pub fn choose_theme(self, theme: Theme) {
        let Some(me) = self.me_untracked() else {
            return;
        };
        self.prefer(Preferences {
            theme,
            ..me.preferences()
        });
        spawn_local(async move {
            let change = PreferencesChange {
                theme: Some(theme),
                ..PreferencesChange::default()
            };
            // If it cannot be kept, it is seen here all the same.
            let _ = self.ask(change_preferences(change)).await;
        });
    }

    /// The language that somebody chooses is kept with their account, unless somebody else is logged in as them.
    fn keep_language(self, chosen: Language) {
        let differs = |me: &Me| me.acting.is_none() && me.language != chosen;
        if !self.me_untracked().is_some_and(|me| differs(&me)) {
            return;
        }
        spawn_local(async move {
            let change = PreferencesChange {
                language: Some(chosen),
                ..PreferencesChange::default()
            };
            // If it cannot be kept, it is spoken here all the same.
            if let Ok(now) = self.ask(change_preferences(change)).await {
                self.prefer(now);
            }
        });
    }

    /// Signs out; the page around leads to where one signs in.
    pub async fn sign_out(self) -> Result<(), Refusal> {
        match api::sign_out().await {
            Err(refusal) if !refusal.nobody_signed_in() => Err(refusal),
            _ => {
                self.parting.set(Some(Parting::SignedOut));
                self.presence.set(Presence::Nobody);
                Ok(())
            }
        }
    }

    /// The signed-in user has closed their account.
    pub fn closed(self) {
        self.part(Some(Ending::AccountDeleted));
    }

    /// Waits for a call to the server, and notices if its answer is that nobody is signed in any more.
    pub async fn ask<T>(
        self,
        call: impl Future<Output = Result<T, Refusal>>,
    ) -> Result<T, Refusal> {
        let answer = call.await;
        match &answer {
            Err(Refusal::SessionEnded(ending)) => self.part(Some(ending.clone())),
            Err(Refusal::NotSignedIn) if self.is_somebodys() => self.part(None),
            Err(Refusal::NotSignedIn) => self.presence.set(Presence::Nobody),
            // Why, and as whom one goes on.
            Err(Refusal::Acting(ActingRefusal::Over)) => spawn_local(async move {
                let _ = self.refresh().await;
            }),
            _ => {}
        }
        answer
    }

    /// Whether the page was loaded for somebody else than `me`, who is not to be told first why.
    fn is_another(self, me: &Me) -> bool {
        self.presence.with_untracked(|presence| {
            matches!(presence, Presence::Somebody(before) if before.id != me.id && me.acting_over.is_none())
        })
    }

    fn part(self, why: Option<Ending>) {
        self.parting.set(Some(Parting::Ended(why)));
        self.presence.set(Presence::Nobody);
    }

    /// Whether somebody is known to be signed in, without following changes.
    pub fn is_somebodys(self) -> bool {
        self.presence
            .with_untracked(|presence| matches!(presence, Presence::Somebody(_)))
    }
}

/// Shows its children to somebody who is signed in; leads everybody else to where one signs in, and back.
#[component]
pub fn SignedInOnly(
    /// What only signed-in users see.
    children: ChildrenFn,
) -> impl IntoView {
    let (t, c, language) = (words(HomeWords), words(CommonWords), use_language());
    let session = use_session();
    session.ensure();
    watch(session);
    let (here, lead_to) = (use_location(), lead_to());
    Effect::new(move || {
        if session.presence() == Presence::Nobody {
            match session.parting.get_untracked() {
                Some(Parting::SignedOut) => lead_to(SIGN_IN),
                Some(Parting::Ended(_)) | None => lead_to(&sign_in_address(&address_of(&here))),
            }
        }
    });
    // A memo, so that news about the same user rebuilds no page.
    let inside = Memo::new(move |_| {
        session
            .presence
            .with(|presence| matches!(presence, Presence::Somebody(_)))
    });
    let retry = move || {
        session.presence.set(Presence::Asking);
        spawn_local(async move {
            let _ = session.refresh().await;
        });
    };
    let outside = move || {
        match session.presence() {
        Presence::Unknown(refusal) => view! {
            <AuthCard title=move || t().no_answer()>
                <Alert tone=Tone::Danger live=true><p>{move || refusal.words(language.get())}</p></Alert>
                <Button kind=ButtonKind::Act on_click=retry>{move || c().retry()}</Button>
            </AuthCard>
        }
        .into_any(),
        Presence::Asking | Presence::Nobody | Presence::Somebody(_) => {
            view! { <main class="main"><Skeleton/></main> }.into_any()
        }
    }
    };
    view! { <Show when=move || inside.get() fallback=move || outside>{children()}</Show> }
}

/// Leads to where one signs in, and back.
#[component]
pub fn SignInFirst() -> impl IntoView {
    let (here, lead_to) = (use_location(), lead_to());
    Effect::new(move || lead_to(&sign_in_address(&address_of(&here))));
}

/// Goes on within the app, in the place of the page that is shown.
fn lead_to() -> impl Fn(&str) {
    let navigate = use_navigate();
    move |address| {
        let options = NavigateOptions {
            replace: true,
            ..Default::default()
        };
        navigate(address, options);
    }
}

/// The path with all that stands behind it.
fn address_of(here: &Location) -> String {
    let search = here.search.get_untracked();
    let search = match search.strip_prefix('?').unwrap_or(&search) {
        "" => String::new(),
        search => format!("?{search}"),
    };
    format!(
        "{}{search}{}",
        here.pathname.get_untracked(),
        here.hash.get_untracked()
    )
}

/// The address of the sign-in page that leads back to `here` afterwards.
pub fn sign_in_address(here: &str) -> String {
    match local_path(here) {
        None | Some("/") => SIGN_IN.to_owned(),
        Some(path) => format!("{SIGN_IN}?next={}", js_sys::encode_uri_component(path)),
    }
}

/// `text` if it is a path of this site, so that nobody can be led elsewhere by a forged `next`.
pub fn local_path(text: &str) -> Option<&str> {
    let local = text.starts_with('/')
        && !text.starts_with("//")
        // Browsers read `\` as `/` and skip tabs and line breaks.
        && !text.contains(|c: char| c == '\\' || c.is_control())
        && !text.starts_with(SIGN_IN);
    local.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn only_a_path_of_this_site_is_returned_to() {
        for good in ["/", "/admin/users?q=a&sort=name#top", "/a//b"] {
            assert_eq!(local_path(good), Some(good));
        }
        for bad in [
            "",
            "admin",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "https://evil.example",
            "/sign-in",
        ] {
            assert_eq!(local_path(bad), None, "{bad}");
        }
    }
}
