//! What a form was told when it was refused: words beside the fields, the rest above them.

use app::{Refusal, field::FieldProblem as Wrong};
use leptos::prelude::*;

use crate::i18n::{SignInWords, use_language};
use crate::ui::{Alert, ErrorSummary, FieldProblem, Tone, browser};

/// From how many wrong fields on a summary stands above the form.
const SUMMARISED: usize = 3;

/// The last refusal of one form, which knows the names of its fields.
#[derive(Clone, Copy, Debug)]
pub struct Refused {
    refusal: RwSignal<Option<Refusal>>,
    fields: &'static [&'static str],
    alert: StoredValue<String>,
}

impl Refused {
    /// Nothing refused yet, in a form with these fields (their names on the wire are their ids).
    pub fn new(fields: &'static [&'static str]) -> Self {
        Self {
            refusal: RwSignal::new(None),
            fields,
            alert: StoredValue::new(browser::unique_id("refused")),
        }
    }

    /// The form is tried again.
    pub fn clear(self) {
        self.refusal.set(None);
    }

    /// Shows why, and moves the focus there.
    pub fn tell(self, refusal: Refusal) {
        let beside = self.known(&refusal);
        let place = match beside.as_slice() {
            [first, ..] if beside.len() < SUMMARISED => Some(first.field.clone()),
            [] => Some(self.alert.get_value()),
            // The summary takes the focus by itself.
            _ => None,
        };
        self.refusal.set(Some(refusal));
        if let Some(place) = place {
            request_animation_frame(move || browser::focus(&place));
        }
    }

    /// What is wrong with the field of this name.
    pub fn beside(self, field: &'static str) -> Signal<Option<String>> {
        let language = use_language();
        Signal::derive(move || {
            let refusal = self.refusal.get()?;
            let wrong = refusal
                .field_problems()
                .iter()
                .find(|wrong| wrong.field == field)?;
            Some(wrong.problem.words(language.get()))
        })
    }

    /// The problems of the form's own fields, in the order of the form.
    fn known(self, refusal: &Refusal) -> Vec<Wrong> {
        let problems = refusal.field_problems();
        self.fields
            .iter()
            .flat_map(|field| problems.iter().filter(move |wrong| wrong.field == *field))
            .cloned()
            .collect()
    }
}

/// Stands above the form: the refusal as a whole, or the summary of many wrong fields.
#[component]
pub fn RefusedAlert(
    /// The form's refusal.
    refused: Refused,
    /// What the fields are called in a summary, where one can come about.
    #[prop(optional)]
    label_of: Option<fn(SignInWords, &str) -> &'static str>,
) -> impl IntoView {
    let language = use_language();
    let summarised = move |wrong: Wrong| {
        let problem = wrong.problem.words(language.get());
        let label = label_of.map(|label_of| label_of(SignInWords(language.get()), &wrong.field));
        let message = label.map_or_else(|| problem.clone(), |label| format!("{label}: {problem}"));
        FieldProblem {
            field: wrong.field,
            message,
        }
    };
    let known = move || {
        refused
            .refusal
            .get()
            .map(|refusal| refused.known(&refusal))
            .unwrap_or_default()
    };
    let many = Signal::derive(move || match known() {
        few if few.len() < SUMMARISED => Vec::new(),
        many => many.into_iter().map(summarised).collect(),
    });
    let whole = move || {
        let refusal = refused.refusal.get()?;
        let words = match refusal.field_problems() {
            [] => refusal.words(language.get()),
            // A field that this form does not show.
            [wrong, ..] if refused.known(&refusal).is_empty() => {
                wrong.problem.words(language.get())
            }
            _ => return None,
        };
        Some(view! {
            <div id=refused.alert.get_value() tabindex="-1" class="refused">
                <Alert tone=Tone::Danger live=true><p>{words}</p></Alert>
            </div>
        })
    };
    view! {
        <ErrorSummary problems=many/>
        {whole}
    }
}
