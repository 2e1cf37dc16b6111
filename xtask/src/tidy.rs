//! The house rules that a compiler cannot see.

use crate::stamp::files;
use anyhow::{Result, bail};
use std::fs;
use std::path::Path;

/// Rooms of `server/src`, and the rooms each may call. A new arrow is a decision: draw it in
/// ARCHITECTURE.md too.
const ARROWS: [(&str, &[&str]); 16] = [
    ("audit", &[]),
    ("mail", &[]),
    ("companies", &[]),
    ("roles", &["companies"]),
    ("users", &["companies", "roles"]),
    ("policies", &["companies", "roles", "users"]),
    ("preferences", &["companies", "users"]),
    ("credentials", &["companies", "policies", "roles", "users"]),
    (
        "identity_providers",
        &["companies", "policies", "roles", "users"],
    ),
    ("sessions", &["companies", "policies", "roles", "users"]),
    (
        "invitations",
        &["companies", "credentials", "policies", "roles", "users"],
    ),
    ("tokens", &["companies", "policies", "roles", "users"]),
    (
        "applications",
        &["companies", "policies", "roles", "sessions", "users"],
    ),
    ("webhooks", &["companies"]),
    ("scim", &["companies", "roles", "users"]),
    (
        "sign_in",
        &[
            "companies",
            "credentials",
            "identity_providers",
            "policies",
            "preferences",
            "roles",
            "sessions",
            "users",
        ],
    ),
];

/// Every room may call these.
const OPEN_TO_ALL: [&str; 2] = ["audit", "mail"];
const CRATES: [&str; 5] = ["app", "server", "frontend", "migrations", "xtask"];
const LINES: usize = 400;

/// Checks all rules and lists every break of one.
pub(crate) fn check() -> Result<()> {
    let mut complaints = Vec::new();
    for crate_folder in CRATES {
        for file in files(Path::new(crate_folder))? {
            if file.extension().is_some_and(|ending| ending == "rs") {
                let name = file.to_string_lossy();
                let text = fs::read_to_string(&file)?;
                complaints.extend(too_long(&name, &text));
                complaints.extend(no_opening(&name, &text));
                complaints.extend(conditional(&name, &text));
                complaints.extend(wrong_arrows(&name, &text));
            }
        }
    }
    complaints.extend(dead_paths(
        &fs::read_to_string("ARCHITECTURE.md").unwrap_or_default(),
    ));
    if !complaints.is_empty() {
        bail!("the house rules are broken:\n  {}", complaints.join("\n  "));
    }
    Ok(())
}

fn too_long(name: &str, text: &str) -> Option<String> {
    let lines = text.lines().count();
    (lines >= LINES)
        .then(|| format!("{name}: {lines} lines, {LINES} are too many: split it by subject"))
}

fn no_opening(name: &str, text: &str) -> Option<String> {
    let opens = text
        .lines()
        .next()
        .is_some_and(|line| line.starts_with("//! "));
    (!opens).then(|| format!("{name}: its first line shall say what it is for, as `//! …`"))
}

/// What browser and server both believe must not depend on which of them asks.
fn conditional(name: &str, text: &str) -> Vec<String> {
    if !name.starts_with("app/") {
        return Vec::new();
    }
    numbered_code(text)
        .filter(|(_, line)| {
            ["#[cfg(", "#![cfg(", "cfg_attr(", "cfg!("]
                .iter()
                .any(|mark| line.contains(mark))
        })
        .filter(|(_, line)| line.trim() != "#[cfg(test)]")
        .map(|(number, line)| {
            format!(
                "{name}:{number}: `{}` has no place in app/, only #[cfg(test)]",
                line.trim()
            )
        })
        .collect()
}

/// Calls between rooms run one way.
fn wrong_arrows(name: &str, text: &str) -> Vec<String> {
    let Some(inside) = name.strip_prefix("server/src/") else {
        return Vec::new();
    };
    let room = inside
        .split('/')
        .next()
        .unwrap_or_default()
        .trim_end_matches(".rs");
    let Some((_, allowed)) = ARROWS.iter().find(|(known, _)| *known == room) else {
        return Vec::new();
    };
    let closed = OPEN_TO_ALL.contains(&room);
    called_modules(text)
        .into_iter()
        .filter(|called| called != room && ARROWS.iter().any(|(known, _)| known == called))
        .filter(|called| closed || !OPEN_TO_ALL.contains(&called.as_str()))
        .filter(|called| !allowed.contains(&called.as_str()))
        .map(|called| {
            format!("{name}: {room} must not call {called} (the table is in xtask/src/tidy.rs)")
        })
        .collect()
}

