//! The plain text of a mail.

use app::Language;

use super::sheet::Sheet;

/// The sheet as plain text. Links stand alone on their line, so that mail readers find their end.
pub(super) fn render(sheet: &Sheet) -> String {
    let colon = match sheet.language {
        Language::English | Language::Japanese => ": ",
        Language::Chinese => "：",
    };
    let mut blocks = vec![sheet.greeting.clone()];
    blocks.extend(sheet.opening.iter().cloned());
    blocks.extend(sheet.code.iter().map(|code| format!("  {code}")));
    if !sheet.facts.is_empty() {
        let facts: Vec<String> = sheet
            .facts
            .iter()
            .map(|(name, value)| format!("  {name}{colon}{value}"))
            .collect();
        blocks.push(facts.join("\n"));
    }
    if let Some(action) = &sheet.action {
        blocks.push(format!(
            "{}{}\n{}",
            action.label,
            colon.trim_end(),
            action.link
        ));
    }
    blocks.extend(sheet.closing.iter().cloned());
    blocks.push(format!("-- \nDoorward\n{}", sheet.footer));
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}
