//! Building HTML: text is escaped in one place, elements are closed in one place.

/// `text` as it may stand between tags and in attributes.
pub fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// An element with attributes around `inner`, which is HTML already.
pub fn element(name: &str, attributes: &[(&str, &str)], inner: &str) -> String {
    let attributes: String = attributes
        .iter()
        .map(|(attribute, value)| format!(" {attribute}=\"{}\"", text(value)))
        .collect();
    format!("<{name}{attributes}>{inner}</{name}>")
}

/// Code within a line.
pub fn code(words: &str) -> String {
    element("code", &[], &text(words))
}

/// A link within the page.
pub fn link(anchor: &str, words: &str) -> String {
    element("a", &[("href", &format!("#{anchor}"))], &text(words))
}

/// Text in which backticks mark code, as the words of the document have it.
pub fn line(words: &str) -> String {
    words
        .split('`')
        .enumerate()
        .map(|(index, part)| {
            if index % 2 == 1 {
                code(part)
            } else {
                text(part)
            }
        })
        .collect()
}

/// Text whose empty lines part paragraphs.
pub fn prose(words: &str) -> String {
    words
        .split("\n\n")
        .map(|paragraph| element("p", &[], &line(paragraph)))
        .collect()
}

/// A table with a caption for who cannot see what stands above it. The cells are HTML already.
pub fn table(caption: &str, heads: &[&str], rows: &[Vec<String>]) -> String {
    let heads: String = heads
        .iter()
        .map(|head| element("th", &[("scope", "col")], &text(head)))
        .collect();
    let row = |cells: &Vec<String>| {
        let cells: String = cells.iter().map(|cell| element("td", &[], cell)).collect();
        element("tr", &[], &cells)
    };
    let rows: String = rows.iter().map(row).collect();
    let caption = element("caption", &[], &text(caption));
    element(
        "table",
        &[],
        &format!("{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>"),
    )
}

/// An anchor's name for what may hold anything.
pub fn slug(words: &str) -> String {
    let dashed = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    words.chars().map(dashed).collect()
}

#[cfg(test)]
mod tests {
    use super::{element, line};

    #[test]
    fn nothing_breaks_out_of_its_place() {
        assert_eq!(
            element("a", &[("href", "\"><script>")], "x"),
            "<a href=\"&quot;&gt;&lt;script&gt;\">x</a>"
        );
        assert_eq!(line("a `<b>` & c"), "a <code>&lt;b&gt;</code> &amp; c");
    }
}
