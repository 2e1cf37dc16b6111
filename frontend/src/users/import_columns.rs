//! What a file of users holds: its columns, an example, and the easiest way to get one.

use app::{sign_in::Me, users::UserColumn};
use leptos::prelude::*;

use crate::i18n::{ImportWords, use_language, words};
use crate::session::use_session;
use crate::ui::{Button, DescriptionList, DownloadLink, IconName, Section, browser};

/// The columns explained, with a file to begin from.
#[component]
pub(super) fn ImportColumns() -> impl IntoView {
    let (t, language) = (words(ImportWords), use_language());
    let session = use_session();
    let download = move || {
        if let Some(me) = session.me_untracked() {
            // A browser that keeps no files has said so itself.
            let _ = browser::download("users-example.csv", &example(&me));
        }
    };
    let line = move |column: UserColumn| {
        view! {
            <div class="description-row">
                <dt>
                    <code class="mono import-heading">{column.code()}</code>
                    <span class="import-column">{move || column.words(language.get())}</span>
                </dt>
                <dd>{move || column.about(language.get())}</dd>
            </div>
        }
    };
    view! {
        <Section id="import-columns" title=move || t().columns()>
            <div class="import-begin">
                <p>{move || t().easiest()}</p>
                <div class="import-files">
                    <DownloadLink href="/api/v1/users/export">{move || t().export()}</DownloadLink>
                    <Button icon=IconName::Download on_click=download>{move || t().example()}</Button>
                </div>
                <p>{move || t().columns_text()}</p>
            </div>
            <DescriptionList>{UserColumn::ALL.map(line).collect_view()}</DescriptionList>
        </Section>
    }
}

/// A file with one new user of the reader's own company.
fn example(me: &Me) -> String {
    let company = me.company.id.to_string();
    let cells = [
        (UserColumn::LoginId, "hana.sato"),
        (UserColumn::Email, "hana.sato@example.com"),
        (UserColumn::FirstName, "Hana"),
        (UserColumn::LastName, "Sato"),
        (UserColumn::Company, &company),
        (UserColumn::Roles, ""),
        (UserColumn::ExpiresAt, ""),
        (UserColumn::TwoFactor, "inherit"),
        (UserColumn::Language, me.language.tag()),
        (UserColumn::TimeZone, &me.time_zone),
    ];
    let record = |cell: fn(&(UserColumn, &str)) -> String| {
        cells.iter().map(cell).collect::<Vec<_>>().join(",")
    };
    let headings = record(|(column, _)| column.code().to_owned());
    let values = record(|(_, value)| (*value).to_owned());
    format!("{headings}\r\n{values}\r\n")
}
