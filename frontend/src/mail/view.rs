//! Which mails are listed: kept in the address.

use app::mail::{MailQuery, MailState};

use crate::ui::{
    Paging,
    address::{format_query, value_of},
};

/// The filters of the Mail page, and which page of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailView {
    /// Only this state.
    pub state: Option<MailState>,
    /// Only addresses that contain this.
    pub search: String,
    /// Which page.
    pub paging: Paging,
}

impl MailView {
    /// Reads an address; what it does not understand it leaves out.
    pub fn read(query: &[(String, String)]) -> Self {
        Self {
            state: value_of(query, "state").and_then(MailState::from_code),
            search: value_of(query, "q").unwrap_or_default().to_owned(),
            paging: Paging::read(query),
        }
    }

    /// The query of this view's address.
    pub fn write(&self) -> String {
        let mut pairs = Vec::new();
        pairs.extend(self.state.map(|state| ("state", state.code().to_owned())));
        pairs.extend(
            Some(&self.search)
                .filter(|search| !search.is_empty())
                .map(|search| ("q", search.clone())),
        );
        pairs.extend(self.paging.write());
        format_query(&pairs)
    }

    /// The address of the Mail page that shows it.
    pub fn address(&self) -> String {
        format!("/admin/mail{}", self.write())
    }

    /// What to ask the server for.
    pub fn question(&self) -> MailQuery {
        MailQuery {
            state: self.state,
            search: self.search.clone(),
            page: self.paging.question(),
        }
    }

    /// Whether anything narrows the list.
    pub fn is_filtered(&self) -> bool {
        self.state.is_some() || !self.search.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::address::parse_query;

    #[test]
    fn a_view_survives_its_address() {
        let view = MailView {
            state: Some(MailState::Failed),
            search: "a+b@example.com".into(),
            paging: Paging::default(),
        };
        assert_eq!(MailView::read(&parse_query(&view.write())), view);
        assert!(view.is_filtered());
    }
}
