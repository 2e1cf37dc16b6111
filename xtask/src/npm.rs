//! npm's packages in `end2end/`: Playwright and its company, and the right wasm-opt.

use crate::shell::{absolute, command, find, output, run, say};
use crate::system;
use anyhow::{Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FOLDER: &str = "end2end";
const LOCKFILE: &str = "end2end/package-lock.json";
const STAMP: &str = "end2end/node_modules/.installed";
/// Trunk.toml and package.json name the same version.
const WASM_OPT: u32 = 132;

/// Whether npm can be used here.
pub(crate) fn is_available() -> bool {
    find(&["npm"]).is_some() && find(&["node"]).is_some()
}

/// Installs exactly what the lockfile says, once.
pub(crate) fn install() -> Result<()> {
    if !is_available() {
        bail!(
            "the browser tests need Node.js 20 or newer with npm: install them (Debian: apt-get install nodejs npm)"
        );
    }
    let wanted = crate::stamp::of(&[LOCKFILE])?;
    if fs::read_to_string(STAMP).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    say("Installing npm packages for end2end");
    run(
        command("npm")
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(FOLDER),
        "Is the npm registry reachable? If package.json and package-lock.json disagree, run `npm install` in end2end",
    )?;
    fs::write(STAMP, wanted)?;
    Ok(())
}

/// Whether the browser tests fit their types: Playwright itself only strips them.
pub(crate) fn typecheck() -> Result<()> {
    install()?;
    run(
        command(absolute("end2end/node_modules/.bin/tsc")?)
            .arg("--noEmit")
            .current_dir(FOLDER),
        "A label that one language lacks is added in end2end/fixtures",
    )
}

/// Playwright's `test` command with a browser, for the product at `binary`.
pub(crate) fn playwright(binary: &Path) -> Result<Command> {
    install()?;
    let playwright = absolute("end2end/node_modules/.bin/playwright")?;
    let mut tests = command(&playwright);
    tests
        .arg("test")
        .current_dir(FOLDER)
        .env("DOORWARD_BIN", binary);
    if let Some(chromium) = system::chromium() {
        tests.env("CHROMIUM_PATH", chromium);
    } else {
        run(
            command(&playwright)
                .arg("install")
                .args(system::is_root().then_some("--with-deps"))
                .args(["--only-shell", "chromium"])
                .current_dir(FOLDER),
            "Install a chromium-headless-shell yourself and put it on the PATH",
        )?;
    }
    Ok(tests)
}

/// The folder that holds the right wasm-opt; none when npm is not there to bring it.
pub(crate) fn wasm_opt() -> Result<Option<PathBuf>> {
    if !is_available() {
        return Ok(None);
    }
    install()?;
    let folder = absolute("end2end/node_modules/.bin")?;
    if version_of(&folder.join("wasm-opt")) != Some(WASM_OPT) {
        bail!(
            "end2end/node_modules holds no wasm-opt {WASM_OPT}: remove that folder and try again"
        );
    }
    Ok(Some(folder))
}

/// `wasm-opt version 132 (version_132)` → 132
fn version_of(wasm_opt: &Path) -> Option<u32> {
    let text = output(command(wasm_opt).arg("--version"))?;
    text.split_whitespace().find_map(|word| word.parse().ok())
}
