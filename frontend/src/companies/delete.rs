//! Delete a company, or say what is still in it.

use app::{
    Refusal,
    companies::{CompanyNode, CompanyRefusal, api::delete_company},
};
use leptos::{prelude::*, task::spawn_local};

use super::load::told;
use crate::i18n::{CompanyWords, use_language, words};
use crate::session::use_session;
use crate::ui::{ConfirmDialog, Tone, use_toaster};

/// The last question before a company is gone.
#[component]
pub(super) fn DeleteCompany(
    /// Which company; it is open while there is one.
    which: RwSignal<Option<CompanyNode>>,
    /// Told after it is gone, or somebody else was quicker.
    on_done: Callback<()>,
) -> impl IntoView {
    let (t, language) = (words(CompanyWords), use_language());
    let session = use_session();
    let toaster = use_toaster();
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let error = RwSignal::new(None::<Refusal>);
    let asked = RwSignal::new(None::<CompanyNode>);
    Effect::new(move || {
        if let Some(company) = which.get() {
            asked.set(Some(company));
            error.set(None);
            open.set(true);
        }
    });
    // Closed by Esc or Cancel: nothing is asked about any more.
    Effect::new(move || {
        if !open.get() {
            which.set(None);
        }
    });
    let delete = move || {
        let Some(company) = asked.get_untracked() else {
            return;
        };
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            match session
                .ask(delete_company(company.id, company.version))
                .await
            {
                Ok(()) => {
                    open.set(false);
                    toaster.say(Tone::Good, t().deleted(&company.name));
                    on_done.run(());
                }
                Err(refusal) if told(&refusal, toaster, t()) => {
                    open.set(false);
                    on_done.run(());
                }
                Err(refusal) => error.set(Some(refusal)),
            }
            busy.set(false);
        });
    };
    let name = move || {
        asked.with(|asked| {
            asked
                .as_ref()
                .map(|company| company.name.clone())
                .unwrap_or_default()
        })
    };
    let users_inside = move || {
        let inside = matches!(error.get(), Some(Refusal::Company(CompanyRefusal::NotEmpty { users, .. })) if users > 0);
        let id = asked.with(|asked| asked.as_ref().map(|company| company.id))?;
        inside.then(
            || view! { <p><a href=format!("/admin/users?company={id}")>{t().show_users()}</a></p> },
        )
    };
    view! {
        <ConfirmDialog
            open
            title=Signal::derive(move || t().delete_title(&name()))
            confirm=Signal::derive(move || t().delete_of(&name()))
            on_confirm=delete
            busy
            error=Signal::derive(move || error.get().map(|refusal| refusal.words(language.get())))
        >
            <p>{move || t().delete_text()}</p>
            {users_inside}
        </ConfirmDialog>
    }
}
