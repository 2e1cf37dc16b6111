//! What stands in a mail, before it becomes text and HTML: both say the same.

use std::borrow::Cow;

use app::Language;

/// One mail's words, with nothing escaped yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sheet {
    pub language: Language,
    pub subject: String,
    pub greeting: String,
    /// Paragraphs before the facts.
    pub opening: Vec<String>,
    /// A code to be typed, standing by itself.
    pub code: Option<String>,
    /// Names and values, below each other.
    pub facts: Vec<(Cow<'static, str>, String)>,
    /// What the button says and opens.
    pub action: Option<Action>,
    /// Paragraphs after the button.
    pub closing: Vec<String>,
    /// Why one gets this mail.
    pub footer: String,
}

/// A button, and the link it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Action {
    pub label: &'static str,
    pub link: String,
    /// What stands before the link written out.
    pub plain: &'static str,
}
