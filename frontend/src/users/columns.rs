//! The columns of the users list, and which of them are seen.

use app::users::UserSort;

use crate::i18n::UserWords;
use crate::ui::Column;

/// A column that can be chosen; the user name is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserColumn {
    /// First and last name.
    Name,
    /// Where mail goes.
    Email,
    /// The company.
    Company,
    /// Whether they can sign in.
    Status,
    /// The second factor.
    TwoFactor,
    /// When they last signed in.
    LastSignIn,
    /// When the account ends.
    Expires,
}

impl UserColumn {
    /// Every column, in their order.
    pub const ALL: [UserColumn; 7] = [
        UserColumn::Name,
        UserColumn::Email,
        UserColumn::Company,
        UserColumn::Status,
        UserColumn::TwoFactor,
        UserColumn::LastSignIn,
        UserColumn::Expires,
    ];

    /// The columns seen when nothing was chosen.
    pub fn usual() -> Vec<UserColumn> {
        Self::ALL
            .into_iter()
            .filter(|column| *column != UserColumn::Email)
            .collect()
    }

    /// The name in the address.
    pub const fn code(self) -> &'static str {
        match self {
            UserColumn::Name => "name",
            UserColumn::Email => "email",
            UserColumn::Company => "company",
            UserColumn::Status => "status",
            UserColumn::TwoFactor => "two_factor",
            UserColumn::LastSignIn => "last_sign_in",
            UserColumn::Expires => "expires_at",
        }
    }

    /// The columns of a list in the address, in their own order.
    pub fn read(codes: &str) -> Vec<UserColumn> {
        let codes: Vec<&str> = codes.split(',').collect();
        Self::ALL
            .into_iter()
            .filter(|column| codes.contains(&column.code()))
            .collect()
    }

    /// The list for the address; `none` for no column at all, which must not read as "as usual".
    pub fn write(columns: &[UserColumn]) -> String {
        match columns {
            [] => "none".to_owned(),
            columns => columns
                .iter()
                .map(|column| column.code())
                .collect::<Vec<_>>()
                .join(","),
        }
    }

    /// Its heading.
    pub fn label(self, t: UserWords) -> &'static str {
        match self {
            UserColumn::Name => t.name(),
            UserColumn::Email => t.email(),
            UserColumn::Company => t.company(),
            UserColumn::Status => t.status(),
            UserColumn::TwoFactor => t.two_factor(),
            UserColumn::LastSignIn => t.last_sign_in(),
            UserColumn::Expires => t.expires(),
        }
    }

    /// The order it stands for, if the list can be sorted by it.
    const fn sort(self) -> Option<UserSort> {
        match self {
            UserColumn::Name => Some(UserSort::Name),
            UserColumn::LastSignIn => Some(UserSort::LastSignIn),
            UserColumn::Expires => Some(UserSort::ExpiresAt),
            UserColumn::Email
            | UserColumn::Company
            | UserColumn::Status
            | UserColumn::TwoFactor => None,
        }
    }
}

/// The heads of the table: the user name, what was chosen, the row's actions.
pub fn heads(columns: &[UserColumn], t: UserWords, actions: &'static str) -> Vec<Column> {
    let chosen = columns.iter().map(|column| {
        // The key of a sortable column is the code of its order.
        let head = Column::new(
            column.sort().map_or(column.code(), UserSort::code),
            column.label(t),
        );
        if column.sort().is_some() {
            head.sortable()
        } else {
            head
        }
    });
    let name = Column::new(UserSort::LoginId.code(), t.user_name()).sortable();
    [name]
        .into_iter()
        .chain(chosen)
        .chain([Column::new("actions", actions).silent()])
        .collect()
}
