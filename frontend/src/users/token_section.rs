//! User Detail, Token expiration: how long the user's apps stay signed in, and exclusive login.

use app::{
    UserId,
    policies::{OwnSetting, SettingValue, Shape},
    roles::Permission,
    users::{TokenValidity, User},
};
use leptos::prelude::*;

use super::token_dialog::TokenDialog;
use crate::i18n::{TokenWords, use_language, words};
use crate::session::use_session;
use crate::ui::{Button, DescriptionList, DescriptionRow, IconName, Section};

/// The section Token expiration.
#[component]
pub(super) fn TokenSection(
    user: User,
    /// Told of the user as they are now.
    on_changed: Callback<Option<User>>,
) -> impl IntoView {
    let (t, language) = (words(TokenWords), use_language());
    let session = use_session();
    let who = RwSignal::new(None::<UserId>);
    let (id, may_act_on) = (user.id, user.may_act_on && user.deleted_at.is_none());
    let actions = move || {
        view! {
            <Show when=move || may_act_on && !session.is_acting() && session.may(Permission::UsersUpdate)>
                <Button icon=IconName::Key on_click=move || who.set(Some(id))>{move || t().edit()}</Button>
            </Show>
        }
    };
    let set = user.token_expiration;
    let lifetime = StoredValue::new(set.clone());
    let lifetime_origin = move || match set.token_validity {
        TokenValidity::Inherit => set.policy_token_lifetime_days.origin.words(language.get()),
        _ => t().set_for_user().to_owned(),
    };
    let exclusive = move || SettingValue::YesNo(set.exclusive).words(Shape::YesNo, language.get());
    let policy = set.policy_exclusive_login;
    let exclusive_origin = move || match set.exclusive_login {
        OwnSetting::Inherit => policy.origin.words(language.get()),
        OwnSetting::Yes | OwnSetting::No => t().set_for_user().to_owned(),
    };
    view! {
        <Section id="token-expiration" title=move || t().title() actions>
            <DescriptionList>
                <DescriptionRow label=move || t().validity()>
                    {move || lifetime.with_value(|set| set.lifetime_words(language.get()))}
                    <p class="policy-origin">{lifetime_origin}</p>
                </DescriptionRow>
                <DescriptionRow label=move || t().exclusive()>
                    {exclusive}
                    <p class="policy-origin">{exclusive_origin}</p>
                </DescriptionRow>
            </DescriptionList>
        </Section>
        <TokenDialog who on_saved=move |user: User| on_changed.run(Some(user))/>
    }
}
