//! Create and edit a policy class: what it would change is shown before it is saved.

use app::{
    CompanyId, Refusal,
    companies::CompanyTree,
    field::Problems,
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
use crate::companies::company_choices;
use crate::i18n::{CommonWords, PolicyWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Button, ButtonKind, Dialog, DialogFoot, DialogSize, Form, Loaded, Refused, RefusedSummary,
    SelectField, TextField, Tone, use_toaster,
};

/// What the editor is open for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Editing {
    /// A class to be.
    New,
    /// One that is there, to change or only to see.
    Class(PolicyClass),
}

/// The dialog.
#[component]
pub(super) fn EditPolicyClass(
    /// What it is about; it is open while there is something.
    what: RwSignal<Option<Editing>>,
    /// The companies to choose from.
    companies: Loaded<CompanyTree>,
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
            {move || what.get_untracked().map(|what| view! { <ClassForm what open dirty companies on_done/> })}
        </Dialog>
    }
}

#[component]
fn ClassForm(
    what: Editing,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    companies: Loaded<CompanyTree>,
    on_done: Callback<()>,
) -> impl IntoView {
    let (t, c, language) = (words(PolicyWords), words(CommonWords), use_language());
    let session = use_session();
    let toaster = use_toaster();
    let class = match what {
        Editing::New => None,
        Editing::Class(class) => Some(class),
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
    let company = RwSignal::new(first_company(class.as_ref(), companies));
    let is_new = class.is_none();
    let form = SettingsForm::new(&base);
    let refused = Refused::default();
    let busy = RwSignal::new(false);
    let impact = RwSignal::new(None::<PolicyImpact>);
    let policy = Loaded::new(
        move || company.get().parse().ok().map(CompanyId),
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
            let saved = match class.get_value() {
                None => {
                    let draft = PolicyClassDraft {
                        name: name.get_untracked(),
                        company: CompanyId(company.get_untracked().parse().unwrap_or_default()),
                        settings,
                    };
                    let created = session.ask(create_policy_class(draft)).await;
                    created.map(|class| Some(t().created(&class.name)))
                }
                Some(class) => {
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
    let choices = Memo::new(move |_| {
        companies.with(|tree| {
            company_choices(
                tree.map(|tree| tree.companies.as_slice())
                    .unwrap_or_default(),
            )
        })
    });
    let save = move || {
        impact.with(|impact| match impact {
            Some(impact) => t().save_for(&t().impact_companies(impact.companies)),
            None if is_new => t().create().to_owned(),
            None => c().save().to_owned(),
        })
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
                    <Show when=move || !company.with(String::is_empty)>
                        <SelectField
                            label=move || t().belongs_to() value=company choices name="company" disabled=!is_new
                            hint=move || t().belongs_hint() error=refused.field("company")
                        />
                    </Show>
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

/// The company that a class belongs to, if the reader may know; a new one belongs to the first of their scope.
fn first_company(class: Option<&PolicyClass>, companies: Loaded<CompanyTree>) -> String {
    match class {
        Some(class) => class.company.as_ref().map(|company| company.id),
        None => companies.with(|tree| Some(tree?.companies.first()?.id)),
    }
    .map(|id| id.to_string())
    .unwrap_or_default()
}
