//! Add User: the dialog that creates an account and sends its invitation.

use app::{
    companies::CompanyRef,
    roles::Permission,
    users::{User, api::create_user},
};
use leptos::prelude::*;

use super::{
    fields::{AboutFields, AccessFields, LocaleFields, NameFields, OtpField, PlaceFields},
    form::{UserForm, field_labels},
    typed::Typed,
};
use crate::i18n::{CommonWords, UserWords, use_language, words};
use crate::session::{Session, use_session};
use crate::ui::{
    Attempt, Button, ButtonKind, CheckboxField, Dialog, DialogFoot, DialogSize, Form,
    RefusedSummary, TextField, Tone, day, use_toaster,
};

/// Whether adding users can be offered to whoever is signed in: who is added is invited at once.
pub fn may_add(session: Session) -> bool {
    session.may(Permission::UsersCreate) && session.may(Permission::CredentialsIssue)
}

/// The dialog Add User.
#[component]
pub(super) fn AddUser(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The company chosen at first.
    company: RwSignal<Option<CompanyRef>>,
    /// Told of the new user.
    #[prop(into)]
    on_added: Callback<User>,
) -> impl IntoView {
    let t = words(UserWords);
    let dirty = RwSignal::new(false);
    view! {
        <Dialog open title=move || t().add_user() size=DialogSize::Large dirty>
            <AddUserForm open dirty company=company.get_untracked() on_added/>
        </Dialog>
    }
}

#[component]
fn AddUserForm(
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    company: Option<CompanyRef>,
    on_added: Callback<User>,
) -> impl IntoView {
    let (t, c, language) = (words(UserWords), words(CommonWords), use_language());
    let session = use_session();
    let toaster = use_toaster();
    let zone = day::reader_zone();
    // Nobody gives more time than they have.
    let latest = session.me().and_then(|me| me.expires_at);
    let at_first = Typed {
        expires: latest
            .map(|at| day::last_day_until(at, &zone))
            .unwrap_or_default(),
        company,
        language: language.get_untracked().tag().to_owned(),
        time_zone: zone,
        ..Typed::default()
    };
    let form = UserForm::new(at_first.clone());
    let attempt = Attempt::default();
    let refused = attempt.refused();
    let service = RwSignal::new(false);
    Effect::new(move || dirty.set(form.typed() != at_first || service.get()));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let submit = move || {
        refused.clear();
        let mut draft = match untrack(|| form.typed()).draft() {
            Ok(draft) => draft,
            Err(refusal) => return refused.set(refusal),
        };
        let is_service = service.get_untracked();
        // Without an invitation nobody ever sets a password.
        if is_service {
            draft.issue_credentials = false;
            draft.otp_configured = false;
        }
        if let Err(refusal) = draft.check() {
            return refused.set(refusal);
        }
        attempt.make(session.ask(create_user(draft)), move |user| {
            let told = match is_service {
                true => t().service_added(&user.login_id),
                false => t().invitation_queued(&user.email),
            };
            toaster.say(Tone::Good, told);
            open.try_set(false);
            on_added.run(user);
        });
    };
    view! {
        <Form on_submit=submit busy=attempt.busy()>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(move || field_labels(t()))/>
                <div class="user-fields">
                    <TextField
                        label=move || t().login_id() value=form.login_id name="login_id" required=true mono=true autofocus=true
                        autocomplete="off" hint=move || t().login_id_hint() error=refused.field("login_id")
                    />
                    <TextField
                        label=move || t().email() value=form.email name="email" kind="email" required=true
                        autocomplete="off" hint=move || t().email_hint() error=refused.field("email")
                    />
                    <NameFields form refused/>
                    <PlaceFields form refused/>
                    <Show
                        when=move || !service.get()
                        fallback=|| view! { <span class="user-fields-gap" aria-hidden="true"></span> }
                    >
                        <OtpField form refused/>
                    </Show>
                    <Show
                        when=move || session.may(Permission::OperatorManage)
                        fallback=|| view! { <span class="user-fields-gap" aria-hidden="true"></span> }
                    >
                        <CheckboxField
                            label=move || t().parent_level() checked=form.parent_level name="parent_level"
                            hint=move || t().parent_level_hint() error=refused.field("parent_level")
                        />
                    </Show>
                    <CheckboxField
                        label=move || t().service() checked=service name="service" hint=move || t().service_hint()
                    />
                    <span class="user-fields-gap" aria-hidden="true"></span>
                    <AccessFields form refused/>
                    <AboutFields form refused/>
                    <LocaleFields form refused/>
                </div>
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy=attempt.busy()>
                    {move || if service.get() { t().add_user() } else { t().issue_credentials() }}
                </Button>
            </DialogFoot>
        </Form>
    }
}
