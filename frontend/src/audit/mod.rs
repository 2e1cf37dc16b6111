//! The Audit page: who did what to whom, when, from where, with what result.

mod filters;
mod more;
mod page;
mod table;
mod view;

pub use page::AuditPage;
pub use table::Address;
pub use view::AuditView;
