//! Writing comma-separated values (RFC 4180) that spreadsheets read as text and nothing else.

/// What a file begins with, so that spreadsheets read it as UTF-8.
pub const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Cells that begin so are formulas to one spreadsheet or another.
const FORMULAS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

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
    let guard = if cell.starts_with(FORMULAS) { "'" } else { "" };
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
    use super::{FORMULAS, record};
    use proptest::prelude::*;

    /// Reads one record as RFC 4180 has it.
    fn read(text: &str) -> Vec<String> {
        let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
        let mut chars = text.strip_suffix("\r\n").unwrap().chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '"' if !quoted && cell.is_empty() => quoted = true,
                '"' if quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
                '"' if quoted => quoted = false,
                ',' if !quoted => cells.push(std::mem::take(&mut cell)),
                c => cell.push(c),
            }
        }
        cells.push(cell);
        cells
    }

    proptest! {
        #[test]
        fn every_cell_is_read_back_and_none_is_a_formula(
            cells in proptest::collection::vec("[-=+@a\", \t\r\n＝é]{0,6}", 1..5),
        ) {
            let mut text = String::new();
            record(&mut text, cells.iter().map(String::as_str));
            let back = read(&text);
            prop_assert_eq!(back.len(), cells.len());
            for (cell, back) in cells.iter().zip(&back) {
                prop_assert!(!back.starts_with(FORMULAS));
                let guarded = cell.starts_with(FORMULAS);
                prop_assert_eq!(back.strip_prefix('\'').filter(|_| guarded).unwrap_or(back), cell);
            }
        }
    }

    #[test]
    fn a_record_ends_in_carriage_return_and_line_feed() {
        let mut text = String::new();
        record(&mut text, ["a", "b \"c\"", "", "=1+1"]);
        assert_eq!(text, "a,\"b \"\"c\"\"\",,'=1+1\r\n");
    }
}
