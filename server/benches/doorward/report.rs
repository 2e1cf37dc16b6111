//! The table at the end.

use std::fmt;

/// Rows of what was measured.
#[derive(Default)]
pub struct Report(Vec<[String; 4]>);

impl Report {
    /// A row, which is also shown at once: a whole run takes a while.
    pub fn add(&mut self, what: &str, measured: String, beside: String, target: &str) {
        eprintln!("{what}: {measured} {beside}");
        self.0
            .push([what.to_owned(), measured, beside, target.to_owned()]);
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| what | measured | beside | target |")?;
        writeln!(f, "| --- | --- | --- | --- |")?;
        for [what, measured, beside, target] in &self.0 {
            writeln!(f, "| {what} | {measured} | {beside} | {target} |")?;
        }
        Ok(())
    }
}
