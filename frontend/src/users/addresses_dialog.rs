//! Trusted addresses of a user: one field each, and what they would mean before they are saved.

use app::{
    UserId,
    users::{
        AddressTrial, AddressVerdict, AddressesDraft, SignInElsewhere, User,
        api::{set_trusted_addresses, try_trusted_addresses},
    },
};
use leptos::{prelude::*, task::spawn_local};

use crate::i18n::{AddressWords, CommonWords, words};
use crate::session::use_session;
use crate::ui::{
    Alert, Attempt, Button, ButtonKind, Cell, Column, DateTime, Dialog, DialogFoot, DialogSize,
    Entries, EntriesField, Form, Refused, RefusedSummary, Row, RowActions, Table, TextField, Tone,
    use_toaster,
};

/// The dialog.
#[component]
pub(super) fn AddressesDialog(
    user: User,
    open: RwSignal<bool>,
    /// Told of the user as they are now.
    on_changed: Callback<Option<User>>,
) -> impl IntoView {
    let t = words(AddressWords);
    let dirty = RwSignal::new(false);
    let login_id = user.login_id.clone();
    let user = StoredValue::new(user);
    view! {
        <Dialog open title=Signal::derive(move || t().edit_of(&login_id)) size=DialogSize::Medium dirty>
            <AddressesForm user=user.get_value() open dirty on_changed/>
        </Dialog>
    }
}

#[component]
fn AddressesForm(
    user: User,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    on_changed: Callback<Option<User>>,
) -> impl IntoView {
    let (t, c) = (words(AddressWords), words(CommonWords));
    let session = use_session();
    let toaster = use_toaster();
    let at_first: Vec<String> = user
        .trusted_addresses
        .entries()
        .iter()
        .map(ToString::to_string)
        .collect();
    let entries = Entries::of(&at_first);
    let attempt = Attempt::default();
    let refused = attempt.refused();
    Effect::new(move || dirty.set(entries.texts() != at_first));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let (id, version) = (user.id, user.version);
    let submit = move || {
        refused.clear();
        let draft = AddressesDraft {
            addresses: entries.settle(),
        };
        if let Err(refusal) = draft.check() {
            return refused.set(refusal);
        }
        let call = session.ask(set_trusted_addresses(id, version, draft));
        attempt.make(call, move |user| {
            toaster.say(Tone::Good, t().saved(&user.login_id));
            open.try_set(false);
            on_changed.run(Some(user));
        });
    };
    view! {
        <Form on_submit=submit busy=attempt.busy()>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(Vec::new)/>
                <EntriesField
                    label=move || t().title() entries name="addresses" refused hint=move || t().hint()
                    entry_label=move |number| t().entry(number)
                    remove_label=move |number| t().remove(number)
                    add_label=move || t().add()
                />
                <Trial id entries refused/>
                <p class="field-hint">{move || t().saved_at_once()}</p>
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy=attempt.busy()>{move || c().save()}</Button>
            </DialogFoot>
        </Form>
    }
}

/// Tries what stands in the fields, saved or not.
#[component]
fn Trial(id: UserId, entries: Entries, refused: Refused) -> impl IntoView {
    let t = words(AddressWords);
    let session = use_session();
    let address = RwSignal::new(String::new());
    let verdict = RwSignal::new(None::<(String, AddressVerdict)>);
    let busy = RwSignal::new(false);
    let try_out = move || {
        refused.clear();
        let tried = address.get_untracked().trim().to_owned();
        let trial = AddressTrial {
            addresses: Some(entries.settle()),
            address: (!tried.is_empty()).then(|| tried.clone()),
        };
        if let Err(refusal) = trial.check() {
            verdict.set(None);
            return refused.set(refusal);
        }
        busy.set(true);
        spawn_local(async move {
            match session.ask(try_trusted_addresses(id, trial)).await {
                Ok(found) => {
                    verdict.try_set(Some((tried, found)));
                }
                Err(refusal) => refused.set(refusal),
            }
            busy.try_set(false);
        });
    };
    let found = move || {
        verdict.get().map(|(tried, verdict)| {
            view! {
                {verdict.let_in.map(|let_in| view! {
                    <Alert tone=if let_in { Tone::Good } else { Tone::Attention } live=true>
                        {
                            let by = verdict.by.map(|entry| entry.to_string());
                            move || match (let_in, &by) {
                                (true, Some(entry)) if *entry != tried => t().gets_in_by(&tried, entry),
                                (true, _) => t().gets_in(&tried),
                                (false, _) => t().stays_out(&tried),
                            }
                        }
                    </Alert>
                })}
                <Elsewhere sign_ins=verdict.elsewhere entries/>
            }
        })
    };
    view! {
        <section class="trial" aria-labelledby="trial-title">
            <h3 class="trial-title" id="trial-title">{move || t().try_out()}</h3>
            <div class="trial-line">
                <TextField
                    label=move || t().try_address() value=address name="address" mono=true autocomplete="off"
                    error=refused.field("address")
                />
                <Button busy on_click=try_out>{move || t().try_button()}</Button>
            </div>
            {found}
        </section>
    }
}

/// Who signed in from addresses that are not in the list.
#[component]
fn Elsewhere(sign_ins: Vec<SignInElsewhere>, entries: Entries) -> impl IntoView {
    let t = words(AddressWords);
    if sign_ins.is_empty() {
        return view! { <p class="nothing">{move || t().nobody_elsewhere()}</p> }.into_any();
    }
    let columns = move || {
        vec![
            Column::new("address", t().address()),
            Column::new("times", t().times()).numeric(),
            Column::new("last", t().last()),
            Column::new("actions", t().add_this()).silent(),
        ]
    };
    let line = move |sign_in: SignInElsewhere| {
        let address = StoredValue::new(sign_in.address.clone());
        let added = RwSignal::new(false);
        let add = move || {
            added.set(true);
            entries.add(address.get_value());
        };
        view! {
            <Row>
                <Cell head=true label=move || t().address()><span class="mono">{sign_in.address}</span></Cell>
                <Cell label=move || t().times() numeric=true>{sign_in.times}</Cell>
                <Cell label=move || t().last()><DateTime at=sign_in.last_at.to_string()/></Cell>
                <RowActions>
                    <Button
                        kind=ButtonKind::Quiet disabled=added on_click=add
                        name=Signal::derive(move || t().add_this_named(&address.get_value()))
                    >
                        {move || t().add_this()}
                    </Button>
                </RowActions>
            </Row>
        }
    };
    view! {
        <h4 class="trial-part">{move || t().elsewhere()}</h4>
        <Table caption=move || t().elsewhere() columns=Signal::derive(columns) compact=true>
            {sign_ins.into_iter().map(line).collect_view()}
        </Table>
    }
    .into_any()
}
