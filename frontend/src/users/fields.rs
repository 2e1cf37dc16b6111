//! The fields that Add User and Edit User have in common, two by two as they stand beside each other.

use app::{
    Language, Timestamp,
    policies::{SettingValue, Shape, Sourced, TwoFactorSetting, api::get_company_policy},
    roles::{Permission, Role},
};
use leptos::prelude::*;

use super::{ends::end_in_words, filters::load_roles, form::UserForm};
use crate::companies::{CompaniesField, CompanyField};
use crate::i18n::{ExpiryWords, UserWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    CheckChoice, CheckGroup, CheckboxField, Choice, DateField, Loaded, Refused, SelectField,
    SuggestField, TextField, day,
};

/// First and last name, in the order of the reader's language.
#[component]
pub(super) fn NameFields(form: UserForm, refused: Refused) -> impl IntoView {
    let (t, language) = (words(UserWords), use_language());
    let first = move || {
        view! {
            <TextField
                label=move || t().first_name() value=form.first_name name="first_name" required=true autocomplete="off"
                error=refused.field("first_name")
            />
        }
    };
    let last = move || {
        view! {
            <TextField
                label=move || t().last_name() value=form.last_name name="last_name" required=true autocomplete="off"
                error=refused.field("last_name")
            />
        }
    };
    move || {
        if language.get().last_name_first() {
            view! { {last()} {first()} }.into_any()
        } else {
            view! { {first()} {last()} }.into_any()
        }
    }
}

/// Group and description.
#[component]
pub(super) fn AboutFields(form: UserForm, refused: Refused) -> impl IntoView {
    let t = words(UserWords);
    view! {
        <TextField
            label=move || t().group() value=form.group name="group" autocomplete="off" error=refused.field("group")
        />
        <TextField
            label=move || t().description() value=form.description name="description" autocomplete="off"
            error=refused.field("description")
        />
    }
}

/// Company and expiration date. The date is the last day, in the user's time zone.
#[component]
pub(super) fn PlaceFields(
    form: UserForm,
    refused: Refused,
    /// When the account ends as long as another day is not chosen.
    #[prop(optional, into)]
    kept: Signal<Option<Timestamp>>,
) -> impl IntoView {
    let (t, e) = (words(UserWords), words(ExpiryWords));
    let session = use_session();
    let zone = Memo::new(move |_| form.typed().zone().to_owned());
    let latest = move || session.me().and_then(|me| me.expires_at);
    let hint = move || {
        let end = kept
            .get()
            .or_else(|| form.typed().expires_at().ok().flatten());
        let end = end.map(|at| e().ends(&end_in_words(e(), at, &zone.get())));
        let latest = latest().map(|at| e().at_the_latest(&end_in_words(e(), at, &zone.get())));
        let sentences = [
            end.or_else(|| latest.is_none().then(|| e().empty().to_owned())),
            latest,
        ];
        sentences
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    };
    view! {
        <CompanyField label=move || t().company() value=form.company name="company" required=true error=refused.field("company")/>
        <DateField
            label=move || t().expiration_date() value=form.expires name="expires_at"
            min=move || day::today(&zone.get())
            max=move || latest().map(|at| day::last_day_until(at, &zone.get())).unwrap_or_default()
            hint error=refused.field("expires_at")
        />
    }
}

/// The box OTP Configured of Add User, which says so where the policy asks for it anyway.
#[component]
pub(super) fn OtpField(form: UserForm, refused: Refused) -> impl IntoView {
    let (t, language) = (words(UserWords), use_language());
    let session = use_session();
    let policy = Loaded::new(
        move || {
            let company = form.company_id();
            company.filter(|_| session.may(Permission::PoliciesRead))
        },
        move |company| session.ask(get_company_policy(company)),
    );
    let hint = move || {
        policy.with(
            |policy| match policy.map(|policy| &policy.in_force.two_factor_required) {
                Some(asked) if asked.value && form.company_id().is_some() => {
                    t().otp_anyway(&asked.origin.words(language.get()))
                }
                _ => t().otp_hint().to_owned(),
            },
        )
    };
    view! {
        <CheckboxField
            label=move || t().otp_configured() checked=form.otp name="otp_configured" hint=Signal::derive(hint)
            error=refused.field("otp_configured")
        />
    }
}

