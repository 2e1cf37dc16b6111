//! A row for each setting of a class: inherit, or a value; and what is in force now.

use app::{
    field::Problems,
    policies::{
        ClassSettings, CompanyPolicy, Setting, SettingValue, Shape, TrustedAddresses, Verification,
    },
};
use leptos::prelude::*;

use super::{address_trial::AddressTrial, methods::method_choices};
use crate::i18n::{AddressWords, CommonWords, PolicyWords, VerificationWords, use_language, words};
use crate::ui::{Choice, Entries, EntriesField, Loaded, Refused, SelectField, TextField};

const INHERIT: &str = "inherit";
const YES: &str = "yes";
const NO: &str = "no";
const NUMBER: &str = "number";
const ADDRESSES: &str = "addresses";

/// What is chosen and typed for one setting.
#[derive(Clone, Copy)]
struct Line {
    setting: Setting,
    choice: RwSignal<String>,
    number: RwSignal<String>,
    entries: Entries,
}

/// What is chosen and typed for every setting.
#[derive(Clone, Copy)]
pub(super) struct SettingsForm(StoredValue<Vec<Line>>);

impl SettingsForm {
    /// A form that begins with what a class says.
    pub fn new(says: &ClassSettings) -> Self {
        let line = |&setting: &Setting| {
            let (mut number, mut entries) = (String::new(), Vec::new());
            let choice = match says.get(setting) {
                None => INHERIT,
                Some(SettingValue::YesNo(true)) => YES,
                Some(SettingValue::YesNo(false)) => NO,
                Some(SettingValue::Number(said)) => {
                    number = said.to_string();
                    NUMBER
                }
                Some(SettingValue::Verification(method)) => method.code(),
                Some(SettingValue::Addresses(said)) => {
                    entries = texts(&said);
                    ADDRESSES
                }
            };
            Line {
                setting,
                choice: RwSignal::new(choice.to_owned()),
                number: RwSignal::new(number),
                entries: Entries::of(&entries),
            }
        };
        Self(StoredValue::new(Setting::ALL.iter().map(line).collect()))
    }

    /// Forgets lines that were left empty, so that a problem is told beside the line it is about.
    pub fn settle(&self) {
        for line in self.0.get_value() {
            line.entries.settle();
        }
    }

    /// What stands in it; follows every change. What is no number of its setting is noted.
    pub fn typed(&self, problems: &mut Problems) -> ClassSettings {
        let mut says = ClassSettings::default();
        for line in self.0.get_value() {
            let typed = line.number.get();
            let value = match line.choice.get().as_str() {
                YES => Some(SettingValue::YesNo(true)),
                NO => Some(SettingValue::YesNo(false)),
                NUMBER => {
                    // What is no number at all is as far outside the bounds as can be.
                    let number = typed.trim().parse().unwrap_or(u32::MAX);
                    let value = SettingValue::Number(number);
                    problems.take(line.setting.field(), line.setting.shape().check(&value));
                    Some(value)
                }
                ADDRESSES => {
                    let typed = line.entries.texts();
                    TrustedAddresses::parse(&typed, line.setting.field(), problems)
                        .map(SettingValue::Addresses)
                }
                // What says no method says nothing: it is inherited.
                method => Verification::from_code(method).map(SettingValue::Verification),
            };
            says.set(line.setting, value);
        }
        says
    }
}

fn texts(addresses: &TrustedAddresses) -> Vec<String> {
    addresses
        .entries()
        .iter()
        .map(ToString::to_string)
        .collect()
}

/// Name and label of every setting's field, for the summary of what is wrong. Of several entries each has its own.
pub(super) fn field_labels(language: app::Language) -> Vec<(&'static str, String)> {
    Setting::ALL
        .iter()
        .filter(|setting| setting.shape() != Shape::Addresses)
        .map(|setting| (setting.field(), setting.words(language).to_owned()))
        .collect()
}

