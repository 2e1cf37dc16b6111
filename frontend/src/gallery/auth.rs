//! The sign-in card and the set-up of an authenticator.

use leptos::prelude::*;

use crate::shell::AuthCard;
use crate::ui::{
    Alert, Button, ButtonKind, CodeField, Form, FormActions, PasswordField, QrCode, TextField, Tone,
};

#[component]
pub(super) fn SignIn() -> impl IntoView {
    let (login, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(false);
    view! {
        <AuthCard title="Sign in">
            <Form on_submit=move || wrong.set(true)>
                <Show when=move || wrong.get()>
                    <Alert tone=Tone::Danger live=true>"Login ID and password do not match."</Alert>
                </Show>
                <TextField label="Login ID" value=login name="username" autocomplete="username" mono=true autofocus=true/>
                <PasswordField label="Password" value=password name="password"/>
                <FormActions>
                    <Button kind=ButtonKind::Act submit=true>"Sign in"</Button>
                    <a href="/">"Forgotten password"</a>
                </FormActions>
            </Form>
        </AuthCard>
    }
}

#[component]
pub(super) fn Enrol() -> impl IntoView {
    let code = RwSignal::new(String::new());
    view! {
        <AuthCard title="Set up your authenticator" step="2 of 4" wide=true>
            <div class="auth-enrol">
                <QrCode svg=sample() name="QR code for your authenticator app"/>
                <ol class="auth-steps">
                    <li>"Open Google Authenticator, Microsoft Authenticator or FreeOTP on your phone."</li>
                    <li>"Scan this QR code."</li>
                    <li>"Enter the six digits it shows."</li>
                </ol>
            </div>
            <Form on_submit=|| ()>
                <CodeField label="One-time code" value=code name="code"/>
                <FormActions>
                    <Button kind=ButtonKind::Act submit=true>"Submit"</Button>
                    <Button kind=ButtonKind::Quiet>"Can't scan?"</Button>
                </FormActions>
            </Form>
        </AuthCard>
    }
}

/// Something that looks like a QR code: three eyes and noise, with a quiet zone of four.
fn sample() -> String {
    let eye = |x: i32, y: i32| {
        let (dx, dy) = ((x - 3).abs(), (y - 3).abs());
        (0..7).contains(&x) && (0..7).contains(&y) && dx.max(dy) != 2
    };
    let mut path = String::new();
    for y in 0..29 {
        for x in 0..29 {
            let (left, right, top, bottom) = (x < 8, x > 20, y < 8, y > 20);
            let corner = (top && (left || right)) || (left && bottom);
            let noise = !corner && (x * 7 + y * 13 + x * y * 3) % 5 < 2;
            if eye(x, y) || eye(x - 22, y) || eye(x, y - 22) || noise {
                path += &format!("M{} {}h1v1h-1z", x + 4, y + 4);
            }
        }
    }
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 37 37"><path d="{path}"/></svg>"#
    )
}
