//! Choosing what to do with many users: what an action needs to know is asked, then its preview is made.

use app::{
    CompanyId, Refusal, RoleId,
    companies::CompanyRef,
    jobs::{JobAction, JobDraft, Selection, api::create_job},
    roles::Permission,
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::hooks::use_navigate;

use super::role_choice::RoleChoice;
use crate::companies::CompanyField;
use crate::i18n::{CommonWords, JobWords, use_language, words};
use crate::session::{Session, use_session};
use crate::ui::{
    Button, ButtonKind, DateField, Dialog, DialogFoot, DialogSize, Form, IconName, Refused,
    RefusedSummary, Tone, day, use_toaster,
};

/// What can be done with many users at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobKind {
    EnableTwoFactor,
    DisableTwoFactor,
    ResetTwoFactor,
    SetExpiry,
    AddRole,
    RemoveRole,
    Move,
    Enable,
    Disable,
    IssueCredentials,
    Delete,
}

impl JobKind {
    /// Everything, in the order of the menu.
    pub const ALL: [JobKind; 11] = [
        JobKind::EnableTwoFactor,
        JobKind::DisableTwoFactor,
        JobKind::ResetTwoFactor,
        JobKind::IssueCredentials,
        JobKind::SetExpiry,
        JobKind::AddRole,
        JobKind::RemoveRole,
        JobKind::Move,
        JobKind::Enable,
        JobKind::Disable,
        JobKind::Delete,
    ];

    /// The action, with nothing yet of what it needs to know.
    pub fn action(self) -> JobAction {
        match self {
            JobKind::EnableTwoFactor => JobAction::EnableTwoFactor,
            JobKind::DisableTwoFactor => JobAction::DisableTwoFactor,
            JobKind::ResetTwoFactor => JobAction::ResetTwoFactor,
            JobKind::SetExpiry => JobAction::SetExpiry { expires_at: None },
            JobKind::AddRole => JobAction::AddRole { role: RoleId(0) },
            JobKind::RemoveRole => JobAction::RemoveRole { role: RoleId(0) },
            JobKind::Move => JobAction::Move {
                company: CompanyId(0),
            },
            JobKind::Enable => JobAction::Enable,
            JobKind::Disable => JobAction::Disable,
            JobKind::IssueCredentials => JobAction::IssueCredentials,
            JobKind::Delete => JobAction::Delete,
        }
    }

    /// What stands before its words.
    pub fn icon(self) -> IconName {
        match self {
            JobKind::EnableTwoFactor => IconName::ShieldCheck,
            JobKind::DisableTwoFactor => IconName::ShieldOff,
            JobKind::ResetTwoFactor => IconName::Refresh,
            JobKind::SetExpiry => IconName::Calendar,
            JobKind::AddRole | JobKind::RemoveRole => IconName::Role,
            JobKind::Move => IconName::Move,
            JobKind::Enable => IconName::Check,
            JobKind::Disable => IconName::Ban,
            JobKind::IssueCredentials => IconName::Send,
            JobKind::Delete => IconName::Trash,
        }
    }

    /// Whether it can be offered to whoever is signed in.
    pub fn is_allowed(self, session: Session) -> bool {
        let asks_for_a_role = matches!(self, JobKind::AddRole | JobKind::RemoveRole);
        session.may(self.action().permission())
            && (!asks_for_a_role || session.may(Permission::RolesRead))
    }

    /// Whether it needs to know something first.
    const fn asks(self) -> bool {
        matches!(
            self,
            JobKind::SetExpiry | JobKind::AddRole | JobKind::RemoveRole | JobKind::Move
        )
    }
}

/// What is to be done with whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// What.
    pub kind: JobKind,
    /// With whom.
    pub selection: Selection,
    /// How many they are, if that is known.
    pub count: Option<u64>,
}

/// Asks for what the wanted action needs to know, if anything, and leads to the preview.
#[component]
pub fn AskForJob(
    /// What is wanted; nothing happens without.
    wanted: RwSignal<Option<Wanted>>,
    /// The company of everybody who is meant, if it is one.
    #[prop(into)]
    company: Signal<Option<CompanyId>>,
) -> impl IntoView {
    let (t, language) = (words(JobWords), use_language());
    let toaster = use_toaster();
    let open = RwSignal::new(false);
    let preview = make_preview();
    Effect::new(move || {
        let asked = wanted.get();
        match asked {
            Some(asked) if asked.kind.asks() => open.set(true),
            Some(asked) => {
                wanted.set(None);
                let refused = Callback::new(move |refusal: Refusal| {
                    toaster.say(Tone::Danger, in_words(&refusal, language.get_untracked()));
                });
                let draft = JobDraft {
                    action: asked.kind.action(),
                    selection: asked.selection,
                };
                preview.run((draft, refused));
            }
            None => open.set(false),
        }
    });
    let title = move || {
        wanted.with(|wanted| {
            let action = wanted.as_ref()?.kind.action();
            let action = action.words(language.get());
            Some(match wanted.as_ref()?.count {
                Some(count) => t().ask_title(count, action),
                None => t().ask_title_all(action),
            })
        })
    };
    view! {
        <Dialog
            open
            size=DialogSize::Small
            title=Signal::derive(move || title().unwrap_or_default())
            on_close=move || {
                wanted.try_set(None);
            }
        >
            {wanted.get_untracked().map(|wanted| view! { <Asking wanted open company preview/> })}
        </Dialog>
    }
}

