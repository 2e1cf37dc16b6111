//! What a browser loads.

use crate::report::Report;

type Failure = Box<dyn std::error::Error>;

/// Measures the dist that is embedded in the binary.
pub fn measure(report: &mut Report) -> Result<(), Failure> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../dist");
    let index = std::fs::read_to_string(format!("{folder}/index.html"))?;
    let (mut first, mut whole) = (0, 0);
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            continue;
        };
        if name.ends_with(".br") || name.ends_with(".gz") {
            continue;
        }
        let compressed = std::fs::metadata(format!("{folder}/{name}.br"))
            .or_else(|_| path.metadata())?
            .len();
        whole += compressed;
        if name == "index.html" || index.contains(name) && !name.contains("icon-") {
            first += compressed;
        }
    }
    let kb = |bytes: u64| format!("{:.0} kB", bytes as f64 / 1000.0);
    report.add(
        "first visit to the sign-in page, brotli",
        kb(first),
        String::new(),
        "≤ 350 kB",
    );
    report.add("whole app, brotli", kb(whole), String::new(), "≤ 600 kB");
    Ok(())
}
