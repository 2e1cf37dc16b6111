//! The house rules that a compiler cannot see.

use crate::{stamp::files, words};
use anyhow::{Result, bail};
use std::fs;
use std::path::Path;

/// Rooms of `server/src`, and the rooms whose ground floor theirs may call. A room's ground floor is all of it
/// but its use cases: stores, records, proofs. A new arrow is a decision: draw it in ARCHITECTURE.md too.
const ARROWS: [(&str, &[&str]); 14] = [
    ("companies", &[]),
    ("audit", &["companies"]),
    ("mail", &["companies"]),
    ("roles", &["companies"]),
    ("policies", &["companies"]),
    ("users", &["companies", "policies", "roles"]),
    ("credentials", &["companies", "policies", "roles", "users"]),
    ("sessions", &["companies", "policies", "roles", "users"]),
    (
        "invitations",
        &["companies", "credentials", "policies", "roles", "users"],
    ),
    ("jobs", &["users"]),
    ("account", &[]),
    ("home", &[]),
    (
        "tokens",
        &[
            "companies",
            "credentials",
            "policies",
            "roles",
            "sessions",
            "users",
        ],
    ),
    (
        "sign_in",
        &[
            "companies",
            "credentials",
            "invitations",
            "policies",
            "roles",
            "sessions",
            "users",
        ],
    ),
];

/// Files that carry out use cases. They call every room's ground floor, because one transaction may change many
/// rooms; of other rooms' use cases they call only those named in [`USE_CASE_ARROWS`].
const USE_CASES: [&str; 34] = [
    "service.rs",
    "creation.rs",
    "access.rs",
    "addresses.rs",
    "deletion.rs",
    "token_expiration.rs",
    "two_factor.rs",
    "generate_password.rs",
    "company_expiry.rs",
    "expiry_warnings.rs",
    "view.rs",
    "finish.rs",
    "set_up.rs",
    "janitor.rs",
    "log_in_as.rs",
    "step_up.rs",
    "asked_password.rs",
    "own_closing.rs",
    "own_email.rs",
    "own_password.rs",
    "own_preferences.rs",
    "own_profile.rs",
    "own_authenticator.rs",
    "act.rs",
    "starter.rs",
    "worker.rs",
    "export.rs",
    "import.rs",
    "receive.rs",
    "bearer.rs",
    "exchange.rs",
    "introspection.rs",
    "attention.rs",
    "dashboard.rs",
];

/// Rooms, and the rooms whose `service` their use cases may call.
const USE_CASE_ARROWS: [(&str, &[&str]); 9] = [
    ("invitations", &[]),
    ("roles", &[]),
    ("users", &["invitations", "roles"]),
    ("sessions", &[]),
    ("tokens", &[]),
    ("account", &["users"]),
    ("home", &[]),
    ("jobs", &["invitations", "users"]),
    ("sign_in", &["invitations", "jobs", "tokens", "users"]),
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
                complaints.extend(words::complaints(&name, &text));
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

/// Calls between rooms run one way, on each floor.
fn wrong_arrows(name: &str, text: &str) -> Vec<String> {
    let Some(inside) = name.strip_prefix("server/src/") else {
        return Vec::new();
    };
    let (room, file) = inside.split_once('/').unwrap_or((inside, ""));
    let use_case = USE_CASES.contains(&file);
    let table: &[(&str, &[&str])] = if use_case { &USE_CASE_ARROWS } else { &ARROWS };
    if !ARROWS.iter().any(|(known, _)| *known == room) {
        return Vec::new();
    }
    let allowed = table
        .iter()
        .find(|(known, _)| *known == room)
        .map_or(&[][..], |(_, allowed)| *allowed);
    let code = code(text);
    called_modules(&code)
        .into_iter()
        .filter(|called| called != room && ARROWS.iter().any(|(known, _)| known == called))
        .filter(|called| !use_case || code.contains(&format!("{called}::service")))
        .filter(|called| use_case || !OPEN_TO_ALL.contains(&called.as_str()))
        .filter(|called| !allowed.contains(&called.as_str()))
        .map(|called| {
            format!("{name}: {room} must not call {called} (the tables are in xtask/src/tidy.rs)")
        })
        .collect()
}

fn code(text: &str) -> String {
    numbered_code(text)
        .flat_map(|(_, line)| [line, "\n"])
        .collect()
}

/// The top modules of the crate that a file names: `crate::users::…`, `crate::{users, mail::…}`.
fn called_modules(code: &str) -> Vec<String> {
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
    fn a_ground_floor_may_call_what_the_table_allows_and_no_more() {
        let text = "use crate::{audit, users::store, sign_in};\nfn f() { crate::mail::send() }\n";
        assert_eq!(
            wrong_arrows("server/src/credentials/totp.rs", text).len(),
            1
        );
        assert!(wrong_arrows("server/src/http/router.rs", text).is_empty());
    }

    #[test]
    fn a_use_case_calls_stores_everywhere_and_few_other_use_cases() {
        let stores = "use crate::{sessions, users};\nfn f() { sessions::store::end(); users::store::find() }\n";
        assert!(wrong_arrows("server/src/invitations/service.rs", stores).is_empty());
        let service = "use crate::sessions;\nfn f() { sessions::service::end() }\n";
        assert_eq!(
            wrong_arrows("server/src/invitations/service.rs", service).len(),
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
        for table in [&ARROWS[..], &USE_CASE_ARROWS[..]] {
            for (room, calls) in table {
                for called in *calls {
                    let back = table
                        .iter()
                        .any(|(known, theirs)| known == called && theirs.contains(room));
                    assert!(!back, "{room} and {called} call each other");
                }
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
