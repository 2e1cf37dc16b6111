//! The home page: a greeting, what wants attention, the numbers of an administrator, and what this user may open.

use leptos::prelude::*;

use super::{
    attention::AttentionList,
    dashboard::Numbers,
    places::{self, Place},
};
use crate::i18n::{HomeWords, full_name, use_language, words};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::ui::{DateTime, Icon};

/// What one sees first when signed in.
#[component]
pub fn HomePage() -> impl IntoView {
    let (t, language) = (words(HomeWords), use_language());
    let session = use_session();
    let me = Memo::new(move |_| session.me());
    let greeting = move || match me.get() {
        Some(me) => t().welcome(&full_name(language.get(), &me.first_name, &me.last_name)),
        None => t().home().to_owned(),
    };
    let company = move || {
        me.get().map(|me| {
            format!(
                "{} · {}",
                me.company.name,
                me.company.kind.words(language.get())
            )
        })
    };
    let before = move || {
        me.get().and_then(|me| me.previous_sign_in_at).map(|at| view! {
            <p class="home-before">{t().previous_sign_in()} " " <DateTime at=at.to_string()/></p>
        })
    };
    let places = Memo::new(move |_| {
        let admin = me.get().map(|me| places::admin(&me, t()));
        // Nobody's page is empty.
        admin
            .filter(|places| !places.is_empty())
            .unwrap_or_else(|| places::own(t(), language.get()))
    });
    view! {
        <PageTitle title=greeting>
            <p class="home-company">{company}</p>
        </PageTitle>
        <AttentionList/>
        <Numbers/>
        <h2 class="home-heading">{move || t().may_open()}</h2>
        <ul class="tiles">{move || places.get().into_iter().map(tile).collect_view()}</ul>
        {before}
    }
}

fn tile(place: Place) -> impl IntoView {
    view! {
        <li>
            <a class="tile card" href=place.href>
                <Icon name=place.icon/>
                <span class="tile-name">{place.label}</span>
                <span class="tile-about">{place.about}</span>
            </a>
        </li>
    }
}
