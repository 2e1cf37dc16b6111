//! `doorward.toml`: the settings by their names, and nothing else.

use super::{Flags, Problem, SETTINGS, parse, table};

const USUAL: &str = "doorward.toml";

/// What a file of settings says.
#[derive(Default)]
pub(super) struct File {
    name: String,
    values: Vec<(String, String)>,
}

impl File {
    /// What it says about `key`.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.values
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, value)| value.as_str())
    }

    /// Its path.
    pub(super) fn name(&self) -> &str {
        &self.name
    }
}

/// Reads the file that was named, or the usual one if it is there, and tells what is wrong with it.
pub(super) fn read(flags: &Flags) -> (File, Vec<Problem>) {
    let (name, wanted) = match flags.get("config") {
        Some((name, _)) => (name, true),
        None => (USUAL, false),
    };
    let text = match std::fs::read_to_string(name) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !wanted => {
            return Default::default();
        }
        Err(error) => {
            let problem = Problem {
                name: table::CONFIG.variable(),
                value: parse::shown(name, table::Show::Whole),
                allowed: format!("a file that can be read; this one cannot: {error}"),
            };
            return (File::default(), vec![problem]);
        }
    };
    understand(name, &text)
}

fn understand(name: &str, text: &str) -> (File, Vec<Problem>) {
    let mut file = File {
        name: name.to_owned(),
        values: Vec::new(),
    };
    let mut problems = Vec::new();
    match text.parse::<toml::Table>() {
        Ok(table) => {
            for (key, value) in table {
                match (table::by_key(&key), plain(&value)) {
                    (Some(_), Some(value)) => file.values.push((key, value)),
                    (Some(setting), None) => problems.push(Problem {
                        name: format!("{key} in {name}"),
                        value: format!("a TOML {}", value.type_str()),
                        allowed: format!("text, such as {key} = \"{}\"", setting.value),
                    }),
                    (None, _) => problems.push(unknown(name, &key)),
                }
            }
        }
        Err(error) => problems.push(Problem {
            name: name.to_owned(),
            value: "not TOML".to_owned(),
            allowed: located(text, &error),
        }),
    }
    (file, problems)
}

/// Without the line itself, which may hold a secret.
fn located(text: &str, error: &toml::de::Error) -> String {
    let line = error.span().map_or(1, |span| {
        text[..span.start.min(text.len())].matches('\n').count() + 1
    });
    format!("line {line}: {}", error.message())
}

/// A value as it would be typed as a flag; a list with commas.
fn plain(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Array(items) => items
            .iter()
            .map(|item| item.as_str().map(str::to_owned))
            .collect::<Option<Vec<_>>>()
            .map(|items| items.join(",")),
        _ => None,
    }
}

fn unknown(name: &str, key: &str) -> Problem {
    let nearest = SETTINGS
        .iter()
        .map(|setting| (distance(key, setting.key), setting.key))
        .min()
        .filter(|(distance, _)| *distance <= 3);
    Problem {
        name: format!("{key} in {name}"),
        value: "there is no such setting".to_owned(),
        allowed: match nearest {
            Some((_, nearest)) => format!("did you mean `{nearest}`?"),
            None => format!(
                "allowed are {}",
                SETTINGS.map(|setting| setting.key).join(", ")
            ),
        },
    }
}

/// How many letters differ (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, to) in b.chars().enumerate() {
            let changed = diagonal + usize::from(from != to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{distance, understand};

    #[test]
    fn letters_that_differ_are_counted() {
        assert_eq!(distance("listne", "listen"), 2);
        assert_eq!(distance("", "log"), 3);
    }

    #[test]
    fn the_example_names_every_setting_and_is_toml() {
        let example = include_str!("../../../doorward.example.toml");
        let settings: String = example
            .lines()
            .filter_map(|line| line.strip_prefix("# "))
            .filter(|line| line.contains(" = "))
            .flat_map(|line| [line, "\n"])
            .collect();
        let (file, problems) = understand("doorward.example.toml", &settings);
        assert_eq!(problems, []);
        for setting in crate::config::SETTINGS {
            assert!(
                file.get(setting.key).is_some(),
                "{} is missing",
                setting.key
            );
        }
    }

    #[test]
    fn a_line_that_is_not_toml_is_named_but_not_shown() {
        let (_, problems) = understand("doorward.toml", "log = \"info\"\nsecret_key = \"abc\n");
        assert!(problems[0].allowed.starts_with("line 2"), "{problems:?}");
        assert!(!problems[0].allowed.contains("abc"));
    }
}
