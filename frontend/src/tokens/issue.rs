//! Issue token: its name, how long it lasts, what it may do and from where.

use app::{
    Refusal, UserId,
    field::{FieldProblem, Problem},
    tokens::{
        ApiTokenDraft, IssuedToken, TokenChoice, TokenDraft, TokenKind,
        api::{get_api_token_choice, get_token_choice, issue_api_token, issue_token},
    },
};
use leptos::prelude::*;

use super::{
    expiry::{ChosenExpiry, EXPIRES_AT, ExpiryFields},
    permissions::{ChosenPermissions, PERMISSIONS, PermissionChooser},
};
use crate::i18n::{AddressWords, CommonWords, IssuedTokenWords, words};
use crate::session::use_session;
use crate::step_up::use_step_up;
use crate::ui::{
    Attempt, Button, ButtonKind, CheckboxField, Choice, Dialog, DialogFoot, DialogSize, Entries,
    EntriesField, Form, IconName, LoadFailed, Loaded, RadioGroup, RefusedSummary, Skeleton,
    TextField, day,
};

/// The dialog.
#[component]
pub(super) fn IssueToken(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Told of the token and its secret.
    #[prop(into)]
    on_issued: Callback<IssuedToken>,
    /// For whom an API token is issued; without it the token is one's own.
    #[prop(optional)]
    user: Option<UserId>,
    /// Their login ID.
    #[prop(optional, into)]
    login_id: Signal<String>,
) -> impl IntoView {
    let t = words(IssuedTokenWords);
    let dirty = RwSignal::new(false);
    let title = move || match user {
        Some(_) => t().issue_api_of(&login_id.get()),
        None => t().issue().to_owned(),
    };
    view! {
        <Dialog open title=Signal::derive(title) size=DialogSize::Large dirty>
            <IssueLoaded user open dirty on_issued/>
        </Dialog>
    }
}

/// The form, once it is known what can be issued.
#[component]
fn IssueLoaded(
    user: Option<UserId>,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    on_issued: Callback<IssuedToken>,
) -> impl IntoView {
    let session = use_session();
    let choice = Loaded::new(
        move || Some(user),
        move |user| async move {
            match user {
                Some(user) => session.ask(get_api_token_choice(user)).await,
                None => session.ask(get_token_choice()).await,
            }
        },
    );
    view! {
        <Show
            when=move || choice.is_here()
            fallback=move || view! {
                <div class="dialog-body">
                    <LoadFailed refusal=choice.refusal() on_retry=move || choice.again()/>
                    <Show when=move || choice.refusal().get().is_none()><Skeleton lines=12/></Show>
                </div>
            }
        >
            {move || choice.get_untracked().map(|choice| view! { <IssueForm user choice open dirty on_issued/> })}
        </Show>
    }
}

/// What is chosen and typed.
#[derive(Clone, Copy)]
struct Typed {
    kind: RwSignal<String>,
    name: RwSignal<String>,
    expiry: ChosenExpiry,
    permissions: ChosenPermissions,
    addresses: Entries,
    rotates: RwSignal<bool>,
}

impl Typed {
    fn new(kind: TokenKind, choice: &TokenChoice) -> Self {
        Self {
            kind: RwSignal::new(kind.code().to_owned()),
            name: RwSignal::new(String::new()),
            expiry: ChosenExpiry::new(choice),
            permissions: ChosenPermissions::new(&choice.permissions),
            addresses: Entries::of(&[]),
            rotates: RwSignal::new(false),
        }
    }

    fn kind(self) -> TokenKind {
        self.kind
            .with(|kind| TokenKind::from_code(kind))
            .unwrap_or_default()
    }

    /// Whether anything would be lost.
    fn is_begun(self) -> bool {
        !self.name.with(String::is_empty)
            || self.permissions.get().is_some_and(|some| !some.is_empty())
            || !self.addresses.texts().is_empty()
    }

    /// What stands in it, as far as the server would accept it.
    fn draft(self, choice: &TokenChoice) -> Result<TokenDraft, Refusal> {
        let draft = TokenDraft {
            kind: self.kind(),
            name: self.name.get(),
            expires_at: self.expiry.get()?,
            permissions: self.permissions.get(),
            trusted_addresses: self.addresses.settle(),
            rotates: self.rotates.get() && self.kind() == TokenKind::Refresh,
        };
        draft.clone().check(choice, day::now())?;
        // A token that may do nothing can be asked for, but hardly by somebody who was shown what to tick.
        match &draft.permissions {
            Some(none) if none.is_empty() => Err(Refusal::Malformed(vec![FieldProblem::new(
                PERMISSIONS,
                Problem::NothingChosen,
            )])),
            _ => Ok(draft),
        }
    }
}

