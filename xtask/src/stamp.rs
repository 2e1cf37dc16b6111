//! Has anything changed since last time? A fingerprint over names and contents.

use anyhow::{Context, Result};
use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// The fingerprint of these files and of everything below these folders.
pub(crate) fn of(paths: &[&str]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        for file in files(Path::new(path))? {
            let content =
                fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            file.hash(&mut hasher);
            content.hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Every file at or below a path, in order; none when nothing is there.
pub(crate) fn files(path: &Path) -> Result<BTreeSet<PathBuf>> {
    const SKIPPED: [&str; 4] = ["target", "dist", "node_modules", ".git"];
    let mut found = BTreeSet::new();
    let mut open = vec![path.to_owned()];
    while let Some(path) = open.pop() {
        if path.is_file() {
            found.insert(path);
        } else if path.is_dir() {
            let entries =
                fs::read_dir(&path).with_context(|| format!("cannot list {}", path.display()))?;
            for entry in entries {
                let entry = entry?;
                if !SKIPPED.iter().any(|name| entry.file_name() == *name) {
                    open.push(entry.path());
                }
            }
        }
    }
    Ok(found)
}
