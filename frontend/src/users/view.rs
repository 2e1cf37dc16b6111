//! What Manage Users shows at the moment: kept whole in the address, so that it can be shared.

use app::{
    CompanyId, RoleId, UserId,
    users::{AccountStatus, TwoFactorState, UserQuery, UserSort},
};

use super::columns::UserColumn;
use crate::ui::{
    Paging,
    address::{format_query, value_of},
};

/// Which users are listed, how, and which page of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserView {
    /// The company chosen; all of the scope without one.
    pub company: Option<CompanyId>,
    /// Its subsidiaries too.
    pub subsidiaries: bool,
    /// Only those who go along with this user.
    pub parent: Option<UserId>,
    /// What is searched for.
    pub search: String,
    /// Only this status; the bin is one of them.
    pub status: Option<AccountStatus>,
    /// Only this role.
    pub role: Option<RoleId>,
    /// Only this state of the second factor.
    pub two_factor: Option<TwoFactorState>,
    /// Only those who expire within so many days.
    pub expiring: Option<u32>,
    /// Only those who have not signed in for so many days.
    pub idle: Option<u32>,
    /// The order.
    pub sort: UserSort,
    /// The order turned around.
    pub descending: bool,
    /// The columns seen, besides the user name.
    pub columns: Vec<UserColumn>,
    /// Which page.
    pub paging: Paging,
}

impl Default for UserView {
    fn default() -> Self {
        Self {
            company: None,
            subsidiaries: false,
            parent: None,
            search: String::new(),
            status: None,
            role: None,
            two_factor: None,
            expiring: None,
            idle: None,
            sort: UserSort::default(),
            descending: false,
            columns: UserColumn::usual(),
            paging: Paging::default(),
        }
    }
}

impl UserView {
    /// Reads an address; what it does not understand it leaves out.
    pub fn read(query: &[(String, String)]) -> Self {
        let text = |name: &str| value_of(query, name);
        let id = |name: &str| text(name).and_then(|value| value.parse().ok());
        let days = |name: &str| {
            text(name)
                .and_then(|value| value.parse::<u32>().ok())
                .filter(|days| *days > 0)
        };
        Self {
            company: id("company").map(CompanyId),
            subsidiaries: text("subsidiaries").is_some(),
            parent: id("parent").map(UserId),
            search: text("q").unwrap_or_default().to_owned(),
            status: text("status").and_then(AccountStatus::from_code),
            role: id("role").map(RoleId),
            two_factor: text("two_factor").and_then(TwoFactorState::from_code),
            expiring: days("expiring"),
            idle: days("idle"),
            sort: text("sort")
                .and_then(UserSort::from_code)
                .unwrap_or_default(),
            descending: text("down").is_some(),
            columns: text("columns").map_or_else(UserColumn::usual, UserColumn::read),
            paging: Paging::read(query),
        }
    }

