//! User Detail, Sign-in and two-factor: how the user gets in, and what stands in their way.

use app::{
    UserId,
    invitations::{InvitationState, InvitationView, api::list_invitations},
    policies::{
        SettingValue, Shape, TwoFactorSetting, Verification, VerificationArea, VerificationSetting,
    },
    roles::Permission,
    users::{LogInAsOffer, User, VerificationMethod, api::unlock},
};
use leptos::{prelude::*, task::spawn_local};

use super::{
    explain_sign_in::ExplainDialog, oneself::is_oneself, verification_dialog::VerificationDialog,
};
use crate::i18n::{ActingWords, ExplainWords, UserWords, VerificationWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Button, Cell, Column, DateTime, DescriptionList, DescriptionRow, IconName, LoadFailed, Loaded,
    Pill, Row, Section, Table, Tone, use_toaster,
};

/// The section Sign-in and two-factor.
#[component]
pub(super) fn SignInSection(
    user: User,
    /// Counts what may have changed the invitations.
    round: RwSignal<u32>,
    /// Told of the user as they are now.
    on_changed: Callback<Option<User>>,
) -> impl IntoView {
    let (t, a, language) = (words(UserWords), words(ActingWords), use_language());
    let (v, e) = (words(VerificationWords), words(ExplainWords));
    let whole = user.clone();
    let (two_factor, verification) = (user.two_factor, user.verification);
    let authenticator = match (two_factor.enrolled, two_factor.enrolled_at) {
        (true, Some(at)) => {
            view! { {move || t().enrolled_since()}" "<DateTime at=at.to_string()/> }.into_any()
        }
        (true, None) => {
            view! { <Pill tone=Tone::Good>{move || t().enrolled_since()}</Pill> }.into_any()
        }
        (false, _) => {
            view! { <span class="nothing">{move || t().not_enrolled()}</span> }.into_any()
        }
    };
    let invitation = match user.invitation {
        Some(invitation) => view! { <Newest invitation/> }.into_any(),
        None => view! { <span class="nothing">{move || t().no_invitation()}</span> }.into_any(),
    };
    let session = use_session();
    let (changing, explaining) = (RwSignal::new(false), RwSignal::new(false));
    let (id, may_act_on) = (user.id, user.may_act_on && user.deleted_at.is_none());
    let may =
        move || may_act_on && session.may(Permission::CredentialsReset) && !is_oneself(session, id);
    let actions = move || {
        view! {
            <Button icon=IconName::Info on_click=move || explaining.set(true)>{move || e().title()}</Button>
            <Show when=may>
                <Button icon=IconName::ShieldCheck on_click=move || changing.set(true)>{move || v().title()}</Button>
            </Show>
        }
    };
    let methods = VerificationArea::ALL
        .map(|area| {
            let method = verification.of(area).clone();
            view! { <Method area method/> }
        })
        .collect_view();
    let required = two_factor.required;
    let policy = StoredValue::new(two_factor.policy);
    let inherits = two_factor.setting == TwoFactorSetting::Inherit;
    let said = move || {
        let state = SettingValue::YesNo(required).words(Shape::YesNo, language.get());
        policy.with_value(|policy| t().policy_now(&state, &policy.origin.words(language.get())))
    };
    view! {
        <Section id="sign-in" title=move || t().sign_in_section() actions>
            <DescriptionList>
                <DescriptionRow label=move || t().two_factor()>{move || two_factor.setting.words(language.get())}</DescriptionRow>
                <DescriptionRow label=move || t().in_force()>
                    <Pill tone=if required { Tone::Good } else { Tone::Neutral }>
                        {move || if required { t().required() } else { t().not_required() }}
                    </Pill>
                    {inherits.then(|| view! { <span class="policy-origin">" → "{said}</span> })}
                </DescriptionRow>
                <DescriptionRow label=move || t().authenticator()>{authenticator}</DescriptionRow>
                {two_factor.enrolled.then(|| view! {
                    <DescriptionRow label=move || t().recovery_codes()>{two_factor.recovery_codes_left}</DescriptionRow>
                })}
                {methods}
                <DescriptionRow label=move || t().lockout()>
                    <Lockout id=user.id until=user.locked_until may=user.may_act_on on_changed/>
                </DescriptionRow>
                <DescriptionRow label=move || t().invitation()>{invitation}</DescriptionRow>
                {(user.log_in_as == LogInAsOffer::Forbidden).then(|| view! {
                    <DescriptionRow label=move || a().log_in_as()>{move || a().forbidden()}</DescriptionRow>
                })}
            </DescriptionList>
            <History id=user.id round/>
        </Section>
        <VerificationDialog user=whole.clone() open=changing on_changed/>
        <ExplainDialog user=whole open=explaining/>
    }
}

