//! What a change of policies would do, in numbers and in words.

use app::{
    policies::{PolicyImpact, SettingEffect},
    users::SignInElsewhere,
};
use leptos::prelude::*;

use crate::i18n::{AddressWords, CommonWords, PolicyWords, use_language, words};
use crate::ui::{Alert, Cell, Column, DateTime, Row, Table, Tone};

/// Which companies and users a change touches, and each setting before and after.
#[component]
pub fn ImpactView(
    /// What it would do.
    impact: PolicyImpact,
) -> impl IntoView {
    let (t, c, language) = (words(PolicyWords), words(CommonWords), use_language());
    let PolicyImpact {
        companies,
        named,
        users,
        effects,
        kept_out,
        elsewhere,
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
        .collect::<Vec<_>>();
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
            <p>{touches}" "{move || names.join(c().between_names())}{(left > 0).then(|| view! { " "{move || t().and_more(left)} })}</p>
            <ul class="policy-effects">{effects.into_iter().map(line).collect_view()}</ul>
            {(kept_out > 0).then(|| view! { <p><strong>{move || t().kept_out(kept_out)}</strong></p> })}
        </Alert>
        {(!elsewhere.is_empty()).then(|| view! { <KeptOut sign_ins=elsewhere/> })}
    }
    .into_any()
}

/// Who signed in of late from where they would no longer get in.
#[component]
fn KeptOut(sign_ins: Vec<SignInElsewhere>) -> impl IntoView {
    let (t, a) = (words(PolicyWords), words(AddressWords));
    let columns = move || {
        vec![
            Column::new("user", t().user()),
            Column::new("address", a().address()),
            Column::new("times", a().times()).numeric(),
            Column::new("last", a().last()),
        ]
    };
    let line = move |sign_in: SignInElsewhere| {
        view! {
            <Row>
                <Cell label=move || t().user()>{sign_in.user.login_id}</Cell>
                <Cell label=move || a().address()><span class="mono">{sign_in.address}</span></Cell>
                <Cell label=move || a().times() numeric=true>{sign_in.times}</Cell>
                <Cell label=move || a().last()><DateTime at=sign_in.last_at.to_string()/></Cell>
            </Row>
        }
    };
    view! {
        <Table caption=move || a().elsewhere() columns=Signal::derive(columns) compact=true>
            {sign_ins.into_iter().map(line).collect_view()}
        </Table>
    }
}
