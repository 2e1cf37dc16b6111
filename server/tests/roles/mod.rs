//! Rights: who may do what to whom, and who may give them.

mod access;
mod by_chance;
mod catalogue;
mod default_role;
mod deleting;
mod editing;
mod granting;
mod help_desk;
mod reach;
mod stronger;
mod sums;
