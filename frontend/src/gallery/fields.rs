//! Buttons and fields in all their states.

use leptos::prelude::*;

use crate::ui::{
    Button, ButtonKind, CheckboxField, Choice, CodeField, DateField, ErrorSummary, FieldProblem,
    FileField, Form, FormActions, Icon, IconName, LeaveGuard, LinkButton, PasswordField,
    RadioGroup, Section, SelectField, StrengthMeter, TextAreaField, TextField,
};

#[component]
pub(super) fn Fields() -> impl IntoView {
    view! {
        <Buttons/>
        <FormSection/>
        <Section id="icons" title="Icons">
            <ul class="cluster">
                {IconName::ALL
                    .iter()
                    .map(|name| view! { <li title=name.slug()><Icon name=*name/></li> })
                    .collect_view()}
            </ul>
        </Section>
    }
}

#[component]
fn Buttons() -> impl IntoView {
    let busy = RwSignal::new(true);
    view! {
        <Section id="buttons" title="Buttons">
            <div class="stack">
                <div class="cluster">
                    <Button kind=ButtonKind::Act>"Add User"</Button>
                    <Button>"Edit"</Button>
                    <Button kind=ButtonKind::Quiet>"Clear"</Button>
                    <Button kind=ButtonKind::Danger>"Delete hana.sato"</Button>
                    <LinkButton href="/">"A link"</LinkButton>
                </div>
                <div class="cluster">
                    <Button kind=ButtonKind::Act icon=IconName::UserPlus>"Add User"</Button>
                    <Button icon=IconName::Shield>"Enable TFA"</Button>
                    <Button kind=ButtonKind::Quiet icon=IconName::Download>"Export"</Button>
                    <Button kind=ButtonKind::Quiet icon=IconName::Edit icon_only=true name="Edit hana.sato"/>
                    <Button icon=IconName::Refresh icon_only=true name="Retry"/>
                </div>
                <div class="cluster">
                    <Button kind=ButtonKind::Act busy>"Saving…"</Button>
                    <Button kind=ButtonKind::Act disabled=true>"Cannot act"</Button>
                    <Button disabled=true>"Cannot"</Button>
                    <Button kind=ButtonKind::Quiet disabled=true>"Cannot"</Button>
                    <Button kind=ButtonKind::Danger disabled=true>"Cannot delete"</Button>
                </div>
            </div>
        </Section>
    }
}

#[component]
fn FormSection() -> impl IntoView {
    let text = |text: &str| RwSignal::new(text.to_owned());
    let (email, login, password, code) = (
        text("hana@"),
        text("hana.sato"),
        text("correct horse"),
        text(""),
    );
    let (role, factor, expires, about) =
        (text("admin"), text("policy"), text("2026-11-30"), text(""));
    let (otp, at) = (RwSignal::new(true), text("2026-11-30T17:30"));
    let problems = RwSignal::new(Vec::new());
    let email_error = Signal::derive(move || {
        problems.with(|problems: &Vec<FieldProblem>| {
            problems.first().map(|problem| problem.message.clone())
        })
    });
    let submit = move || {
        problems.set(vec![FieldProblem {
            field: "email".into(),
            message: "“hana@” lacks the part after the @, as in hana@example.com".into(),
        }]);
    };
    let roles = vec![
        Choice::new("admin", "Company administrator"),
        Choice::new("support", "Support"),
    ];
    let factors = vec![
        Choice::new("policy", "As defined by the policy class"),
        Choice::new("yes", "Yes"),
        Choice::new("no", "No"),
    ];
    view! {
        <Section id="form" title="Form">
            <LeaveGuard dirty=move || email.get() != "hana@"/>
            <Form on_submit=submit name="Add User">
                <ErrorSummary problems/>
                <div class="columns">
                    <TextField label="User name" value=login name="login-id" mono=true readonly=true hint="Never changes."/>
                    <TextField
                        label="E-mail" value=email name="email" kind="email" autocomplete="email" required=true
                        error=email_error
                    />
                    <PasswordField label="New password" value=password name="password" autocomplete="new-password" required=true>
                        <StrengthMeter score=3 text="Good: one more word makes it strong"/>
                    </PasswordField>
                    <CodeField label="One-time code" value=code name="code" hint="The six digits your app shows."/>
                    <SelectField label="Role" value=role choices=roles name="role"/>
                    <DateField label="Expiration date" value=expires name="expires"/>
                    <RadioGroup label="Two-factor authentication" value=factor choices=factors name="factor"/>
                    <div class="stack">
                        <DateField label="Starts" value=at name="starts"/>
                        <CheckboxField
                            label="OTP Configured" checked=otp name="otp"
                            hint="The first sign-in asks to set up an authenticator app."
                        />
                    </div>
                </div>
                <FileField
                    label="CSV file" file=RwSignal::new_local(None) name="file" accept=".csv"
                    invitation="Drop the file here, or choose it" verb="Choose a file"
                    size=|bytes| format!("{bytes} bytes")
                />
                <TextAreaField label="Description" value=about name="about" rows=3/>
                <FormActions>
                    <Button kind=ButtonKind::Act submit=true>"Save"</Button>
                    <Button>"Cancel"</Button>
                </FormActions>
            </Form>
        </Section>
    }
}
