//! Import users: a file is chosen and sent, then its preview is looked at.

use app::{
    Refusal, grouped,
    jobs::{ImportOptions, ImportRefusal},
    roles::Permission,
    sessions::ActingRefusal,
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_navigate;
use web_sys::File;

use super::{
    import_columns::ImportColumns,
    recent,
    upload::{NotTaken, Upload},
};
use crate::i18n::{ImportWords, UserWords, use_language, words};
use crate::session::{Session, use_session};
use crate::shell::PageTitle;
use crate::ui::{
    Alert, Button, ButtonKind, CheckboxField, ErrorSummary, FieldProblem, FileField, Form,
    FormActions, IconName, LeaveGuard, ProgressBar, Tone, browser,
};

/// The most bytes a file may have: what is larger would be refused only after it has been sent.
const MOST_BYTES: f64 = (ImportOptions::LARGEST_MEBIBYTES * MEBI) as f64;
/// Bytes of a kibibyte and a mebibyte.
const KIBI: u64 = 1024;
const MEBI: u64 = 1024 * KIBI;
/// The name and id of the field.
const FILE: &str = "file";
/// The id of what says why a file was not taken.
const NOT_TAKEN: &str = "not-taken";

/// Whether importing can be offered to whoever is signed in.
pub fn may_import(session: Session) -> bool {
    barred(session).is_none()
}

fn barred(session: Session) -> Option<Refusal> {
    if session.is_acting() {
        return Some(Refusal::Acting(ActingRefusal::NotWhileActing));
    }
    let permission = Permission::UsersCreate;
    (!session.may(permission)).then_some(Refusal::NotAllowed(permission))
}

/// The page Import users.
#[component]
pub fn ImportUsers() -> impl IntoView {
    let (t, u, language) = (words(ImportWords), words(UserWords), use_language());
    let session = use_session();
    let why_not = Memo::new(move |_| barred(session));
    let page = move || match why_not.get() {
        Some(refusal) => view! {
            <Alert tone=Tone::Attention><p>{move || refusal.words(language.get())}</p></Alert>
        }
        .into_any(),
        None => view! {
            <div class="import">
                <ImportForm/>
                <ImportColumns/>
            </div>
        }
        .into_any(),
    };
    view! {
        <p class="back"><a href=recent::list_address()>"‹ "{move || u().back_to_list()}</a></p>
        <PageTitle title=move || t().title()>
            <p class="page-note">{move || t().about()}</p>
        </PageTitle>
        {page}
    }
}

/// What is wrong: with the choice of a file, or in the server's eyes.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wrong {
    NoFile,
    TooLarge,
    Not(NotTaken),
}

impl Wrong {
    /// What is wrong with the field itself.
    fn of_field(&self, t: ImportWords) -> Option<String> {
        match self {
            Wrong::NoFile => Some(t.no_file().to_owned()),
            Wrong::TooLarge => {
                let mebibytes = ImportOptions::LARGEST_MEBIBYTES;
                Some(ImportRefusal::TooLarge { mebibytes }.words(t.0))
            }
            Wrong::Not(NotTaken::Changed) => Some(t.changed().to_owned()),
            Wrong::Not(NotTaken::Unreachable | NotTaken::Told(_)) => None,
        }
    }
}

