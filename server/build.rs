//! Makes sure the browser's half is embedded as it is now, or that at least its folder is there.

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let dist = std::path::Path::new("../dist");
    std::fs::create_dir_all(dist)?;
    // A debug build reads the files at run time, so a new browser's half needs no new server.
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo::rerun-if-changed=../dist");
    }
    Ok(())
}
