//! The browser's half: trunk for the files, then their compressed twins.

use crate::shell::{absolute, cargo, path_with, run, say};
use crate::{compress, npm, stamp, tools};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Where the release build goes, and from where the server takes it.
pub(crate) const DIST: &str = "dist";
/// Where everything wasm is compiled, so that it never disturbs the server's build.
pub(crate) const TARGET: &str = "target/frontend";

const STAMP: &str = "target/frontend/dist.stamp";
const PROFILE: &str = "wasm-release";
const TRIPLE: &str = "wasm32-unknown-unknown";
const SOURCES: [&str; 11] = [
    "app",
    "frontend",
    "style",
    "public",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
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
    let is_there = Path::new(DIST).join("index.html").is_file();
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
                "--target",
                TRIPLE,
                "--profile",
                PROFILE,
            ])
            .env("CARGO_TARGET_DIR", absolute(TARGET)?),
        "The message above says where",
    )?;
    let mut trunk = trunk("build")?;
    trunk.arg("--offline");
    if wasm_opt.is_some() {
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
    let _ = fs::remove_dir_all(Path::new(DIST).join(".stage"));
    built?;

    say("Compressing it");
    compress::folder(Path::new(DIST))?;
    fs::write(STAMP, wanted).context("cannot write the stamp below target/")
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
