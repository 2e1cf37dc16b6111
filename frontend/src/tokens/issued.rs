//! A token's secret, shown this once, and the commands by which a program begins to use it.

use app::tokens::{IssuedToken, TokenKind};
use leptos::prelude::*;

use crate::i18n::{IssuedTokenWords, words};
use crate::session::use_session;
use crate::ui::{
    Button, ButtonKind, CopyButton, Dialog, DialogFoot, DialogSize, SecretBox, Unsaved,
};

/// What was made, and whether it is new or has a new secret.
#[derive(Clone, Debug)]
pub(super) struct Made {
    /// The token and its secret.
    pub issued: IssuedToken,
    /// The login ID of its owner.
    pub login_id: String,
    /// Whether only its secret is new.
    pub replaced: bool,
}

/// Shows the secret. Closing without copying or downloading it asks.
#[component]
pub(super) fn IssuedDialog(
    /// What was made; it is open while there is something.
    made: RwSignal<Option<Made>>,
) -> impl IntoView {
    let t = words(IssuedTokenWords);
    let (open, kept, asking) = (
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
    );
    Effect::new(move || {
        if made.with(Option::is_some) {
            kept.set(false);
            open.set(true);
        }
    });
    let title = move || match made.get() {
        Some(made) if made.replaced => t().replaced(&made.issued.token.name),
        Some(made) => t().issued(&made.issued.token.name),
        None => String::new(),
    };
    let done = move || match kept.get_untracked() {
        true => open.set(false),
        false => asking.set(true),
    };
    view! {
        <Dialog
            open
            title=Signal::derive(title)
            size=DialogSize::Medium
            dirty=Signal::derive(move || !kept.get())
            unsaved=Unsaved::Secret
            asking
            on_close=move || {
                made.try_set(None);
            }
        >
            <div class="dialog-body">
                {move || made.get_untracked().map(|made| view! { <Secret made kept/> })}
            </div>
            <DialogFoot>
                <Button kind=ButtonKind::Act on_click=done>{move || t().done()}</Button>
            </DialogFoot>
        </Dialog>
    }
}

#[component]
fn Secret(made: Made, kept: RwSignal<bool>) -> impl IntoView {
    let t = words(IssuedTokenWords);
    let session = use_session();
    let Made {
        issued: IssuedToken { token, secret },
        login_id,
        ..
    } = made;
    let portal = window().location().origin().unwrap_or_default();
    let is_api = token.kind == TokenKind::Api;
    let begin = match token.kind {
        TokenKind::Refresh => format!(
            "curl {portal}/oauth/token \\\n  -d grant_type=refresh_token \\\n  -d refresh_token={secret}"
        ),
        TokenKind::Api => format!(
            "curl {portal}/api/v1/session \\\n  --json '{{\"login_id\":\"{login_id}\",\"token\":\"{secret}\"}}'"
        ),
    };
    let command = begin.clone();
    let label = move || {
        if is_api {
            t().api_token()
        } else {
            t().refresh_token()
        }
    };
    let how_to = move || {
        if is_api {
            t().how_to_api()
        } else {
            t().how_to()
        }
    };
    let is_own = session
        .me_untracked()
        .is_some_and(|me| me.login_id == login_id);
    let keep_it = move || match is_own {
        true => t().keep_it().to_owned(),
        false => t().keep_it_api(&login_id),
    };
    let call = format!("curl {portal}/api/v1/me \\\n  -H \"Authorization: Bearer $ACCESS_TOKEN\"");
    view! {
        <SecretBox
            label=Signal::derive(label) secret=Signal::stored(secret)
            filename=format!("doorward-token-{}.txt", token.id) kept
        />
        <p class="goes-note">{keep_it}</p>
        <section class="token-use" aria-labelledby="token-use-title">
            <h3 class="token-use-title" id="token-use-title">{how_to}</h3>
            <pre class="command mono" tabindex="0">{command}</pre>
            <CopyButton text=Signal::stored(begin) name=move || t().copy_command() on_copied=move || kept.set(true)/>
            <p class="goes-note">{move || t().then_use()}</p>
            <pre class="command mono" tabindex="0">{call}</pre>
        </section>
    }
}
