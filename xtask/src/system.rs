//! Parts that come from the operating system: a compiler, a browser, a database.

use crate::shell::{command, find, output, run, say};
use anyhow::{Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// A part of the system, and how to see that it is there.
struct Part {
    package: &'static str,
    is_there: fn() -> bool,
}

const COMPILER: [Part; 2] = [
    Part {
        package: "build-essential",
        is_there: || find(&["cc"]).is_some() && find(&["make"]).is_some(),
    },
    Part {
        package: "pkg-config",
        is_there: || find(&["pkg-config"]).is_some(),
    },
];

const DATABASE: [Part; 1] = [Part {
    package: "postgresql",
    is_there: || postgres_folder().is_some(),
}];

const BROWSER: [Part; 5] = [
    Part {
        package: "chromium-headless-shell",
        is_there: || chromium().is_some() || !is_debian(),
    },
    Part {
        package: "zbar-tools",
        is_there: || find(&["zbarimg"]).is_some(),
    },
    Part {
        package: "oathtool",
        is_there: || find(&["oathtool"]).is_some(),
    },
    Part {
        package: "openssl",
        is_there: || find(&["openssl"]).is_some(),
    },
    Part {
        package: "fonts-noto-cjk",
        is_there: has_japanese_font,
    },
];

const PYTHON: [Part; 2] = [
    Part {
        package: "python3-venv",
        is_there: || output(command("python3").args(["-c", "import ensurepip"])).is_some(),
    },
    Part {
        package: "curl",
        is_there: || find(&["curl"]).is_some(),
    },
];

/// SQLite and ring bring C code.
pub(crate) fn need_c_compiler() -> Result<()> {
    need(&COMPILER)
}

/// The tests on PostgreSQL start a server of their own.
pub(crate) fn need_postgres() -> Result<()> {
    need(&DATABASE)
}

/// The browser tests look at pages, read QR codes, compute one-time codes and make certificates.
pub(crate) fn need_browser() -> Result<()> {
    need(&BROWSER)
}

/// The tests with libraries of others are written in Python; one of the examples is curl.
pub(crate) fn need_python() -> Result<()> {
    need(&PYTHON)
}

/// Where initdb and postgres are, the newest first.
pub(crate) fn postgres_folder() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            Some((
                entry.file_name().to_str()?.parse().ok()?,
                entry.path().join("bin"),
            ))
        })
        .filter(|(_, folder)| folder.join("initdb").is_file())
        .collect();
    versions.sort();
    versions
        .pop()
        .map(|(_, folder)| folder)
        .or_else(|| Some(find(&["initdb"])?.parent()?.to_owned()))
}

/// The system's Chromium without a window, when it has one: what Playwright would bring, and a third quicker than a whole
/// browser that is told to stay unseen.
pub(crate) fn chromium() -> Option<PathBuf> {
    find(&["chromium-headless-shell"])
}

/// Whether we may install packages.
pub(crate) fn is_root() -> bool {
    output(command("id").arg("-u")).is_some_and(|uid| uid == "0")
}

/// Installs the parts that are missing, or says what to type.
fn need(parts: &[Part]) -> Result<()> {
    let missing: Vec<&str> = parts
        .iter()
        .filter(|part| !(part.is_there)())
        .map(|part| part.package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if find(&["apt-get"]).is_none() {
        bail!(
            "these are missing (Debian's names): {list}. Install them with your system's package manager"
        );
    }
    if !is_root() {
        bail!(
            "these are missing: {list}. Type: sudo apt-get update && sudo apt-get install --no-install-recommends {list}"
        );
    }
    say(&format!("Installing {list}"));
    let apt = |words: &[&str]| {
        let mut apt = command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive")
            .arg("--quiet=2")
            .args(words);
        apt
    };
    // A mirror that is out of reach matters only if the install then fails.
    if apt(&["update"]).status().is_err() {
        say("The package lists could not be renewed");
    }
    run(
        apt(&["install", "--yes", "--no-install-recommends"]).args(&missing),
        &format!("Is Debian's mirror reachable? Install by hand: {list}"),
    )
}

/// Only Debian packs such a Chromium: elsewhere, Playwright brings its own.
fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

fn has_japanese_font() -> bool {
    Path::new("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").is_file()
        || output(command("fc-list").arg(":lang=ja")).is_some_and(|fonts| !fonts.is_empty())
}
