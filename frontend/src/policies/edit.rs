//! Create and edit a policy class: what it would change is shown before it is saved.

use app::{
    Refusal,
    field::{Problem, Problems},
    policies::{
        PolicyClass, PolicyClassChange, PolicyClassDraft, PolicyClassName, PolicyImpact,
        PolicyPlan,
        api::{change_policy_class, create_policy_class, get_company_policy, preview_policy},
    },
};
use leptos::{prelude::*, task::spawn_local};

use super::{
    impact::ImpactView,
    settings_form::{SettingsFields, SettingsForm, field_labels},
};
use crate::companies::CompanyField;
use crate::i18n::{CommonWords, PolicyWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Button, ButtonKind, Dialog, DialogFoot, DialogSize, Form, Loaded, Refused, RefusedSummary,
    TextField, Tone, use_toaster,
};

/// What the editor is open for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Editing {
    /// A class to be.
    New,
    /// One that is there, to change or only to see.
    Class(Box<PolicyClass>),
}

/// The dialog.
#[component]
pub(super) fn EditPolicyClass(
    /// What it is about; it is open while there is something.
    what: RwSignal<Option<Editing>>,
    /// Told after it was saved, or somebody else was quicker.
    on_done: Callback<()>,
) -> impl IntoView {
    let t = words(PolicyWords);
    let (open, dirty) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move || open.set(what.with(Option::is_some)));
    let title = move || {
        what.with(|what| match what {
            Some(Editing::Class(class)) if class.editable => t().edit_of(&class.name),
            Some(Editing::Class(class)) => t().view_of(&class.name),
            _ => t().create().to_owned(),
        })
    };
    view! {
        <Dialog
            open title=Signal::derive(title) size=DialogSize::Large dirty
            on_close=move || {
                what.try_set(None);
            }
        >
            {move || what.get_untracked().map(|what| view! { <ClassForm what open dirty on_done/> })}
        </Dialog>
    }
}

#[component]
fn ClassForm(
    what: Editing,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    on_done: Callback<()>,
) -> impl IntoView {
    let (t, c, language) = (words(PolicyWords), words(CommonWords), use_language());
    let session = use_session();
    let toaster = use_toaster();
    let class = match what {
        Editing::New => None,
        Editing::Class(class) => Some(*class),
    };
    let readonly = class.as_ref().is_some_and(|class| !class.editable);
    let base = class
        .as_ref()
        .map(|class| class.settings.clone())
        .unwrap_or_default();
    let base_name = class
        .as_ref()
        .map(|class| class.name.clone())
        .unwrap_or_default();
    let name = RwSignal::new(base_name.clone());
    let is_new = class.is_none();
    // A new one belongs to the reader's own company at first.
    let company = RwSignal::new(match &class {
        Some(class) => class.company.clone(),
        None => untrack(|| session.me()).map(|me| me.company),
    });
    let belongs_to = move || company.with(|company| company.as_ref().map(|company| company.id));
    let belongs_to = Memo::new(move |_| belongs_to());
    let form = SettingsForm::new(&base);
    let refused = Refused::default();
    let busy = RwSignal::new(false);
    let impact = RwSignal::new(None::<PolicyImpact>);
    let policy = Loaded::new(
        move || belongs_to.get(),
        move |company| session.ask(get_company_policy(company)),
    );
    let class = StoredValue::new(class);
    Effect::new(move || {
        let typed = form.typed(&mut Problems::default());
        dirty.set(!readonly && (typed != base || name.with(|name| *name != base_name)));
        // What was looked at holds for what was typed then.
        impact.set(None);
    });
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let submit = move || {
        refused.clear();
        let mut problems = Problems::default();
        problems.take("name", PolicyClassName::parse(&name.get_untracked()));
        form.settle();
        let settings = untrack(|| form.typed(&mut problems));
        let problems = problems.into_vec();
        if !problems.is_empty() {
            return refused.set(Refusal::Malformed(problems));
        }
        busy.set(true);
        let seen = impact.with_untracked(Option::is_some);
        spawn_local(async move {
            let saved = match (class.get_value(), belongs_to.get_untracked()) {
                (None, None) => Err(Refusal::field("company", Problem::Missing)),
                (None, Some(company)) => {
                    let draft = PolicyClassDraft {
                        name: name.get_untracked(),
                        company,
                        settings,
                    };
                    let created = session.ask(create_policy_class(draft)).await;
                    created.map(|class| Some(t().created(&class.name)))
                }
                (Some(class), _) => {
                    let plan = PolicyPlan::Change {
                        class: class.id,
                        settings: settings.clone(),
                    };
                    let looked = match seen || class.used_by_count == 0 {
                        true => Ok(None),
                        false => session.ask(preview_policy(plan)).await.map(Some),
                    };
                    match looked {
                        Err(refusal) => Err(refusal),
                        Ok(Some(found)) if found.companies > 0 => {
                            impact.set(Some(found));
                            Ok(None)
                        }
                        Ok(_) => {
                            let change = PolicyClassChange {
                                name: Some(name.get_untracked()),
                                settings: Some(settings),
                            };
                            let asked = change_policy_class(class.id, class.version, change);
                            let changed = session.ask(asked).await;
                            changed.map(|class| Some(t().saved(&class.name)))
                        }
                    }
                }
            };
            match saved {
                Ok(Some(said)) => {
                    toaster.say(Tone::Good, said);
                    open.set(false);
                    on_done.run(());
                }
                Ok(None) => {}
                Err(Refusal::Stale) => {
                    toaster.say(Tone::Attention, t().stale());
                    open.set(false);
                    on_done.run(());
                }
                Err(refusal) => refused.set(refusal),
            }
            busy.try_set(false);
        });
    };
    let save = move || {
        impact.with(|impact| match impact {
            Some(impact) => t().save_for(&t().impact_companies(impact.companies)),
            None if is_new => t().create().to_owned(),
            None => c().save().to_owned(),
        })
    };
    let owner = match (is_new, company.get_untracked()) {
        (true, _) => Some(view! {
            <CompanyField
                label=move || t().belongs_to() value=company name="company" required=true
                hint=move || t().belongs_hint() error=refused.field("company")
            />
        }.into_any()),
        (false, Some(owner)) => Some(view! {
            <TextField
                label=move || t().belongs_to() value=RwSignal::new(owner.name) name="company" readonly=true
                hint=move || t().belongs_hint()
            />
        }.into_any()),
        // One from above, which the reader may not know.
        (false, None) => None,
    };
    let labels = move || {
        let mut labels = vec![
            ("name", t().name().to_owned()),
            ("company", t().belongs_to().to_owned()),
        ];
        labels.extend(field_labels(language.get()));
        labels
    };
    view! {
        <Form on_submit=submit busy>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(labels)/>
                <div class="user-fields">
                    <TextField
                        label=move || t().name() value=name name="name" required=true autofocus=true autocomplete="off"
                        readonly error=refused.field("name")
                    />
                    {owner}
                </div>
                <SettingsFields form policy refused readonly/>
                {move || impact.get().map(|impact| view! { <ImpactView impact/> })}
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || if readonly { c().close() } else { c().cancel() }}</Button>
                {(!readonly).then(|| view! {
                    <Button kind=ButtonKind::Act submit=true busy>{save}</Button>
                })}
            </DialogFoot>
        </Form>
    }
}
