//! The users and companies that the server finds, a moment after somebody pauses in typing.

use app::{
    CompanyId, Language, Page, PageQuery, Refusal,
    companies::{CompanyQuery, CompanyTree, api::get_company_tree},
    roles::Permission,
    users::{UserQuery, UserRow, api::list_users},
};
use leptos::prelude::*;

use super::{
    entry::{Entry, Kind},
    matching::Sought,
};
use crate::companies::{in_order, path_to};
use crate::i18n::{HomeWords, PaletteWords, full_name};
use crate::session::{Session, use_session};
use crate::ui::{IconName, Loaded, Pause, address::format_query};

/// So many of a kind are shown; the page about them shows the others.
const SHOWN: u32 = 6;

/// What was found for a text.
#[derive(Clone, Debug)]
struct Answer {
    text: String,
    entries: Vec<Entry>,
    /// Leads to all others, if there are more.
    others: Option<Entry>,
}

/// Users and companies that are looked for.
#[derive(Clone, Copy)]
pub(super) struct Found {
    typed: RwSignal<String>,
    asked: RwSignal<String>,
    pause: Pause,
    kinds: [(Signal<bool>, Loaded<Answer>); 2],
}

impl Found {
    /// Looks for what is `typed`. Nothing is asked for that whoever is signed in may not see.
    pub fn new(typed: RwSignal<String>, language: RwSignal<Language>) -> Self {
        let session = use_session();
        let asked = RwSignal::new(String::new());
        let may = move |permission| Signal::derive(move || session.may(permission));
        let question = move |is_allowed: Signal<bool>| {
            let text = asked.get();
            (is_allowed.get() && !text.is_empty()).then_some(text)
        };
        let (users, companies) = (may(Permission::UsersRead), may(Permission::CompaniesRead));
        let kinds = [
            (
                users,
                Loaded::new(
                    move || question(users),
                    move |text| find_users(session, text, language.get_untracked()),
                ),
            ),
            (
                companies,
                Loaded::new(
                    move || question(companies),
                    move |text| find_companies(session, text, language.get_untracked()),
                ),
            ),
        ];
        let ask = move || asked.set(trimmed(typed));
        Self {
            typed,
            asked,
            pause: Pause::new(ask),
            kinds,
        }
    }

    /// Asks when the typing pauses.
    pub fn pause(self) -> Pause {
        self.pause
    }

    /// Asks at once.
    pub fn ask_now(self) {
        self.pause.stop();
        self.asked.set(trimmed(self.typed));
    }

    /// Asks again what was refused.
    pub fn again(self) {
        for (_, found) in self.kinds {
            if found.is_refused() {
                found.again();
            }
        }
    }

    /// Whether an answer is awaited.
    pub fn is_searching(self) -> bool {
        let typed = self.typed.with(|typed| typed.trim().to_owned());
        let is_behind = self.asked.with(|asked| *asked != typed);
        let is_awaited = |(may, found): &(Signal<bool>, Loaded<Answer>)| {
            may.get() && (is_behind || found.busy().get())
        };
        !typed.is_empty() && self.kinds.iter().any(is_awaited)
    }

    /// Why the last answer was a refusal, if one was.
    pub fn refusal(self) -> Option<Refusal> {
        if self.typed.with(|typed| typed.trim().is_empty()) {
            return None;
        }
        self.kinds
            .iter()
            .find_map(|(_, found)| found.refusal().get())
    }

    /// The entries of a kind. Until a newer answer has come, those of the last one that fit what is typed now.
    pub fn entries(self, kind: Kind) -> Vec<Entry> {
        let typed = self.typed.with(|typed| typed.trim().to_owned());
        let [(_, users), (_, companies)] = self.kinds;
        let found = if kind == Kind::User { users } else { companies };
        found.with(|answer| match answer {
            _ if typed.is_empty() => Vec::new(),
            None => Vec::new(),
            Some(answer) if answer.text == typed => answer
                .entries
                .iter()
                .chain(&answer.others)
                .cloned()
                .collect(),
            Some(answer) => {
                let sought = Sought::new(&typed);
                let fits = |entry: &&Entry| sought.finds(&entry.text());
                answer.entries.iter().filter(fits).cloned().collect()
            }
        })
    }
}

fn trimmed(typed: RwSignal<String>) -> String {
    typed.with_untracked(|typed| typed.trim().to_owned())
}

async fn find_users(session: Session, text: String, language: Language) -> Result<Answer, Refusal> {
    let query = UserQuery {
        search: text.clone(),
        page: PageQuery {
            limit: Some(SHOWN),
            ..PageQuery::default()
        },
        ..UserQuery::default()
    };
    let page = session.ask(list_users(query)).await?;
    let others = page.next.is_some().then(|| {
        all_in(
            HomeWords(language).users(),
            "/admin/users",
            &text,
            Kind::User,
            language,
        )
    });
    Ok(Answer {
        entries: user_entries(&page, language),
        others,
        text,
    })
}

fn user_entries(page: &Page<UserRow>, language: Language) -> Vec<Entry> {
    page.items
        .iter()
        .map(|user| {
            let name = full_name(language, &user.first_name, &user.last_name);
            let detail = format!("{} · {}", user.login_id, user.company);
            let href = format!("/admin/users/{}", user.id);
            Entry {
                also: user.email.clone(),
                ..Entry::place(Kind::User, IconName::User, &name, &detail, href)
            }
        })
        .collect()
}

async fn find_companies(
    session: Session,
    text: String,
    language: Language,
) -> Result<Answer, Refusal> {
    let query = CompanyQuery {
        search: text.clone(),
        limit: Some(SHOWN),
        place_for: None,
    };
    let tree = session.ask(get_company_tree(query)).await?;
    let others = tree.more.then(|| {
        all_in(
            HomeWords(language).companies(),
            "/admin/companies",
            &text,
            Kind::Company,
            language,
        )
    });
    let leads_to: fn(CompanyId, &str) -> String =
        match untrack(|| session.may(Permission::UsersRead)) {
            true => |id, _| format!("/admin/users?company={id}"),
            false => |_, name| format!("/admin/companies{}", searching(name)),
        };
    Ok(Answer {
        entries: company_entries(&tree, &text, leads_to),
        others,
        text,
    })
}

/// Those that were looked for; what stands above them is told beside them.
fn company_entries(
    CompanyTree { companies, .. }: &CompanyTree,
    text: &str,
    leads_to: fn(CompanyId, &str) -> String,
) -> Vec<Entry> {
    let text = text.to_lowercase();
    in_order(companies)
        .into_iter()
        .filter(|(_, company)| company.name.to_lowercase().contains(&text))
        .take(SHOWN as usize)
        .map(|(_, company)| {
            let above = path_to(companies, company.id);
            let above: Vec<_> = above.iter().map(|above| &*above.name).collect();
            let href = leads_to(company.id, &company.name);
            Entry::place(
                Kind::Company,
                IconName::Company,
                &company.name,
                &above.join(" / "),
                href,
            )
        })
        .collect()
}

/// Leads to all that are found, on the page about them.
fn all_in(page: &str, path: &str, text: &str, kind: Kind, language: Language) -> Entry {
    let label = PaletteWords(language).all_in(page);
    Entry::place(
        kind,
        IconName::Right,
        &label,
        "",
        format!("{path}{}", searching(text)),
    )
}

/// The query of a list that is searched.
fn searching(text: &str) -> String {
    format_query(&[("q", text.to_owned())])
}
