//! Which rows of a job are listed: kept in the address.

use app::jobs::{JobRowQuery, RowOutcome};

use crate::ui::{
    Paging,
    address::{format_query, value_of},
};

/// The filter of a job's rows, and which page of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RowsView {
    /// Only this outcome.
    pub outcome: Option<RowOutcome>,
    /// Which page.
    pub paging: Paging,
}

impl RowsView {
    /// Reads an address; what it does not understand it leaves out.
    pub fn read(query: &[(String, String)]) -> Self {
        Self {
            outcome: value_of(query, "outcome").and_then(RowOutcome::from_code),
            paging: Paging::read(query),
        }
    }

    /// The query of this view's address.
    pub fn write(&self) -> String {
        let mut pairs = Vec::new();
        pairs.extend(
            self.outcome
                .map(|outcome| ("outcome", outcome.code().to_owned())),
        );
        pairs.extend(self.paging.write());
        format_query(&pairs)
    }

    /// What to ask the server for.
    pub fn question(&self) -> JobRowQuery {
        JobRowQuery {
            outcome: self.outcome,
            page: self.paging.question(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::address::parse_query;

    #[test]
    fn a_view_survives_its_address() {
        let view = RowsView {
            outcome: Some(RowOutcome::Refused),
            paging: Paging::of_size(100),
        };
        assert_eq!(RowsView::read(&parse_query(&view.write())), view);
    }
}
