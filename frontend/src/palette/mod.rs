//! The command palette: one line that finds pages, users, companies and things to do.

mod button;
mod commands;
mod dialog;
mod entry;
mod found;
mod groups;
mod matching;
mod recent;

pub use button::PaletteButton;
pub use dialog::CommandPalette;
pub use entry::Act;
