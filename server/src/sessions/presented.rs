//! The session that a secret opens, as it is looked up at every request.

use app::{
    CompanyId, Language, SessionId, Timestamp, UserId,
    account::Theme,
    companies::{CompanyKind, CompanyRef},
    policies::OwnSetting,
    roles::{Channel, Permissions},
    sessions::Ending,
    sign_in::Me,
    users::TokenValidity,
};
use sea_orm::ConnectionTrait;

use super::{
    acting::{self, Pretence},
    limits::Span,
    store::moment,
};
use crate::{actor::CompanyPath, db::sql, error::Result, secret::SecretHash, users};

/// A session that was presented, and the account it belongs to.
pub struct Presented {
    /// The session.
    pub id: SessionId,
    /// From where they act.
    pub channel: Channel,
    /// How long it has been lasting.
    pub span: Span,
    /// Whether a newer session of the same channel is stored.
    pub has_newer: bool,
    /// What has become of the account, if nobody may be signed in to it any more.
    pub account_ending: Option<Ending>,
    /// When the account ends.
    pub account_end: Timestamp,
    /// How long their tokens are valid.
    pub token_validity: TokenValidity,
    /// Whether a sign-in ends their other sessions.
    pub exclusive_login: OwnSetting,
    /// The place of their company in the tree.
    pub path: CompanyPath,
    /// The addresses set for them, as they are stored.
    pub trusted_addresses: String,
    /// Who they are; their permissions and the session's end are still to be filled in.
    pub me: Me,
    /// As whom it acts, if as somebody else.
    pub pretence: Option<Pretence>,
}

/// The session of a secret, in one query. Whether it lasts by what is in force is still to be asked.
pub async fn find(
    db: &impl ConnectionTrait,
    secret: &SecretHash,
    now: Timestamp,
) -> Result<Option<Presented>> {
    const SQL: &str = "
        SELECT s.id, s.channel, s.last_seen_at, s.expires_at, s.previous_sign_in_at,
               u.id, u.login_id, u.email, u.first_name, u.last_name, u.language, u.time_zone, u.expires_at,
               c.id, c.name, c.kind, c.path, s.created_at, u.trusted_addresses,
               u.deleted_at, u.disabled, u.token_minutes, u.exclusive_login,
               EXISTS (SELECT 1 FROM sessions n
                       WHERE n.user_id = s.user_id AND n.channel = s.channel AND n.id > s.id),
               s.acting_as, s.acting_since, s.acting_until, s.acting_reason, s.acting_over,
               u.date_output, u.date_input, u.theme
        FROM sessions s JOIN users u ON u.id = s.user_id JOIN companies c ON c.id = u.company_id
        WHERE s.secret_hash = $1";
    let Some(row) = sql::one(db, SQL, [secret.as_str().into()]).await? else {
        return Ok(None);
    };
    let channel: String = row.try_get_by_index(1)?;
    let previous: i64 = row.try_get_by_index(4)?;
    let language: String = row.try_get_by_index(10)?;
    let theme: String = row.try_get_by_index(31)?;
    let account_end: i64 = row.try_get_by_index(12)?;
    let kind: String = row.try_get_by_index(15)?;
    let (deleted_at, disabled): (i64, bool) =
        (row.try_get_by_index(19)?, row.try_get_by_index(20)?);
    let exclusive_login: String = row.try_get_by_index(22)?;
    Ok(Some(Presented {
        id: SessionId(row.try_get_by_index(0)?),
        channel: Channel::from_code(&channel).unwrap_or(Channel::Web),
        span: Span {
            created_at: row.try_get_by_index(17)?,
            last_seen_at: row.try_get_by_index(2)?,
            expires_at: row.try_get_by_index(3)?,
        },
        has_newer: row.try_get_by_index(23)?,
        account_ending: match () {
            () if deleted_at > 0 => Some(Ending::AccountDeleted),
            () if disabled => Some(Ending::AccountDisabled),
            () if account_end <= now.millis() => Some(Ending::AccountExpired),
            () => None,
        },
        account_end: Timestamp::from_millis(account_end),
        token_validity: users::token_validity(row.try_get_by_index(21)?),
        exclusive_login: OwnSetting::from_code(&exclusive_login).unwrap_or_default(),
        path: CompanyPath(row.try_get_by_index(16)?),
        trusted_addresses: row.try_get_by_index(18)?,
        pretence: acting::read(&row, 24)?,
        me: Me {
            id: UserId(row.try_get_by_index(5)?),
            login_id: row.try_get_by_index(6)?,
            email: row.try_get_by_index(7)?,
            first_name: row.try_get_by_index(8)?,
            last_name: row.try_get_by_index(9)?,
            company: CompanyRef {
                id: CompanyId(row.try_get_by_index(13)?),
                name: row.try_get_by_index(14)?,
                kind: CompanyKind::from_code(&kind).unwrap_or(CompanyKind::Customer),
            },
            permissions: Vec::new(),
            held: Permissions::NONE,
            language: Language::from_tag(&language).unwrap_or_default(),
            time_zone: row.try_get_by_index(11)?,
            date_output: row.try_get_by_index(29)?,
            date_input: row.try_get_by_index(30)?,
            theme: Theme::from_code(&theme).unwrap_or_default(),
            previous_sign_in_at: (previous > 0).then(|| Timestamp::from_millis(previous)),
            expires_at: moment(Timestamp::from_millis(account_end)),
            session_expires_at: None,
            acting: None,
            acting_over: None,
        },
    }))
}
