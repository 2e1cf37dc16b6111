//! The step that asks for a password of the user's own choice.

use app::{
    Refusal,
    credentials::{MAX_PASSWORD, Password},
    field::Problem,
    sign_in::Proof,
};
use leptos::prelude::*;

use super::flow_steps::{StepCard, Walk};
use super::refused::{Refused, RefusedAlert};
use super::strength::{Strength, strength_words};
use crate::i18n::{SignInWords, words};
use crate::ui::{Button, ButtonKind, Form, FormActions, PasswordField, StrengthMeter};

/// Asks for a new password of at least `min_length` characters.
#[component]
pub(super) fn NewPasswordStep(walk: Walk, min_length: usize) -> impl IntoView {
    let t = words(SignInWords);
    let typed = RwSignal::new(String::new());
    let refused = Refused::new(&["password"]);
    let submit = move || {
        let text = typed.get_untracked();
        match length_problem(&text, min_length) {
            None => walk.prove(
                Proof::NewPassword {
                    password: Password::new(text),
                },
                refused,
            ),
            Some(problem) => refused.tell(Refusal::field("password", problem)),
        }
    };
    view! {
        <StepCard walk title=move || t().new_password_title()>
            <RefusedAlert refused/>
            <Form on_submit=submit busy=walk.busy()>
                // Tells a password manager whose password it is about to keep.
                <input
                    class="visually-hidden"
                    type="text"
                    name="username"
                    autocomplete="username"
                    value=walk.login_id()
                    readonly=true
                    tabindex="-1"
                    aria-hidden="true"
                />
                <PasswordField
                    label=move || t().new_password()
                    value=typed
                    name="password"
                    autocomplete="new-password"
                    hint=move || t().new_password_hint(min_length)
                    error=refused.beside("password")
                    required=true
                    autofocus=true
                >
                    <PasswordStrength typed min_length own=Signal::stored(vec![walk.login_id()])/>
                </PasswordField>
                <FormActions>
                    <Button kind=ButtonKind::Act submit=true busy=walk.busy()>{move || t().set_password()}</Button>
                </FormActions>
            </Form>
        </StepCard>
    }
}

/// How strong the password is that is being typed.
#[component]
pub fn PasswordStrength(
    /// What is typed.
    typed: RwSignal<String>,
    /// The fewest characters allowed.
    min_length: usize,
    /// The user's own names, which make a password easy to guess.
    own: Signal<Vec<String>>,
) -> impl IntoView {
    let t = words(SignInWords);
    let strength =
        Memo::new(move |_| typed.with(|text| own.with(|own| Strength::of(text, min_length, own))));
    view! {
        <StrengthMeter
            score=move || strength.get().score()
            text=move || strength_words(strength.get(), t())
        />
    }
}

/// What the server would say about the length, said before it is asked.
fn length_problem(text: &str, min: usize) -> Option<Problem> {
    match text.chars().count() {
        0 => Some(Problem::Missing),
        length if length < min => Some(Problem::TooShort { min }),
        length if length > MAX_PASSWORD => Some(Problem::TooLong { max: MAX_PASSWORD }),
        _ => None,
    }
}
