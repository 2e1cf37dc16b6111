//! What a change of a role means for those who have it, before it is saved.

use app::{
    grouped,
    roles::{HolderEffect, RolePreview},
};
use leptos::prelude::*;

use super::difference::ChangeList;
use crate::i18n::{RoleWords, words};
use crate::ui::browser;

/// What the role gains and loses, and who gains and loses by it.
#[component]
pub(super) fn WhatChanges(preview: RolePreview) -> impl IntoView {
    let t = words(RoleWords);
    let RolePreview {
        added,
        removed,
        holders,
        affected,
        is_exact,
        named,
    } = preview;
    let texts_only = added.is_empty() && removed.is_empty();
    let sentence = move || match () {
        () if texts_only => t().texts_only().to_owned(),
        () if holders == 0 => t().nobody_has_it().to_owned(),
        () if affected == 0 => t().nobody_affected(holders),
        () => t().affected(&grouped(affected), &grouped(holders)),
    };
    let left = affected.saturating_sub(named.len() as u64);
    // The form's button stays where it was and means something else now: who presses it has to hear what.
    Effect::new(move || browser::focus("what-changes"));
    let line = |effect: HolderEffect| {
        view! {
            <li>
                <p class="effect-who"><span class="mono">{effect.user.login_id}</span>" "{effect.user.name}</p>
                <ChangeList gained=effect.gained lost=effect.lost/>
            </li>
        }
    };
    view! {
        <div class="what-changes">
            <h3 class="matrix-title" id="what-changes" tabindex="-1">{move || t().what_changes()}</h3>
            {(!texts_only).then(|| view! { <ChangeList gained=added lost=removed/> })}
            <p>{sentence}</p>
            {(!is_exact).then(|| view! { <p class="matrix-legend">{move || t().only_first()}</p> })}
            {(affected > 0).then(|| view! {
                <ul class="effects">
                    {named.into_iter().map(line).collect_view()}
                    {(left > 0).then(|| view! { <li>{move || t().and_more(left)}</li> })}
                </ul>
            })}
        </div>
    }
}
