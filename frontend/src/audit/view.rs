//! Which audit events are listed: kept in the address.

use app::{
    CompanyId, UserId,
    audit::{AuditAction, AuditFilter, AuditQuery, ExportFormat},
    roles::Channel,
};

use crate::ui::{
    Paging,
    address::{format_query, value_of},
    day::{after_day, start_of_day},
};

/// The filters of the Audit page, and which page of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditView {
    /// Only what this user did or what was done to them.
    pub user: Option<UserId>,
    /// Only those whose actor or subject has this login ID.
    pub login_id: String,
    /// Only this action.
    pub action: Option<AuditAction>,
    /// Only what was done, or only what was refused.
    pub succeeded: Option<bool>,
    /// The first day.
    pub from: String,
    /// The last day.
    pub until: String,
    /// Only what concerns this company or one below it.
    pub company: Option<CompanyId>,
    /// Only what came from this address.
    pub address: String,
    /// Only what came from this channel.
    pub channel: Option<Channel>,
    /// Only what belongs to this request.
    pub request_id: String,
    /// Which page.
    pub paging: Paging,
}

impl AuditView {
    /// Reads an address; what it does not understand it leaves out.
    pub fn read(query: &[(String, String)]) -> Self {
        let text = |name: &str| value_of(query, name).unwrap_or_default().to_owned();
        Self {
            user: value_of(query, "user")
                .and_then(|id| id.parse().ok())
                .map(UserId),
            login_id: text("login_id"),
            action: value_of(query, "action").and_then(AuditAction::from_code),
            succeeded: match value_of(query, "result") {
                Some("done") => Some(true),
                Some("refused") => Some(false),
                _ => None,
            },
            from: text("from"),
            until: text("until"),
            company: value_of(query, "company")
                .and_then(|id| id.parse().ok())
                .map(CompanyId),
            address: text("address"),
            channel: value_of(query, "channel").and_then(Channel::from_code),
            request_id: text("request_id"),
            paging: Paging::read(query),
        }
    }

    /// The query of this view's address.
    pub fn write(&self) -> String {
        let mut pairs = Vec::new();
        let mut put = |name: &'static str, value: Option<String>| {
            pairs.extend(value.map(|value| (name, value)))
        };
        let filled = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        put("user", self.user.map(|id| id.to_string()));
        put("login_id", filled(&self.login_id));
        put("action", self.action.map(|action| action.code().to_owned()));
        put(
            "result",
            self.succeeded
                .map(|done| if done { "done" } else { "refused" }.to_owned()),
        );
        put("from", filled(&self.from));
        put("until", filled(&self.until));
        put("company", self.company.map(|id| id.to_string()));
        put("address", filled(&self.address));
        put(
            "channel",
            self.channel.map(|channel| channel.code().to_owned()),
        );
        put("request_id", filled(&self.request_id));
        pairs.extend(self.paging.write());
        format_query(&pairs)
    }

    /// The address of the Audit page that shows it.
    pub fn page_address(&self) -> String {
        format!("/admin/audit{}", self.write())
    }

    /// What to ask the server for; the days are those of `zone`.
    pub fn question(&self, zone: &str) -> AuditQuery {
        AuditQuery {
            filter: self.filter(zone),
            page: self.paging.question(),
        }
    }

    /// Where everything that is found can be downloaded; the days are those of `zone`.
    pub fn export(&self, format: ExportFormat, zone: &str) -> String {
        let filter = self.filter(zone);
        let text = |text: String| Some(text).filter(|text| !text.is_empty());
        let pairs = [
            ("format", Some(format.code().to_owned())),
            ("user", filter.user.map(|id| id.to_string())),
            ("login_id", text(filter.login_id)),
            (
                "action",
                filter.action.map(|action| action.code().to_owned()),
            ),
            ("succeeded", filter.succeeded.map(|done| done.to_string())),
            ("from", filter.from.map(|from| from.to_string())),
            ("until", filter.until.map(|until| until.to_string())),
            ("company", filter.company.map(|id| id.to_string())),
            ("address", text(filter.address)),
            (
                "channel",
                filter.channel.map(|channel| channel.code().to_owned()),
            ),
            ("request_id", text(filter.request_id)),
        ];
        let pairs: Vec<_> = pairs
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect();
        format!("/api/v1/audit-events/export{}", format_query(&pairs))
    }

    fn filter(&self, zone: &str) -> AuditFilter {
        AuditFilter {
            user: self.user,
            login_id: self.login_id.clone(),
            action: self.action,
            succeeded: self.succeeded,
            from: start_of_day(&self.from, zone),
            until: after_day(&self.until, zone),
            company: self.company,
            address: self.address.clone(),
            channel: self.channel,
            request_id: self.request_id.clone(),
        }
    }

    /// Whether anything narrows the list.
    pub fn is_filtered(&self) -> bool {
        *self
            != Self {
                paging: self.paging.clone(),
                ..Self::default()
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::address::parse_query;

    #[test]
    fn a_view_survives_its_address() {
        let view = AuditView {
            user: Some(UserId(3)),
            login_id: "hana.sato".into(),
            action: Some(AuditAction::TwoFactorReset),
            succeeded: Some(false),
            from: "2026-11-01".into(),
            until: "2026-11-30".into(),
            company: Some(CompanyId(5)),
            address: "2001:db8::7".into(),
            channel: Some(Channel::Api),
            request_id: "a&b=c".into(),
            paging: Paging::default(),
        };
        assert_eq!(AuditView::read(&parse_query(&view.write())), view);
        assert!(view.is_filtered() && !AuditView::default().is_filtered());
    }
}
