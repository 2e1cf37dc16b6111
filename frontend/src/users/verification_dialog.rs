//! Multi-factor Authentication of a user: by what a sign-in and an unlock are verified, area by area.

use app::{
    policies::{VerificationArea, VerificationSetting},
    users::{User, VerificationMethod, VerificationSettings, api::set_verification},
};
use leptos::prelude::*;

use crate::i18n::{CommonWords, VerificationWords, use_language, words};
use crate::policies::method_choices;
use crate::session::use_session;
use crate::ui::{
    Attempt, Button, ButtonKind, Choice, Dialog, DialogFoot, Form, Refused, RefusedSummary,
    SelectField, Tone, use_toaster,
};

/// The dialog.
#[component]
pub(super) fn VerificationDialog(
    user: User,
    open: RwSignal<bool>,
    /// Told of the user as they are now.
    on_changed: Callback<Option<User>>,
) -> impl IntoView {
    let t = words(VerificationWords);
    let dirty = RwSignal::new(false);
    let login_id = user.login_id.clone();
    let user = StoredValue::new(user);
    view! {
        <Dialog open title=Signal::derive(move || t().edit_of(&login_id)) dirty>
            <VerificationForm user=user.get_value() open dirty on_changed/>
        </Dialog>
    }
}

#[component]
fn VerificationForm(
    user: User,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    on_changed: Callback<Option<User>>,
) -> impl IntoView {
    let (t, c) = (words(VerificationWords), words(CommonWords));
    let session = use_session();
    let toaster = use_toaster();
    let attempt = Attempt::default();
    let refused = attempt.refused();
    let at_first = user.verification.settings();
    let chosen = VerificationArea::ALL
        .map(|area| (area, RwSignal::new(at_first.of(area).code().to_owned())));
    let settings = move || {
        let [web_login, app_login, app_unlock] = chosen.map(|(_, value)| {
            value.with(|code| VerificationSetting::from_code(code).unwrap_or_default())
        });
        VerificationSettings {
            web_login,
            app_login,
            app_unlock,
        }
    };
    Effect::new(move || dirty.set(settings() != at_first));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let (id, version) = (user.id, user.version);
    let submit = move || {
        let call = session.ask(set_verification(id, version, untrack(settings)));
        attempt.make(call, move |user| {
            toaster.say(Tone::Good, t().saved(&user.login_id));
            open.try_set(false);
            on_changed.run(Some(user));
        });
    };
    let fields = chosen
        .map(|(area, value)| {
            let method = user.verification.of(area).clone();
            view! { <AreaField area method value refused/> }
        })
        .collect_view();
    view! {
        <Form on_submit=submit busy=attempt.busy()>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(Vec::new)/>
                <p>{move || t().about()}</p>
                {fields}
                <p class="field-hint">{move || t().from_next_step()}</p>
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy=attempt.busy()>{move || c().save()}</Button>
            </DialogFoot>
        </Form>
    }
}

#[component]
fn AreaField(
    area: VerificationArea,
    method: VerificationMethod,
    value: RwSignal<String>,
    refused: Refused,
) -> impl IntoView {
    let (t, language) = (words(VerificationWords), use_language());
    let choices = move || {
        let inherit = VerificationSetting::Inherit;
        let mut choices = method_choices(area.setting(), language.get());
        choices.insert(
            0,
            Choice::new(inherit.code(), inherit.words(language.get())),
        );
        choices
    };
    let hint = move || {
        let language = language.get();
        let policy = &method.policy;
        let said = t().by_policy(policy.value.words(language), &policy.origin.words(language));
        match area {
            VerificationArea::AppUnlock => t().unlock_hint(&said),
            VerificationArea::WebLogin | VerificationArea::AppLogin => said,
        }
    };
    view! {
        <SelectField
            label=move || area.words(language.get()) value choices=Signal::derive(choices) name=area.code()
            hint=Signal::derive(hint) error=refused.field(area.code())
        />
    }
}
