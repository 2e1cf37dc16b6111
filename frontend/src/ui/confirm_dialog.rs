//! The last question before something is destroyed: what goes is listed, the safe button has the focus.

use leptos::prelude::*;

use super::{Alert, Button, ButtonKind, Dialog, DialogFoot, DialogSize, Form, TextField, Tone};
use crate::i18n::{CommonWords, words};

/// Asks before something is done that cannot be taken back. The caller closes it by `open`.
#[component]
pub fn ConfirmDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The question, with numbers: "Delete hana.sato and 3 sub-users?".
    #[prop(into)]
    title: Signal<String>,
    /// What the button does, in its own words: "Delete 4 users".
    #[prop(into)]
    confirm: Signal<String>,
    /// What to do when it is confirmed.
    #[prop(into)]
    on_confirm: Callback<()>,
    /// How loudly the button speaks.
    #[prop(default = ButtonKind::Danger)]
    kind: ButtonKind,
    /// Work is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Why it did not work.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// A word that has to be typed first, such as `yes`.
    #[prop(default = None, into)]
    type_first: Option<&'static str>,
    /// What goes, listed.
    children: ChildrenFn,
) -> impl IntoView {
    let t = words(CommonWords);
    view! {
        <Dialog open title size=DialogSize::Small>
            {
                let children = children.clone();
                let typed = RwSignal::new(String::new());
                let missing = move || type_first.is_some_and(|word| typed.get().trim() != word);
                let submit = move || {
                    if !missing() {
                        on_confirm.run(());
                    }
                };
                view! {
                    <Form on_submit=submit busy>
                        <div class="dialog-body">
                            {children()}
                            {type_first.map(|word| view! {
                                <TextField
                                    label=move || t().type_to_confirm(word)
                                    value=typed
                                    name="confirm-word"
                                    autocomplete="off"
                                    mono=true
                                />
                            })}
                            {move || error.get().map(|error| view! {
                                <Alert tone=Tone::Danger live=true>{error}</Alert>
                            })}
                        </div>
                        <DialogFoot>
                            <Button autofocus=true on_click=move || open.set(false)>
                                {move || t().cancel()}
                            </Button>
                            <Button kind submit=true busy disabled=missing>
                                {move || confirm.get()}
                            </Button>
                        </DialogFoot>
                    </Form>
                }
            }
        </Dialog>
    }
}
