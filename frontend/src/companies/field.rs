//! The fields of a form that choose one company, or several, of however many there are.

use app::{CompanyId, companies::CompanyRef};
use leptos::prelude::*;

use super::found::Found;
use crate::i18n::{CompanyWords, words};
use crate::ui::{
    Button, ButtonKind, Combobox, FieldFrame, FieldIds, IconName, browser, use_toaster,
};

/// A company, found by typing its name. What is chosen already is shown without asking for the others.
#[component]
pub fn CompanyField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The company chosen.
    value: RwSignal<Option<CompanyRef>>,
    /// The form's name for it, and its id.
    #[prop(into)]
    name: String,
    /// Only companies under which this one may stand.
    #[prop(optional)]
    place_for: Option<CompanyId>,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Must be chosen.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let t = words(CompanyWords);
    let ids = FieldIds::new(name, hint, error);
    view! {
        <FieldFrame ids label required>
            <CompanyLine
                ids label required
                chosen=value
                place_for
                left_out=Signal::stored(Vec::new())
                placeholder=Signal::derive(move || t().choose().to_owned())
                on_choose=Callback::new(move |company| value.set(Some(company)))
            />
        </FieldFrame>
    }
}

/// Several companies: those chosen, each with a button that takes it away, and a line that finds another.
#[component]
pub fn CompaniesField(
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The companies chosen.
    value: RwSignal<Vec<CompanyRef>>,
    /// The form's name for them, and the id of the line.
    #[prop(into)]
    name: String,
    /// A company that is not offered.
    #[prop(optional, into)]
    but: Signal<Option<CompanyId>>,
    /// One sentence that helps.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// What is wrong with them.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let t = words(CompanyWords);
    let toaster = use_toaster();
    let ids = FieldIds::new(name, hint, error);
    let left_out = move || {
        let chosen = value.get();
        chosen
            .iter()
            .map(|company| company.id)
            .chain(but.get())
            .collect::<Vec<_>>()
    };
    let add = move |company: CompanyRef| {
        toaster.announce(t().added(&company.name));
        value.update(|companies| companies.push(company));
    };
    let remove = move |id: CompanyId| {
        value.update(|companies| {
            if let Some(at) = companies.iter().position(|company| company.id == id) {
                toaster.announce(t().removed(&companies.remove(at).name));
            }
        });
        browser::focus(&ids.control());
    };
    let entry = move |company: CompanyRef| {
        let (id, name) = (company.id, StoredValue::new(company.name));
        view! {
            <li class="chosen-company">
                <span>{name.get_value()}</span>
                <Button
                    kind=ButtonKind::Quiet icon=IconName::Close icon_only=true
                    name=move || name.with_value(|name| t().remove(name))
                    on_click=move || remove(id)
                />
            </li>
        }
    };
    view! {
        <FieldFrame ids label>
            <Show when=move || !value.with(Vec::is_empty)>
                <ul class="chosen-companies">
                    <For each=move || value.get() key=|company| company.id children=entry/>
                </ul>
            </Show>
            <CompanyLine
                ids label
                chosen=Signal::stored(None)
                left_out=Signal::derive(left_out)
                placeholder=Signal::derive(move || t().add().to_owned())
                on_choose=Callback::new(add)
            />
        </FieldFrame>
    }
}

/// The line of such a field, and what is found by it.
#[component]
fn CompanyLine(
    ids: FieldIds,
    label: Signal<String>,
    #[prop(optional)] required: bool,
    #[prop(into)] chosen: Signal<Option<CompanyRef>>,
    #[prop(optional_no_strip)] place_for: Option<CompanyId>,
    /// Companies that are not offered.
    left_out: Signal<Vec<CompanyId>>,
    placeholder: Signal<String>,
    on_choose: Callback<CompanyRef>,
) -> impl IntoView {
    let found = Found::new(place_for);
    let suggestions = Memo::new(move |_| {
        let left_out: Vec<String> =
            left_out.with(|companies| companies.iter().map(CompanyId::to_string).collect());
        let mut suggestions = found.suggestions();
        suggestions.retain(|company| !left_out.contains(&company.value));
        suggestions
    });
    let of_chosen = move |tell: fn(&CompanyRef) -> String| {
        Signal::derive(move || {
            chosen.with(|company| company.as_ref().map(tell).unwrap_or_default())
        })
    };
    view! {
        <Combobox
            field=ids label required placeholder
            chosen=of_chosen(|company| company.id.to_string())
            shown=of_chosen(|company| company.name.clone())
            suggestions
            busy=found.busy()
            count=Found::count(suggestions.into())
            note=found.note(suggestions.into())
            on_search=move |text| found.look_for(text)
            on_choose=move |value: String| {
                if let Some(company) = found.company(&value) {
                    on_choose.run(company);
                }
            }
        />
    }
}
