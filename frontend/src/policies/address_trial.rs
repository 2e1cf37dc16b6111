//! Whether somebody at an address would get in, told while the list is typed.

use std::net::IpAddr;

use app::{field::Problems, policies::TrustedAddresses};
use leptos::prelude::*;

use crate::i18n::{AddressWords, words};
use crate::ui::{Alert, Entries, TextField, Tone};

/// A field for an address, and what the list beside it says of it.
#[component]
pub(super) fn AddressTrial(entries: Entries) -> impl IntoView {
    let t = words(AddressWords);
    let address = RwSignal::new(String::new());
    let verdict = move || {
        let from: IpAddr = address.with(|typed| typed.trim().parse().ok())?;
        let list = TrustedAddresses::parse(&entries.texts(), "", &mut Problems::default())?;
        let (tone, says) = match (list.let_in(from), list.entry_for(from)) {
            (true, Some(entry)) => (
                Tone::Good,
                t().gets_in_by(&from.to_string(), &entry.to_string()),
            ),
            (true, None) => (Tone::Good, t().gets_in(&from.to_string())),
            (false, _) => (Tone::Attention, t().stays_out(&from.to_string())),
        };
        Some(view! { <Alert tone live=true>{says}</Alert> })
    };
    view! {
        <TextField
            label=move || t().try_address() value=address name="try-address" mono=true autocomplete="off"
            hint=move || t().try_hint()
        />
        {verdict}
    }
}
