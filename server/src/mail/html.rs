//! The HTML of a mail: one quiet column, readable in light and dark, without pictures.

use std::borrow::Cow;

use app::Language;

use super::sheet::{Action, Sheet};

/// Mail readers know no variables, so the colours of the style sheets stand here once more, in hex.
const STYLE: &str = "\
@media (prefers-color-scheme: dark) {\
 .paper { background-color: #0e1313 !important; }\
 .card { background-color: #161c1c !important; border-color: #2d3435 !important; }\
 .ink { color: #ecebe7 !important; }\
 .soft { color: #adaba4 !important; }\
 .act { color: #66c7a0 !important; }\
 .button { background-color: #66c7a0 !important; color: #0e1313 !important; }\
}";

/// The fonts of a language. `system-ui` goes first only where it cannot bring the characters of another one.
const fn fonts(language: Language) -> &'static str {
    match language {
        Language::English => {
            "system-ui,-apple-system,'Segoe UI','Hiragino Sans','Noto Sans JP','Yu Gothic UI',Meiryo,sans-serif"
        }
        Language::Japanese => {
            "-apple-system,'Segoe UI','Hiragino Sans','Noto Sans JP','Yu Gothic UI',Meiryo,sans-serif"
        }
        Language::Chinese => {
            "-apple-system,'Segoe UI','PingFang SC','Noto Sans SC','Microsoft YaHei UI','Microsoft YaHei',sans-serif"
        }
    }
}

/// The sheet as an HTML document. Every value is escaped here and nowhere else.
pub(super) fn render(sheet: &Sheet) -> String {
    let mut card = paragraph(&sheet.greeting);
    card.extend(sheet.opening.iter().map(|text| paragraph(text)));
    card.extend(sheet.code.iter().map(|code| standing_alone(code)));
    card.push_str(&facts(sheet));
    if let Some(action) = &sheet.action {
        card.push_str(&button(action));
    }
    card.extend(sheet.closing.iter().map(|text| soft_paragraph(text)));
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"supported-color-schemes\" content=\"light dark\">\n\
         <title>{subject}</title>\n<style>:root {{ color-scheme: light dark; }} {STYLE}</style>\n</head>\n\
         <body class=\"paper\" style=\"margin:0;padding:24px 12px;background-color:#fbfaf6;font-family:{fonts};\">\n\
         <div style=\"max-width:560px;margin:0 auto;\">\n\
         <p class=\"act\" style=\"margin:0 0 16px;font-size:20px;line-height:1.5;font-weight:600;color:#0e5e44;\">Doorward</p>\n\
         <div class=\"card\" style=\"padding:24px;border:1px solid #dfded8;border-radius:10px;background-color:#ffffff;\">\n\
         {card}</div>\n\
         <p class=\"soft\" style=\"margin:16px 0 0;font-size:12px;line-height:1.5;color:#4f5b5b;\">{footer}</p>\n\
         </div>\n</body>\n</html>\n",
        lang = sheet.language.tag(),
        fonts = fonts(sheet.language),
        subject = escaped(&sheet.subject),
        footer = escaped(&sheet.footer),
    )
}

fn paragraph(text: &str) -> String {
    format!(
        "<p class=\"ink\" style=\"margin:0 0 16px;font-size:16px;line-height:1.5;color:#121d1d;\">{}</p>\n",
        escaped(text)
    )
}

/// A code as large as it is important, in figures of one width.
fn standing_alone(code: &str) -> String {
    format!(
        "<p class=\"ink\" style=\"margin:0 0 16px;font-size:28px;line-height:1.5;font-weight:600;letter-spacing:2px;\
         font-family:ui-monospace,'SF Mono',Consolas,Menlo,monospace;color:#121d1d;\">{}</p>\n",
        escaped(code)
    )
}

fn soft_paragraph(text: &str) -> String {
    format!(
        "<p class=\"soft\" style=\"margin:16px 0 0;font-size:14px;line-height:1.5;color:#4f5b5b;\">{}</p>\n",
        escaped(text)
    )
}

fn facts(sheet: &Sheet) -> String {
    if sheet.facts.is_empty() {
        return String::new();
    }
    let rows: String = sheet
        .facts
        .iter()
        .map(|(name, value)| {
            format!(
                "<tr>\n<th class=\"soft\" scope=\"row\" style=\"padding:4px 16px 4px 0;text-align:left;vertical-align:top;\
                 font-size:14px;line-height:1.5;font-weight:400;color:#4f5b5b;\">{}</th>\n\
                 <td class=\"ink\" style=\"padding:4px 0;font-size:14px;line-height:1.5;color:#121d1d;overflow-wrap:anywhere;\">{}</td>\n</tr>\n",
                escaped(name),
                escaped(value)
            )
        })
        .collect();
    format!("<table style=\"margin:0 0 16px;border-collapse:collapse;\">\n{rows}</table>\n")
}

fn button(action: &Action) -> String {
    let link = escaped(&action.link);
    format!(
        "<p style=\"margin:24px 0 16px;\"><a class=\"button\" href=\"{link}\" style=\"display:inline-block;padding:12px 24px;\
         border-radius:6px;background-color:#0e5e44;color:#ffffff;font-size:16px;line-height:20px;font-weight:600;\
         text-decoration:none;\">{label}</a></p>\n\
         <p class=\"soft\" style=\"margin:0;font-size:14px;line-height:1.5;color:#4f5b5b;overflow-wrap:anywhere;\">{plain}<br>\
         <a class=\"act\" href=\"{link}\" style=\"color:#0e5e44;\">{link}</a></p>\n",
        label = escaped(action.label),
        plain = escaped(action.plain),
    )
}

fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn no_value_becomes_markup() {
        assert_eq!(
            escaped("<a href=\"x\" b='y'>&</a>"),
            "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;&lt;/a&gt;"
        );
    }
}
