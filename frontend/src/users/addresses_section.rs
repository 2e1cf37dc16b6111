//! User Detail, Addresses: from where the user may come.

use app::{policies::TrustedAddress, roles::Permission, users::User};
use leptos::prelude::*;

use super::{addresses_dialog::AddressesDialog, oneself::is_oneself};
use crate::i18n::{AddressWords, use_language, words};
use crate::session::use_session;
use crate::ui::{Button, DescriptionList, DescriptionRow, IconName, Section};

/// The section Addresses.
#[component]
pub(super) fn AddressesSection(
    user: User,
    /// Told of the user as they are now.
    on_changed: Callback<Option<User>>,
) -> impl IntoView {
    let (t, language) = (words(AddressWords), use_language());
    let session = use_session();
    let open = RwSignal::new(false);
    let (id, may_act_on) = (user.id, user.may_act_on && user.deleted_at.is_none());
    // Whoever is kept to an office must not let themselves out of it; the operator's administrators could anyway.
    let may = move || {
        may_act_on
            && !session.is_acting()
            && session.may(Permission::UsersUpdate)
            && (!is_oneself(session, id) || session.may(Permission::OperatorManage))
    };
    let actions = move || {
        view! {
            <Show when=may>
                <Button icon=IconName::Edit on_click=move || open.set(true)>{move || t().edit()}</Button>
            </Show>
        }
    };
    let own = user.trusted_addresses.clone();
    let policy = user.policy_addresses.clone();
    let is_own = !own.is_empty();
    let in_force = own.or(&policy.value).entries().to_vec();
    let list = move || {
        if in_force.is_empty() {
            return view! { <span>{t().anywhere()}</span> }.into_any();
        }
        let entry =
            |address: &TrustedAddress| view! { <li class="tag mono">{address.to_string()}</li> };
        view! { <ul class="tags">{in_force.iter().map(entry).collect_view()}</ul> }.into_any()
    };
    let origin = move || match is_own {
        true => t().set_for_user().to_owned(),
        false => policy.origin.words(language.get()),
    };
    view! {
        <Section id="addresses" title=move || t().addresses() actions>
            <DescriptionList>
                <DescriptionRow label=move || t().title()>
                    {list}
                    <p class="policy-origin">{origin}</p>
                </DescriptionRow>
            </DescriptionList>
        </Section>
        <AddressesDialog user open on_changed/>
    }
}
