//! The browser's half: trunk for the files of both bundles, then their compressed twins.

use crate::shell::{absolute, cargo, path_with, run, say};
use crate::{compress, npm, stamp, tools};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Where the release build goes, and from where the server takes it.
pub(crate) const DIST: &str = "dist";
/// Where everything wasm is compiled, so that it never disturbs the server's build.
pub(crate) const TARGET: &str = "target/frontend";

/// The page of the portal, which has everything, and what trunk makes of it.
const PORTAL_SOURCE: &str = "frontend/index.html";
const PORTAL: &str = "index.html";
/// The page of the door, derived from the portal's and gone after the build. Trunk looks for assets beside it.
const DOOR_SOURCE: &str = "frontend/door.html";
const DOOR: &str = "door.html";
/// Trunk empties the folder it builds into, so each bundle has its own until both are there.
const DOOR_DIST: &str = "target/frontend/dist-door";

const STAMP: &str = "target/frontend/dist.stamp";
const PROFILE: &str = "wasm-release";
const TRIPLE: &str = "wasm32-unknown-unknown";
const SOURCES: [&str; 12] = [
    "app",
    "frontend",
    "style",
    "public",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    ".cargo/config.toml",
    "rust-toolchain.toml",
    "end2end/package-lock.json",
    "xtask/src/frontend.rs",
    "xtask/src/compress.rs",
];

/// Builds for release, unless nothing has changed since.
pub(crate) fn build() -> Result<()> {
    let wanted = format!(
        "{} {}",
        stamp::of(&SOURCES)?,
        if npm::is_available() {
            "small"
        } else {
            "plain"
        }
    );
    let is_there = [PORTAL, DOOR]
        .iter()
        .all(|page| Path::new(DIST).join(page).is_file());
    if is_there && fs::read_to_string(STAMP).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    tools::install_for_build()?;
    let wasm_opt = npm::wasm_opt()?;

    say("Building the browser's half for release");
    make_dist()?;
    if Path::new(STAMP).exists() {
        fs::remove_file(STAMP)?;
    }
    // Cargo goes first because it may use the network; trunk is kept offline.
    run(
        cargo()
            .args([
                "build",
                "--package",
                "frontend",
                "--bins",
                "--target",
                TRIPLE,
                "--profile",
                PROFILE,
            ])
            .env("CARGO_TARGET_DIR", absolute(TARGET)?),
        "The message above says where",
    )?;
    let small = wasm_opt.is_some();
    bundle(PORTAL_SOURCE, PORTAL, DIST, small)?;
    fs::write(DOOR_SOURCE, door_source()?)?;
    let built = bundle(DOOR_SOURCE, DOOR, DOOR_DIST, small);
    fs::remove_file(DOOR_SOURCE)?;
    built?;
    add(Path::new(DOOR_DIST), Path::new(DIST))?;

    say("Compressing it");
    compress::folder(Path::new(DIST))?;
    fs::write(STAMP, wanted).context("cannot write the stamp below target/")
}

/// One page with all it needs, into a folder that holds nothing else.
fn bundle(source: &str, page: &str, dist: &str, small: bool) -> Result<()> {
    let mut trunk = trunk("build")?;
    trunk.args([source, "--html-output", page, "--dist", dist, "--offline"]);
    if small {
        // frontend/index.html names the profile for this.
        trunk.arg("--release");
    } else {
        trunk.args(["--cargo-profile", PROFILE]);
        say("Without npm there is no wasm-opt: what a browser loads is larger than it could be");
    }
    let built = run(
        &mut trunk,
        "The message above says what is wrong; frontend/index.html and Trunk.toml steer it",
    );
    // What a failed build leaves there would be embedded too.
    let _ = fs::remove_dir_all(Path::new(dist).join(".stage"));
    built
}

/// The portal's page with the door's program, without the styles that only the portal needs, and with the names of the
/// portal's files for the browser to load ahead.
fn door_source() -> Result<String> {
    let page = fs::read_to_string(PORTAL_SOURCE)?;
    let mut ahead = String::new();
    for file in stamp::files(Path::new(DIST))? {
        let name = file.strip_prefix(DIST)?.to_string_lossy();
        if name.starts_with("portal-") {
            ahead += &format!("  <link rel=\"portal\" href=\"/{name}\" />\n  ");
        }
    }
    let door = page
        .lines()
        .filter(|line| !line.contains("data-only=\"portal\""))
        .collect::<Vec<_>>()
        .join("\n")
        .replace("data-bin=\"portal\"", "data-bin=\"door\"")
        .replace("</head>", &format!("{ahead}</head>"));
    if ahead.is_empty() || !door.contains("data-bin=\"door\"") {
        bail!("{PORTAL_SOURCE} has no `data-bin=\"portal\"`, or trunk made no portal-… of it");
    }
    Ok(door)
}

/// Puts the files of one folder to those of another. A name in both has a hash in it or is a copy of the same source.
fn add(from: &Path, to: &Path) -> Result<()> {
    for file in stamp::files(from)? {
        let place = to.join(file.strip_prefix(from)?);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&file, &place).with_context(|| format!("cannot write {}", place.display()))?;
    }
    Ok(())
}

/// The server embeds this folder, so it has to exist before any build of it.
pub(crate) fn make_dist() -> Result<()> {
    fs::create_dir_all(DIST)
        .with_context(|| format!("cannot make {DIST}/: is the repository read-only?"))
}

/// Trunk, with the tools it may use and no others.
pub(crate) fn trunk(what: &str) -> Result<Command> {
    let mut folders = tools::folders()?;
    folders.extend(npm::wasm_opt()?);
    let mut trunk = tools::trunk().command();
    trunk
        .args([what, "--skip-version-check"])
        .env("CARGO_TARGET_DIR", absolute(TARGET)?)
        .env("PATH", path_with(&folders)?)
        // This version of trunk wants `true` or `false` in it and stops at the usual `1`.
        .env_remove("NO_COLOR")
        // Its own backtrace would hide what the compiler said.
        .env_remove("RUST_BACKTRACE");
    Ok(trunk)
}
