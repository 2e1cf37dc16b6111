//! Which events a seal holds, written as ranges: `5,8-1007`.

use std::ops::RangeInclusive;

/// The identifiers of a seal's events, in ascending order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Members(Vec<RangeInclusive<i64>>);

impl Members {
    /// Those of these identifiers, which ascend.
    pub fn of(ids: impl IntoIterator<Item = i64>) -> Self {
        let mut ranges: Vec<RangeInclusive<i64>> = Vec::new();
        for id in ids {
            match ranges.last_mut() {
                Some(range) if range.end().checked_add(1) == Some(id) => {
                    *range = *range.start()..=id;
                }
                _ => ranges.push(id..=id),
            }
        }
        Self(ranges)
    }

    /// What [`Members::write`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        let number = |text: &str| text.parse::<i64>().ok().filter(|&id| id > 0);
        let range = |part: &str| {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            Some(number(first)?..=number(last)?).filter(|range| !range.is_empty())
        };
        text.split(',').map(range).collect::<Option<_>>().map(Self)
    }

    /// The ranges as text.
    pub fn write(&self) -> String {
        let range = |range: &RangeInclusive<i64>| match (range.start(), range.end()) {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first}-{last}"),
        };
        self.0.iter().map(range).collect::<Vec<_>>().join(",")
    }

    /// Each identifier.
    pub fn ids(&self) -> impl Iterator<Item = i64> {
        self.0.iter().cloned().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::Members;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read_back(ids in proptest::collection::btree_set(1_i64..500, 1..200)) {
            let members = Members::of(ids.iter().copied());
            prop_assert_eq!(Members::read(&members.write()), Some(members.clone()));
            prop_assert!(members.ids().eq(ids));
        }

        #[test]
        fn whatever_stands_there_is_read_or_refused(text in "[-0-9,a]{0,20}") {
            let _ = Members::read(&text);
        }
    }

    #[test]
    fn neighbours_are_a_range() {
        assert_eq!(Members::of([5, 8, 9, 10]).write(), "5,8-10");
        assert_eq!(Members::read("8-5"), None);
        assert_eq!(Members::read(""), None);
    }
}
