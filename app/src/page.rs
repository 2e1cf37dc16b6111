//! Keyset paging: a page of a list, and the cursor to the next.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How many rows a page holds when nothing is asked.
pub const DEFAULT_PAGE_SIZE: u32 = 50;
/// The most rows a page may hold.
pub const MAX_PAGE_SIZE: u32 = 200;

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Page<T> {
    /// The rows, in the asked order.
    pub items: Vec<T>,
    /// What to pass as `after` for the page that follows; absent on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// What to pass as `before` for the page that precedes; absent on the first page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<String>,
    /// How many rows match in all; counted up to a limit, see `total_is_exact`.
    pub total: u64,
    /// Whether `total` is the exact number, or the limit at which counting stopped.
    pub total_is_exact: bool,
}

impl<T> Page<T> {
    /// The same page with each row turned into something else.
    pub fn map<U>(self, turn: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(turn).collect(),
            next: self.next,
            previous: self.previous,
            total: self.total,
            total_is_exact: self.total_is_exact,
        }
    }
}

/// Which page of a list: at most one of `after` and `before`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PageQuery {
    /// The cursor of the previous page's `next`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The cursor of the following page's `previous`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// Rows per page; 50 when absent. More than 200 are 200, and none is one.
    #[schema(format = "uint32")]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

impl PageQuery {
    /// The number of rows to fetch, within the bounds.
    pub fn size(&self) -> u32 {
        self.limit
            .unwrap_or(DEFAULT_PAGE_SIZE)
            .clamp(1, MAX_PAGE_SIZE)
    }
}
