//! Jobs: choosing what to do with many users, previews, progress and results.

mod about;
mod ask;
mod changes;
mod downloads;
mod list;
mod page;
mod question;
mod role_choice;
mod rows;
mod start;
mod tally;
mod view;

pub use ask::{AskForJob, JobKind, Wanted};
pub use list::JobsPage;
pub use page::JobPage;
