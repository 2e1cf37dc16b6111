//! What can be done with a user right from their row.

use app::{UserId, roles::Permission};
use leptos::prelude::*;

use super::oneself::is_oneself;
use crate::i18n::{TokenWords, UserWords, words};
use crate::session::use_session;
use crate::ui::{Button, ButtonKind, IconName, RowActions};

/// One of a row's actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowAct {
    /// Edit User.
    Edit,
    /// Token expiration.
    Tokens,
    /// Delete, into the bin.
    Delete,
    /// Back from the bin.
    Restore,
    /// Out of the bin, for good.
    Purge,
}

/// The quiet buttons at the end of a user's row; each name includes the user's.
#[component]
pub(super) fn RowButtons(
    /// Whose row it is.
    id: UserId,
    /// Their login ID.
    login_id: String,
    /// Whether they are in the bin.
    deleted: bool,
    /// Does one of them.
    #[prop(into)]
    on_act: Callback<RowAct>,
) -> impl IntoView {
    let (t, tokens) = (words(UserWords), words(TokenWords));
    let session = use_session();
    let acts: &[RowAct] = if deleted {
        &[RowAct::Restore, RowAct::Purge]
    } else {
        &[RowAct::Edit, RowAct::Tokens, RowAct::Delete]
    };
    let login_id = StoredValue::new(login_id);
    let button = move |&act: &RowAct| {
        let (permission, icon) = match act {
            RowAct::Edit => (Permission::UsersUpdate, IconName::Edit),
            RowAct::Tokens => (Permission::UsersUpdate, IconName::Key),
            RowAct::Delete => (Permission::UsersDelete, IconName::Trash),
            RowAct::Restore => (Permission::UsersDelete, IconName::Undo),
            RowAct::Purge => (Permission::UsersDelete, IconName::Trash),
        };
        let name = move || {
            login_id.with_value(|login_id| match act {
                RowAct::Edit => t().edit_of(login_id),
                RowAct::Tokens => tokens().title_of(login_id),
                RowAct::Delete => t().delete_of(login_id),
                RowAct::Restore => t().restore_of(login_id),
                RowAct::Purge => t().purge_of(login_id),
            })
        };
        let may = move || {
            let oneself = is_oneself(session, id);
            session.may(permission)
                && match act {
                    RowAct::Edit => !(oneself && session.is_acting()),
                    RowAct::Tokens => !session.is_acting(),
                    RowAct::Delete | RowAct::Restore | RowAct::Purge => !oneself,
                }
        };
        view! {
            <Show when=may>
                <Button kind=ButtonKind::Quiet icon icon_only=true name on_click=move || on_act.run(act)/>
            </Show>
        }
    };
    view! { <RowActions>{acts.iter().map(button).collect_view()}</RowActions> }
}
