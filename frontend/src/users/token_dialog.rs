//! Token expiration: how long a user's apps stay signed in, and exclusive login; what that ends is said before.

use app::{
    Refusal, UserId,
    policies::{OwnSetting, SettingValue, Shape},
    users::{
        LifetimeUnit, TokenExpiration, TokenExpirationDraft, TokenLifetime, TokenValidity, User,
        api::{get_user, preview_token_expiration, set_token_expiration},
    },
};
use leptos::{prelude::*, task::spawn_local};

use super::oneself::is_oneself;
use crate::i18n::{CommonWords, TokenWords, UserWords, use_language, words};
use crate::session::use_session;
use crate::ui::{
    Alert, Button, ButtonKind, Choice, Dialog, DialogFoot, DialogSize, Form, LoadFailed, Loaded,
    RadioGroup, Refused, RefusedSummary, SelectField, Skeleton, TextField, Tone, use_toaster,
};

const INHERIT: &str = "inherit";
const LONG_TERM: &str = "long_term";
const EXPIRATION_TIME: &str = "expiration_time";
/// The field of the number, on the wire.
const AMOUNT: &str = "token_validity.amount";

/// The dialog.
#[component]
pub(super) fn TokenDialog(
    /// Whom it is about; it is open while there is somebody.
    who: RwSignal<Option<UserId>>,
    /// Told of the user as they are now.
    #[prop(into)]
    on_saved: Callback<User>,
) -> impl IntoView {
    let t = words(TokenWords);
    let (open, dirty) = (RwSignal::new(false), RwSignal::new(false));
    let login_id = RwSignal::new(None::<String>);
    Effect::new(move || open.set(who.get().is_some()));
    let title = move || match login_id.get() {
        Some(login_id) => t().title_of(&login_id),
        None => t().title().to_owned(),
    };
    view! {
        <Dialog
            open title=Signal::derive(title) size=DialogSize::Medium dirty
            on_close=move || {
                who.try_set(None);
                login_id.try_set(None);
            }
        >
            <TokenLoaded who=who.get_untracked() open dirty login_id on_saved/>
        </Dialog>
    }
}

#[component]
fn TokenLoaded(
    who: Option<UserId>,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    login_id: RwSignal<Option<String>>,
    on_saved: Callback<User>,
) -> impl IntoView {
    let session = use_session();
    let user = Loaded::new(move || who, move |id| session.ask(get_user(id)));
    Effect::new(move || login_id.set(user.with(|user| user.map(|user| user.login_id.clone()))));
    view! {
        <Show
            when=move || user.is_here()
            fallback=move || view! {
                <div class="dialog-body">
                    <LoadFailed refusal=user.refusal() on_retry=move || user.again()/>
                    <Show when=move || user.refusal().get().is_none()><Skeleton lines=10/></Show>
                </div>
            }
        >
            {move || user.get_untracked().map(|user| view! { <TokenForm user open dirty on_saved/> })}
        </Show>
    }
}

/// What is chosen and typed.
#[derive(Clone, Copy)]
struct Typed {
    validity: RwSignal<String>,
    amount: RwSignal<String>,
    unit: RwSignal<String>,
    exclusive: RwSignal<String>,
}

impl Typed {
    /// A form that begins with what is set.
    fn of(set: &TokenExpiration) -> Self {
        let lifetime = match set.token_validity {
            TokenValidity::ExpirationTime(lifetime) => lifetime,
            TokenValidity::Inherit | TokenValidity::LongTerm => TokenLifetime {
                amount: 30,
                unit: LifetimeUnit::Days,
            },
        };
        let validity = match set.token_validity {
            TokenValidity::Inherit => INHERIT,
            TokenValidity::LongTerm => LONG_TERM,
            TokenValidity::ExpirationTime(_) => EXPIRATION_TIME,
        };
        Self {
            validity: RwSignal::new(validity.to_owned()),
            amount: RwSignal::new(lifetime.amount.to_string()),
            unit: RwSignal::new(lifetime.unit.code().to_owned()),
            exclusive: RwSignal::new(set.exclusive_login.code().to_owned()),
        }
    }

