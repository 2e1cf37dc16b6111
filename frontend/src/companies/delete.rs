//! Delete a company, or say what is still in it.

use app::{
    Refusal,
    companies::{CompanyNode, CompanyRefusal, api::delete_company},
};
use leptos::prelude::*;

use super::load::told;
use crate::i18n::{CompanyWords, words};
use crate::session::use_session;
use crate::ui::{Attempt, ConfirmDialog, Tone, open_about, use_toaster};

/// The last question before a company is gone.
#[component]
pub(super) fn DeleteCompany(
    /// Which company; it is open while there is one.
    which: RwSignal<Option<CompanyNode>>,
    /// Told after it is gone, or somebody else was quicker.
    on_done: Callback<()>,
) -> impl IntoView {
    let t = words(CompanyWords);
    let session = use_session();
    let toaster = use_toaster();
    let attempt = Attempt::default();
    let asked = RwSignal::new(None::<CompanyNode>);
    let open = open_about(which, move |company| {
        asked.set(Some(company.clone()));
        attempt.clear();
    });
    let delete = move || {
        let Some(company) = asked.get_untracked() else {
            return;
        };
        let call = session.ask(delete_company(company.id, company.version));
        attempt.settle(call, move |answer| {
            match answer {
                Ok(()) => toaster.say(Tone::Good, t().deleted(&company.name)),
                Err(refusal) if told(&refusal, toaster, t()) => {}
                Err(refusal) => return Err(refusal),
            }
            open.try_set(false);
            on_done.run(());
            Ok(())
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
        let inside = matches!(attempt.refused().refusal(), Some(Refusal::Company(CompanyRefusal::NotEmpty { users, .. })) if users > 0);
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
            busy=attempt.busy()
            error=attempt.error()
        >
            <p>{move || t().delete_text()}</p>
            {users_inside}
        </ConfirmDialog>
    }
}
