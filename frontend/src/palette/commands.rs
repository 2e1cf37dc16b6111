//! The pages and actions that whoever is signed in may use, known without asking the server.

use app::{
    Language,
    account::{ACCOUNT, CHANGE_PASSWORD, PREFERENCES, Theme},
    roles::Permission,
};
use leptos::prelude::*;

use super::entry::{Act, Entry, Kind};
use crate::i18n::{
    AccountWords, ActingWords, CommonWords, CompanyWords, HomeWords, IssuedTokenWords, JobWords,
    PaletteWords, PolicyWords, PreferenceWords, ProfileWords, RoleWords, ShortcutWords, UserWords,
};
use crate::session::Session;
use crate::shell::NavSection;
use crate::tokens::TOKENS;
use crate::ui::IconName;
use crate::users::{may_add, may_import, may_select};

/// What the navigation shows, in a language.
pub(super) type Places = Callback<Language, Vec<NavSection>>;

/// The pages, then the actions, each found by its English label too.
pub(super) fn commands(session: Session, spoken: Language, places: Places) -> Vec<Entry> {
    let all = |language| {
        let pages = pages(session, language, &places.run(language));
        let actions = actions(session, language);
        let acts = acts(session, language, spoken);
        pages.into_iter().chain(actions).chain(acts)
    };
    all(spoken)
        .zip(all(Language::English))
        .map(|(own, english)| Entry {
            also: english.text(),
            ..own
        })
        .collect()
}

fn pages(session: Session, language: Language, places: &[NavSection]) -> Vec<Entry> {
    let page = |icon, label: &str, within: &str, href: String| {
        Entry::place(Kind::Page, icon, label, within, href)
    };
    let account = AccountWords(language);
    let section = |icon, label, id| {
        let href = format!("{ACCOUNT}#{id}");
        page(icon, label, account.title(), href)
    };
    let own = |icon, label, href: &str| page(icon, label, "", href.to_owned());
    let navigation = places.iter().flat_map(NavSection::places).map(|place| {
        let icon = place.item.icon.unwrap_or(IconName::Right);
        page(icon, &place.item.label, place.within, place.href.to_owned())
    });
    let jobs = JobWords(language).jobs();
    let jobs = may_select(session).then(|| own(IconName::Activity, jobs, "/admin/jobs"));
    navigation
        .chain(jobs)
        .chain([
            own(IconName::User, account.title(), ACCOUNT),
            section(IconName::Edit, ProfileWords(language).title(), "profile"),
            section(IconName::Shield, account.security(), "security"),
            section(IconName::Phone, account.sessions(), "sessions"),
            section(IconName::Clock, account.activity(), "activity"),
            own(IconName::Key, IssuedTokenWords(language).title(), TOKENS),
            own(
                IconName::Screen,
                PreferenceWords(language).title(),
                PREFERENCES,
            ),
        ])
        .collect()
}

fn actions(session: Session, language: Language) -> Vec<Entry> {
    let leading = |icon, label: &str, href: &str| {
        Entry::place(Kind::Action, icon, label, "", href.to_owned())
    };
    let (may, oneself) = (|one| session.may(one), !session.is_acting());
    let may_create = |page, action| may(page) && may(action);
    let (users, account) = (UserWords(language), AccountWords(language));
    let offered = [
        (
            may(Permission::UsersRead) && may_add(session),
            leading(
                IconName::UserPlus,
                users.add_user(),
                "/admin/users?add=user",
            ),
        ),
        (
            may_import(session),
            leading(IconName::Upload, users.import(), "/admin/users/import"),
        ),
        (
            may_create(Permission::CompaniesRead, Permission::CompaniesCreate),
            leading(
                IconName::Company,
                CompanyWords(language).create(),
                "/admin/companies?create=company",
            ),
        ),
        (
            may_create(Permission::RolesRead, Permission::RolesCreate),
            leading(
                IconName::Role,
                RoleWords(language).create(),
                "/admin/roles?create=role",
            ),
        ),
        (
            may_create(Permission::PoliciesRead, Permission::PoliciesCreate),
            leading(
                IconName::Policy,
                PolicyWords(language).create(),
                "/admin/policy-classes?create=class",
            ),
        ),
        (
            oneself,
            leading(
                IconName::Key,
                IssuedTokenWords(language).issue(),
                &format!("{TOKENS}?issue=token"),
            ),
        ),
        (
            oneself,
            leading(IconName::Lock, account.change_password(), CHANGE_PASSWORD),
        ),
        (
            oneself,
            leading(
                IconName::Qr,
                account.set_up(),
                &format!("{ACCOUNT}?set_up=authenticator"),
            ),
        ),
    ];
    offered
        .into_iter()
        .filter_map(|(is_offered, entry)| is_offered.then_some(entry))
        .collect()
}

/// What is done on the spot.
fn acts(session: Session, language: Language, spoken: Language) -> Vec<Entry> {
    let (t, c) = (PaletteWords(language), CommonWords(language));
    // Whose portal it is while somebody else acts keeps its own light.
    let seen = session.me().filter(|me| me.acting.is_none());
    let seen = seen.map(|me| me.theme);
    let theme = |theme: Theme| {
        let (icon, name) = match theme {
            Theme::System => (IconName::Screen, c.theme_system()),
            Theme::Light => (IconName::Sun, c.theme_light()),
            Theme::Dark => (IconName::Moon, c.theme_dark()),
        };
        Entry::act(icon, &t.theme_to(name), "", Act::Theme(theme))
    };
    let speak = |language: Language| {
        let name = match language {
            Language::English => t.english(),
            Language::Japanese => t.japanese(),
            Language::Chinese => t.chinese(),
        };
        let label = t.language_to(language.name());
        Entry::act(IconName::Globe, &label, name, Act::Speak(language))
    };
    let themes = Theme::ALL
        .into_iter()
        .filter(|theme| seen.is_some_and(|seen| seen != *theme));
    let languages = Language::ALL.into_iter().filter(|one| *one != spoken);
    let shortcuts = ShortcutWords(language).title();
    let back = ActingWords(language);
    let back = session
        .is_acting()
        .then(|| Entry::act(IconName::Undo, back.go_back(), back.banner(), Act::GoBack));
    let sign_out = HomeWords(language).sign_out();
    themes
        .map(theme)
        .chain(languages.map(speak))
        .chain([Entry::act(
            IconName::Keyboard,
            shortcuts,
            "",
            Act::ListShortcuts,
        )])
        .chain(back)
        .chain([Entry::act(IconName::SignOut, sign_out, "", Act::SignOut)])
        .collect()
}
