//! Manage Users, Add User, Edit User, User Detail and Delete.

mod access_section;
mod actions;
mod activity_section;
mod bin;
mod columns;
mod company_expiry;
mod company_finder;
mod company_pane;
mod compare;
mod create;
mod delete;
mod detail;
mod device;
mod edit;
mod ends;
mod fields;
mod filters;
mod form;
mod generate_password;
mod heading;
mod list;
mod marks;
mod oneself;
mod profile_section;
mod questions;
mod recent;
mod row_actions;
mod sessions_section;
mod sign_in_section;
mod table;
mod typed;
mod view;

pub use detail::UserDetail;
pub use list::ManageUsers;
