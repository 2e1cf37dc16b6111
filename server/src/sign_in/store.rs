//! Opening, finding and moving login flows.

use app::{Timestamp, UserId, roles::Channel, sign_in::FlowPurpose};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, Set, sea_query::Expr,
};

use super::{
    email_code::Mailed,
    entity::{self, Column, Entity},
};
use crate::{
    credentials::totp::TotpSecret,
    db::Tx,
    deps::Deps,
    error::{Error, Result},
    secret::SecretHash,
};

/// How long a flow lasts, in seconds.
const LIFETIME: i64 = 30 * 60;
/// Codes that may be tried at one step of a flow.
const TRIES: i64 = 5;

/// A login flow as it is stored.
#[derive(Clone, Debug)]
pub struct Flow {
    /// What is stored of its secret.
    pub token: SecretHash,
    /// What it is for.
    pub purpose: FlowPurpose,
    /// For which channel the session will be.
    pub channel: Channel,
    /// Whose account it is about; the first factor is proved.
    pub user: UserId,
    /// The link that opened it, or 0.
    pub link: i64,
    /// Whether the second factor was proved in it.
    pub second_factor_proved: bool,
    /// Whether the code sent by e-mail was proved in it.
    pub email_code_proved: bool,
    /// The newest code sent by e-mail.
    pub mailed: Mailed,
    /// Whether the optional authenticator was put off.
    pub offer_declined: bool,
    /// The sealed secret of the authenticator being set up.
    pending_secret: Option<String>,
    /// The sealed recovery codes still to be kept.
    codes_to_keep: Option<String>,
    /// Steps done, for the heading.
    pub steps_done: u8,
    /// When it ends by itself.
    pub expires_at: Timestamp,
}

impl Flow {
    /// A flow whose first factor is proved; not stored yet.
    pub fn begin(
        token: SecretHash,
        purpose: FlowPurpose,
        channel: Channel,
        user: UserId,
        link: i64,
        now: Timestamp,
    ) -> Self {
        Self {
            token,
            purpose,
            channel,
            user,
            link,
            second_factor_proved: false,
            email_code_proved: false,
            mailed: Mailed::default(),
            offer_declined: false,
            pending_secret: None,
            codes_to_keep: None,
            // The password, or the page of the link, was the first.
            steps_done: 1,
            expires_at: now.plus_seconds(LIFETIME),
        }
    }

    fn of(row: entity::Model, token: SecretHash) -> Result<Self> {
        Ok(Self {
            token,
            purpose: FlowPurpose::from_code(&row.purpose)
                .ok_or_else(|| Error::Broken(format!("a login flow is for {}", row.purpose)))?,
            channel: Channel::from_code(&row.channel)
                .ok_or_else(|| Error::Broken(format!("a login flow is on {}", row.channel)))?,
            user: UserId(row.user_id),
            link: row.link_id,
            second_factor_proved: row.second_factor_proved,
            email_code_proved: row.email_code_proved,
            mailed: Mailed {
                hash: row.email_code_hash,
                to: row.email_code_to,
                sent_at: row.email_code_sent_at,
                count: row.email_codes_sent,
            },
            offer_declined: row.offer_declined,
            pending_secret: row.pending_secret,
            codes_to_keep: row.codes_to_keep,
            steps_done: u8::try_from(row.steps_done).unwrap_or(u8::MAX),
            expires_at: Timestamp::from_millis(row.expires_at),
        })
    }

    /// Whether recovery codes were made in it and not yet kept.
    pub fn has_codes_to_keep(&self) -> bool {
        self.codes_to_keep.is_some()
    }

    /// The recovery codes still to be kept, grouped.
    pub fn codes_to_keep(&self, deps: &Deps) -> Result<Vec<String>> {
        let Some(sealed) = &self.codes_to_keep else {
            return Ok(Vec::new());
        };
        let text = deps.sealer.open(&self.place("codes_to_keep"), sealed)?;
        let text = String::from_utf8_lossy(&text);
        Ok(text.lines().map(str::to_owned).collect())
    }

    /// The secret of the authenticator being set up, once there is one.
    pub fn pending_secret(&self, deps: &Deps) -> Result<Option<TotpSecret>> {
        let Some(sealed) = &self.pending_secret else {
            return Ok(None);
        };
        let bytes = deps.sealer.open(&self.place("pending_secret"), sealed)?;
        Ok(Some(TotpSecret::from_bytes(bytes)))
    }

    fn place(&self, column: &str) -> String {
        format!("login_flows.{column}:{}", self.token.as_str())
    }
}

/// Stores a flow that has more steps to go.
pub async fn insert(tx: &Tx, flow: &Flow) -> Result<()> {
    let row = entity::ActiveModel {
        token_hash: Set(flow.token.as_str().to_owned()),
        purpose: Set(flow.purpose.code().to_owned()),
        channel: Set(flow.channel.code().to_owned()),
        user_id: Set(flow.user.0),
        link_id: Set(flow.link),
        second_factor_proved: Set(false),
        offer_declined: Set(false),
        pending_secret: Set(None),
        codes_to_keep: Set(None),
        steps_done: Set(flow.steps_done.into()),
        tries: Set(0),
        expires_at: Set(flow.expires_at.millis()),
        ..Default::default()
    };
    Entity::insert(row).exec_without_returning(&**tx).await?;
    Ok(())
}

