//! What a browser loads.

use crate::report::Report;

type Failure = Box<dyn std::error::Error>;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../dist");

/// Measures the dist that is embedded in the binary.
pub fn measure(report: &mut Report) -> Result<(), Failure> {
    let (door, portal) = (Page::read("door.html")?, Page::read("index.html")?);
    let (mut first, mut every, mut whole) = (0, 0, 0);
    for entry in std::fs::read_dir(FOLDER)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let compressed = std::fs::metadata(format!("{FOLDER}/{name}.br"))
            .or_else(|_| path.metadata())?
            .len();
        whole += compressed;
        if door.loads(name) {
            first += compressed;
        }
        if portal.loads(name) {
            every += compressed;
        }
    }
    let kb = |bytes: u64| format!("{:.0} kB", bytes as f64 / 1000.0);
    report.add(
        "first visit to the sign-in page, brotli",
        kb(first),
        String::new(),
        "≤ 350 kB",
    );
    report.add(
        "whole app, brotli: everything of both bundles",
        kb(whole),
        format!("the portal's bundle, which has every page: {}", kb(every)),
        "≤ 600 kB",
    );
    Ok(())
}

/// A page and what is written in it.
struct Page {
    name: &'static str,
    text: String,
}

impl Page {
    fn read(name: &'static str) -> Result<Self, Failure> {
        let text = std::fs::read_to_string(format!("{FOLDER}/{name}"))?;
        Ok(Self { name, text })
    }

    /// Whether opening the page loads the file. What is only named for later, or for a home screen, is not.
    fn loads(&self, file: &str) -> bool {
        let named = |tag: &str| tag.contains(file) && !tag.contains("rel=\"portal\"");
        file == self.name || self.text.split('<').any(named) && !file.contains("icon-")
    }
}
