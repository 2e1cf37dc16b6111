//! Keyset paging over one number: which rows to fetch, and the page they make.

use app::{Page, PageQuery, Refusal, field::Problem};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sea_orm::sea_query::{Alias, Expr, Query};
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect, QueryTrait, Select};
use serde::{Serialize, de::DeserializeOwned};

use crate::error::Result;

/// How far matching rows are counted; beyond, the list says "more than".
pub const COUNT_LIMIT: u64 = 10_000;

/// How many rows match, and whether that is all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// The number, at most [`COUNT_LIMIT`] unless known otherwise.
    pub rows: u64,
    /// Whether it is exact.
    pub exact: bool,
}

/// Counts the rows of `select`, up to the limit.
pub async fn count<E: EntityTrait>(db: &impl ConnectionTrait, select: Select<E>) -> Result<Total> {
    let limited = select.limit(COUNT_LIMIT + 1).into_query();
    let counting = Query::select()
        .expr(Expr::cust("COUNT(*)"))
        .from_subquery(limited, Alias::new("found"))
        .to_owned();
    let row = db.query_one(&counting).await?;
    let rows: i64 = row
        .map(|row| row.try_get_by_index(0))
        .transpose()?
        .unwrap_or_default();
    let rows = u64::try_from(rows).unwrap_or_default();
    Ok(Total {
        rows: rows.min(COUNT_LIMIT),
        exact: rows <= COUNT_LIMIT,
    })
}

/// What is searched for, in small letters. Nothing that could be found has control characters, and PostgreSQL does
/// not even take all of them.
pub fn searched(field: &str, text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    match text.chars().any(char::is_control) {
        true => Err(Refusal::field(field, Problem::ControlCharacter)),
        false => Ok(text.to_lowercase()),
    }
}

/// `text` with the wildcards of LIKE made plain.
pub fn escape_like(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}

/// A cursor: the values by which the last seen row is ordered, opaque to the caller.
pub fn cursor<T: Serialize>(edge: &T) -> String {
    // Numbers and texts always become JSON.
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(edge).unwrap_or_default())
}

/// What a cursor stands for.
pub fn read_cursor<T: DeserializeOwned>(field: &str, cursor: &str) -> Result<T, Refusal> {
    URL_SAFE_NO_PAD
        .decode(cursor)
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .ok_or_else(|| no_cursor(field))
}

fn no_cursor(field: &str) -> Refusal {
    let expected = "a cursor from `next` or `previous` of another page of the same list".to_owned();
    Refusal::field(field, Problem::Unreadable { expected })
}

/// Where a page begins, in which direction it is read, and how many rows it holds.
#[derive(Clone, Debug)]
pub struct Cut<T> {
    /// The row next to which the page lies; none for the first page.
    pub edge: Option<T>,
    /// Whether the page lies before the edge, and is read backwards.
    pub backwards: bool,
    size: usize,
}

impl Cut<i64> {
    /// The cut of a list that is ordered by one number.
    pub fn newest_first(query: &PageQuery) -> Result<Self, Refusal> {
        Self::read(query)
    }
}

impl<T: Serialize + DeserializeOwned> Cut<T> {
    /// Reads the cursor of a query.
    pub fn read(query: &PageQuery) -> Result<Self, Refusal> {
        let (edge, backwards) = match (&query.after, &query.before) {
            (Some(_), Some(_)) => {
                return Err(Refusal::field(
                    "before",
                    Problem::Unreadable {
                        expected: "only one of `after` and `before`".into(),
                    },
                ));
            }
            (Some(after), None) => (Some(read_cursor("after", after)?), false),
            (None, Some(before)) => (Some(read_cursor("before", before)?), true),
            (None, None) => (None, false),
        };
        Ok(Self {
            edge,
            backwards,
            size: query.size() as usize,
        })
    }

    /// The same cut, if its edge is one of this list.
    pub fn only_if(self, fits: impl Fn(&T) -> bool) -> Result<Self, Refusal> {
        match &self.edge {
            Some(edge) if !fits(edge) => {
                Err(no_cursor(if self.backwards { "before" } else { "after" }))
            }
            _ => Ok(self),
        }
    }

    /// How many rows to fetch: one more than the page holds, to know whether there is another page.
    pub fn fetch(&self) -> u64 {
        self.size as u64 + 1
    }

    /// The page made of the fetched `rows`, ordered by what `key` gives.
    pub fn page<R>(&self, mut rows: Vec<R>, total: Total, key: impl Fn(&R) -> T) -> Page<R> {
        let more = rows.len() > self.size;
        rows.truncate(self.size);
        if self.backwards {
            rows.reverse();
        }
        let has_next = if self.backwards { true } else { more };
        let has_previous = if self.backwards {
            more
        } else {
            self.edge.is_some()
        };
        Page {
            next: rows
                .last()
                .filter(|_| has_next)
                .map(|row| cursor(&key(row))),
            previous: rows
                .first()
                .filter(|_| has_previous)
                .map(|row| cursor(&key(row))),
            items: rows,
            total: total.rows,
            total_is_exact: total.exact,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cut, Total};
    use app::PageQuery;

    const TOTAL: Total = Total {
        rows: 5,
        exact: true,
    };

    fn query(limit: u32, after: Option<String>, before: Option<String>) -> PageQuery {
        PageQuery {
            after,
            before,
            limit: Some(limit),
        }
    }

    #[test]
    fn one_goes_forward_and_back_over_the_same_rows() {
        let first = Cut::<i64>::read(&query(2, None, None)).unwrap();
        let page = first.page(vec![9, 8, 7], TOTAL, |row| *row);
        assert_eq!((page.items, page.previous), (vec![9, 8], None));
        let second = Cut::<i64>::read(&query(2, page.next, None)).unwrap();
        assert_eq!(second.edge, Some(8));
        let page = second.page(vec![7, 6], TOTAL, |row| *row);
        assert_eq!((page.items.clone(), page.next), (vec![7, 6], None));
        let back = Cut::<i64>::read(&query(2, None, page.previous)).unwrap();
        assert_eq!((back.edge, back.backwards), (Some(7), true));
        let page = back.page(vec![8, 9], TOTAL, |row| *row);
        assert_eq!((page.items, page.previous), (vec![9, 8], None));
    }

    #[test]
    fn a_cursor_of_something_else_is_refused() {
        assert!(Cut::<i64>::read(&query(2, Some("x".into()), None)).is_err());
        assert!(Cut::<i64>::read(&query(2, Some("MQ".into()), Some("MQ".into()))).is_err());
    }
}
