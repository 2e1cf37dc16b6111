//! What a token may do: everything its owner may, or what is ticked, module by module.

use app::roles::{Module, Permission};
use leptos::prelude::*;

use crate::i18n::{IssuedTokenWords, use_language, words};
use crate::ui::{Alert, Button, ButtonKind, Choice, FieldError, RadioGroup, Tone};

/// The field, on the wire.
pub(super) const PERMISSIONS: &str = "permissions";

const SOME: &str = "some";
const ALL: &str = "all";

/// What is chosen.
#[derive(Clone, Copy)]
pub(super) struct ChosenPermissions {
    how: RwSignal<String>,
    ticked: RwSignal<Vec<Permission>>,
    can_tick: bool,
}

impl ChosenPermissions {
    /// Nothing ticked yet. Where there is nothing to tick it stays at everything.
    pub fn new(mine: &[Permission]) -> Self {
        let can_tick = !mine.is_empty();
        Self {
            how: RwSignal::new(if can_tick { SOME } else { ALL }.to_owned()),
            ticked: RwSignal::new(Vec::new()),
            can_tick,
        }
    }

    /// What a draft says of it: absent for everything.
    pub fn get(self) -> Option<Vec<Permission>> {
        let is_some = self.how.with(|how| how == SOME);
        is_some.then(|| self.ticked.get())
    }
}

/// The chooser.
#[component]
pub(super) fn PermissionChooser(
    chosen: ChosenPermissions,
    /// What there is to give.
    mine: Vec<Permission>,
    /// Whether everything may be chosen without ticking it: only of what is one's own.
    is_own: bool,
    /// What is wrong with it.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let t = words(IssuedTokenWords);
    let choices = move || {
        vec![
            Choice::new(SOME, t().only_these()),
            Choice::new(ALL, t().all_of_mine()),
        ]
    };
    let is_some = move || chosen.how.with(|how| how == SOME);
    let mine = StoredValue::new(mine);
    if !chosen.can_tick {
        let why = move || {
            if is_own {
                t().nothing_to_give()
            } else {
                t().nothing_in_common()
            }
        };
        return view! { <Alert>{why}</Alert> }.into_any();
    }
    view! {
        <div class="token-permissions-field">
            {match is_own {
                true => view! {
                    <RadioGroup label=move || t().what() value=chosen.how choices=Signal::derive(choices) name=PERMISSIONS error/>
                }
                .into_any(),
                // One choice is none: what it may do is what is ticked.
                false => view! {
                    <div>
                        <p class="field-label" id=PERMISSIONS tabindex="-1">{move || t().what()}</p>
                        <FieldError id=format!("{PERMISSIONS}-error") text=error/>
                    </div>
                }
                .into_any(),
            }}
            <Show
                when=is_some
                fallback=move || view! { <Alert tone=Tone::Attention>{move || t().all_warning()}</Alert> }
            >
                <Modules ticked=chosen.ticked mine/>
            </Show>
        </div>
    }
    .into_any()
}

/// The permissions that one has to give, by module, and shortcuts above them.
#[component]
fn Modules(ticked: RwSignal<Vec<Permission>>, mine: StoredValue<Vec<Permission>>) -> impl IntoView {
    let (t, language) = (words(IssuedTokenWords), use_language());
    let tick = move |which: fn(Permission) -> bool| {
        let mut some = mine.get_value();
        some.retain(|permission| which(*permission));
        ticked.set(some);
    };
    let module = move |module: Module| {
        let held: Vec<Permission> = module
            .permissions()
            .filter(|permission| mine.with_value(|mine| mine.contains(permission)))
            .collect();
        (!held.is_empty()).then(|| {
            let boxes = held
                .into_iter()
                .map(|permission| view! { <PermissionBox permission ticked/> });
            view! {
                <fieldset class="token-module">
                    <legend>{move || module.words(language.get())}</legend>
                    {boxes.collect_view()}
                </fieldset>
            }
        })
    };
    view! {
        <div class="token-chooser">
            <div class="token-shortcuts">
                <Button kind=ButtonKind::Quiet on_click=move || tick(is_reading)>{move || t().read_only()}</Button>
                <Button kind=ButtonKind::Quiet on_click=move || tick(|_| true)>{move || t().tick_all()}</Button>
                <Button kind=ButtonKind::Quiet on_click=move || tick(|_| false)>{move || t().tick_none()}</Button>
                <span class="token-count" role="status">{move || t().count(ticked.with(Vec::len) as u64)}</span>
            </div>
            <div class="token-modules">{Module::ALL.into_iter().map(module).collect_view()}</div>
        </div>
    }
}

#[component]
fn PermissionBox(permission: Permission, ticked: RwSignal<Vec<Permission>>) -> impl IntoView {
    let language = use_language();
    view! {
        <label class="tick" title=move || permission.about(language.get())>
            <input
                type="checkbox"
                prop:checked=move || ticked.with(|ticked| ticked.contains(&permission))
                on:change:target=move |event| {
                    let on = event.target().checked();
                    ticked.update(|ticked| {
                        ticked.retain(|other| *other != permission);
                        if on {
                            ticked.push(permission);
                        }
                    });
                }
            />
            <span>{move || permission.words(language.get())}</span>
        </label>
    }
}

/// Whether a permission only lets one see.
fn is_reading(permission: Permission) -> bool {
    permission.code().ends_with(":read")
}