/// The flow of a secret, while it lasts.
pub async fn find(
    db: &impl ConnectionTrait,
    token: &SecretHash,
    now: Timestamp,
) -> Result<Option<Flow>> {
    let row = Entity::find_by_id(token.as_str().to_owned())
        .filter(Column::ExpiresAt.gt(now.millis()))
        .one(db)
        .await?;
    row.map(|row| Flow::of(row, token.clone())).transpose()
}

/// Charges one of the tries of the step at which `flow` stands. Whether it stands there still, with one left.
pub async fn charge_try(db: &impl ConnectionTrait, flow: &Flow) -> Result<bool> {
    let updated = Entity::update_many()
        .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
        .filter(Column::TokenHash.eq(flow.token.as_str()))
        .filter(Column::StepsDone.eq(i64::from(flow.steps_done)))
        .filter(Column::Tries.lt(TRIES))
        .exec(db)
        .await?;
    Ok(updated.rows_affected == 1)
}

/// Ends a flow whose step has no tries left. Whether it did.
pub async fn end_if_used_up(tx: &Tx, flow: &Flow) -> Result<bool> {
    let deleted = Entity::delete_by_id(flow.token.as_str().to_owned())
        .filter(Column::StepsDone.eq(i64::from(flow.steps_done)))
        .filter(Column::Tries.gte(TRIES))
        .exec(&**tx)
        .await?;
    Ok(deleted.rows_affected == 1)
}

/// Gives the flow a secret for the authenticator being set up, if it has none yet; then the one it has.
pub async fn begin_enrolment(deps: &Deps, flow: &Flow) -> Result<TotpSecret> {
    if let Some(secret) = flow.pending_secret(deps)? {
        return Ok(secret);
    }
    let secret = TotpSecret::generate(&*deps.random);
    let sealed = deps
        .sealer
        .seal(&*deps.random, &flow.place("pending_secret"), secret.bytes());
    // Two pages of the same flow must show the same code, so the first to store one wins.
    Entity::update_many()
        .col_expr(Column::PendingSecret, Expr::value(sealed))
        .filter(Column::TokenHash.eq(flow.token.as_str()))
        .filter(Column::PendingSecret.is_null())
        .exec(deps.db.write())
        .await?;
    let flow = find(deps.db.write(), &flow.token, deps.now())
        .await?
        .ok_or(app::sign_in::SignInRefusal::FlowOver)?;
    flow.pending_secret(deps)?
        .ok_or_else(|| Error::Broken("a login flow lost the authenticator being set up".into()))
}

/// What a step changes about its flow.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    /// The second factor is proved.
    pub second_factor_proved: bool,
    /// The code sent by e-mail is proved.
    pub email_code_proved: bool,
    /// The optional authenticator is put off.
    pub offer_declined: bool,
    /// These recovery codes are to be kept, grouped.
    pub codes_to_keep: Option<Vec<String>>,
    /// The recovery codes have been kept.
    pub codes_kept: bool,
}

/// Moves a flow on. Refused when it has ended meanwhile.
pub async fn advance(tx: &Tx, deps: &Deps, flow: &Flow, progress: Progress) -> Result<Flow> {
    let mut update = Entity::update_many()
        .col_expr(Column::StepsDone, Expr::col(Column::StepsDone).add(1))
        .col_expr(Column::Tries, Expr::value(0))
        .col_expr(Column::PendingSecret, Expr::value(Option::<String>::None));
    if progress.second_factor_proved {
        update = update.col_expr(Column::SecondFactorProved, Expr::value(true));
    }
    if progress.email_code_proved {
        update = update.col_expr(Column::EmailCodeProved, Expr::value(true));
    }
    if progress.offer_declined {
        update = update.col_expr(Column::OfferDeclined, Expr::value(true));
    }
    if let Some(codes) = progress.codes_to_keep {
        let text = codes.join("\n");
        let sealed = deps
            .sealer
            .seal(&*deps.random, &flow.place("codes_to_keep"), text.as_bytes());
        update = update.col_expr(Column::CodesToKeep, Expr::value(sealed));
    }
    if progress.codes_kept {
        update = update.col_expr(Column::CodesToKeep, Expr::value(Option::<String>::None));
    }
    let updated = update
        .filter(Column::TokenHash.eq(flow.token.as_str()))
        // A second proof of the same step, sent at the same time, finds the step done.
        .filter(Column::StepsDone.eq(i64::from(flow.steps_done)))
        .exec(&**tx)
        .await?;
    if updated.rows_affected != 1 {
        return Err(app::sign_in::SignInRefusal::FlowOver.into());
    }
    find(&**tx, &flow.token, deps.now())
        .await?
        .ok_or_else(|| app::sign_in::SignInRefusal::FlowOver.into())
}

/// Ends a flow. Of parallel ends exactly one is told `true`.
pub async fn end(db: &impl ConnectionTrait, token: &SecretHash) -> Result<bool> {
    let deleted = Entity::delete_by_id(token.as_str().to_owned())
        .exec(db)
        .await?;
    Ok(deleted.rows_affected == 1)
}

/// Removes flows whose time has passed.
pub async fn sweep(db: &impl ConnectionTrait, now: Timestamp) -> Result<()> {
    Entity::delete_many()
        .filter(Column::ExpiresAt.lte(now.millis()))
        .exec(db)
        .await?;
    Ok(())
}
