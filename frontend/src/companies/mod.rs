//! The Companies page, and what other pages need to let a company be chosen.

mod create;
mod delete;
mod field;
mod finder;
mod found;
mod load;
mod move_to;
mod page;
mod policy;
mod rename;
mod tree;

pub use field::{CompaniesField, CompanyField};
pub use finder::CompanyFinder;
pub use load::{load_companies, load_company, load_company_beside, load_found};
pub use page::CompaniesPage;
pub use tree::{in_order, nest, path_to};
