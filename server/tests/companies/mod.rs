//! Companies: the tree that everything belongs to.

mod change;
mod counts;
mod create;
mod delete;
mod tree;