    /// The query of this view's address: only what is not as usual.
    pub fn write(&self) -> String {
        let mut pairs = Vec::new();
        let mut put = |name: &'static str, value: Option<String>| {
            pairs.extend(value.map(|value| (name, value)))
        };
        let yes = |holds: bool| holds.then(|| "1".to_owned());
        put("company", self.company.map(|id| id.to_string()));
        put(
            "subsidiaries",
            yes(self.subsidiaries && self.company.is_some()),
        );
        put("parent", self.parent.map(|id| id.to_string()));
        put(
            "q",
            Some(self.search.clone()).filter(|search| !search.is_empty()),
        );
        put("status", self.status.map(|status| status.code().to_owned()));
        put("role", self.role.map(|role| role.to_string()));
        put(
            "two_factor",
            self.two_factor.map(|state| state.code().to_owned()),
        );
        put("expiring", self.expiring.map(|days| days.to_string()));
        put("idle", self.idle.map(|days| days.to_string()));
        put(
            "sort",
            (self.sort != UserSort::default()).then(|| self.sort.code().to_owned()),
        );
        put("down", yes(self.descending));
        put(
            "columns",
            (self.columns != UserColumn::usual()).then(|| UserColumn::write(&self.columns)),
        );
        pairs.extend(self.paging.write());
        format_query(&pairs)
    }

    /// Whom it finds, whatever the order and the page.
    pub fn filter(&self) -> UserQuery {
        UserQuery {
            sort: UserSort::default(),
            descending: false,
            page: Default::default(),
            ..self.question()
        }
    }

    /// Where everyone it finds can be downloaded.
    pub fn export(&self) -> String {
        let filter = self.filter();
        let pairs = [
            ("company", filter.company.map(|id| id.to_string())),
            (
                "subsidiaries",
                filter.subsidiaries.then(|| "true".to_owned()),
            ),
            ("parent", filter.parent.map(|id| id.to_string())),
            (
                "search",
                Some(filter.search).filter(|search| !search.is_empty()),
            ),
            (
                "status",
                filter.status.map(|status| status.code().to_owned()),
            ),
            ("role", filter.role.map(|role| role.to_string())),
            (
                "two_factor",
                filter.two_factor.map(|state| state.code().to_owned()),
            ),
            (
                "expiring_within_days",
                filter.expiring_within_days.map(|days| days.to_string()),
            ),
            (
                "not_signed_in_for_days",
                filter.not_signed_in_for_days.map(|days| days.to_string()),
            ),
        ];
        let pairs: Vec<_> = pairs
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
            .collect();
        format!("/api/v1/users/export{}", format_query(&pairs))
    }

    /// What to ask the server for.
    pub fn question(&self) -> UserQuery {
        UserQuery {
            company: self.company,
            subsidiaries: self.subsidiaries && self.company.is_some(),
            parent: self.parent,
            search: self.search.clone(),
            status: self.status,
            role: self.role,
            two_factor: self.two_factor,
            expiring_within_days: self.expiring,
            not_signed_in_for_days: self.idle,
            sort: self.sort,
            descending: self.descending,
            page: self.paging.question(),
        }
    }

    /// Whether anything but the company narrows the list.
    pub fn is_filtered(&self) -> bool {
        let view = Self {
            paging: self.paging.at_the_top(),
            ..self.clone()
        };
        view != self.clone().without_filters()
    }

    /// Whether more than the search, which its own field shows and clears, narrows the list.
    pub fn is_filtered_beyond_search(&self) -> bool {
        let view = Self {
            search: String::new(),
            ..self.clone()
        };
        view.is_filtered()
    }

    /// The address of the list of everybody who goes along with `user`.
    pub fn address_of_sub_users(user: UserId) -> String {
        let view = Self {
            parent: Some(user),
            ..Self::default()
        };
        view.address()
    }

    /// The address of Manage Users that shows it.
    pub fn address(&self) -> String {
        format!("/admin/users{}", self.write())
    }

    /// The same company, order and columns with nothing else to narrow the list, from its first page.
    pub fn without_filters(self) -> Self {
        Self {
            company: self.company,
            subsidiaries: self.subsidiaries,
            sort: self.sort,
            descending: self.descending,
            columns: self.columns,
            paging: self.paging.at_the_top(),
            ..Self::default()
        }
    }

    /// The same list from its first page: where one lands when it is narrowed or sorted anew.
    pub fn at_the_top(self) -> Self {
        Self {
            paging: self.paging.at_the_top(),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::address::parse_query;

    #[test]
    fn a_view_survives_its_address() {
        let view = UserView {
            company: Some(CompanyId(7)),
            subsidiaries: true,
            parent: Some(UserId(5)),
            search: "佐藤 & 花".into(),
            status: Some(AccountStatus::Deleted),
            role: Some(RoleId(3)),
            two_factor: Some(TwoFactorState::ToSetUp),
            expiring: Some(30),
            idle: Some(90),
            sort: UserSort::LastSignIn,
            descending: true,
            columns: vec![UserColumn::Email, UserColumn::Status],
            paging: Paging::of_size(25),
        };
        assert_eq!(UserView::read(&parse_query(&view.write())), view);
    }

    #[test]
    fn the_usual_view_has_the_shortest_address() {
        assert_eq!(UserView::default().write(), "");
        assert_eq!(UserView::read(&[]), UserView::default());
    }

    #[test]
    fn a_company_alone_is_no_filter() {
        let view = UserView {
            company: Some(CompanyId(7)),
            paging: Paging::of_size(25),
            ..UserView::default()
        };
        assert!(!view.is_filtered());
        assert!(
            UserView {
                search: "a".into(),
                ..view
            }
            .is_filtered()
        );
    }
}
