//! Preferences: how the portal looks and writes for somebody, wherever they sign in.

use app::{
    Language,
    account::{
        ACCOUNT, Preferences, PreferencesChange, Theme,
        api::{change_preferences, get_preferences},
    },
    dates::{PRESETS, Pattern, read, write},
};
use leptos::prelude::*;

use super::zone_field::ZoneField;
use crate::i18n::{AccountWords, CommonWords, PreferenceWords, use_language, words};
use crate::session::use_session;
use crate::shell::PageTitle;
use crate::ui::{
    Alert, Attempt, BrowserZone, Button, ButtonKind, Choice, Form, FormActions, LeaveGuard,
    LoadFailed, Loaded, RadioGroup, Refused, RefusedSummary, Section, SelectField, Skeleton,
    TextField, Tone, day, use_toaster,
};

/// Stands in a select for a pattern of one's own.
const OWN: &str = "own";

/// The page Preferences.
#[component]
pub fn PreferencesPage() -> impl IntoView {
    let (t, a) = (words(PreferenceWords), words(AccountWords));
    let session = use_session();
    let kept = Loaded::new(|| Some(()), move |()| session.ask(get_preferences()));
    view! {
        <p class="back"><a href=ACCOUNT>"‹ "{move || a().title()}</a></p>
        <PageTitle title=move || t().title()>
            <p class="home-company">{move || t().about()}</p>
        </PageTitle>
        <LoadFailed refusal=kept.refusal() on_retry=move || kept.again()/>
        <Show when=move || !kept.is_here() && kept.busy().get()><Skeleton lines=12/></Show>
        <Show when=move || kept.is_here()>
            {move || kept.get_untracked().map(|kept| view! { <PreferencesForm kept/> })}
        </Show>
    }
}

/// A pattern as it is chosen: one that is offered, or one's own.
#[derive(Clone, Copy)]
struct PatternChoice {
    chosen: RwSignal<String>,
    own: RwSignal<String>,
}

impl PatternChoice {
    fn of(kept: &str) -> Self {
        let offered = kept.is_empty() || PRESETS.contains(&kept);
        Self {
            chosen: RwSignal::new(if offered { kept } else { OWN }.to_owned()),
            own: RwSignal::new(kept.to_owned()),
        }
    }

    fn is_own(self) -> bool {
        self.chosen.with(|chosen| chosen == OWN)
    }

    /// The pattern's text; follows every change.
    fn text(self) -> String {
        match self.is_own() {
            true => self.own.get(),
            false => self.chosen.get(),
        }
    }
}