/// The top modules of the crate that a file names: `crate::users::…`, `crate::{users, mail::…}`.
fn called_modules(text: &str) -> Vec<String> {
    let code: String = numbered_code(text)
        .flat_map(|(_, line)| [line, "\n"])
        .collect();
    let mut found: Vec<String> = code
        .split("crate::")
        .skip(1)
        .flat_map(first_names)
        .collect();
    found.sort();
    found.dedup();
    found
}

/// The names directly behind `crate::`.
fn first_names(rest: &str) -> Vec<String> {
    let Some(group) = rest.strip_prefix('{') else {
        return vec![identifier(rest)];
    };
    let mut names = vec![identifier(group.trim_start())];
    let mut depth = 1;
    for (position, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => names.push(identifier(group[position + 1..].trim_start())),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names
}

fn identifier(text: &str) -> String {
    text.chars()
        .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
        .collect()
}

/// Lines with their numbers, without comments and without the tests at a file's end.
fn numbered_code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let end = text.find("#[cfg(test)]\nmod ").unwrap_or(text.len());
    text[..end]
        .lines()
        .zip(1..)
        .map(|(line, number)| (number, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// A map that names places which are not there leads astray.
fn dead_paths(map: &str) -> Vec<String> {
    map.lines()
        .zip(1..)
        .flat_map(|(line, number)| {
            line.split('`')
                .skip(1)
                .step_by(2)
                .map(move |word| (number, word))
        })
        .filter(|(_, word)| looks_like_a_path(word) && !Path::new(word).exists())
        .map(|(number, word)| format!("ARCHITECTURE.md:{number}: `{word}` does not exist"))
        .collect()
}

fn looks_like_a_path(word: &str) -> bool {
    const ROOTS: [&str; 12] = [
        "app",
        "server",
        "frontend",
        "migrations",
        "xtask",
        "style",
        "public",
        "end2end",
        "benches",
        "docs",
        ".ci",
        ".cargo",
    ];
    let plain = word
        .chars()
        .all(|letter| letter.is_ascii_alphanumeric() || "._-/".contains(letter));
    plain
        && word
            .split_once('/')
            .is_some_and(|(first, _)| ROOTS.contains(&first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_may_call_what_the_table_allows_and_no_more() {
        let text = "use crate::{audit, users::{service, store}, sign_in};\nfn f() { crate::mail::send() }\n";
        assert_eq!(
            wrong_arrows("server/src/credentials/service.rs", text).len(),
            1
        );
        assert!(wrong_arrows("server/src/http/router.rs", text).is_empty());
    }

    #[test]
    fn audit_and_mail_call_no_room_not_even_each_other() {
        assert_eq!(
            wrong_arrows("server/src/mail/outbox.rs", "use crate::audit::record;").len(),
            1
        );
    }

    #[test]
    fn comments_and_tests_draw_no_arrows() {
        let text =
            "// crate::sign_in\nfn f() {}\n#[cfg(test)]\nmod tests { use crate::sign_in; }\n";
        assert!(wrong_arrows("server/src/users/store.rs", text).is_empty());
    }

    #[test]
    fn the_table_has_no_way_back() {
        for (room, calls) in ARROWS {
            for called in calls {
                let back = ARROWS
                    .iter()
                    .any(|(known, theirs)| known == called && theirs.contains(&room));
                assert!(!back, "{room} and {called} call each other");
            }
        }
    }

    #[test]
    fn app_knows_no_conditions_but_tests() {
        assert_eq!(
            conditional("app/src/lib.rs", "#[cfg(feature = \"ssr\")]\nfn f() {}").len(),
            1
        );
        assert!(conditional("app/src/lib.rs", "#[cfg(test)]\nmod tests {}").is_empty());
    }

    #[test]
    fn only_words_that_look_like_paths_must_exist() {
        assert_eq!(
            dead_paths("see `server/src/nowhere.rs` and `GET /health/live` and `<room>/store.rs`")
                .len(),
            1
        );
    }
}
