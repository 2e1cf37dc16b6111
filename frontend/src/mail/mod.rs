//! The Mail page: the outbox as administrators see it.

mod page;
mod view;

pub use page::MailPage;
pub use view::MailView;
