//! The places one may go, by permission: the navigation and the home page show the same ones.

use app::{
    Language,
    account::{ACCOUNT, PREFERENCES},
    roles::Permission,
    sign_in::Me,
};

use crate::i18n::{AccountWords, HomeWords, IssuedTokenWords, PreferenceWords};
use crate::shell::{NavItem, NavSection};
use crate::tokens::TOKENS;
use crate::ui::IconName;

/// A place, and what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub href: &'static str,
    pub icon: IconName,
    pub label: &'static str,
    pub about: &'static str,
    /// Whether it stands below Access control.
    pub access_control: bool,
}

/// The places of the section ADMIN that `me` may open.
pub(super) fn admin(me: &Me, t: HomeWords) -> Vec<Place> {
    let place = |permission, href, icon, label, about| {
        me.may(permission).then_some(Place {
            href,
            icon,
            label,
            about,
            access_control: false,
        })
    };
    [
        place(
            Permission::UsersRead,
            "/admin/users",
            IconName::Users,
            t.users(),
            t.users_about(),
        ),
        place(
            Permission::CompaniesRead,
            "/admin/companies",
            IconName::Company,
            t.companies(),
            t.companies_about(),
        ),
        place(
            Permission::RolesRead,
            "/admin/roles",
            IconName::Role,
            t.roles(),
            t.roles_about(),
        )
        .map(|place| Place {
            access_control: true,
            ..place
        }),
        place(
            Permission::PoliciesRead,
            "/admin/policy-classes",
            IconName::Policy,
            t.policies(),
            t.policies_about(),
        )
        .map(|place| Place {
            access_control: true,
            ..place
        }),
        place(
            Permission::AuditRead,
            "/admin/audit",
            IconName::Audit,
            t.audit(),
            t.audit_about(),
        ),
        place(
            Permission::MailRead,
            "/admin/mail",
            IconName::Mail,
            t.mail(),
            t.mail_about(),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The places that everybody has.
pub(super) fn own(t: HomeWords, language: Language) -> Vec<Place> {
    let place = |href, icon, label, about| Place {
        href,
        icon,
        label,
        about,
        access_control: false,
    };
    vec![
        place(
            ACCOUNT,
            IconName::User,
            AccountWords(language).title(),
            t.account_about(),
        ),
        place(
            TOKENS,
            IconName::Key,
            IssuedTokenWords(language).title(),
            t.tokens_about(),
        ),
        place(
            PREFERENCES,
            IconName::Screen,
            PreferenceWords(language).title(),
            t.preferences_about(),
        ),
    ]
}

/// The left side of the shell for `me`.
pub(super) fn navigation(me: &Me, t: HomeWords) -> Vec<NavSection> {
    let item = |label: &str, href: &str, icon| NavItem {
        label: label.to_owned(),
        href: Some(href.to_owned()),
        icon: Some(icon),
        children: Vec::new(),
    };
    let home = NavSection {
        heading: None,
        items: vec![item(t.home(), "/", IconName::Home)],
    };
    let mut items: Vec<NavItem> = Vec::new();
    for place in admin(me, t) {
        let own = item(place.label, place.href, place.icon);
        match items.last_mut() {
            _ if !place.access_control => items.push(own),
            Some(group) if group.href.is_none() => group.children.push(own),
            _ => items.push(NavItem {
                label: t.access_control().to_owned(),
                href: None,
                icon: Some(IconName::Key),
                children: vec![own],
            }),
        }
    }
    let admin = (!items.is_empty()).then(|| NavSection {
        heading: Some(t.admin().to_owned()),
        items,
    });
    [Some(home), admin].into_iter().flatten().collect()
}
