//! Keyboard shortcuts: which there are, the one place that hears them, and the dialog that lists them.

mod dialog;
mod keys;
mod listen;

pub use dialog::ShortcutDialog;
pub use keys::Shortcut;
pub use listen::{SingleKeys, is_palette_key, listen, palette_keys};
