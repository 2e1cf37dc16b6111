//! Comma-separated values (RFC 4180), as spreadsheets write and read them.

mod read;
mod write;

pub use read::{Fault, Reader, Record};
pub use write::{BYTE_ORDER_MARK, record};

/// Cells that begin so are formulas to one spreadsheet or another.
const FORMULAS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Whether an apostrophe goes before this cell. One that has apostrophes before a formula already gets one more, so that
/// taking one away gives the cell back, whatever it was.
fn is_guarded(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULAS)
}
