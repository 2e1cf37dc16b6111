//! Alerts, pills, empty and waiting states, secrets.

use leptos::prelude::*;

use crate::shell::PageTitle;
use crate::ui::{
    Alert, Button, ButtonKind, CopyButton, DateStyle, DateTime, EmptyState, IconName,
    InitialsBadge, Pill, ProgressBar, SecretBox, Section, Skeleton, Tone, use_toaster,
};

#[component]
pub(super) fn Messages() -> impl IntoView {
    let toaster = use_toaster();
    view! {
        <PageTitle title="Messages"/>
        <Section id="alerts" title="Alerts">
            <div class="stack">
                <Alert title="The policy class asks for two-factor authentication">
                    <p>"It is set up at the next sign-in."</p>
                </Alert>
                <Alert tone=Tone::Good>"Saved."</Alert>
                <Alert tone=Tone::Attention title="Three recovery codes are left">
                    <p>"Make new ones before the last is used."</p>
                    <Button>"New recovery codes"</Button>
                </Alert>
                <Alert tone=Tone::Danger live=true title="The list could not be loaded">
                    <p>"Your filters are kept."</p>
                    <Button icon=IconName::Refresh>"Retry"</Button>
                </Alert>
                <Alert tone=Tone::Neutral>"This account belongs to Beta."</Alert>
                <div class="cluster">
                    {Tone::ALL
                        .map(|tone| view! {
                            <Button on_click=move || toaster.say(tone, format!("A {} message", tone.slug()))>
                                {tone.slug()}
                            </Button>
                        })
                        .collect_view()}
                </div>
            </div>
        </Section>
        <Section id="marks" title="Marks and moments">
            <div class="stack">
                <div class="cluster">
                    <Pill tone=Tone::Good>"Active"</Pill>
                    <Pill tone=Tone::Attention>"Expires in 6 days"</Pill>
                    <Pill tone=Tone::Info>"Invited"</Pill>
                    <Pill>"Disabled"</Pill>
                    <Pill tone=Tone::Danger>"Locked"</Pill>
                    <InitialsBadge name="Hana Sato"/>
                    <InitialsBadge name="佐藤 花"/>
                </div>
                <div class="cluster">
                    <DateTime at="2026-11-20T06:15:00Z"/>
                    <DateTime at="2026-11-20T06:15:00Z" style=DateStyle::Date/>
                    <DateTime at="2026-11-20T06:15:00Z" style=DateStyle::Relative/>
                </div>
                <ProgressBar text="1,240 of 12,345" done=1240_u64 total=12345_u64/>
            </div>
        </Section>
        <Section id="secrets" title="Secrets">
            <div class="stack">
                <SecretBox
                    label="Refresh token" filename="doorward-token.txt"
                    secret="dwr_7hQ2mX9vTqLkz3pYc8bNf5sWj1eRg6uAo4iDtVxKy0"
                />
                <div class="cluster">
                    <span class="mono">"hana.sato"</span>
                    <CopyButton text="hana.sato" name="Copy the login ID" icon_only=true/>
                </div>
            </div>
        </Section>
        <Section id="waiting" title="Waiting and empty">
            <Skeleton lines=4/>
            <EmptyState title="Nobody here matches these filters." icon=IconName::Filter>
                <Button>"Clear filters"</Button>
            </EmptyState>
            <EmptyState title="Beta has no users yet." icon=IconName::Users>
                <Button kind=ButtonKind::Act icon=IconName::UserPlus>"Add User"</Button>
            </EmptyState>
        </Section>
    }
}
