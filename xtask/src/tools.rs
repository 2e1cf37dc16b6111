//! The tools a build needs, each in a versioned folder of the user's cache that all clones share.

use crate::shell::{cargo, cargo_program, command, find, output, run, say, unhurried};
use anyhow::{Context, Result, bail};
use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program that cargo can install.
pub(crate) struct Tool {
    package: &'static str,
    binary: &'static str,
    version: String,
    /// Whether the package's own Cargo.lock can be relied on.
    locked: bool,
    /// Whether it is wanted with all that it can.
    default_features: bool,
    /// How much the compiler shall optimise it: more for a tool that works hard.
    opt_level: &'static str,
}

/// Puts the browser's half together. Nothing is fetched by it, so it needs no TLS.
pub(crate) fn trunk() -> Tool {
    Tool {
        package: "trunk",
        binary: "trunk",
        version: "0.21.14".into(),
        locked: true,
        default_features: false,
        opt_level: "0",
    }
}

/// Writes the JavaScript beside the wasm; its version has to be the library's.
pub(crate) fn wasm_bindgen() -> Result<Tool> {
    let version = locked_version("wasm-bindgen")?;
    Ok(Tool {
        package: "wasm-bindgen-cli",
        binary: "wasm-bindgen",
        version,
        locked: false,
        default_features: true,
        opt_level: "1",
    })
}

/// Checks licences and sources of the libraries.
pub(crate) fn cargo_deny() -> Tool {
    Tool {
        package: "cargo-deny",
        binary: "cargo-deny",
        version: "0.20.2".into(),
        locked: true,
        default_features: true,
        opt_level: "0",
    }
}

/// Installs all that `build`, `run` and `dev` need.
pub(crate) fn install_for_build() -> Result<()> {
    crate::system::need_c_compiler()?;
    add_wasm_target()?;
    for tool in [wasm_bindgen()?, trunk()] {
        tool.install(None)?;
    }
    match crate::npm::wasm_opt()? {
        Some(_) => say("Tools are ready"),
        None => say(
            "Tools are ready, all but wasm-opt: without npm the browser's half is larger than it could be",
        ),
    }
    Ok(())
}

/// The folders to put in front of PATH so that trunk finds these tools and no others.
pub(crate) fn folders() -> Result<Vec<PathBuf>> {
    Ok([trunk(), wasm_bindgen()?]
        .iter()
        .filter_map(Tool::own_folder)
        .collect())
}

impl Tool {
    /// Installs the tool unless it is there; with a log, quietly and behind other work.
    pub(crate) fn install(&self, log: Option<&Path>) -> Result<()> {
        if self.own_folder().is_some() || self.is_on_path() {
            return Ok(());
        }
        let root = self.root()?;
        say(&format!(
            "Installing {} {} (once, a few minutes)",
            self.package, self.version
        ));
        if self.binstall(&root, log).is_ok() && self.own_folder().is_some() {
            return Ok(());
        }
        let scratch = root.with_file_name(format!("{}-{}.build", self.package, self.version));
        let done = self.build(&root, &scratch, log);
        // The folder has done its work either way; what is left of it harms nobody.
        let _ = fs::remove_dir_all(&scratch);
        done
    }

    /// The program, ready to be given arguments.
    pub(crate) fn command(&self) -> Command {
        match self.own_folder() {
            Some(folder) => command(folder.join(self.binary)),
            None => command(self.binary),
        }
    }

    fn build(&self, root: &Path, scratch: &Path, log: Option<&Path>) -> Result<()> {
        let mut build = match log {
            Some(_) => unhurried(cargo_program()),
            None => cargo(),
        };
        build
            .arg("install")
            .arg(format!("{}@{}", self.package, self.version))
            .args(["--bin", self.binary, "--root"])
            .arg(root)
            .env("CARGO_TARGET_DIR", scratch)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level)
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        if self.locked {
            build.arg("--locked");
        }
        if !self.default_features {
            build.arg("--no-default-features");
        }
        let mut remedy = "Is the crate registry reachable?".to_owned();
        if let Some(log) = log {
            build.stdout(Stdio::null()).stderr(File::create(log)?);
            remedy = format!("{remedy} What it said is in {}", log.display());
        }
        run(&mut build, &remedy)
    }

    /// A ready-made binary, where `cargo binstall` is at hand and finds one.
    fn binstall(&self, root: &Path, log: Option<&Path>) -> Result<()> {
        if find(&["cargo-binstall"]).is_none() {
            bail!("cargo-binstall is not installed");
        }
        let mut binstall = cargo();
        binstall
            .args([
                "binstall",
                "--no-confirm",
                "--disable-strategies",
                "compile",
                "--root",
            ])
            .arg(root)
            .arg(format!("{}@{}", self.package, self.version));
        if log.is_some() {
            binstall.stdout(Stdio::null()).stderr(Stdio::null());
        }
        run(&mut binstall, "Building it instead")
    }

    fn root(&self) -> Result<PathBuf> {
        let cache = env::var_os("XDG_CACHE_HOME")
            .map(PathBuf::from)
            .or_else(|| env::home_dir().map(|home| home.join(".cache")))
            .context("neither XDG_CACHE_HOME nor HOME is set: set one, the tools are kept there")?;
        Ok(cache
            .join("doorward/tools")
            .join(format!("{}-{}", self.package, self.version)))
    }

    fn own_folder(&self) -> Option<PathBuf> {
        let folder = self.root().ok()?.join("bin");
        folder.join(self.binary).is_file().then_some(folder)
    }

    fn is_on_path(&self) -> bool {
        output(command(self.binary).arg("--version"))
            .is_some_and(|text| text.split_whitespace().any(|word| word == self.version))
    }
}

/// Makes rustc able to build for the browser.
pub(crate) fn add_wasm_target() -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let library = output(command("rustc").args(["--print", "target-libdir", "--target", target]));
    if library.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    say("Adding the wasm target");
    run(
        command("rustup").args(["target", "add", target]),
        "Without rustup, install your distribution's Rust library for wasm32-unknown-unknown",
    )
}

/// The version of a library that Cargo.lock names.
fn locked_version(package: &str) -> Result<String> {
    let lock = fs::read_to_string("Cargo.lock")
        .context("cannot read Cargo.lock: it belongs to the repository")?;
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| **line != name);
    lines
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock names no {package}"))
}
