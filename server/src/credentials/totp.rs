//! One-time codes by authenticator app (RFC 6238: SHA-1, 6 digits, 30 s), each accepted once.

use app::{UserId, credentials::OneTimeCode, sign_in::Enrolment};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, Set, sea_query::Expr,
};
use totp_rs::{Algorithm, Builder, Secret, Totp};

use crate::{
    db::Tx,
    deps::{Deps, Randomness},
    error::{Error, Result},
};

/// What the authenticator app shows as the name of this portal.
pub const ISSUER: &str = "Doorward";

mod entity {
    //! A user's authenticator.
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "authenticators")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub user_id: i64,
        pub secret: String,
        pub last_step: i64,
        pub bound_at: i64,
        pub by_choice: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The shared secret of an authenticator: 160 bits (RFC 4226 §4). Not shown by `Debug`.
#[derive(Clone)]
pub struct TotpSecret(Vec<u8>);

impl std::fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TotpSecret(…)")
    }
}

impl TotpSecret {
    /// A new one.
    pub fn generate(random: &dyn Randomness) -> Self {
        let mut bytes = vec![0; 20];
        random.fill(&mut bytes);
        Self(bytes)
    }

    /// One that was stored.
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes, for sealing.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The time step to which `code` belongs: the present one, the one before or the one after.
    pub fn matching_step(&self, code: &OneTimeCode, unix_seconds: i64) -> Result<Option<i64>> {
        let seconds = u64::try_from(unix_seconds).unwrap_or_default();
        let step = self.totp("", "")?.check(code.as_str(), seconds);
        Ok(step.and_then(|step| i64::try_from(step).ok()))
    }

    /// What is shown at enrolment.
    pub fn enrolment(&self, issuer: &str, login_id: &str, optional: bool) -> Result<Enrolment> {
        let totp = self.totp(issuer, login_id)?;
        let uri = totp.to_url().map_err(broken)?;
        let base32 = Secret::from(self.0.clone()).to_base32();
        let groups: Vec<&str> = base32
            .as_bytes()
            .chunks(4)
            .filter_map(|group| std::str::from_utf8(group).ok())
            .collect();
        Ok(Enrolment {
            qr_svg: qr_svg(&uri)?,
            key: groups.join(" "),
            uri,
            optional,
        })
    }

    fn totp(&self, issuer: &str, account: &str) -> Result<Totp> {
        Builder::new()
            .with_algorithm(Algorithm::SHA1)
            .with_digits(6)
            .with_skew(1)
            .with_step_duration(30)
            .with_secret(self.0.clone())
            // A colon divides issuer and account in the address, so it cannot be in either.
            .with_issuer((!issuer.is_empty()).then(|| issuer.replace(':', " ")))
            .with_account_name(account.to_owned())
            .build()
            .map_err(broken)
    }
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Broken(format!("totp: {error}"))
}

/// The QR code of `text`: black on white in every scheme, with the quiet zone of 4 modules.
fn qr_svg(text: &str) -> Result<String> {
    use qrcode::{EcLevel, QrCode, render::svg};
    let code = QrCode::with_error_correction_level(text, EcLevel::M).map_err(broken)?;
    let svg = code
        .render::<svg::Color<'_>>()
        .dark_color(svg::Color("#000"))
        .light_color(svg::Color("#fff"))
        .quiet_zone(true)
        .module_dimensions(4, 4)
        .build();
    // The declaration before the element cannot stand inside a page.
    Ok(svg
        .find("<svg")
        .map_or(svg.clone(), |start| svg[start..].to_owned()))
}

fn place(user: UserId) -> String {
    format!("authenticators.secret:{user}")
}

