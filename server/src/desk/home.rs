//! The home page as its reader reaches it.

use app::{
    Refusal,
    home::{Attention, Dashboard, Home},
};
use async_trait::async_trait;

use super::Desk;
use crate::{
    error::Error,
    home::{attention, dashboard},
};

#[async_trait]
impl Home for Desk {
    async fn attention(&self) -> Result<Vec<Attention>, Refusal> {
        ask!(self, actor => attention::of(&self.deps, &actor, &self.caller))
    }

    async fn dashboard(&self) -> Result<Dashboard, Refusal> {
        ask!(self, actor => dashboard::of(&self.deps, &actor))
    }
}
