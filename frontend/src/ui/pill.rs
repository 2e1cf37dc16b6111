//! Small marks: a status in a word, a person's initials.

use leptos::prelude::*;

use super::Tone;

/// A status: a small shape and always a word.
#[component]
pub fn Pill(
    /// What it means to the reader.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// The word.
    children: Children,
) -> impl IntoView {
    view! {
        <span class="pill" data-tone=move || tone.get().slug()>
            <span class="pill-mark" aria-hidden="true"></span>
            {children()}
        </span>
    }
}

/// A person's initials in a circle; the name stands beside it or in its button.
#[component]
pub fn InitialsBadge(
    /// The person's name.
    #[prop(into)]
    name: Signal<String>,
    /// Twice the size, for the head of a page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    view! {
        <span
            class="initials"
            class:initials-large=large
            aria-hidden="true"
            data-initials=move || initials(&name.get())
        ></span>
    }
}

/// The first letters of the first and last part of a name: "Hana Sato" and "hana.sato" give "HS".
pub fn initials(name: &str) -> String {
    let mut parts = name
        .split(|c: char| c.is_whitespace() || matches!(c, '.' | '_' | '-' | '@'))
        .filter(|part| !part.is_empty());
    let first = parts.next().and_then(|part| part.chars().next());
    // A Japanese name is known by its first letter alone.
    let last = parts
        .next_back()
        .and_then(|part| part.chars().next())
        .filter(char::is_ascii);
    first
        .into_iter()
        .chain(last)
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_come_from_names_and_login_ids() {
        assert_eq!(initials("Hana Sato"), "HS");
        assert_eq!(initials("k.tanaka"), "KT");
        assert_eq!(initials("佐藤 花"), "佐");
        assert_eq!(initials(""), "");
    }
}