/// Binds an authenticator whose first code was of `step`; that code is thereby used. `by_choice` says that nothing asked for
/// it. `false` if one is bound already.
pub async fn bind(
    tx: &Tx,
    deps: &Deps,
    user: UserId,
    secret: &TotpSecret,
    step: i64,
    by_choice: bool,
) -> Result<bool> {
    let now = deps.now().millis();
    let row = entity::ActiveModel {
        user_id: Set(user.0),
        secret: Set(deps
            .sealer
            .seal(&*deps.random, &place(user), secret.bytes())),
        last_step: Set(step),
        bound_at: Set(now),
        by_choice: Set(by_choice),
    };
    let inserted = entity::Entity::insert(row)
        .on_conflict_do_nothing()
        .exec_without_returning(&**tx)
        .await?;
    match inserted {
        sea_orm::TryInsertResult::Inserted(rows) if rows > 0 => {
            crate::users::store::note_enrolment(tx, user, now).await?;
            Ok(true)
        }
        _ => Ok(false),
    }
}

/// Whether the authenticator of `user` was set up though nothing asked for it.
pub async fn is_by_choice(db: &impl ConnectionTrait, user: UserId) -> Result<bool> {
    let row = entity::Entity::find_by_id(user.0).one(db).await?;
    Ok(row.is_some_and(|row| row.by_choice))
}

/// Somebody asks for the authenticator of `user` from now on, if it was set up though nothing asked for it.
pub async fn ask_for(tx: &Tx, user: UserId) -> Result<()> {
    entity::Entity::update_many()
        .col_expr(entity::Column::ByChoice, Expr::value(false))
        .filter(entity::Column::UserId.eq(user.0))
        .exec(&**tx)
        .await?;
    Ok(())
}

/// Forgets the authenticator of `user`. Whether there was one.
pub async fn forget(tx: &Tx, user: UserId) -> Result<bool> {
    let deleted = entity::Entity::delete_by_id(user.0).exec(&**tx).await?;
    crate::users::store::note_enrolment(tx, user, 0).await?;
    Ok(deleted.rows_affected > 0)
}

/// Whether `code` is right for the bound authenticator of `user` and was not used before; it is used by this.
pub async fn accept(tx: &Tx, deps: &Deps, user: UserId, code: &OneTimeCode) -> Result<bool> {
    let Some(row) = entity::Entity::find_by_id(user.0).one(&**tx).await? else {
        return Ok(false);
    };
    let secret = TotpSecret::from_bytes(deps.sealer.open(&place(user), &row.secret)?);
    let Some(step) = secret.matching_step(code, deps.now().seconds())? else {
        return Ok(false);
    };
    // One statement decides between parallel uses of the same code (RFC 6238 §5.2).
    let updated = entity::Entity::update_many()
        .col_expr(entity::Column::LastStep, Expr::value(step))
        .filter(entity::Column::UserId.eq(user.0))
        .filter(Expr::col(entity::Column::LastStep).lt(step))
        .exec(&**tx)
        .await?;
    Ok(updated.rows_affected == 1)
}

#[cfg(test)]
mod tests {
    use super::TotpSecret;
    use app::credentials::OneTimeCode;

    /// The test vectors of RFC 6238 appendix B for SHA-1, cut to six digits.
    #[test]
    fn codes_are_those_of_the_rfc() {
        let secret = TotpSecret::from_bytes(b"12345678901234567890".to_vec());
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (2_000_000_000, "279037"),
        ] {
            let code = OneTimeCode::parse(code).unwrap();
            assert_eq!(
                secret.matching_step(&code, seconds).unwrap(),
                Some(seconds / 30)
            );
            assert_eq!(
                secret.matching_step(&code, seconds + 30).unwrap(),
                Some(seconds / 30)
            );
            assert_eq!(secret.matching_step(&code, seconds + 90).unwrap(), None);
        }
    }

    #[test]
    fn the_enrolment_names_issuer_and_account() {
        let secret = TotpSecret::from_bytes(b"12345678901234567890".to_vec());
        let enrolment = secret.enrolment("Doorward", "hana.sato@x", false).unwrap();
        assert!(
            enrolment
                .uri
                .starts_with("otpauth://totp/Doorward:hana.sato%40x?"),
            "{}",
            enrolment.uri
        );
        assert_eq!(enrolment.key, "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert!(enrolment.qr_svg.starts_with("<svg"));
    }
}
