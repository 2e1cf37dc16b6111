//! `build` and `run`: the one binary, with the browser's half inside.

use crate::shell::{absolute, cargo, run as run_command, say};
use crate::{frontend, system};
use anyhow::{Context, Result, bail};
use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};

/// Builds the release binary and says where it is.
pub(crate) fn build() -> Result<PathBuf> {
    system::need_c_compiler()?;
    frontend::build()?;
    say("Building the server for release");
    run_command(
        cargo().args([
            "build",
            "--release",
            "--package",
            "server",
            "--bin",
            "doorward",
        ]),
        "The message above says where",
    )?;
    let binary = absolute("target/release/doorward")?;
    need_embedded(&binary)?;
    Ok(binary)
}

/// Builds, then becomes the server.
pub(crate) fn run(args: &[String]) -> Result<()> {
    let binary = build()?;
    say("Starting doorward serve");
    let failure = crate::shell::command(&binary)
        .arg("serve")
        .args(args)
        .exec();
    Err(failure).with_context(|| format!("cannot start {}", binary.display()))
}

/// A binary that carries an older browser's half, or none, must not leave unnoticed.
fn need_embedded(binary: &Path) -> Result<()> {
    let content = fs::read(binary).with_context(|| format!("cannot read {}", binary.display()))?;
    for entry in fs::read_dir(frontend::DIST)? {
        let name = entry?.file_name().into_string().unwrap_or_default();
        let is_inside = || {
            content
                .windows(name.len())
                .any(|window| window == name.as_bytes())
        };
        if name.ends_with(".wasm") && !is_inside() {
            bail!(
                "{} does not carry dist/{name}: does server/build.rs still say rerun-if-changed=../dist? \
                 Touch server/src/lib.rs and build again",
                binary.display()
            );
        }
    }
    Ok(())
}
