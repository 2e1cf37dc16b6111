//! The bar at the foot of User Detail: what the caller may do with this user, the rarer things behind More, Delete apart.

use app::{
    UserId,
    invitations::api::issue_credentials,
    roles::Permission,
    users::{
        AccountStatus, User,
        api::{reset_two_factor, set_disabled, set_two_factor},
    },
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::{
    bin::{PurgeUser, restore},
    delete::DeleteDialog,
    edit::EditUser,
    generate_password::GeneratePassword,
    log_in_as::{LogInAs, is_offered},
    oneself::is_oneself,
    questions::{Question, QuestionDialog},
    recent,
};
use crate::i18n::{ActingWords, CommonWords, PasswordWords, UserWords, words};
use crate::session::use_session;
use crate::ui::{
    Attempt, Button, ButtonKind, IconName, Loaded, Menu, MenuItem, MenuSeparator, Tone, use_toaster,
};

/// The buttons of User Detail.
#[component]
pub(super) fn ActionBar(
    user: Loaded<User>,
    /// Told of the user as they are now, or that they are to be asked for again.
    on_changed: Callback<Option<User>>,
) -> impl IntoView {
    let (t, passwords, a) = (words(UserWords), words(PasswordWords), words(ActingWords));
    let c = words(CommonWords);
    let session = use_session();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let asked = RwSignal::new(None::<Question>);
    let attempt = Attempt::default();
    let (generating, logging_in) = (RwSignal::new(false), RwSignal::new(false));
    let (edited, deleted, purged) = (
        RwSignal::new(None::<UserId>),
        RwSignal::new(None::<UserId>),
        RwSignal::new(None),
    );

    let carry_out = Callback::new(move |question: Question| {
        let Some(now) = user.get_untracked() else {
            return;
        };
        let id = now.id;
        let call = async move {
            match question {
                Question::EnableTfa => set_two_factor(id, true).await.map(Some),
                Question::DisableTfa => set_two_factor(id, false).await.map(Some),
                Question::ResetTfa => reset_two_factor(id).await.map(Some),
                Question::Issue => issue_credentials(id).await.map(|_| None),
                Question::Disable => set_disabled(id, true).await.map(Some),
                Question::Enable => set_disabled(id, false).await.map(Some),
            }
        };
        attempt.settle(session.ask(call), move |answer| {
            match answer {
                Ok(user) => {
                    asked.set(None);
                    toaster.say(Tone::Good, question.done(t(), &now));
                    on_changed.run(user);
                }
                Err(refusal) if question.is_asked_first() => return Err(refusal),
                Err(refusal) => toaster.say(Tone::Danger, refusal.words(t().0)),
            }
            Ok(())
        });
    });
    let press = move |question: Question| {
        // An item of a menu is not switched off while something is under way.
        if attempt.busy().get_untracked() {
            return;
        }
        attempt.clear();
        if question.is_asked_first() {
            asked.set(Some(question))
        } else {
            carry_out.run(question)
        }
    };
    let leave = Callback::new(move |_: UserId| {
        navigate(&recent::list_address(), NavigateOptions::default())
    });
    let id = move || user.with(|user| user.map(|user| user.id));
    let is = move |test: fn(&User) -> bool| user.with(|user| user.is_some_and(test));
    let in_bin = move || is(|user| user.status == AccountStatus::Deleted);
    let may = move |permission| session.may(permission) && is(|user| user.may_act_on);
    let alive = move |permission| may(permission) && !in_bin();
    let other = move || id().is_some_and(|id| !is_oneself(session, id));
    let button = move |question: Question, icon: IconName, when: Signal<bool>| {
        view! {
            <Show when=move || when.get()>
                <Button icon busy=attempt.busy() on_click=move || press(question)>{move || question.verb(t())}</Button>
            </Show>
        }
    };
    let reset = Permission::CredentialsReset;
    let restore_now = move || {
        if let Some(id) = id() {
            restore(id, session, toaster, t(), move |_| on_changed.run(None));
        }
    };
    let can_generate = move || alive(reset) && other() && is(can_sign_in);
    let can_log_in_as = move || is(is_offered);
    let can_switch = move || alive(Permission::UsersUpdate) && other();
    let more = move || {
        let item = move |question: Question, icon: IconName| {
            view! {
                <MenuItem icon on_select=move || press(question)>{move || question.verb(t())}</MenuItem>
            }
        };
        view! {
            <Menu trigger=move || view! { <span>{move || c().more()}</span> }>
                <Show when=can_generate>
                    <MenuItem icon=IconName::Key on_select=move || generating.set(true)>{move || passwords().generate()}</MenuItem>
                </Show>
                <Show when=can_log_in_as>
                    <MenuItem icon=IconName::Mask on_select=move || logging_in.set(true)>{move || a().log_in_as()}</MenuItem>
                </Show>
                <Show when=move || can_switch() && (can_generate() || can_log_in_as())><MenuSeparator/></Show>
                <Show when=move || can_switch() && is(|user| !user.disabled)>{item(Question::Disable, IconName::Ban)}</Show>
                <Show when=move || can_switch() && is(|user| user.disabled)>{item(Question::Enable, IconName::Check)}</Show>
            </Menu>
        }
    };
    let any = move || {
        [
            Permission::UsersUpdate,
            Permission::UsersDelete,
            Permission::CredentialsIssue,
            reset,
        ]
        .into_iter()
        .any(may)
            || is(is_offered)
    };
    view! {
        <Show when=any>
            <div class="action-bar" role="group" aria-label=move || t().actions_for(&user.with(|user| user.map(|user| user.login_id.clone()).unwrap_or_default()))>
                <Show when=move || alive(Permission::UsersUpdate)>
                    <Button kind=ButtonKind::Act icon=IconName::Edit on_click=move || edited.set(id())>{move || t().edit()}</Button>
                </Show>
                {button(Question::EnableTfa, IconName::ShieldCheck, Signal::derive(move || alive(reset) && is(|user| !user.two_factor.required)))}
                {button(Question::DisableTfa, IconName::ShieldOff, Signal::derive(move || alive(reset) && other() && is(|user| user.two_factor.required)))}
                {button(Question::ResetTfa, IconName::Refresh, Signal::derive(move || alive(reset) && other()))}
                {button(Question::Issue, IconName::Send, Signal::derive(move || alive(Permission::CredentialsIssue)))}
                <Show when=move || can_generate() || can_log_in_as() || can_switch()>{more()}</Show>
                <Show when=move || may(Permission::UsersDelete) && in_bin()>
                    <Button kind=ButtonKind::Act icon=IconName::Undo on_click=restore_now>{move || t().restore()}</Button>
                </Show>
                <span class="action-gap"></span>
                <Show when=move || may(Permission::UsersDelete) && other()>
                    {move || if in_bin() {
                        view! { <Button icon=IconName::Trash on_click=move || purged.set(user.get_untracked().map(|user| (user.id, user.login_id)))>{move || t().purge()}</Button> }.into_any()
                    } else {
                        view! { <Button icon=IconName::Trash on_click=move || deleted.set(id())>{move || t().delete()}</Button> }.into_any()
                    }}
                </Show>
            </div>
        </Show>
        <QuestionDialog asked user attempt on_yes=carry_out/>
        <GeneratePassword asked=generating user on_done=Callback::new(move |()| on_changed.run(None))/>
        <LogInAs asked=logging_in user/>
        <EditUser who=edited on_saved=move |user: User| on_changed.run(Some(user))/>
        <DeleteDialog who=deleted on_deleted=leave/>
        <PurgeUser who=purged on_purged=leave/>
    }
}

/// Whom a password would be of use to.
fn can_sign_in(user: &User) -> bool {
    matches!(user.status, AccountStatus::Active | AccountStatus::Invited)
}
