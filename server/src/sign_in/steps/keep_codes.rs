//! The recovery codes have been kept.

use super::At;
use crate::{
    error::Result,
    sign_in::{
        finish::{self, Outcome},
        store::Progress,
    },
};

/// Erases the codes from the flow; from now on only their hashes exist.
pub(in crate::sign_in) async fn prove(at: &At<'_>) -> Result<Outcome> {
    let tx = at.deps.db.begin().await?;
    let progress = Progress {
        codes_kept: true,
        ..Progress::default()
    };
    finish::go_on(tx, at, progress).await
}
