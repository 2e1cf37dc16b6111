//! Why a form was refused: beside the fields it concerns, and in a summary above.

use app::{Refusal, field::FieldProblem as Wire};
use leptos::prelude::*;

use super::{Alert, ErrorSummary, FieldProblem, Tone};
use crate::i18n::use_language;

/// The last refusal of a form.
#[derive(Clone, Copy, Debug)]
pub struct Refused(RwSignal<Option<Refusal>>);

impl Default for Refused {
    fn default() -> Self {
        Self(RwSignal::new(None))
    }
}

impl Refused {
    /// Takes note of a refusal.
    pub fn set(&self, refusal: Refusal) {
        self.0.try_set(Some(refusal));
    }

    /// What was refused; follows every change.
    pub fn refusal(&self) -> Option<Refusal> {
        self.0.get()
    }

    /// Forgets it: another try is made.
    pub fn clear(&self) {
        self.0.try_set(None);
    }

    /// What is wrong with the field of this name on the wire, in words.
    pub fn field(&self, name: impl Into<String>) -> Signal<Option<String>> {
        let (refusal, language, name) = (self.0, use_language(), name.into());
        Signal::derive(move || {
            refusal.with(|refusal| {
                let problems = refusal.as_ref().map_or(&[][..], Refusal::field_problems);
                let found = problems.iter().find(|problem| concerns(problem, &name))?;
                Some(found.problem.words(language.get()))
            })
        })
    }
}

/// Whether a problem is one of the field `name`, or of an entry within it (`roles.0`).
fn concerns(problem: &Wire, name: &str) -> bool {
    problem
        .field
        .strip_prefix(name)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The summary above a form: every field's problem with a link to it, or the one reason that has no field.
#[component]
pub fn RefusedSummary(
    /// What was refused.
    refused: Refused,
    /// The form's fields: name on the wire (and id) and label.
    #[prop(into)]
    fields: Signal<Vec<(&'static str, String)>>,
) -> impl IntoView {
    let language = use_language();
    let problems = move || {
        let fields = fields.get();
        let told = |problem: &Wire| {
            let words = problem.problem.words(language.get());
            match fields.iter().find(|(name, _)| concerns(problem, name)) {
                Some((name, label)) => FieldProblem {
                    field: (*name).to_owned(),
                    message: format!("{label}: {words}"),
                },
                None => FieldProblem {
                    field: problem.field.clone(),
                    message: words,
                },
            }
        };
        refused.0.with(|refusal| {
            refusal
                .as_ref()
                .map_or(&[][..], Refusal::field_problems)
                .iter()
                .map(told)
                .collect::<Vec<_>>()
        })
    };
    let reason = move || {
        let refusal = refused.0.get()?;
        refusal
            .field_problems()
            .is_empty()
            .then(|| refusal.words(language.get()))
    };
    view! {
        <ErrorSummary problems=Signal::derive(problems)/>
        {move || reason().map(|reason| view! { <Alert tone=Tone::Danger live=true>{reason}</Alert> })}
    }
}

#[cfg(test)]
mod tests {
    use super::concerns;
    use app::field::{FieldProblem, Problem};

    #[test]
    fn an_entrys_problem_is_its_fields() {
        let problem = FieldProblem::new("roles.0", Problem::RoleNotGrantable);
        assert!(concerns(&problem, "roles"));
        assert!(!concerns(&problem, "role"));
    }
}
