//! How numbers become lengths.

/// The end of an axis that holds `largest`: twice a round number, so that its middle is a round number too.
pub(super) fn axis_end(largest: u64) -> u64 {
    let mut power = 1_u64;
    loop {
        for step in [2, 3, 4, 5, 6, 8, 10] {
            let end = power.saturating_mul(step);
            if end >= largest && (end.is_multiple_of(2) || end == u64::MAX) {
                return end;
            }
        }
        power = power.saturating_mul(10);
    }
}

/// The part of 100 that a count has of `whole`. What is there at all can be seen: it has `least` or more.
pub(super) fn percent(count: u64, whole: u64, least: f64) -> f64 {
    if count == 0 || whole == 0 {
        return 0.0;
    }
    (count as f64 / whole as f64 * 100.0).clamp(least, 100.0)
}

/// Where the parts of a bar begin and how long they are, in parts of 100. What is there at all can be seen.
pub(super) fn parts(counts: &[u64]) -> Vec<(f64, f64)> {
    const LEAST: f64 = 1.5;
    let whole = counts.iter().sum();
    let lengths: Vec<f64> = counts
        .iter()
        .map(|&count| percent(count, whole, LEAST))
        .collect();
    // Where small parts were made longer, all together are too long.
    let all: f64 = lengths.iter().sum::<f64>().max(1.0);
    let mut from = 0.0;
    lengths
        .into_iter()
        .map(|length| {
            let part = (from, length / all * 100.0);
            from += part.1;
            part
        })
        .collect()
}

/// A length as an attribute of a drawing.
pub(super) fn in_percent(length: f64) -> String {
    format!("{length:.2}%")
}

#[cfg(test)]
mod tests {
    use super::{axis_end, parts, percent};

    #[test]
    fn an_axis_ends_at_a_round_number_with_a_whole_middle() {
        for (largest, end) in [
            (0, 2),
            (1, 2),
            (3, 4),
            (7, 8),
            (9, 10),
            (11, 20),
            (47, 50),
            (101, 200),
            (205, 300),
            (1_234, 2_000),
            (u64::MAX, u64::MAX),
        ] {
            assert_eq!(axis_end(largest), end, "{largest}");
        }
    }

    #[test]
    fn what_is_there_is_seen_and_what_is_not_is_not() {
        assert_eq!(percent(0, 10, 2.0), 0.0);
        assert_eq!(percent(0, 0, 2.0), 0.0);
        assert_eq!(percent(1, 1_000_000, 2.0), 2.0);
        assert_eq!(percent(5, 10, 2.0), 50.0);
    }

    #[test]
    fn the_parts_of_a_bar_fill_it_one_behind_the_other() {
        for counts in [vec![1], vec![1_000_000, 1, 1, 0], vec![3, 3, 3]] {
            let parts = parts(&counts);
            let mut end = 0.0;
            for (from, length) in &parts {
                assert!((from - end).abs() < 0.001, "{counts:?}");
                end = from + length;
            }
            assert!((end - 100.0).abs() < 0.001, "{counts:?}");
        }
        assert_eq!(parts(&[0, 0]), [(0.0, 0.0), (0.0, 0.0)]);
    }
}