#[component]
fn PreferencesForm(kept: Preferences) -> impl IntoView {
    let (t, c, spoken) = (words(PreferenceWords), words(CommonWords), use_language());
    let (session, toaster) = (use_session(), use_toaster());
    let language = RwSignal::new(kept.language.tag().to_owned());
    let zone = RwSignal::new(kept.time_zone.clone());
    let theme = RwSignal::new(kept.theme.code().to_owned());
    let output = PatternChoice::of(&kept.date_output);
    let input = PatternChoice::of(&kept.date_input);
    let base = RwSignal::new(kept);
    let attempt = Attempt::default();
    let refused = attempt.refused();
    let typed = move || PreferencesChange {
        language: Language::from_tag(&language.get()),
        time_zone: Some(zone.get()),
        date_output: Some(output.text()),
        date_input: Some(input.text()),
        theme: Theme::from_code(&theme.get()),
    };
    let is_dirty = Memo::new(move |_| {
        let kept = base.get();
        // What cannot be kept yet differs from what is.
        kept.clone().with(&typed()).map_or(true, |now| now != kept)
    });
    // The language of the page may be changed beside the form.
    Effect::new(move |before: Option<Language>| {
        let now = spoken.get();
        if before.is_some_and(|before| before != now) {
            base.update(|base| base.language = now);
            language.set(now.tag().to_owned());
        }
        now
    });
    // And so may its light.
    let seen = Memo::new(move |_| session.me().map(|me| me.theme));
    Effect::new(move |before: Option<Option<Theme>>| {
        let now = seen.get();
        if let (Some(now), Some(before)) = (now, before)
            && before != Some(now)
        {
            base.update(|base| base.theme = now);
            theme.set(now.code().to_owned());
        }
        now
    });
    let submit = move || {
        refused.clear();
        let change = untrack(typed);
        if output.is_own_untracked_empty() || input.is_own_untracked_empty() {
            let fields = [("date_output", output), ("date_input", input)];
            let missing = fields
                .into_iter()
                .find(|(_, choice)| choice.is_own_untracked_empty());
            if let Some((field, _)) = missing {
                return refused.set(app::Refusal::field(field, app::field::Problem::Missing));
            }
        }
        if let Err(refusal) = base.get_untracked().with(&change) {
            return refused.set(refusal);
        }
        attempt.make(session.ask(change_preferences(change)), move |now| {
            base.try_set(now.clone());
            session.prefer(now);
            toaster.say(Tone::Good, t().saved());
        });
    };
    let labels = move || {
        [
            ("language", t().language()),
            ("time_zone", t().time_zone()),
            ("date_output", t().output_pattern()),
            ("date_input", t().input_pattern()),
        ]
        .map(|(field, label)| (field, label.to_owned()))
        .to_vec()
    };
    let languages = Language::ALL
        .map(|one| Choice::new(one.tag(), one.name()))
        .to_vec();
    let themes = move || {
        vec![
            Choice::new(Theme::System.code(), c().theme_system()),
            Choice::new(Theme::Light.code(), c().theme_light()),
            Choice::new(Theme::Dark.code(), c().theme_dark()),
        ]
    };
    // Examples are written as they will be, not as they are.
    let chosen = move || Language::from_tag(&language.get()).unwrap_or_default();
    let told = move |pattern: Pattern| {
        zone.with(|zone| write(day::now(), &pattern, chosen(), &BrowserZone(zone)))
    };
    let clock =
        move || t().time_zone_hint(&told(Pattern::or_of_language(&output.text(), chosen())));
    view! {
        <Show when=move || session.is_acting()>
            <div class="user-standing"><Alert tone=Tone::Info>{move || t().acting()}</Alert></div>
        </Show>
        <LeaveGuard dirty=is_dirty/>
        <div class="preferences">
            <Form on_submit=submit busy=attempt.busy()>
                <RefusedSummary refused fields=Signal::derive(labels)/>
                <Section id="language" title=move || t().place()>
                    <div class="preferences-fields">
                        <SelectField
                            label=move || t().language() value=language choices=Signal::stored(languages) name="language-choice"
                            error=refused.field("language")
                        />
                        <ZoneField
                            label=move || t().time_zone() value=zone name="time_zone" hint=Signal::derive(clock)
                            error=refused.field("time_zone")
                        />
                    </div>
                </Section>
                <Section id="dates" title=move || t().dates()>
                    <div class="preferences-fields">
                        <PatternFields
                            choice=output name="date_output" refused
                            label=Signal::derive(move || t().output().to_owned())
                            own_label=Signal::derive(move || t().output_pattern().to_owned())
                            standard=Signal::derive(move || t().as_language().to_owned())
                            example=Signal::derive(move || {
                                readable(&output.text(), Pattern::of_language(chosen())).map(|it| t().output_now(&told(it)))
                            })
                        />
                        <PatternFields
                            choice=input name="date_input" refused
                            label=Signal::derive(move || t().input().to_owned())
                            own_label=Signal::derive(move || t().input_pattern().to_owned())
                            standard=Signal::derive(String::new)
                            example=Signal::derive(move || {
                                readable(&input.text(), Pattern::iso()).map(|it| t().input_now(&told(it)))
                            })
                        />
                        <TryField input output language=Signal::derive(chosen) zone/>
                    </div>
                </Section>
                <Section id="theme" title=move || t().appearance()>
                    <RadioGroup
                        label=move || t().theme() value=theme choices=Signal::derive(themes) name="theme-choice"
                    />
                </Section>
                <Show when=move || !session.is_acting()>
                    <FormActions>
                        <Button kind=ButtonKind::Act submit=true busy=attempt.busy()>{move || t().save()}</Button>
                    </FormActions>
                </Show>
            </Form>
        </div>
    }
}

