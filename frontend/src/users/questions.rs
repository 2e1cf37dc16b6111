//! What User Detail's buttons do, and what is said before the ones that take something away.

use app::users::User;
use leptos::prelude::*;

use crate::i18n::{UserWords, words};
use crate::ui::{Attempt, ButtonKind, ConfirmDialog, Loaded};

/// One of the things that can be done with a user by a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    EnableTfa,
    DisableTfa,
    ResetTfa,
    Issue,
    Disable,
    Enable,
}

impl Question {
    /// What the button says.
    pub fn verb(self, t: UserWords) -> &'static str {
        match self {
            Question::EnableTfa => t.enable_tfa(),
            Question::DisableTfa => t.disable_tfa(),
            Question::ResetTfa => t.reset_tfa(),
            Question::Issue => t.issue_credentials(),
            Question::Disable => t.disable(),
            Question::Enable => t.enable(),
        }
    }

    /// Whether it takes something away, and so is asked before it is done.
    pub fn is_asked_first(self) -> bool {
        !matches!(self, Question::EnableTfa | Question::Enable)
    }

    /// What is said when it is done.
    pub fn done(self, t: UserWords, user: &User) -> String {
        match self {
            Question::EnableTfa => t.tfa_enabled(&user.login_id),
            Question::DisableTfa => t.tfa_disabled(&user.login_id),
            Question::ResetTfa => t.tfa_was_reset(&user.login_id),
            Question::Issue => t.invitation_queued(&user.email),
            Question::Disable => t.disabled(&user.login_id),
            Question::Enable => t.enabled(&user.login_id),
        }
    }

    fn title(self, t: UserWords, user: &User) -> String {
        let login_id = &user.login_id;
        match self {
            Question::DisableTfa => t.disable_tfa_of(login_id),
            Question::ResetTfa => t.reset_tfa_of(login_id),
            Question::Issue => t.issue_again_of(login_id),
            Question::Disable => t.disable_of(login_id),
            Question::EnableTfa | Question::Enable => self.verb(t).to_owned(),
        }
    }

    /// What happens next, sentence by sentence.
    fn consequences(self, t: UserWords, user: &User) -> Vec<String> {
        match self {
            Question::DisableTfa => vec![t.disable_tfa_text().to_owned()],
            Question::ResetTfa => [
                t.reset_tfa_authenticator(),
                t.reset_tfa_sessions(),
                t.reset_tfa_qr(),
            ]
            .map(str::to_owned)
            .to_vec(),
            Question::Issue => vec![
                t.issue_again_text(&user.email),
                t.issue_again_voids().to_owned(),
            ],
            Question::Disable => vec![t.disable_text().to_owned()],
            Question::EnableTfa | Question::Enable => Vec::new(),
        }
    }

    /// Issuing credentials gives; the others take.
    fn kind(self) -> ButtonKind {
        if self == Question::Issue {
            ButtonKind::Act
        } else {
            ButtonKind::Danger
        }
    }
}

/// Asks before something is taken away.
#[component]
pub(super) fn QuestionDialog(
    /// What is asked; it is open while something is.
    asked: RwSignal<Option<Question>>,
    user: Loaded<User>,
    /// What was asked, being done.
    attempt: Attempt,
    /// Does it.
    on_yes: Callback<Question>,
) -> impl IntoView {
    let t = words(UserWords);
    move || {
        let question = asked.get()?;
        let open = RwSignal::new(true);
        Effect::new(move || {
            if !open.get() {
                asked.set(None);
            }
        });
        let with_user = move |say: &dyn Fn(&User) -> String| {
            user.with(|user| user.map(say).unwrap_or_default())
        };
        let sentences = move || {
            let sentences = user.with(|user| {
                user.map(|user| question.consequences(t(), user))
                    .unwrap_or_default()
            });
            sentences
                .into_iter()
                .map(|sentence| view! { <li>{sentence}</li> })
                .collect_view()
        };
        Some(view! {
            <ConfirmDialog
                open
                kind=question.kind()
                title=Signal::derive(move || with_user(&|user| question.title(t(), user)))
                confirm=Signal::derive(move || question.verb(t()).to_owned())
                on_confirm=move || on_yes.run(question)
                busy=attempt.busy()
                error=attempt.error()
            >
                <ul class="goes">{sentences}</ul>
            </ConfirmDialog>
        })
    }
}
