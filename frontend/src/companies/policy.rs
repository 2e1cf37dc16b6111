//! The policy of a company: its class, what is in force there, and where each value comes from.

use app::{
    PolicyClassId, Refusal,
    companies::CompanyNode,
    policies::{
        CompanyPolicy, CompanyPolicyChange, PolicyClassQuery, PolicyPlan, Setting,
        api::{assign_policy_class, get_company_policy, get_policy_classes, preview_policy},
    },
    roles::Permission,
};
use leptos::prelude::*;

use crate::i18n::{CommonWords, CompanyWords, PolicyWords, use_language, words};
use crate::policies::ImpactView;
use crate::session::use_session;
use crate::ui::{
    Attempt, Button, ButtonKind, Cell, Choice, Column, Dialog, DialogFoot, DialogSize, Form,
    LoadFailed, Loaded, RefusedSummary, Row, SelectField, Skeleton, Table, Tone, use_toaster,
};

/// The dialog Policy.
#[component]
pub(super) fn PolicyOfCompany(
    /// Which company; it is open while there is one.
    which: RwSignal<Option<CompanyNode>>,
    /// Told after it points to another class, or somebody else was quicker.
    on_done: Callback<()>,
) -> impl IntoView {
    let t = words(CompanyWords);
    let (open, dirty) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move || open.set(which.with(Option::is_some)));
    let title = move || {
        which.with(|which| {
            which
                .as_ref()
                .map(|company| t().policy_of(&company.name))
                .unwrap_or_default()
        })
    };
    view! {
        <Dialog
            open title=Signal::derive(title) size=DialogSize::Large dirty
            on_close=move || {
                which.try_set(None);
            }
        >
            {move || which.get_untracked().map(|company| view! { <PolicyLoaded company open dirty on_done/> })}
        </Dialog>
    }
}

#[component]
fn PolicyLoaded(
    company: CompanyNode,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    on_done: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let (id, top) = (company.id, company.parent.is_none());
    let policy = Loaded::new(
        move || Some(id),
        move |id| session.ask(get_company_policy(id)),
    );
    view! {
        <Show
            when=move || policy.is_here()
            fallback=move || view! {
                <div class="dialog-body">
                    <LoadFailed refusal=policy.refusal() on_retry=move || policy.again()/>
                    <Show when=move || policy.refusal().get().is_none()><Skeleton lines=10/></Show>
                </div>
            }
        >
            {move || policy.get_untracked().map(|policy| view! { <PolicyForm policy top open dirty on_done/> })}
        </Show>
    }
}

#[component]
fn PolicyForm(
    policy: CompanyPolicy,
    /// Nothing that the reader may see stands above it.
    top: bool,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    on_done: Callback<()>,
) -> impl IntoView {
    let (t, c) = (words(PolicyWords), words(CommonWords));
    let session = use_session();
    let toaster = use_toaster();
    let (company, version) = (policy.company.id, policy.version);
    let name = StoredValue::new(policy.company.name.clone());
    let own = StoredValue::new(policy.class.clone());
    let at_first = policy
        .class
        .as_ref()
        .map(|class| class.id.to_string())
        .unwrap_or_default();
    let chosen = RwSignal::new(at_first.clone());
    let changed = Memo::new(move |_| chosen.with(|chosen| *chosen != at_first));
    let attempt = Attempt::default();
    let refused = attempt.refused();
    let classes = Loaded::new(
        move || {
            Some(PolicyClassQuery {
                company: Some(company),
            })
        },
        move |query| session.ask(get_policy_classes(query)),
    );
    let impact = Loaded::new(
        move || changed.get().then(|| (company, class_of(&chosen.get()))),
        move |(company, class)| session.ask(preview_policy(PolicyPlan::Assign { company, class })),
    );
    Effect::new(move || dirty.set(changed.get()));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let choices = move || {
        let none = match top {
            true => t().no_class_top(),
            false => t().no_class(),
        };
        let mut choices = vec![Choice::new("", none)];
        // The one that holds is there from the first moment.
        if let Some(class) = own.get_value().filter(|_| !classes.is_here()) {
            choices.push(Choice::new(class.id.to_string(), class.name));
        }
        classes.with(|classes| {
            for class in classes.into_iter().flatten() {
                choices.push(Choice::new(class.id.to_string(), class.name.clone()));
            }
        });
        choices
    };
    let submit = move || {
        refused.clear();
        if !changed.get_untracked() {
            return open.set(false);
        }
        let change = CompanyPolicyChange {
            class: class_of(&chosen.get_untracked()),
        };
        let call = session.ask(assign_policy_class(company, version, change));
        attempt.settle(call, move |answer| {
            match answer {
                Ok(_) => toaster.say(Tone::Good, t().assigned(&name.get_value())),
                Err(Refusal::Stale) => toaster.say(Tone::Attention, t().stale()),
                Err(refusal) => return Err(refusal),
            }
            open.try_set(false);
            on_done.run(());
            Ok(())
        });
    };
    let may = move || session.may(Permission::PoliciesAssign);
    let shown = move || {
        let impact = impact.get().filter(|_| changed.get())?;
        Some(view! { <ImpactView impact/> })
    };
    view! {
        <Form on_submit=submit busy=attempt.busy()>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(move || vec![("class", t().class().to_owned())])/>
                <SelectField
                    label=move || t().class() value=chosen choices=Signal::derive(choices) name="class"
                    disabled=Signal::derive(move || !may()) error=refused.field("class")
                />
                {shown}
                <InForceTable policy/>
                <p><a href="/admin/policy-classes">{move || t().manage()}</a></p>
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Show when=may>
                    <Button kind=ButtonKind::Act submit=true busy=attempt.busy() disabled=Signal::derive(move || changed.get() && impact.busy().get())>
                        {move || c().save()}
                    </Button>
                </Show>
            </DialogFoot>
        </Form>
    }
}

fn class_of(chosen: &str) -> Option<PolicyClassId> {
    chosen.parse().ok().map(PolicyClassId)
}

/// Each setting, its value and where it was decided.
#[component]
fn InForceTable(policy: CompanyPolicy) -> impl IntoView {
    let (t, language) = (words(PolicyWords), use_language());
    let columns = move || {
        vec![
            Column::new("setting", t().setting()),
            Column::new("value", t().value()),
            Column::new("origin", t().origin()),
        ]
    };
    let line = move |&setting: &Setting| {
        let in_force = policy.in_force.get(setting);
        let (value, origin) = (in_force.value, in_force.origin);
        view! {
            <Row>
                <Cell head=true label=move || t().setting()>{move || setting.words(language.get())}</Cell>
                <Cell label=move || t().value()>{move || setting.say(&value, language.get())}</Cell>
                <Cell label=move || t().origin()>{move || origin.words(language.get())}</Cell>
            </Row>
        }
    };
    let lines = Setting::ALL.iter().map(line).collect_view();
    view! {
        <h3 class="policy-heading">{move || t().in_force()}</h3>
        <Table caption=move || t().in_force() columns=Signal::derive(columns) compact=true>{lines}</Table>
    }
}
