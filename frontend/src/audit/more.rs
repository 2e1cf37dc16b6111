//! What an event says beyond its line: each field before and after, where it came from, what keeps it.

use app::audit::{AuditDetail, AuditEvent, AuditOrigin};
use leptos::prelude::*;

use crate::i18n::{AuditWords, words};
use crate::ui::{CopyButton, DescriptionList, DescriptionRow, address::format_query};

/// Everything about an event.
#[component]
pub(super) fn EventMore(event: AuditEvent) -> impl IntoView {
    let t = words(AuditWords);
    let origin = event.origin;
    let channel = move || match event.channel {
        Some(channel) => channel.code().to_uppercase(),
        None => t().without_actor(origin).to_owned(),
    };
    let seal = move || match event.seal {
        Some(number) => format!("#{number}"),
        None => t().not_sealed_yet().to_owned(),
    };
    let from_request = (origin == AuditOrigin::Request)
        .then(|| view! { <FromRequest address=event.address request_id=event.request_id/> });
    let company = event.company.map(|company| {
        let href = only("company", company.id.to_string());
        view! {
            <DescriptionRow label=move || t().company()>
                <span>{company.name}</span>
                <a class="audit-only" href=href>{move || t().only_this_company()}</a>
            </DescriptionRow>
        }
    });
    let behind = event.behind.map(|behind| {
        let (href, user) = (
            only("user", behind.id.to_string()),
            format!("/admin/users/{}", behind.id),
        );
        view! {
            <DescriptionRow label=move || t().really()>
                <a href=user>{behind.login_id}</a>
                <a class="audit-only" href=href>{move || t().only_this_user()}</a>
            </DescriptionRow>
        }
    });
    let user = event.subject.or(event.actor).map(|user| {
        let href = only("user", user.id.to_string());
        view! { <a href=href>{move || t().only_this_user()}</a> }
    });
    view! {
        <div class="audit-details">
            <Changes details=event.details emptied=event.emptied/>
            <DescriptionList>
                {behind}
                {company}
                <DescriptionRow label=move || t().channel()>{channel}</DescriptionRow>
                {from_request}
                <DescriptionRow label=move || t().event()>
                    <span class="mono">{format!("#{}", event.id)}</span>
                    <span class="audit-only">{user}</span>
                </DescriptionRow>
                <DescriptionRow label=move || t().seal()><span class="mono">{seal}</span></DescriptionRow>
            </DescriptionList>
        </div>
    }
}

/// Address and number of the request, each leading to what else came from there.
#[component]
fn FromRequest(address: String, request_id: String) -> impl IntoView {
    let t = words(AuditWords);
    let (same_address, same_request) = (
        only("address", address.clone()),
        only("request_id", request_id.clone()),
    );
    view! {
        <DescriptionRow label=move || t().address()>
            <span class="mono">{address}</span>
            <a class="audit-only" href=same_address>{move || t().only_this_address()}</a>
        </DescriptionRow>
        <DescriptionRow label=move || t().request()>
            <span class="mono">{request_id.clone()}</span>
            <CopyButton text=request_id name=move || t().copy_request() icon_only=true/>
            <a class="audit-only" href=same_request>{move || t().only_this_request()}</a>
        </DescriptionRow>
    }
}

/// Each field, before and after side by side.
#[component]
fn Changes(details: Vec<AuditDetail>, emptied: bool) -> impl IntoView {
    let t = words(AuditWords);
    if details.is_empty() {
        let why = move || {
            if emptied {
                t().emptied()
            } else {
                t().no_details()
            }
        };
        return view! { <p class="nothing">{why}</p> }.into_any();
    }
    let changed = details.iter().any(|detail| detail.before.is_some());
    let line = move |detail: AuditDetail| {
        let before = changed.then(|| view! { <td class="mono audit-was">{detail.before}</td> });
        view! {
            <tr>
                <th scope="row">{detail.field}</th>
                {before}
                <td class="mono">{detail.after}</td>
            </tr>
        }
    };
    let head = changed.then(|| view! { <th scope="col">{move || t().before()}</th> });
    view! {
        <table class="audit-changes">
            <thead>
                <tr>
                    <th scope="col">{move || t().field()}</th>
                    {head}
                    <th scope="col">{move || t().after()}</th>
                </tr>
            </thead>
            <tbody>{details.into_iter().map(line).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// The Audit page with this filter alone.
fn only(filter: &str, value: String) -> String {
    format!("/admin/audit{}", format_query(&[(filter, value)]))
}
