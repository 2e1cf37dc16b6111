//! A detail page as in User Detail: head, index, sections, the bar of buttons.

use leptos::prelude::*;

use crate::shell::PageTitle;
use crate::ui::{
    Breadcrumb, Button, ButtonKind, CopyButton, Crumb, DateStyle, DateTime, DescriptionList,
    DescriptionRow, IconName, InitialsBadge, Pill, Section, SectionIndex, Tone,
};

#[component]
pub(super) fn Detail() -> impl IntoView {
    let sections = [
        ("profile", "Profile"),
        ("factors", "Sign-in and two-factor"),
        ("access", "Access"),
    ];
    let index = sections
        .map(|(id, label)| (id.to_owned(), label.to_owned()))
        .to_vec();
    let crumb = |label: &str, href: Option<&str>| Crumb {
        label: label.into(),
        href: href.map(Into::into),
    };
    let crumbs = vec![
        crumb("Operator", Some("/")),
        crumb("Acme Reseller", Some("/")),
        crumb("Beta", None),
    ];
    view! {
        <PageTitle title="Hana Sato" lead=|| view! { <InitialsBadge name="Hana Sato" large=true/> }>
                <div class="cluster">
                    <span class="mono">"hana.sato"</span>
                    <CopyButton text="hana.sato" name="Copy the login ID" icon_only=true/>
                    <Pill tone=Tone::Good>"Active"</Pill>
                    <Breadcrumb crumbs name="Company"/>
                    <span class="muted">"Last sign-in " <DateTime at="2026-11-21T19:00:00Z" style=DateStyle::Relative/></span>
                </div>
            </PageTitle>
        <div class="split">
            <div class="split-side"><SectionIndex sections=index/></div>
            <div>
                <Section id="profile" title="Profile" actions=|| view! { <Button icon=IconName::Edit>"Edit"</Button> }>
                    <DescriptionList>
                        <DescriptionRow label="E-mail">"hana.sato@example.com"</DescriptionRow>
                        <DescriptionRow label="Company">"Beta"</DescriptionRow>
                        <DescriptionRow label="Language">"日本語"</DescriptionRow>
                        <DescriptionRow label="Expires"><DateTime at="2027-03-31T15:00:00Z" style=DateStyle::Date/></DescriptionRow>
                    </DescriptionList>
                </Section>
                <Section id="factors" title="Sign-in and two-factor">
                    <DescriptionList>
                        <DescriptionRow label="Two-factor"><Pill tone=Tone::Good>"on"</Pill></DescriptionRow>
                        <DescriptionRow label="Recovery codes">"8 of 10 left"</DescriptionRow>
                    </DescriptionList>
                </Section>
                <Section id="access" title="Access"><p>"Company administrator"</p></Section>
                <div class="action-bar">
                    <Button>"Edit"</Button>
                    <Button>"Enable TFA"</Button>
                    <Button>"Reset TFA"</Button>
                    <Button>"Issue Credentials"</Button>
                    <Button kind=ButtonKind::Danger>"Delete"</Button>
                </div>
            </div>
        </div>
    }
}
