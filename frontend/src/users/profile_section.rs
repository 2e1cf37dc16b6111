//! User Detail, Profile: who the user is and where they belong.

use app::{grouped, users::User};
use leptos::prelude::*;

use super::ends::end_in_words;
use crate::i18n::{ExpiryWords, UserWords, full_name, use_language, words};
use crate::ui::{DateStyle, DateTime, DescriptionList, DescriptionRow, Section};

/// The section Profile.
#[component]
pub(super) fn ProfileSection(user: User) -> impl IntoView {
    let (t, language) = (words(UserWords), use_language());
    let (e, zone) = (words(ExpiryWords), user.time_zone.clone());
    let (first, last) = (user.first_name, user.last_name);
    let parent = match user.parent {
        Some(parent) => {
            view! { <a class="mono" href=format!("/admin/users/{}", parent.id)>{parent.login_id}</a>" "{parent.name} }.into_any()
        }
        None => view! { <span class="nothing">{move || t().no_parent()}</span> }.into_any(),
    };
    let expires = match user.expires_at {
        Some(at) => view! {
            <time class="moment" datetime=at.to_string() title=at.to_minute()>
                {move || end_in_words(e(), at, &zone)}
            </time>
            " "<span class="nothing">"("<DateTime at=at.to_string() style=DateStyle::Relative/>")"</span>
        }
        .into_any(),
        None => view! { <span class="nothing">{move || t().no_end()}</span> }.into_any(),
    };
    view! {
        <Section id="profile" title=move || t().profile()>
            <DescriptionList>
                <DescriptionRow label=move || t().name()>{move || full_name(language.get(), &first, &last)}</DescriptionRow>
                <DescriptionRow label=move || t().email()>
                    {user.email}
                    {user.pending_email.map(|pending| view! {
                        <p class="nothing">
                            {move || match pending.expired {
                                true => t().waited(&pending.email),
                                false => t().waits(&pending.email),
                            }}
                        </p>
                    })}
                </DescriptionRow>
                {told(user.group).map(|group| view! { <DescriptionRow label=move || t().group()>{group}</DescriptionRow> })}
                {told(user.description).map(|said| view! {
                    <DescriptionRow label=move || t().description()>{said}</DescriptionRow>
                })}
                <DescriptionRow label=move || t().company()>
                    <a href=format!("/admin/users?company={}", user.company.id)>{user.company.name}</a>
                    " · "{move || user.company.kind.words(language.get())}
                </DescriptionRow>
                <DescriptionRow label=move || t().parent_user()>{parent}</DescriptionRow>
                <DescriptionRow label=move || t().sub_users()>{grouped(user.sub_users)}</DescriptionRow>
                <DescriptionRow label=move || t().expiration_date()>{expires}</DescriptionRow>
                <DescriptionRow label=move || t().language()><span lang=user.language.tag()>{user.language.name()}</span></DescriptionRow>
                <DescriptionRow label=move || t().time_zone()>{user.time_zone}</DescriptionRow>
                <DescriptionRow label=move || t().created()><DateTime at=user.created_at.to_string()/></DescriptionRow>
                {user.deleted_at.map(|at| view! {
                    <DescriptionRow label=move || t().deleted()><DateTime at=at.to_string()/></DescriptionRow>
                })}
            </DescriptionList>
        </Section>
    }
}

/// What is told, if anything is.
fn told(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}
