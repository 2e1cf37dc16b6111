//! Signing in: the first form, the steps of a login flow, the forgotten password, the set-up.
//!
//! Every door (sign-in, invitation, password link, set-up) ends in [`FlowSteps`], which draws whatever the
//! server asks next until it says that one is signed in.

mod email_code;
mod ended;
mod enrol;
mod flow_steps;
mod forgotten;
mod new_password;
mod page;
mod password_form;
mod recovery_codes;
mod refused;
mod second_factor;
mod set_up;
mod strength;

pub use enrol::EnrolmentGuide;
pub use flow_steps::FlowSteps;
pub use forgotten::ForgottenPasswordPage;
pub use new_password::PasswordStrength;
pub use page::SignInPage;
pub use recovery_codes::RecoveryCodeList;
pub use refused::{Refused, RefusedAlert};
pub use set_up::SetUpPage;
