//! The Roles pages, and the permission matrix that User Detail shows too.

mod defaults;
mod delete;
mod detail;
mod difference;
mod form;
mod holders;
mod matrix;
mod page;
mod preview;

pub use detail::RolePage;
pub use difference::Difference;
pub use matrix::{DrawCell, Matrix, channel_words, ticked};
pub use page::RolesPage;
