//! Writing records that spreadsheets read as text and nothing else.

use super::is_guarded;

/// What a file begins with, so that spreadsheets read it as UTF-8.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Writes one record. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
pub fn record<'a>(text: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        write_cell(text, cell);
    }
    text.push_str("\r\n");
}

fn write_cell(text: &mut String, cell: &str) {
    let guard = if is_guarded(cell) { "'" } else { "" };
    if cell.contains([',', '"', '\r', '\n']) {
        text.push('"');
        text.push_str(guard);
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(guard);
        text.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::record;

    #[test]
    fn a_record_ends_in_carriage_return_and_line_feed() {
        let mut text = String::new();
        record(&mut text, ["a", "b \"c\"", "", "=1+1", "'=1"]);
        assert_eq!(text, "a,\"b \"\"c\"\"\",,'=1+1,''=1\r\n");
    }
}
