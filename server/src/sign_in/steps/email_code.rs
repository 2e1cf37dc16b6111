//! The code sent by e-mail, and asking for a new one.

use app::{
    Refusal,
    credentials::EmailCode,
    field::Problem,
    sign_in::{SignInRefusal, Stage, next},
};

use super::{At, Kind, typed};
use crate::{
    error::Result,
    sign_in::{
        email_code,
        finish::{self, Outcome},
        store::Progress,
        view,
    },
    users,
};

/// Accepts the code once.
pub(in crate::sign_in) async fn prove(at: &At<'_>, code: &str) -> Result<Outcome> {
    let code = typed(EmailCode::parse(code))?;
    if at.flow.mailed.ends(at.account, at.deps.now()).is_none() {
        return Err(Refusal::field("code", Problem::EmailCodeOver).into());
    }
    let attempt = at.begin_try(Kind::Email).await?;
    let tx = at.deps.db.begin().await?;
    // The address may have changed while the try waited for its turn.
    let account = users::store::by_id(&*tx, at.account.id)
        .await?
        .ok_or(SignInRefusal::FlowOver)?;
    if !email_code::accept(&tx, at.deps, at.flow, &account, &code).await? {
        drop(tx);
        return Err(at.wrong(Kind::Email, &attempt).await);
    }
    at.right(&tx, Kind::Email).await?;
    let progress = Progress {
        email_code_proved: true,
        ..Progress::default()
    };
    finish::go_on(tx, at, progress).await
}

/// Sends another code, which voids the one before.
pub(in crate::sign_in) async fn send_again(at: &At<'_>) -> Result<Outcome> {
    let tx = at.deps.db.begin().await?;
    let flow = email_code::send(&tx, at).await?;
    let facts = view::facts(&*tx, &flow, at.account, at.policy, at.deps.now()).await?;
    if next(facts) != Stage::EmailCode {
        return Err(SignInRefusal::WrongStep.into());
    }
    tx.commit().await?;
    at.deps.mail_bell.notify_one();
    Ok(Outcome {
        view: view::view(at.deps, &flow, at.account, at.policy, facts).await?,
        session: None,
    })
}
