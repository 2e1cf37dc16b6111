//! Tokens: what programs act by. One's own on a page of their own, those of others on User Detail.

mod delete;
mod expiry;
mod issue;
mod issued;
mod page;
mod permissions;
mod replace;
mod section;
mod table;

pub use page::{TOKENS, TokensPage};
pub use section::TokensSection;
