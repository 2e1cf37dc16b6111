//! The home page: what wants attention, and the numbers of a scope.

mod attention;
mod dashboard;
