//! Policies: what is required of a user, and where that was decided.

mod second_factor;
mod settings;
mod sourced;
mod value;

pub use second_factor::{TwoFactorSetting, required};
pub use settings::{ClassSettings, InForce, Setting};
pub use sourced::{Origin, PolicyClassRef, Sourced, Via};
pub use value::{SettingValue, Shape, Unit};
