//! The optional authenticator is put off.

use super::At;
use crate::{
    error::Result,
    sign_in::{
        finish::{self, Outcome},
        store::Progress,
    },
};

/// Goes on without an authenticator.
pub(in crate::sign_in) async fn prove(at: &At<'_>) -> Result<Outcome> {
    let tx = at.deps.db.begin().await?;
    let progress = Progress {
        offer_declined: true,
        ..Progress::default()
    };
    finish::go_on(tx, at, progress).await
}
