//! Manage Users, Add User, Edit User, User Detail and Delete.

mod bin;
mod columns;
mod company_pane;
mod compare;
mod create;
mod delete;
mod edit;
mod filters;
mod form;
mod list;
mod marks;
mod recent;
mod row_actions;
mod table;
mod typed;
mod view;

pub use list::ManageUsers;
