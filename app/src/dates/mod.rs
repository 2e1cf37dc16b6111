//! Dates and times as people write them: the one place that writes and reads them, for pages and mails.
//!
//! A [`Pattern`] says in which order year, month, day and time stand. [`write`] tells a moment by it, [`read`] understands
//! what was typed by it. Both ask a [`Zone`] how far its clocks are ahead, which the server knows from the IANA data and
//! the browser from its own `Intl`, so that the rules of time zones are not loaded with every page.
//!
//! A time that the clocks of a zone skip in spring is refused with the nearest ones that exist. One that they show twice in
//! autumn means the first of the two, and whoever typed it is told so.

mod civil;
mod pattern;
mod read;
mod write;
mod zone;

pub use civil::Civil;
pub use pattern::{MAX_PATTERN, Pattern, PatternProblem};
pub use read::{Read, read, read_day};
pub use write::{write, write_day, write_time};
pub use zone::{Utc, Zone, last_days};

/// The patterns that are offered, besides what a language itself does.
pub const PRESETS: [&str; 6] = [
    "YYYY-MM-DD HH:mm",
    "YYYY/MM/DD HH:mm",
    "DD.MM.YYYY HH:mm",
    "DD/MM/YYYY HH:mm",
    "MM/DD/YYYY hh:mm A",
    "D MMM YYYY HH:mm",
];
