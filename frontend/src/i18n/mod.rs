//! The words on the screen: which language is spoken, and how a component gets its texts in it.
//!
//! ```ignore
//! use crate::i18n::{words, CommonWords};
//!
//! let t = words(CommonWords);
//! view! {
//!     <Button on_click=save>{move || t().save()}</Button>     // a text in the view
//!     <TextField label=move || t().search() value name="q"/>  // a text as a property
//! }
//! ```
//! `t` is a `Copy` closure; called inside another closure it follows a change of language by itself.
//! A room keeps its texts in its own file here, declared by `app::words!`.

mod account;
mod acting;
mod addresses;
mod attention;
mod audit;
mod common;
mod companies;
mod dashboard;
mod expiry;
mod home;
mod import;
mod invitations;
mod issued_tokens;
mod jobs;
mod mail;
mod palette;
mod passwords;
mod person;
mod policies;
mod preferences;
mod profile;
mod roles;
mod shell;
mod shortcuts;
mod sign_in;
mod tokens;
mod users;
mod verification;

pub use account::AccountWords;
pub use acting::ActingWords;
pub use addresses::AddressWords;
pub use attention::AttentionWords;
pub use audit::AuditWords;
pub use common::CommonWords;
pub use companies::CompanyWords;
pub use dashboard::DashboardWords;
pub use expiry::ExpiryWords;
pub use home::HomeWords;
pub use import::ImportWords;
pub use invitations::InvitationWords;
pub use issued_tokens::IssuedTokenWords;
pub use jobs::JobWords;
pub use mail::MailWords;
pub use palette::PaletteWords;
pub use passwords::PasswordWords;
pub use person::full_name;
pub use policies::PolicyWords;
pub use preferences::PreferenceWords;
pub use profile::ProfileWords;
pub use roles::RoleWords;
pub use shell::ShellWords;
pub use shortcuts::ShortcutWords;
pub use sign_in::SignInWords;
pub use tokens::TokenWords;
pub use users::UserWords;
pub use verification::{ExplainWords, VerificationWords};

use app::Language;
use leptos::{prelude::*, reactive::graph::Observer};

use crate::ui::browser;

const STORED_AS: &str = "doorward.language";

/// The language spoken, provided to the whole app by [`provide_language`].
pub fn use_language() -> RwSignal<Language> {
    use_context().unwrap_or_else(|| RwSignal::new(first_language()))
}

/// A closure that answers the words of `of` in the language spoken at that moment.
///
/// `of` is the name of a struct declared by `app::words!`: `let t = words(CommonWords);`.
pub fn words<W: 'static>(of: fn(Language) -> W) -> impl Fn() -> W + Copy + Send + Sync + 'static {
    let language = use_language();
    // A view follows a change of language; an event handler has nothing that could follow.
    move || match Observer::get() {
        Some(_) => of(language.get()),
        None => of(language.get_untracked()),
    }
}

/// Chooses the first language and keeps `<html lang>` in step with it.
pub fn provide_language() -> RwSignal<Language> {
    let language = RwSignal::new(first_language());
    provide_context(language);
    Effect::new(move || browser::set_root_attribute("lang", language.get().tag()));
    language
}

/// Speaks the language that the reader chose here, from now on and on the next visit.
pub fn choose_language(spoken: RwSignal<Language>, language: Language) {
    browser::remember(STORED_AS, language.tag());
    spoken.set(language);
}

/// Speaks the language of the reader's account, unless they chose one in this browser.
pub fn suggest_language(spoken: RwSignal<Language>, language: Language) {
    if browser::recall(STORED_AS).is_none() {
        spoken.set(language);
    }
}

/// What was chosen here before, else the first of the browser's languages that Doorward speaks.
fn first_language() -> Language {
    browser::recall(STORED_AS)
        .and_then(|tag| Language::from_tag(&tag))
        .or_else(|| {
            browser::languages()
                .iter()
                .find_map(|tag| Language::from_tag(tag))
        })
        .unwrap_or_default()
}
