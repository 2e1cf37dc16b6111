//! `test --only interop`: what others have written, and what we show them, against the built product.

use crate::shell::{absolute, cargo, command, run, say};
use crate::{stamp, system};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

const TESTS: &str = "interop";
/// The libraries with all that they need, by version and hash.
const LIBRARIES: &str = "interop/requirements.txt";
const FOLDER: &str = "target/xtask/python";
const STAMP: &str = "target/xtask/python/installed";
const EXAMPLE: &str = "expiring-users";

/// Runs the tests against this binary.
pub(crate) fn test(binary: &Path, words: &[String]) -> Result<()> {
    let python = install()?;
    run(
        cargo().args(["build", "--package", EXAMPLE]),
        "The message above says what is wrong with the example",
    )?;
    run(
        command(python)
            .args(["-m", "pytest", "-c", "interop/pytest.ini", TESTS])
            .args(words)
            .env("DOORWARD_BIN", binary)
            .env(
                "EXPIRING_USERS_BIN",
                absolute("target/debug")?.join(EXAMPLE),
            )
            .env("PYTHONDONTWRITEBYTECODE", "1"),
        "Run one test alone with `cargo xtask test --only interop -- -k <name>`",
    )
}

/// Installs the libraries beside what is built, unless they are there. The Python that has them.
pub(crate) fn install() -> Result<PathBuf> {
    system::need_python()?;
    let python = absolute(FOLDER)?.join("bin/python");
    let wanted = stamp::of(&[LIBRARIES])?;
    if fs::read_to_string(STAMP).is_ok_and(|found| found == wanted) {
        return Ok(python);
    }
    say("Installing the Python libraries of the tests");
    run(
        command("python3").args(["-m", "venv", "--clear", FOLDER]),
        "The message above is venv's",
    )?;
    run(
        command(&python)
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
            ])
            .args(["--require-hashes", "--requirement", LIBRARIES]),
        "Is the index of Python packages reachable?",
    )?;
    fs::write(STAMP, wanted).context("cannot write the stamp below target/")?;
    Ok(python)
}
