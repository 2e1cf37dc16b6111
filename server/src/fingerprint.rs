//! What stands for exactly what a preview has shown, so that a confirmation means that and nothing else.

use sha2::{Digest, Sha256};

/// The fingerprint of `parts` in this order: 128 bits as hexadecimal digits.
pub fn of<T: ToString>(parts: impl IntoIterator<Item = T>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.to_string());
        hash.update([0]);
    }
    let digest = hash.finalize();
    digest
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn another_set_or_another_division_has_another_fingerprint() {
        let all = [of([1, 2]), of([2, 1]), of([12]), of([1]), of::<i32>([])];
        for (index, one) in all.iter().enumerate() {
            assert_eq!(one.len(), 32);
            assert!(!all[index + 1..].contains(one), "{one}");
        }
    }
}
