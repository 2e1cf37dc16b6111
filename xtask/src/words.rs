//! The texts of `words!` in each language: what is wrong with them without being wrong for the compiler.

/// What is called the same in every language.
const NAMES: [&str; 4] = ["Doorward", "API", "KiB", "MiB"];

/// One text in every language, and the line where it begins.
struct Entry<'a> {
    line: usize,
    english: &'a str,
    translations: Vec<&'a str>,
}

/// Texts left in English or without what they should tell, and Chinese that is not written by the house's rule.
pub(crate) fn complaints(name: &str, code: &str) -> Vec<String> {
    if !code.contains("words! {") {
        return Vec::new();
    }
    entries(code)
        .iter()
        .flat_map(|entry| {
            wrong_with(entry)
                .into_iter()
                .map(|wrong| format!("{name}:{}: “{}” {wrong}", entry.line, entry.english))
        })
        .collect()
}

fn wrong_with(entry: &Entry) -> Vec<String> {
    let mut wrong = Vec::new();
    for text in &entry.translations {
        if *text == entry.english && !only_names(text) {
            wrong.push("is not translated".to_owned());
        }
        if parameters(text) != parameters(entry.english) {
            wrong.push(format!("tells other things than “{text}”"));
        }
    }
    if let Some(chinese) = entry.translations.last() {
        wrong.extend(wrong_with_chinese(chinese));
    }
    wrong
}

/// Chinese keeps a space to whatever is not Chinese, and takes nothing over from Japanese.
fn wrong_with_chinese(text: &str) -> Option<String> {
    let narrow = |letter: char| letter.is_ascii_alphanumeric() || "{}".contains(letter);
    let touching = text
        .chars()
        .zip(text.chars().skip(1))
        .any(|(one, next)| is_han(one) && narrow(next) || narrow(one) && is_han(next));
    if touching {
        return Some(format!(
            "lacks a space beside what is not Chinese: “{text}”"
        ));
    }
    let kana = |letter: char| ('\u{3041}'..='\u{30FA}').contains(&letter);
    text.contains(kana)
        .then(|| format!("is Japanese where Chinese should stand: “{text}”"))
}

fn is_han(letter: char) -> bool {
    ('\u{3400}'..='\u{9FFF}').contains(&letter)
}

/// Whether a text has no word of its own beside names and what is filled in.
fn only_names(text: &str) -> bool {
    text.split('{')
        .map(|part| part.split_once('}').map_or(part, |(_, rest)| rest))
        .flat_map(|part| part.split(|letter: char| !letter.is_alphabetic()))
        .all(|word| word.is_empty() || NAMES.contains(&word))
}

/// What is filled in, in a fixed order.
fn parameters(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|part| Some(part.split_once('}')?.0))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Every `"one" | "many", "…", "…";`. Of two English texts the one for many counts.
fn entries(code: &str) -> Vec<Entry<'_>> {
    let mut found = Vec::new();
    let mut texts: Vec<&str> = Vec::new();
    let (mut begins, mut ended) = (0, 0);
    for (at, text) in literals(code) {
        if !code[ended..at]
            .trim_matches([' ', '\n', ',', '"'])
            .is_empty()
        {
            texts.clear();
        }
        if texts.is_empty() {
            begins = at;
        }
        ended = at + text.len();
        match code[ended + 1..].trim_start().chars().next() {
            Some(',') => texts.push(text),
            Some('|') => texts.clear(),
            Some(';') if texts.len() > 1 => {
                found.push(Entry {
                    line: code[..begins].matches('\n').count() + 1,
                    english: texts[0],
                    translations: texts.drain(1..).chain([text]).collect(),
                });
                texts.clear();
            }
            _ => texts.clear(),
        }
    }
    found
}

/// The insides of all string literals, and where they begin. Lines that are comments have none.
fn literals(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut begun = None;
    let mut escaped = false;
    let mut comment = false;
    for (at, letter) in code.char_indices() {
        match (begun, letter) {
            (_, '\n') if comment => comment = false,
            _ if comment => {}
            (None, '/') => comment = code[at..].starts_with("//"),
            (None, '"') => begun = Some(at + 1),
            (Some(_), _) if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(start), '"') => {
                found.push((start, &code[start..at]));
                begun = None;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::complaints;

    fn about(text: &str) -> Vec<String> {
        complaints("x.rs", &format!("words! {{\n// \"not this\n{text}\n}}"))
    }

    #[test]
    fn texts_in_every_language_pass() {
        let fine = r#"
            save: "Save", "保存", "保存";
            channel: "API", "API", "API";
            size(size: &str): "{size} KiB", "{size} KiB", "{size} KiB";
            #[error("{}", self.words(English))]
            users(count): "One user" | "{count} users", "{count} 人", "{count} 个用户";
        "#;
        assert!(about(fine).is_empty(), "{:?}", about(fine));
    }

    #[test]
    fn a_text_left_in_english_is_found() {
        let left = about(r#"save: "Save", "保存", "Save";"#);
        assert_eq!(left, ["x.rs:3: “Save” is not translated"]);
    }

    #[test]
    fn a_text_that_leaves_something_out_is_found() {
        assert_eq!(
            about(r#"by(who: &str): "By {who}", "{who} が", "已更改";"#).len(),
            1
        );
    }

    #[test]
    fn chinese_has_a_rule_of_its_own() {
        for wrong in ["{count}个", "登录ID", "API令牌", "ユーザー"] {
            let text = format!(r#"text: "{{count}}", "{{count}} 人", "{{count}} {wrong}";"#);
            assert_eq!(about(&text).len(), 1, "{wrong}");
        }
    }
}