/// The rows.
#[component]
pub(super) fn SettingsFields(
    form: SettingsForm,
    /// What is in force where the class belongs.
    policy: Loaded<CompanyPolicy>,
    refused: Refused,
    /// Only to be looked at.
    readonly: bool,
) -> impl IntoView {
    let t = words(PolicyWords);
    let lines = form
        .0
        .get_value()
        .into_iter()
        .map(|line| view! { <SettingLine line policy refused readonly/> })
        .collect_view();
    view! {
        <fieldset class="policy-settings">
            <legend>{move || t().settings()}</legend>
            {lines}
        </fieldset>
    }
}

#[component]
fn SettingLine(
    line: Line,
    policy: Loaded<CompanyPolicy>,
    refused: Refused,
    readonly: bool,
) -> impl IntoView {
    let (t, c, a) = (words(PolicyWords), words(CommonWords), words(AddressWords));
    let v = words(VerificationWords);
    let language = use_language();
    let Line {
        setting,
        choice,
        number,
        entries,
    } = line;
    let shape = setting.shape();
    let choices = move || {
        let inherit = Choice::new(INHERIT, t().inherit());
        match shape {
            Shape::YesNo => vec![
                inherit,
                Choice::new(YES, c().yes()),
                Choice::new(NO, c().no()),
            ],
            Shape::Number { .. } => vec![inherit, Choice::new(NUMBER, t().set_value())],
            Shape::Verification => {
                let mut choices = method_choices(setting, language.get());
                choices.insert(0, inherit);
                choices
            }
            Shape::Addresses => vec![inherit, Choice::new(ADDRESSES, t().set_value())],
        }
    };
    let now = move || {
        policy.with(|policy| {
            let Some(policy) = policy else {
                return String::new();
            };
            let in_force = policy.in_force.get(setting);
            let now = t().now_in(
                &policy.company.name,
                &setting.say(&in_force.value, language.get()),
                &in_force.origin.words(language.get()),
            );
            match setting {
                Setting::AppUnlockVerification => v().unlock_hint(&now),
                _ => now,
            }
        })
    };
    let unit = move || match shape {
        Shape::Number { unit, min, max } => {
            format!("{min}–{max} {}", unit.words(language.get()))
        }
        Shape::YesNo | Shape::Verification | Shape::Addresses => String::new(),
    };
    // Whoever wants a value begins with the one that holds now.
    Effect::new(move |before: Option<bool>| {
        let wanted = choice.with(|choice| choice == NUMBER);
        if wanted && before == Some(false) && number.with_untracked(String::is_empty) {
            let value =
                policy.with(|policy| policy.map(|policy| policy.in_force.get(setting).value));
            number.set(value.unwrap_or(setting.default_value()).to_string());
        }
        wanted
    });
    let value = move || {
        view! {
            <TextField
                label=move || t().value_of(setting.words(language.get())) value=number name=setting.field()
                inputmode="numeric" autocomplete="off" hint=unit error=refused.field(setting.field()) readonly
            />
        }
    };
    let list = move || {
        if readonly {
            let tag = |text: String| view! { <li class="tag mono">{text}</li> };
            let said = entries.texts().into_iter().map(tag).collect_view();
            return view! { <ul class="tags">{said}</ul> }.into_any();
        }
        view! {
            <EntriesField
                label=move || a().addresses() entries name=setting.field() refused hint=move || a().class_hint()
                entry_label=move |number| a().entry(number)
                remove_label=move |number| a().remove(number)
                add_label=move || a().add()
            />
            <AddressTrial entries/>
        }
        .into_any()
    };
    view! {
        <div class="policy-line">
            <SelectField
                label=move || setting.words(language.get()) value=choice choices=Signal::derive(choices)
                name=format!("choice-{}", setting.code()) hint=Signal::derive(now) disabled=readonly
            />
            <Show when=move || choice.with(|choice| choice == NUMBER)>{value()}</Show>
            <Show when=move || choice.with(|choice| choice == ADDRESSES)>{list()}</Show>
        </div>
    }
}
