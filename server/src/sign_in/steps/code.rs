//! A one-time code.

use app::credentials::OneTimeCode;

use super::{At, Kind, typed};
use crate::{
    credentials::totp,
    error::Result,
    sign_in::{
        finish::{self, Outcome},
        store::Progress,
    },
};

/// Accepts the code once.
pub(in crate::sign_in) async fn prove(at: &At<'_>, code: &str) -> Result<Outcome> {
    let code = typed(OneTimeCode::parse(code))?;
    let attempt = at.begin_try(Kind::SecondFactor).await?;
    let tx = at.deps.db.begin().await?;
    if !totp::accept(&tx, at.deps, at.account.id, &code).await? {
        drop(tx);
        return Err(at.wrong(Kind::SecondFactor, &attempt).await);
    }
    at.right(&tx, Kind::SecondFactor).await?;
    let progress = Progress {
        second_factor_proved: true,
        ..Progress::default()
    };
    finish::go_on(tx, at, progress).await
}
