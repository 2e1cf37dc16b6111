//! Home: what wants the caller's attention, and the numbers of an administrator's scope.

pub mod api;
mod attention;
mod dashboard;

use async_trait::async_trait;

pub use attention::Attention;
pub use dashboard::{
    Dashboard, EXPIRING_DAYS, MailCounts, SIGN_IN_DAYS, SignInDay, StatusCounts, TwoFactorCounts,
    UserCounts,
};

use crate::Refusal;

/// What the home page asks.
#[async_trait]
pub trait Home {
    /// What wants attention about the caller's own account, the most urgent first. It needs no permission.
    async fn attention(&self) -> Result<Vec<Attention>, Refusal>;
    /// The numbers of the caller's scope; each part for whoever may see the list that it counts.
    async fn dashboard(&self) -> Result<Dashboard, Refusal>;
}
