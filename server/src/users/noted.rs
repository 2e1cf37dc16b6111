//! What an audit event notes of a user, by the names of that time.

use app::{CompanyId, RoleId, Timestamp, policies::TwoFactorSetting, users::UserDraft};

use crate::{audit::Entry, companies, db::Tx, error::Result, roles};

/// Notes what a new user was given beyond their name and company.
pub async fn given(
    tx: &Tx,
    mut event: Entry,
    draft: &UserDraft,
    granted: &[RoleId],
) -> Result<Entry> {
    let fields = [
        ("roles", roles::store::names(&**tx, granted).await?),
        (
            "related_companies",
            self::companies(tx, &draft.related_companies).await?,
        ),
    ];
    let said = [
        ("group", draft.group.trim().to_owned()),
        ("description", draft.description.trim().to_owned()),
    ];
    for (field, names) in said.into_iter().chain(fields) {
        if !names.is_empty() {
            event = event.with(field, names);
        }
    }
    if draft.otp_configured {
        event = event.with("two_factor", TwoFactorSetting::Yes.code());
    }
    if draft.expires_at.is_some() {
        event = event.with("expires_at", moment(draft.expires_at));
    }
    Ok(event)
}

/// The names that companies have now, in the order of their identifiers.
pub async fn companies(tx: &Tx, ids: &[CompanyId]) -> Result<String> {
    let mut companies = companies::store::refs(&**tx, ids.iter().map(|id| id.0)).await?;
    companies.sort_by_key(|company| company.id);
    let names: Vec<_> = companies.into_iter().map(|company| company.name).collect();
    Ok(names.join(", "))
}

/// When something ends.
pub fn moment(at: Option<Timestamp>) -> String {
    at.map_or_else(|| "never".into(), |at| at.to_string())
}
