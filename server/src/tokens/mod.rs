//! Tokens: issued by users to programs, exchanged for access tokens, asked about at every use.

mod access_token;
mod api_session;
pub mod api_tokens;
pub mod bearer;
mod claims;
mod discovery;
mod entity;
mod exchange;
mod form;
mod introspection;
pub mod keys;
pub mod rest;
pub mod rest_api;
mod rest_oauth;
pub mod service;
pub mod store;

pub use rest_oauth::router as oauth_router;
