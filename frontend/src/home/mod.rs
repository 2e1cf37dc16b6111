//! Home: what stands inside the door, and the frame around every signed-in page.

mod acting;
mod attention;
mod commands;
mod dashboard;
mod frame;
mod page;
mod places;

pub use frame::Frame;
pub use page::HomePage;
