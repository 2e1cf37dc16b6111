//! The Companies page, and what other pages need to let a company be chosen.

mod tree;

pub use tree::{company_choices, in_order, nest, path_to};
