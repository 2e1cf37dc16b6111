//! The ways to verify somebody, as they are chosen for a policy class and for a user.

use app::{
    Language,
    policies::{Setting, Verification},
};

use crate::i18n::VerificationWords;
use crate::ui::Choice;

/// What can be chosen for `setting`. In apps face recognition stands beside it, with the words why it is not there yet.
pub fn method_choices(setting: Setting, language: Language) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Verification::ALL
        .into_iter()
        .map(|method| Choice::new(method.code(), method.words(language)))
        .collect();
    if setting != Setting::WebLoginVerification {
        choices.push(Choice::new("face", VerificationWords(language).face()).off());
    }
    choices
}