    fn unit(self) -> LifetimeUnit {
        LifetimeUnit::from_code(&self.unit.get()).unwrap_or(LifetimeUnit::Days)
    }

    /// What stands in it; follows every change.
    fn draft(self) -> TokenExpirationDraft {
        TokenExpirationDraft {
            token_validity: match self.validity.get().as_str() {
                LONG_TERM => TokenValidity::LongTerm,
                EXPIRATION_TIME => TokenValidity::ExpirationTime(TokenLifetime {
                    // What is no number at all is as far outside the bounds as can be.
                    amount: self.amount.get().trim().parse().unwrap_or(u32::MAX),
                    unit: self.unit(),
                }),
                _ => TokenValidity::Inherit,
            },
            exclusive_login: OwnSetting::from_code(&self.exclusive.get()).unwrap_or_default(),
        }
    }
}

fn set_for(user: &User) -> TokenExpirationDraft {
    TokenExpirationDraft {
        token_validity: user.token_expiration.token_validity,
        exclusive_login: user.token_expiration.exclusive_login,
    }
}

#[component]
fn TokenForm(
    user: User,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    on_saved: Callback<User>,
) -> impl IntoView {
    let (t, c, u) = (words(TokenWords), words(CommonWords), words(UserWords));
    let session = use_session();
    let toaster = use_toaster();
    let (id, may, typed) = (user.id, user.may_act_on, Typed::of(&user.token_expiration));
    let set = StoredValue::new(user.token_expiration.clone());
    let base = RwSignal::new(set_for(&user));
    let version = RwSignal::new(user.version);
    let theirs = RwSignal::new(None::<TokenExpiration>);
    let refused = Refused::default();
    let busy = RwSignal::new(false);
    Effect::new(move || dirty.set(typed.draft() != base.get()));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let submit = move || {
        refused.clear();
        let draft = untrack(|| typed.draft());
        if let Err(refusal) = draft.check() {
            return refused.set(refusal);
        }
        busy.set(true);
        spawn_local(async move {
            let saving = set_token_expiration(id, version.get_untracked(), draft);
            match session.ask(saving).await {
                Ok(user) => {
                    toaster.say(Tone::Good, t().saved(&user.login_id));
                    open.try_set(false);
                    on_saved.run(user);
                }
                // Somebody was quicker: what is set now is shown before it is replaced.
                Err(Refusal::Stale) => match session.ask(get_user(id)).await {
                    Ok(user) => {
                        version.try_set(user.version);
                        base.try_set(set_for(&user));
                        theirs.try_set(Some(user.token_expiration));
                    }
                    Err(refusal) => refused.set(refusal),
                },
                Err(refusal) => refused.set(refusal),
            }
            busy.try_set(false);
        });
    };
    view! {
        <Form on_submit=submit busy>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(move || vec![(AMOUNT, t().amount().to_owned())])/>
                {move || theirs.get().map(|now| view! { <Theirs now/> })}
                {(!may).then(|| view! { <Alert>{move || u().not_yours()}</Alert> })}
                <Show when=move || is_oneself(session, id)><Alert>{move || t().oneself()}</Alert></Show>
                <p class="dialog-about">{move || t().about()}</p>
                <ValidityFields typed set=set.get_value() refused/>
                <ExclusiveField typed set=set.get_value()/>
                <WouldEnd id typed base/>
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act submit=true busy disabled=!may>{move || t().save()}</Button>
            </DialogFoot>
        </Form>
    }
}

