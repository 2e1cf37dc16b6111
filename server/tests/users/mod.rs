//! Users: adding, editing, stopping, deleting and listing them.

mod last_operator_administrator;
