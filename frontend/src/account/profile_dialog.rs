//! The dialog Edit account: names, group and description.

use app::{
    Refusal,
    account::{
        Profile, ProfileChange,
        api::{change_profile, get_profile},
    },
};
use leptos::{prelude::*, task::spawn_local};

use crate::i18n::{CommonWords, ProfileWords, UserWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Alert, Button, ButtonKind, Dialog, DialogFoot, Form, Refused, RefusedSummary, TextField, Tone,
    use_toaster,
};

/// What stands in the fields.
#[derive(Clone, Copy)]
struct Fields {
    first_name: RwSignal<String>,
    last_name: RwSignal<String>,
    group: RwSignal<String>,
    description: RwSignal<String>,
}

impl Fields {
    fn of(profile: &Profile) -> Self {
        Self {
            first_name: RwSignal::new(profile.first_name.clone()),
            last_name: RwSignal::new(profile.last_name.clone()),
            group: RwSignal::new(profile.group.clone()),
            description: RwSignal::new(profile.description.clone()),
        }
    }

    fn fill(self, profile: &Profile) {
        self.first_name.set(profile.first_name.clone());
        self.last_name.set(profile.last_name.clone());
        self.group.set(profile.group.clone());
        self.description.set(profile.description.clone());
    }

    /// What differs from `base`; follows every change.
    fn change(self, base: &Profile) -> ProfileChange {
        let other = |typed: RwSignal<String>, base: &String| {
            typed.with(|typed| (typed != base).then(|| typed.clone()))
        };
        ProfileChange {
            first_name: other(self.first_name, &base.first_name),
            last_name: other(self.last_name, &base.last_name),
            group: other(self.group, &base.group),
            description: other(self.description, &base.description),
        }
    }
}

/// The dialog.
#[component]
pub(super) fn ProfileDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The account as it is shown.
    profile: Profile,
    /// Told of the account as it is now.
    #[prop(into)]
    on_saved: Callback<Profile>,
) -> impl IntoView {
    let t = words(ProfileWords);
    let dirty = RwSignal::new(false);
    let profile = StoredValue::new(profile);
    view! {
        <Dialog open title=move || t().edit_title() dirty>
            <ProfileForm open profile=profile.get_value() dirty on_saved/>
        </Dialog>
    }
}

#[component]
fn ProfileForm(
    open: RwSignal<bool>,
    profile: Profile,
    dirty: RwSignal<bool>,
    on_saved: Callback<Profile>,
) -> impl IntoView {
    let (t, u, c) = (words(ProfileWords), words(UserWords), words(CommonWords));
    let language = use_language();
    let (session, toaster) = (use_session(), use_toaster());
    let login_id = RwSignal::new(profile.login_id.clone());
    let fields = Fields::of(&profile);
    let base = RwSignal::new(profile);
    let refused = Refused::default();
    let (busy, stale) = (RwSignal::new(false), RwSignal::new(false));
    let change = move || base.with(|base| fields.change(base));
    Effect::new(move || dirty.set(change() != ProfileChange::default()));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let submit = move || {
        refused.clear();
        stale.set(false);
        let change = untrack(change);
        if let Err(refusal) = change.check() {
            return refused.set(refusal);
        }
        if change == ProfileChange::default() {
            toaster.announce(u().nothing_changed());
            return open.set(false);
        }
        busy.set(true);
        spawn_local(async move {
            let before = base.get_untracked();
            let mut answer = session
                .ask(change_profile(before.version, change.clone()))
                .await;
            if answer == Err(Refusal::Stale) {
                answer = match session.ask(get_profile()).await {
                    // Something else was changed meanwhile, such as the language.
                    Ok(now) if same_but_version(&before, &now) => {
                        session.ask(change_profile(now.version, change)).await
                    }
                    Ok(now) => {
                        fields.fill(&now);
                        base.set(now);
                        stale.set(true);
                        busy.try_set(false);
                        return;
                    }
                    Err(refusal) => Err(refusal),
                };
            }
            match answer {
                Ok(now) => {
                    toaster.say(Tone::Good, t().saved());
                    dirty.try_set(false);
                    open.try_set(false);
                    on_saved.run(now);
                }
                Err(refusal) => refused.set(refusal),
            }
            busy.try_set(false);
        });
    };
    let labels = move || {
        [
            ("first_name", u().first_name()),
            ("last_name", u().last_name()),
            ("group", t().group()),
            ("description", t().description()),
        ]
        .map(|(field, label)| (field, label.to_owned()))
        .to_vec()
    };
    let first = move || {
        view! {
            <TextField
                label=move || u().first_name() value=fields.first_name name="first_name" required=true
                autocomplete="given-name" error=refused.field("first_name")
            />
        }
    };
    let last = move || {
        view! {
            <TextField
                label=move || u().last_name() value=fields.last_name name="last_name" required=true
                autocomplete="family-name" error=refused.field("last_name")
            />
        }
    };
    let names = move || match language.get().last_name_first() {
        false => view! { {first()} {last()} }.into_any(),
        true => view! { {last()} {first()} }.into_any(),
    };
    view! {
        <Form on_submit=submit busy>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(labels)/>
                <Show when=move || stale.get()>
                    <Alert tone=Tone::Attention live=true>{move || t().stale()}</Alert>
                </Show>
                <TextField
                    label=move || t().user_name() value=login_id name="login_id" mono=true readonly=true
                    autocomplete="username" hint=move || t().user_name_fixed()
                />
                {names}
                <TextField
                    label=move || t().group() value=fields.group name="group" autocomplete="off"
                    hint=move || t().group_hint() error=refused.field("group")
                />
                <TextField
                    label=move || t().description() value=fields.description name="description" autocomplete="off"
                    hint=move || t().description_hint() error=refused.field("description")
                />
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy>{move || t().save()}</Button>
            </DialogFoot>
        </Form>
    }
}

/// Whether nothing that the dialog shows was changed.
fn same_but_version(before: &Profile, now: &Profile) -> bool {
    let before = Profile {
        version: now.version,
        pending_email: now.pending_email.clone(),
        ..before.clone()
    };
    before == *now
}
