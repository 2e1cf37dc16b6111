//! Rights: who may do what to whom, and who may give them.

mod granting;
mod help_desk;
mod reach;
mod stronger;
