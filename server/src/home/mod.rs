//! Home: what wants the caller's attention, and the numbers of an administrator's scope.

pub mod attention;
pub mod dashboard;
pub mod rest;