/// What holds in one area, and who decided that.
#[component]
fn Method(area: VerificationArea, method: VerificationMethod) -> impl IntoView {
    let (t, language) = (words(VerificationWords), use_language());
    let VerificationMethod {
        setting,
        policy,
        method,
    } = method;
    let origin = move || match setting {
        VerificationSetting::Inherit => policy.origin.words(language.get()),
        VerificationSetting::None | VerificationSetting::Email => t().set_for_user().to_owned(),
    };
    let tone = match method {
        Verification::Email => Tone::Good,
        Verification::None => Tone::Neutral,
    };
    view! {
        <DescriptionRow label=move || area.words(language.get())>
            <Pill tone>{move || method.words(language.get())}</Pill>
            " "<span class="policy-origin">{origin}</span>
        </DescriptionRow>
    }
}

fn tone(state: InvitationState) -> Tone {
    match state {
        InvitationState::Accepted => Tone::Good,
        InvitationState::Queued | InvitationState::Sent | InvitationState::Opened => Tone::Info,
        InvitationState::Expired => Tone::Attention,
        InvitationState::Failed => Tone::Danger,
        InvitationState::Voided => Tone::Neutral,
    }
}

#[component]
fn Newest(invitation: InvitationView) -> impl IntoView {
    let (t, language) = (words(UserWords), use_language());
    let state = invitation.state;
    let open = matches!(
        state,
        InvitationState::Queued | InvitationState::Sent | InvitationState::Opened
    );
    view! {
        <Pill tone=tone(state)>{move || state.words(language.get())}</Pill>
        " "{invitation.email}
        {open.then(|| view! { " · "{move || t().invitation_ends()}" "<DateTime at=invitation.expires_at.to_string()/> })}
    }
}

#[component]
fn Lockout(
    id: UserId,
    until: Option<app::Timestamp>,
    may: bool,
    on_changed: Callback<Option<User>>,
) -> impl IntoView {
    let t = words(UserWords);
    let session = use_session();
    let toaster = use_toaster();
    let busy = RwSignal::new(false);
    let lift = move || {
        busy.set(true);
        spawn_local(async move {
            match session.ask(unlock(id)).await {
                Ok(user) => {
                    toaster.say(Tone::Good, t().unlocked(&user.login_id));
                    on_changed.run(Some(user));
                }
                Err(refusal) => toaster.say(Tone::Danger, refusal.words(t().0)),
            }
            busy.try_set(false);
        });
    };
    match until {
        None => view! { <span class="nothing">{move || t().not_locked()}</span> }.into_any(),
        Some(until) => view! {
            <div class="lockout">
                <span>{move || t().locked_until()}" "<DateTime at=until.to_string()/></span>
                <Show when=move || may && session.may(Permission::CredentialsReset)>
                    <Button icon=IconName::Unlock busy on_click=lift>{move || t().unlock()}</Button>
                </Show>
            </div>
        }
        .into_any(),
    }
}

/// All invitations, where there was more than one.
#[component]
fn History(id: UserId, round: RwSignal<u32>) -> impl IntoView {
    let (t, language) = (words(UserWords), use_language());
    let session = use_session();
    let all = Loaded::new(
        move || Some((round.get(), id)),
        move |(_, id)| session.ask(list_invitations(id)),
    );
    let count = move || all.with(|all| all.map_or(0, Vec::len)) as u64;
    let several = move || count() > 1;
    let columns = move || {
        vec![
            Column::new("issued", t().issued()),
            Column::new("state", t().state()),
            Column::new("email", t().sent_to()),
            Column::new("ends", t().ends()),
        ]
    };
    let line = move |invitation: InvitationView| {
        view! {
            <Row>
                <Cell label=move || t().issued()><DateTime at=invitation.created_at.to_string()/></Cell>
                <Cell label=move || t().state()>
                    <Pill tone=tone(invitation.state)>{move || invitation.state.words(language.get())}</Pill>
                </Cell>
                <Cell label=move || t().sent_to()>{invitation.email}</Cell>
                <Cell label=move || t().ends()><DateTime at=invitation.expires_at.to_string()/></Cell>
            </Row>
        }
    };
    view! {
        <LoadFailed refusal=all.refusal() on_retry=move || all.again()/>
        <Show when=several>
            <details class="history">
                <summary>{move || t().invitation_history(count())}</summary>
                <Table caption=move || t().invitation() columns=Signal::derive(columns) compact=true>
                    {move || all.get().unwrap_or_default().into_iter().map(line).collect_view()}
                </Table>
            </details>
        </Show>
    }
}
