//! The fields that Add User and Edit User have in common.

use app::{
    CompanyId, Language,
    companies::CompanyTree,
    roles::{Permission, Role},
};
use leptos::prelude::*;

use super::{filters::load_roles, typed::Typed};
use crate::companies::{company_choices, in_order};
use crate::i18n::{UserWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    CheckChoice, CheckGroup, CheckboxField, Choice, DateField, Loaded, Refused, SelectField,
    SuggestField, TextField, day,
};

/// The fields of the form, each by its own signal.
#[derive(Clone, Copy)]
pub(super) struct UserForm {
    pub login_id: RwSignal<String>,
    pub email: RwSignal<String>,
    pub first_name: RwSignal<String>,
    pub last_name: RwSignal<String>,
    pub company: RwSignal<String>,
    pub related: RwSignal<Vec<String>>,
    pub roles: RwSignal<Vec<String>>,
    pub expires: RwSignal<String>,
    pub otp: RwSignal<bool>,
    pub language: RwSignal<String>,
    pub time_zone: RwSignal<String>,
    pub parent_level: RwSignal<bool>,
}

impl UserForm {
    /// A form that begins with these values.
    pub fn new(typed: Typed) -> Self {
        Self {
            login_id: RwSignal::new(typed.login_id),
            email: RwSignal::new(typed.email),
            first_name: RwSignal::new(typed.first_name),
            last_name: RwSignal::new(typed.last_name),
            company: RwSignal::new(typed.company),
            related: RwSignal::new(typed.related),
            roles: RwSignal::new(typed.roles),
            expires: RwSignal::new(typed.expires),
            otp: RwSignal::new(typed.otp),
            language: RwSignal::new(typed.language),
            time_zone: RwSignal::new(typed.time_zone),
            parent_level: RwSignal::new(typed.parent_level),
        }
    }

    /// What stands in it; follows every change.
    pub fn typed(&self) -> Typed {
        let ordered = |mut ids: Vec<String>| {
            ids.sort();
            ids
        };
        Typed {
            login_id: self.login_id.get(),
            email: self.email.get(),
            first_name: self.first_name.get(),
            last_name: self.last_name.get(),
            company: self.company.get(),
            related: ordered(self.related.get()),
            roles: ordered(self.roles.get()),
            expires: self.expires.get(),
            otp: self.otp.get(),
            language: self.language.get(),
            time_zone: self.time_zone.get(),
            parent_level: self.parent_level.get(),
        }
    }

    /// Puts other values in.
    pub fn fill(&self, typed: Typed) {
        self.login_id.set(typed.login_id);
        self.email.set(typed.email);
        self.first_name.set(typed.first_name);
        self.last_name.set(typed.last_name);
        self.company.set(typed.company);
        self.related.set(typed.related);
        self.roles.set(typed.roles);
        self.expires.set(typed.expires);
        self.otp.set(typed.otp);
        self.language.set(typed.language);
        self.time_zone.set(typed.time_zone);
        self.parent_level.set(typed.parent_level);
    }
}

/// Name and label of every field, for the summary of what is wrong.
pub(super) fn field_labels(t: UserWords) -> Vec<(&'static str, String)> {
    [
        ("login_id", t.login_id()),
        ("email", t.email()),
        ("first_name", t.first_name()),
        ("last_name", t.last_name()),
        ("company", t.company()),
        ("related_companies", t.related_companies()),
        ("roles", t.roles()),
        ("expires_at", t.expiration_date()),
        ("otp_configured", t.otp_configured()),
        ("two_factor", t.otp_configured()),
        ("language", t.language()),
        ("time_zone", t.time_zone()),
        ("parent_level", t.parent_level()),
    ]
    .map(|(name, label)| (name, label.to_owned()))
    .to_vec()
}

/// E-mail and names, in the order of the reader's language.
#[component]
pub(super) fn PersonFields(form: UserForm, refused: Refused) -> impl IntoView {
    let (t, language) = (words(UserWords), use_language());
    let first = move || {
        view! {
            <TextField label=move || t().first_name() value=form.first_name name="first_name" required=true error=refused.field("first_name") autocomplete="off"/>
        }
    };
    let last = move || {
        view! {
            <TextField label=move || t().last_name() value=form.last_name name="last_name" required=true error=refused.field("last_name") autocomplete="off"/>
        }
    };
    move || match language.get() {
        Language::English => view! { {first()} {last()} }.into_any(),
        Language::Japanese => view! { {last()} {first()} }.into_any(),
    }
}

/// Company, related companies and roles.
#[component]
pub(super) fn AccessFields(
    form: UserForm,
    refused: Refused,
    companies: Loaded<CompanyTree>,
) -> impl IntoView {
    let (t, language) = (words(UserWords), use_language());
    let session = use_session();
    let company = Memo::new(move |_| form.company.get().parse().ok().map(CompanyId));
    let choices = Memo::new(move |_| {
        companies.with(|tree| {
            tree.map(|tree| company_choices(&tree.companies))
                .unwrap_or_default()
        })
    });
    let related = move || {
        let own = form.company.get();
        companies.with(|tree| {
            let companies = tree
                .map(|tree| tree.companies.as_slice())
                .unwrap_or_default();
            in_order(companies)
                .into_iter()
                .map(|(_, company)| CheckChoice {
                    value: company.id.to_string(),
                    label: company.name.clone(),
                    barred: None,
                })
                .filter(|choice| choice.value != own)
                .collect::<Vec<_>>()
        })
    };
    let roles = load_roles(move || company.get().filter(|_| session.may(Permission::RolesRead)));
    let at_first = form.company.get_untracked();
    // A role of the former company may not be there in the new one.
    Effect::new(move || {
        let moved = form.company.get() != at_first;
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
        <SelectField label=move || t().company() value=form.company choices name="company" required=true error=refused.field("company")/>
        <Show when=move || session.may(Permission::RolesRead)>
            <CheckGroup
                label=move || t().roles() chosen=form.roles choices=Signal::derive(role_choices)
                name="roles" hint=role_hint error=refused.field("roles")
            />
        </Show>
        <CheckGroup
            label=move || t().related_companies() chosen=form.related choices=Signal::derive(related)
            name="related_companies" hint=move || t().related_hint() error=refused.field("related_companies")
        />
    }
}

/// Expiration date, OTP Configured, language and time zone.
#[component]
pub(super) fn AccountFields(
    form: UserForm,
    refused: Refused,
    /// What the box OTP Configured says about itself.
    #[prop(into)]
    otp_hint: Signal<String>,
    /// Its name on the wire: the draft and the change have different ones.
    otp_name: &'static str,
) -> impl IntoView {
    let t = words(UserWords);
    let zone = day::reader_zone();
    let today = day::today(&zone);
    let languages = Language::ALL
        .map(|language| Choice::new(language.tag(), language.name()))
        .to_vec();
    let zones = day::time_zones();
    view! {
        <DateField
            label=move || t().expiration_date() value=form.expires name="expires_at" min=today
            hint=move || t().expiration_hint(&zone) error=refused.field("expires_at")
        />
        <CheckboxField
            label=move || t().otp_configured() checked=form.otp name=otp_name hint=otp_hint error=refused.field(otp_name)
        />
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