#[component]
fn IssueForm(
    user: Option<UserId>,
    choice: TokenChoice,
    open: RwSignal<bool>,
    dirty: RwSignal<bool>,
    on_issued: Callback<IssuedToken>,
) -> impl IntoView {
    let (t, a, c) = (
        words(IssuedTokenWords),
        words(AddressWords),
        words(CommonWords),
    );
    let (session, step_up) = (use_session(), use_step_up());
    let kind = match user {
        Some(_) => TokenKind::Api,
        None => TokenKind::Refresh,
    };
    let typed = Typed::new(kind, &choice);
    let mine = choice.permissions.clone();
    let choice = StoredValue::new(choice);
    let attempt = Attempt::default();
    let refused = attempt.refused();
    Effect::new(move || dirty.set(typed.is_begun()));
    on_cleanup(move || {
        dirty.try_set(false);
    });
    let submit = move || {
        refused.clear();
        let draft = match untrack(|| choice.with_value(|choice| typed.draft(choice))) {
            Ok(draft) => draft,
            Err(refusal) => return refused.set(refusal),
        };
        let call = move || issue(user, draft.clone());
        step_up.attempt(attempt, session, call, move |issued| {
            dirty.try_set(false);
            open.try_set(false);
            on_issued.run(issued);
        });
    };
    let verb = move || match typed.kind() {
        TokenKind::Refresh => t().issue(),
        TokenKind::Api => t().issue_api(),
    };
    let labels = move || {
        [
            ("name", t().name()),
            (EXPIRES_AT, t().valid()),
            (PERMISSIONS, t().what()),
            ("trusted_addresses", t().addresses()),
        ]
        .map(|(field, label)| (field, label.to_owned()))
        .to_vec()
    };
    view! {
        <Form on_submit=submit busy=attempt.busy()>
            <div class="dialog-body">
                <RefusedSummary refused fields=Signal::derive(labels)/>
                <div class="user-fields">
                    <TextField
                        label=move || t().name() value=typed.name name="name" required=true autofocus=true
                        autocomplete="off" hint=move || t().name_hint() error=refused.field("name")
                    />
                    <div class="token-expiry"><ExpiryFields chosen=typed.expiry refused/></div>
                </div>
                {user.is_none().then(|| view! { <KindField kind=typed.kind/> })}
                <PermissionChooser chosen=typed.permissions mine is_own=user.is_none() error=refused.field(PERMISSIONS)/>
                <EntriesField
                    label=move || t().addresses() entries=typed.addresses name="trusted_addresses" refused
                    hint=move || if user.is_some() { t().addresses_hint_api() } else { t().addresses_hint() }
                    entry_label=move |number| a().entry(number)
                    remove_label=move |number| a().remove(number)
                    add_label=move || a().add()
                />
                <Show when=move || typed.kind() == TokenKind::Refresh>
                    <CheckboxField
                        label=move || t().rotate() checked=typed.rotates name="rotates" hint=move || t().rotate_hint()
                        error=refused.field("rotates")
                    />
                </Show>
            </div>
            <DialogFoot>
                <Button on_click=move || open.set(false)>{move || c().cancel()}</Button>
                <Button kind=ButtonKind::Act icon=IconName::Key submit=true busy=attempt.busy()>{verb}</Button>
            </DialogFoot>
        </Form>
    }
}

/// What the token is good for.
#[component]
fn KindField(kind: RwSignal<String>) -> impl IntoView {
    let t = words(IssuedTokenWords);
    let choices = move || {
        vec![
            Choice::new(TokenKind::Refresh.code(), t().kind_refresh()),
            Choice::new(TokenKind::Api.code(), t().kind_api()),
        ]
    };
    view! { <RadioGroup label=move || t().kind() value=kind choices=Signal::derive(choices) name="kind"/> }
}

/// Issues a token for `user`, or one's own.
async fn issue(user: Option<UserId>, draft: TokenDraft) -> Result<IssuedToken, Refusal> {
    let Some(user) = user else {
        return issue_token(draft).await;
    };
    let draft = ApiTokenDraft {
        name: draft.name,
        expires_at: draft.expires_at,
        permissions: draft.permissions.unwrap_or_default(),
        trusted_addresses: draft.trusted_addresses,
    };
    issue_api_token(user, draft).await
}
