//! Charts: numbers drawn in the colours of their meaning, told apart by more than colour, with a table of the same numbers.

mod columns;
mod fill;
mod scale;
mod share;

pub use columns::{ColumnChart, ColumnsWaiting, Period, Series};
pub use share::{Share, ShareBar, ShareWaiting};