/// What somebody else has set meanwhile.
#[component]
fn Theirs(now: TokenExpiration) -> impl IntoView {
    let (t, c, language) = (words(TokenWords), words(CommonWords), use_language());
    let lifetime = now.clone();
    view! {
        <Alert tone=Tone::Attention live=true>
            <p>{move || t().stale()}</p>
            <ul class="goes">
                <li>{move || t().validity()}{move || c().colon()}{move || lifetime.lifetime_words(language.get())}</li>
                <li>{move || t().exclusive()}{move || c().colon()}{move || now.exclusive_login.words(language.get())}</li>
            </ul>
            <p>{move || t().stale_again()}</p>
        </Alert>
    }
}

#[component]
fn ValidityFields(typed: Typed, set: TokenExpiration, refused: Refused) -> impl IntoView {
    let (t, language) = (words(TokenWords), use_language());
    let choices = move || {
        let value = set.policy_words(language.get());
        let origin = set.policy_token_lifetime_days.origin.words(language.get());
        vec![
            Choice::new(INHERIT, t().by_policy(&value, &origin)),
            Choice::new(LONG_TERM, t().long_term()),
            Choice::new(EXPIRATION_TIME, t().expiration_time()),
        ]
    };
    let units = move || {
        LifetimeUnit::ALL
            .map(|unit| Choice::new(unit.code(), unit.words(language.get())))
            .to_vec()
    };
    let bounds = move || {
        let unit = typed.unit();
        let (min, max) = unit.bounds();
        let say = |amount| TokenLifetime { amount, unit }.words(language.get());
        t().bounds(&say(min), &say(max))
    };
    view! {
        <RadioGroup
            label=move || t().validity() value=typed.validity choices=Signal::derive(choices) name="token_validity"
            hint=move || t().long_term_hint()
        />
        <Show when=move || typed.validity.with(|chosen| chosen == EXPIRATION_TIME)>
            <div class="token-lifetime">
                <TextField
                    label=move || t().amount() value=typed.amount name=AMOUNT inputmode="numeric" autocomplete="off"
                    required=true hint=bounds error=refused.field(AMOUNT)
                />
                <SelectField label=move || t().unit() value=typed.unit choices=Signal::derive(units) name="token_validity.unit"/>
            </div>
        </Show>
    }
}

#[component]
fn ExclusiveField(typed: Typed, set: TokenExpiration) -> impl IntoView {
    let (t, language) = (words(TokenWords), use_language());
    let policy = set.policy_exclusive_login;
    let choices = move || {
        let read = |setting: OwnSetting| match setting {
            OwnSetting::Inherit => {
                let value = SettingValue::YesNo(policy.value).words(Shape::YesNo, language.get());
                t().by_policy(&value, &policy.origin.words(language.get()))
            }
            OwnSetting::Yes | OwnSetting::No => setting.words(language.get()).to_owned(),
        };
        OwnSetting::ALL
            .map(|setting| Choice::new(setting.code(), read(setting)))
            .to_vec()
    };
    view! {
        <RadioGroup
            label=move || t().exclusive() value=typed.exclusive choices=Signal::derive(choices) name="exclusive_login"
            hint=move || t().exclusive_hint()
        />
    }
}

/// How many sessions end when what is chosen is saved.
#[component]
fn WouldEnd(id: UserId, typed: Typed, base: RwSignal<TokenExpirationDraft>) -> impl IntoView {
    let t = words(TokenWords);
    let session = use_session();
    let asked = Memo::new(move |_| {
        let draft = typed.draft();
        (draft != base.get() && draft.check().is_ok()).then_some(draft)
    });
    let impact = Loaded::new(
        move || asked.get(),
        move |draft| session.ask(preview_token_expiration(id, draft)),
    );
    let count = move || match asked.get() {
        Some(_) => impact.with(|impact| impact.map_or(0, |impact| impact.sessions_ending)),
        None => 0,
    };
    let exclusive = move || typed.draft().exclusive_login != OwnSetting::No;
    view! {
        <Show when=move || { count() > 0 }>
            <Alert tone=Tone::Attention live=true>
                <p>
                    {move || t().would_end(count())}
                    {move || exclusive().then(|| format!(" {}", t().would_end_newest()))}
                </p>
            </Alert>
        </Show>
    }
}
