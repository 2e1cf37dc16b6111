//! The step that binds an authenticator app: scan or type, then one correct code.

use app::{
    Refusal,
    credentials::OneTimeCode,
    sign_in::{Enrolment, Proof},
};
use leptos::prelude::*;

use super::flow_steps::{StepCard, Walk};
use super::refused::{Refused, RefusedAlert};
use crate::i18n::{CommonWords, SignInWords, words};
use crate::ui::{
    Button, ButtonKind, CodeField, CopyButton, Form, FormActions, Icon, IconName, QrCode,
};

/// Shows the QR code, the key for typing, and asks for the first code.
#[component]
pub(super) fn EnrolStep(walk: Walk, enrolment: Enrolment) -> impl IntoView {
    let (t, c) = (words(SignInWords), words(CommonWords));
    let optional = enrolment.optional;
    let code = RwSignal::new(String::new());
    let refused = Refused::new(&["code"]);
    let submit = move || match OneTimeCode::parse(&code.get_untracked()) {
        Ok(code) => walk.prove(
            Proof::Enrol {
                code: code.as_str().to_owned(),
            },
            refused,
        ),
        Err(problem) => refused.tell(Refusal::field("code", problem)),
    };
    view! {
        <StepCard walk title=move || t().enrol_title() wide=true>
            {optional.then(|| view! { <p class="flow-lead">{move || t().enrol_optional()}</p> })}
            <RefusedAlert refused/>
            <EnrolmentGuide enrolment login_id=walk.login_id()/>
            <div class="enrol-code"><Form on_submit=submit busy=walk.busy()>
                <CodeField label=move || t().code() value=code name="code" error=refused.beside("code")/>
                <FormActions>
                    <Button kind=ButtonKind::Act submit=true busy=walk.busy()>{move || c().submit()}</Button>
                    {optional.then(|| view! {
                        <Button busy=walk.busy() on_click=move || walk.prove(Proof::NotNow, refused)>
                            {move || t().not_now()}
                        </Button>
                    })}
                </FormActions>
            </Form></div>
        </StepCard>
    }
}

/// What an authenticator app needs: the QR code and how to scan it, on a phone a link, and the key for typing.
#[component]
pub fn EnrolmentGuide(
    /// The secret to be shared, as it is shown.
    enrolment: Enrolment,
    /// Whose account it is for.
    login_id: String,
) -> impl IntoView {
    let t = words(SignInWords);
    let Enrolment {
        qr_svg, key, uri, ..
    } = enrolment;
    // Grouped for the eye, together for the clipboard.
    let bare_key: String = key.chars().filter(|c| !c.is_whitespace()).collect();
    view! {
        <a class="button enrol-open" href=uri>
            <Icon name=IconName::Phone/>
            <span class="button-text">{move || t().open_authenticator()}</span>
        </a>
        <div class="auth-enrol">
            <QrCode svg=qr_svg name=move || t().qr_name(&login_id)/>
            <ol class="auth-steps">
                <li>{move || t().enrol_install()}</li>
                <li>{move || t().enrol_scan()}</li>
                <li>{move || t().enrol_enter()}</li>
            </ol>
        </div>
        <details class="enrol-key">
            <summary>{move || t().cannot_scan()}</summary>
            <p>{move || t().cannot_scan_help()}</p>
            <div class="enrol-key-line">
                <code class="mono" aria-label=move || t().key()>{key}</code>
                <CopyButton text=bare_key name=move || t().copy_key()/>
            </div>
        </details>
    }
}
