//! What a change of policies would do, in numbers and in words.

use app::policies::{PolicyImpact, SettingEffect};
use leptos::prelude::*;

use crate::i18n::{PolicyWords, use_language, words};
use crate::ui::{Alert, Tone};

/// Which companies and users a change touches, and each setting before and after.
#[component]
pub fn ImpactView(
    /// What it would do.
    impact: PolicyImpact,
) -> impl IntoView {
    let (t, language) = (words(PolicyWords), use_language());
    let PolicyImpact {
        companies,
        named,
        users,
        effects,
        ..
    } = impact;
    if companies == 0 {
        return view! { <Alert tone=Tone::Info live=true>{move || t().impact_none()}</Alert> }
            .into_any();
    }
    let left = companies.saturating_sub(named.len() as u64);
    let names = named
        .into_iter()
        .map(|company| company.name)
        .collect::<Vec<_>>()
        .join(", ");
    let touches =
        move || t().impact_touches(&t().impact_companies(companies), &t().impact_users(users));
    let line = move |effect: SettingEffect| {
        let SettingEffect {
            setting,
            before,
            after,
            users,
            without_authenticator,
            ..
        } = effect;
        let lacking = without_authenticator
            .filter(|&count| count > 0 && after == app::policies::SettingValue::YesNo(true));
        let says = move || {
            let language = language.get();
            t().effect(
                setting.words(language),
                &setting.say(&before, language),
                &setting.say(&after, language),
            )
        };
        view! {
            <li>
                <strong>{says}</strong>" "{move || t().effect_users(&t().impact_users(users))}
                {lacking.map(|count| view! { <br/>{move || t().without_authenticator(count)} })}
            </li>
        }
    };
    view! {
        <Alert tone=Tone::Attention title=Signal::derive(move || t().impact_title().to_owned()) live=true>
            <p>{touches}" "{names}{(left > 0).then(|| view! { " "{move || t().and_more(left)} })}</p>
            <ul class="policy-effects">{effects.into_iter().map(line).collect_view()}</ul>
        </Alert>
    }
    .into_any()
}
