//! The Companies page, and what other pages need to let a company be chosen.

mod create;
mod delete;
mod finder;
mod load;
mod move_to;
mod page;
mod policy;
mod rename;
mod tree;

pub use finder::CompanyFinder;
pub use load::{load_companies, load_found, load_name, load_name_beside};
pub use page::CompaniesPage;
pub use tree::{company_choices, in_order, nest, path_to};