impl PatternChoice {
    fn is_own_untracked_empty(self) -> bool {
        untrack(|| self.is_own() && self.own.with(|own| own.trim().is_empty()))
    }
}

/// The pattern of `text`, or `standard` if there is none; nothing if it is wrong.
fn readable(text: &str, standard: Pattern) -> Option<Pattern> {
    match text {
        "" => Some(standard),
        text => Pattern::parse(text).ok(),
    }
}

/// A choice of patterns, a line for one's own, and what it makes of this moment.
#[component]
fn PatternFields(
    choice: PatternChoice,
    name: &'static str,
    refused: Refused,
    label: Signal<String>,
    own_label: Signal<String>,
    /// What an empty pattern is called; nothing where one is always said.
    standard: Signal<String>,
    /// What it makes of this moment, if it is a pattern.
    example: Signal<Option<String>>,
) -> impl IntoView {
    let (t, language) = (words(PreferenceWords), use_language());
    let choices = move || {
        let first = Some(standard.get()).filter(|standard| !standard.is_empty());
        let first = first.map(|standard| Choice::new("", standard));
        let offered = PRESETS.into_iter().enumerate().map(move |(index, preset)| {
            // Where no standard is called so, the first of those offered is it.
            let is_standard = index == 0 && standard.with_untracked(String::is_empty);
            Choice::new(if is_standard { "" } else { preset }, preset)
        });
        let own = Choice::new(OWN, t().own_pattern());
        first
            .into_iter()
            .chain(offered)
            .chain([own])
            .collect::<Vec<_>>()
    };
    // What is wrong with a pattern of one's own is said while it is typed.
    let said = refused.field(name);
    let error = move || {
        said.get().or_else(|| {
            let own = choice.own.get();
            let wrong = Pattern::parse(&own)
                .err()
                .filter(|_| !own.trim().is_empty())?;
            Some(wrong.words(language.get()))
        })
    };
    view! {
        <div class="preferences-pattern">
            <SelectField
                label value=choice.chosen choices=Signal::derive(choices) name=format!("{name}-choice")
                hint=Signal::derive(move || example.get().unwrap_or_default())
            />
            <Show when=move || choice.is_own()>
                <TextField
                    label=own_label value=choice.own name=name mono=true autocomplete="off"
                    hint=move || t().pattern_hint() error=Signal::derive(error)
                />
            </Show>
        </div>
    }
}

/// A line in which one tries how typed dates are understood.
#[component]
fn TryField(
    input: PatternChoice,
    output: PatternChoice,
    language: Signal<Language>,
    zone: RwSignal<String>,
) -> impl IntoView {
    let t = words(PreferenceWords);
    let text = RwSignal::new(String::new());
    let understood = Memo::new(move |_| {
        let (text, zone) = (text.get(), zone.get());
        let pattern = readable(&input.text(), Pattern::iso())?;
        let told = Pattern::or_of_language(&output.text(), language.get());
        (!text.trim().is_empty()).then(|| {
            let zone = BrowserZone(&zone);
            read(&text, &pattern, language.get(), &zone).map(|read| {
                let moment = write(read.at, &told, language.get(), &zone);
                (moment, read.first_of_two)
            })
        })
    });
    let hint = move || match understood.get() {
        Some(Ok((moment, false))) => t().understood(&moment),
        Some(Ok((moment, true))) => t().first_of_two(&moment),
        _ => {
            let pattern = readable(&input.text(), Pattern::iso()).unwrap_or_else(Pattern::iso);
            zone.with(|zone| {
                t().try_hint(&write(
                    day::now(),
                    &pattern,
                    language.get(),
                    &BrowserZone(zone),
                ))
            })
        }
    };
    let error = move || match understood.get() {
        Some(Err(problem)) => Some(problem.words(t().0)),
        _ => None,
    };
    view! {
        <TextField
            label=move || t().try_it() value=text name="try" autocomplete="off" hint=Signal::derive(hint)
            error=Signal::derive(error)
        />
    }
}