/// A draft, and who is told why its preview cannot be made.
type ToPreview = (JobDraft, Callback<Refusal>);

/// Makes the preview of a draft and goes to its page, or tells why not.
fn make_preview() -> Callback<ToPreview> {
    let session = use_session();
    let navigate = use_navigate();
    Callback::new(move |(draft, refused): ToPreview| {
        let navigate = navigate.clone();
        spawn_local(async move {
            match session.ask(create_job(draft)).await {
                Ok(job) => navigate(&format!("/admin/jobs/{}", job.id), Default::default()),
                Err(refusal) => {
                    refused.try_run(refusal);
                }
            }
        });
    })
}

fn in_words(refusal: &Refusal, language: app::Language) -> String {
    match refusal.field_problems() {
        [] => refusal.words(language),
        problems => problems[0].problem.words(language),
    }
}

#[component]
fn Asking(
    wanted: Wanted,
    open: RwSignal<bool>,
    company: Signal<Option<CompanyId>>,
    preview: Callback<ToPreview>,
) -> impl IntoView {
    let (t, c) = (words(JobWords), words(CommonWords));
    let kind = wanted.kind;
    let value = RwSignal::new(String::new());
    let target = RwSignal::new(None::<CompanyRef>);
    let refused = Refused::default();
    let busy = RwSignal::new(false);
    let submit = move || {
        refused.clear();
        let target = target.with_untracked(|target| target.as_ref().map(|company| company.id));
        let Some(action) = filled(kind, &value.get_untracked(), target) else {
            let problem = app::field::Problem::Missing;
            return refused.set(Refusal::field(field_of(kind), problem));
        };
        busy.set(true);
        let draft = JobDraft {
            action,
            selection: wanted.selection.clone(),
        };
        let on_refused = Callback::new(move |refusal| {
            refused.set(refusal);
            busy.set(false);
        });
        preview.run((draft, on_refused));
    };
    let field = match kind {
        JobKind::SetExpiry => view! {
            <DateField
                label=move || t().expiration_date() value name="expires_at"
                min=move || day::today(&day::reader_zone())
                hint=move || t().expiry_hint() error=refused.field(field_of(kind))
            />
        }
        .into_any(),
        JobKind::Move => view! {
            <CompanyField
                label=move || t().company() value=target name=field_of(kind) required=true
                error=refused.field(field_of(kind))
            />
        }
        .into_any(),
        _ => {
            let error = refused.field(field_of(kind));
            view! { <RoleChoice value company error kind/> }.into_any()
        }
    };
    let labels = move || {
        vec![
            (field_of(kind), label_of(kind, t()).to_owned()),
            ("selection", t().users().to_owned()),
        ]
    };
    view! {
        <Form on_submit=submit busy>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(labels)/>
                {field}
                <p class="goes-note">{move || t().preview_hint()}</p>
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act icon=IconName::Eye submit=true busy>{move || t().preview()}</Button>
            </DialogFoot>
        </Form>
    }
}

/// The field of what is asked for, as the server calls it.
const fn field_of(kind: JobKind) -> &'static str {
    match kind {
        JobKind::SetExpiry => "expires_at",
        JobKind::Move => "action.company",
        _ => "action.role",
    }
}

/// What that field is called.
const fn label_of(kind: JobKind, t: JobWords) -> &'static str {
    match kind {
        JobKind::SetExpiry => t.expiration_date(),
        JobKind::Move => t.company(),
        _ => t.role(),
    }
}

/// The action with what was filled in; none where something is missing.
fn filled(kind: JobKind, value: &str, target: Option<CompanyId>) -> Option<JobAction> {
    let number = value.parse::<i64>().ok();
    Some(match kind {
        JobKind::SetExpiry if value.is_empty() => JobAction::SetExpiry { expires_at: None },
        JobKind::SetExpiry => JobAction::SetExpiry {
            expires_at: Some(day::after_day(value, &day::reader_zone())?),
        },
        JobKind::AddRole => JobAction::AddRole {
            role: RoleId(number?),
        },
        JobKind::RemoveRole => JobAction::RemoveRole {
            role: RoleId(number?),
        },
        JobKind::Move => JobAction::Move { company: target? },
        other => other.action(),
    })
}