#[component]
fn ImportForm() -> impl IntoView {
    let (t, language) = (words(ImportWords), use_language());
    let session = use_session();
    let navigate = use_navigate();
    let file = RwSignal::<Option<File>, LocalStorage>::new_local(None);
    let issue = RwSignal::new(false);
    let wrong = RwSignal::new(None::<Wrong>);
    let sent = RwSignal::new(None::<(u64, u64)>);
    let busy = RwSignal::new(false);
    let under_way = StoredValue::new_local(None::<Upload>);
    on_cleanup(move || {
        if let Some(upload) = under_way.try_update_value(Option::take).flatten() {
            upload.abort();
        }
    });
    Effect::new(move || {
        file.track();
        wrong.set(None);
    });
    let submit = move || {
        let chosen = match file.get_untracked() {
            None => Err(Wrong::NoFile),
            Some(file) if file.size() > MOST_BYTES => Err(Wrong::TooLarge),
            Some(file) => Upload::new()
                .map(|upload| (file, upload))
                .ok_or(Wrong::Not(NotTaken::Unreachable)),
        };
        let (file, upload) = match chosen {
            Ok(chosen) => chosen,
            Err(why) => return wrong.set(Some(why)),
        };
        wrong.set(None);
        busy.set(true);
        under_way.set_value(Some(upload.clone()));
        let navigate = navigate.clone();
        spawn_local(async move {
            let on_sent = move |part, total| {
                // What is sent at once needs no bar.
                if part < total || sent.try_get_untracked().flatten().is_some() {
                    sent.try_set(Some((part, total)));
                }
            };
            let answer = upload
                .send(
                    &file,
                    issue.get_untracked(),
                    language.get_untracked(),
                    on_sent,
                )
                .await;
            // Who has left the page meanwhile has given it up.
            if under_way.try_update_value(Option::take).is_none() {
                return;
            }
            busy.set(false);
            sent.set(None);
            match answer {
                Ok(job) => navigate(&format!("/admin/jobs/{}", job.id), Default::default()),
                Err(why) => {
                    if matches!(&why, NotTaken::Told(problem) if problem.is_about_the_session()) {
                        let _ = session.refresh().await;
                    }
                    wrong.try_set(Some(Wrong::Not(why)));
                    request_animation_frame(|| browser::scroll_near(NOT_TAKEN));
                }
            }
        });
    };
    let field_error = move || wrong.get()?.of_field(t());
    let problems = move || {
        let problem = |message| FieldProblem {
            field: FILE.to_owned(),
            message,
        };
        field_error().map(problem).into_iter().collect::<Vec<_>>()
    };
    let reason = move || match wrong.get()? {
        Wrong::Not(NotTaken::Unreachable) => Some(Refusal::Unreachable.words(language.get())),
        Wrong::Not(NotTaken::Told(problem)) => Some(problem.detail),
        Wrong::NoFile | Wrong::TooLarge | Wrong::Not(NotTaken::Changed) => None,
    };
    let verb = move || match file.with(Option::is_some) {
        true => t().choose_another(),
        false => t().choose(),
    };
    view! {
        <section class="card import-form" aria-label=move || t().title()>
            <Form on_submit=submit busy>
                <ErrorSummary problems=Signal::derive(problems)/>
                <div id=NOT_TAKEN>
                    {move || reason().map(|reason| view! {
                        <Alert tone=Tone::Danger live=true title=move || t().not_taken()><p>{reason}</p></Alert>
                    })}
                </div>
                <FileField
                    label=move || t().file()
                    file
                    name=FILE
                    accept=".csv,text/csv"
                    invitation=move || t().drop_here()
                    verb=Signal::derive(move || verb().to_owned())
                    size=move |bytes| size_in_words(t(), bytes)
                    hint=move || t().file_hint(ImportOptions::MOST_ROWS, ImportOptions::LARGEST_MEBIBYTES)
                    error=Signal::derive(field_error)
                    disabled=busy
                />
                <Show when=move || session.may(Permission::CredentialsIssue)>
                    <CheckboxField
                        label=move || t().issue_credentials() checked=issue name="issue_credentials"
                        hint=move || t().issue_hint() disabled=busy
                    />
                </Show>
                <Sending sent/>
                <FormActions>
                    <Button kind=ButtonKind::Act icon=IconName::Eye submit=true busy>{move || t().check()}</Button>
                    <p class="field-hint import-next">{move || t().check_hint()}</p>
                </FormActions>
            </Form>
        </section>
        <LeaveGuard
            dirty=busy
            title=Signal::derive(move || t().leave_title().to_owned())
            text=Signal::derive(move || t().leave_text().to_owned())
            leave=Signal::derive(move || t().leave().to_owned())
        />
    }
}

/// How much of the file has gone.
#[component]
fn Sending(sent: RwSignal<Option<(u64, u64)>>) -> impl IntoView {
    let t = words(ImportWords);
    let text = move || match sent.get() {
        Some((part, total)) if part < total => {
            t().sent(&size_in_words(t(), part), &size_in_words(t(), total))
        }
        _ => t().all_sent().to_owned(),
    };
    let number = move |of: fn((u64, u64)) -> u64| sent.get().map_or(0, of);
    view! {
        <Show when=move || sent.get().is_some()>
            <ProgressBar
                text=Signal::derive(text)
                done=Signal::derive(move || number(|(part, _)| part))
                total=Signal::derive(move || number(|(_, total)| total))
            />
        </Show>
    }
}

/// "12.3 MiB"
fn size_in_words(t: ImportWords, bytes: u64) -> String {
    match bytes {
        0..KIBI => t.bytes(bytes),
        KIBI..MEBI => t.kibibytes(&grouped(bytes.div_ceil(KIBI))),
        _ => t.mebibytes(&format!("{:.1}", bytes as f64 / MEBI as f64)),
    }
}

#[cfg(test)]
mod tests {
    use app::Language;

    use super::size_in_words;
    use crate::i18n::ImportWords;

    #[test]
    fn a_size_is_told_in_the_unit_that_fits_it() {
        for (bytes, told) in [
            (1, "1 byte"),
            (1023, "1,023 bytes"),
            (1025, "2 KiB"),
            (12_900_000, "12.3 MiB"),
        ] {
            assert_eq!(size_in_words(ImportWords(Language::English), bytes), told);
        }
    }
}
