//! The form of Add User and Edit User: what stands in each field, and what it is called.

use app::{CompanyId, companies::CompanyRef};
use leptos::prelude::*;

use super::typed::{Typed, in_order};
use crate::i18n::UserWords;

/// The fields of the form, each by its own signal.
#[derive(Clone, Copy)]
pub(super) struct UserForm {
    pub login_id: RwSignal<String>,
    pub email: RwSignal<String>,
    pub first_name: RwSignal<String>,
    pub last_name: RwSignal<String>,
    pub group: RwSignal<String>,
    pub description: RwSignal<String>,
    pub company: RwSignal<Option<CompanyRef>>,
    pub related: RwSignal<Vec<CompanyRef>>,
    pub roles: RwSignal<Vec<String>>,
    pub expires: RwSignal<String>,
    pub otp: RwSignal<bool>,
    pub two_factor: RwSignal<String>,
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
            group: RwSignal::new(typed.group),
            description: RwSignal::new(typed.description),
            company: RwSignal::new(typed.company),
            related: RwSignal::new(typed.related),
            roles: RwSignal::new(typed.roles),
            expires: RwSignal::new(typed.expires),
            otp: RwSignal::new(typed.otp),
            two_factor: RwSignal::new(typed.two_factor),
            language: RwSignal::new(typed.language),
            time_zone: RwSignal::new(typed.time_zone),
            parent_level: RwSignal::new(typed.parent_level),
        }
    }

    /// What stands in it; follows every change.
    pub fn typed(&self) -> Typed {
        let mut roles = self.roles.get();
        roles.sort();
        Typed {
            login_id: self.login_id.get(),
            email: self.email.get(),
            first_name: self.first_name.get(),
            last_name: self.last_name.get(),
            group: self.group.get(),
            description: self.description.get(),
            company: self.company.get(),
            related: in_order(self.related.get()),
            roles,
            expires: self.expires.get(),
            otp: self.otp.get(),
            two_factor: self.two_factor.get(),
            language: self.language.get(),
            time_zone: self.time_zone.get(),
            parent_level: self.parent_level.get(),
        }
    }

    /// The company chosen; follows every change.
    pub fn company_id(&self) -> Option<CompanyId> {
        self.company
            .with(|company| company.as_ref().map(|company| company.id))
    }

    /// Puts other values in.
    pub fn fill(&self, typed: Typed) {
        self.login_id.set(typed.login_id);
        self.email.set(typed.email);
        self.first_name.set(typed.first_name);
        self.last_name.set(typed.last_name);
        self.group.set(typed.group);
        self.description.set(typed.description);
        self.company.set(typed.company);
        self.related.set(typed.related);
        self.roles.set(typed.roles);
        self.expires.set(typed.expires);
        self.otp.set(typed.otp);
        self.two_factor.set(typed.two_factor);
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
        ("group", t.group()),
        ("description", t.description()),
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