/// The two-factor setting of Edit User, and what inheriting it means now.
#[component]
pub(super) fn TwoFactorField(
    form: UserForm,
    refused: Refused,
    /// What the policy of the user's company says.
    policy: Sourced<bool>,
) -> impl IntoView {
    let (t, language) = (words(UserWords), use_language());
    let choices = move || {
        TwoFactorSetting::ALL
            .map(|setting| Choice::new(setting.code(), setting.words(language.get())))
            .to_vec()
    };
    let company = untrack(|| form.company_id());
    let hint = move || {
        if form.company_id() != company {
            return t().otp_moved().to_owned();
        }
        let state = SettingValue::YesNo(policy.value).words(Shape::YesNo, language.get());
        t().otp_now(&state, &policy.origin.words(language.get()))
    };
    view! {
        <SelectField
            label=move || t().otp_configured() value=form.two_factor choices=Signal::derive(choices) name="two_factor"
            hint=Signal::derive(hint) error=refused.field("two_factor")
        />
    }
}

/// Roles and related companies.
#[component]
pub(super) fn AccessFields(form: UserForm, refused: Refused) -> impl IntoView {
    let (t, language) = (words(UserWords), use_language());
    let session = use_session();
    let company = Memo::new(move |_| form.company_id());
    let roles = load_roles(move || company.get().filter(|_| session.may(Permission::RolesRead)));
    let at_first = company.get_untracked();
    // A role of the former company may not be there in the new one.
    Effect::new(move || {
        let moved = company.get() != at_first;
        roles.with(|roles| {
            if let (true, Some(roles)) = (moved, roles) {
                let there = |id: &String| roles.iter().any(|role| role.role.id.to_string() == *id);
                form.roles.update(|chosen| chosen.retain(there));
            }
        });
    });
    let may_assign = move || session.may(Permission::RolesAssign);
    let role_choices = move || {
        let choice = |role: &Role| CheckChoice {
            value: role.role.id.to_string(),
            label: role.role.words(language.get()),
            barred: match (may_assign(), role.grantable) {
                (true, true) => None,
                (true, false) => Some(t().role_not_yours().to_owned()),
                (false, _) => Some(String::new()),
            },
        };
        roles.with(|roles| roles.into_iter().flatten().map(choice).collect::<Vec<_>>())
    };
    let role_hint = move || {
        if may_assign() {
            t().roles_hint()
        } else {
            t().roles_not_yours()
        }
    };
    view! {
        <Show when=move || session.may(Permission::RolesRead)>
            <CheckGroup
                label=move || t().roles() chosen=form.roles choices=Signal::derive(role_choices)
                name="roles" hint=role_hint error=refused.field("roles")
            />
        </Show>
        <CompaniesField
            label=move || t().related_companies() value=form.related but=company name="related_companies"
            hint=move || t().related_hint() error=refused.field("related_companies")
        />
    }
}

/// Language and time zone.
#[component]
pub(super) fn LocaleFields(form: UserForm, refused: Refused) -> impl IntoView {
    let t = words(UserWords);
    let languages = Language::ALL
        .map(|language| Choice::new(language.tag(), language.name()))
        .to_vec();
    let zones = day::time_zones();
    view! {
        <SelectField
            label=move || t().language() value=form.language choices=Signal::stored(languages) name="language"
            error=refused.field("language")
        />
        <SuggestField
            label=move || t().time_zone() value=form.time_zone suggestions=Signal::stored(zones) name="time_zone"
            placeholder="UTC" error=refused.field("time_zone")
        />
    }
}
