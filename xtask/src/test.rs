//! `test`: every check and every test, and a table of what each took.

use crate::postgres::Cluster;
use crate::shell::{absolute, cargo, output, run, say, unhurried};
use crate::{frontend, interop, npm, system, tidy, tools};
use anyhow::{Result, anyhow, bail};
use clap::ValueEnum;
use std::env;
use std::fs::{self, File};
use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

/// Set by Ctrl-C, so that what was started is also stopped.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only these steps
    #[arg(long, value_enum, num_args = 1.., value_delimiter = ',')]
    only: Vec<Step>,
    /// What `cargo test` and `playwright test` are given: names of tests, options
    #[arg(last = true)]
    words: Vec<String>,
}

/// In this order: what is quick or builds upon less comes first.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Step {
    /// The sources are formatted
    Fmt,
    /// The house rules hold
    Tidy,
    /// No lint complains, native and wasm
    Clippy,
    /// Rust tests, on SQLite
    Rust,
    /// The server's tests again, on PostgreSQL
    Postgres,
    /// Browser tests of the release build
    E2e,
    /// The examples, and libraries of others, against the release build
    Interop,
    /// Licences, sources and advisories of the libraries
    Deny,
}

/// What is made while something else already runs.
struct Ahead {
    /// What the browser tests and the interoperability tests need.
    product: Making,
    /// What the check of the libraries needs.
    deny: Making,
}

/// Tells once how it went.
type Making = Option<Receiver<Result<()>>>;

/// Runs the steps; one that fails does not keep the others from running.
pub(crate) fn test(args: &Args) -> Result<()> {
    ctrlc::set_handler(|| INTERRUPTED.store(true, Ordering::Relaxed))?;
    let steps: Vec<Step> = Step::value_variants()
        .iter()
        .filter(|step| args.only.is_empty() || args.only.contains(step))
        .copied()
        .collect();
    system::need_c_compiler()?;
    frontend::make_dist()?;
    if steps.contains(&Step::E2e) {
        system::need_browser()?;
    }
    if steps.contains(&Step::Interop) {
        system::need_python()?;
    }
    if steps.contains(&Step::Clippy) || release(&steps) {
        tools::add_wasm_target()?;
    }
    let mut ahead = in_background(&steps)?;

    let begun = Instant::now();
    let mut results = Vec::new();
    for step in steps {
        say(&format!("Step {}", step.name()));
        let begun = Instant::now();
        let result = step.run(&args.words, &mut ahead);
        if INTERRUPTED.load(Ordering::Relaxed) {
            bail!("interrupted");
        }
        if let Err(error) = &result {
            eprintln!("error: {error:#}");
        }
        results.push((step, begun.elapsed(), result.is_ok()));
    }
    report(&results, begun.elapsed())
}

impl Step {
    fn run(self, words: &[String], ahead: &mut Ahead) -> Result<()> {
        match self {
            Step::Fmt => run(
                cargo().args(["fmt", "--all", "--check"]),
                "Run `cargo fmt --all`",
            ),
            Step::Tidy => tidy::check(),
            Step::Clippy => clippy(),
            Step::Rust => rust(words),
            Step::Postgres => postgres(words),
            Step::E2e => finished(&mut ahead.product).and_then(|()| e2e(words)),
            Step::Interop => finished(&mut ahead.product)
                .and_then(|()| interop::test(&crate::run::build()?, words)),
            Step::Deny => finished(&mut ahead.deny).and_then(|()| deny()),
        }
    }

    fn name(self) -> String {
        self.to_possible_value()
            .map(|value| value.get_name().to_owned())
            .unwrap_or_default()
    }
}

/// The native half without xtask: its libraries ask others for features that the server does not
/// want, and everything would be compiled twice.
const NATIVE: [&str; 8] = [
    "--package",
    "app",
    "--package",
    "server",
    "--package",
    "migrations",
    "--features",
    "app/ssr",
];

/// All parts, each in its own folder and with its own features.
fn clippy() -> Result<()> {
    let clippy = |packages: &[&str], target: &str| {
        run(
            cargo()
                .arg("clippy")
                .args(packages)
                .args(["--", "--deny", "warnings"])
                .env("CARGO_TARGET_DIR", absolute(target)?),
            "Do what it says, or expect the lint with a reason",
        )
    };
    let wasm = [
        "--package",
        "app",
        "--package",
        "frontend",
        "--target",
        "wasm32-unknown-unknown",
    ];
    let native = clippy(&[&NATIVE[..], &["--all-targets"]].concat(), "target");
    let wasm = clippy(&wasm, frontend::TARGET);
    let beside = [
        "--package",
        "xtask",
        "--package",
        "expiring-users",
        "--all-targets",
    ];
    native.and(wasm).and(clippy(&beside, "target"))
}

/// How many tests run at the same time, as the test harness reads it.
const THREADS: &str = "RUST_TEST_THREADS";

/// Twice as many as there are cores: half of its time a test waits, for the database or for a moment to pass.
fn threads() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    (cores * 2).to_string()
}

fn rust(words: &[String]) -> Result<()> {
    let test = |packages: &[&str]| {
        run(
            cargo()
                .args(["test", "--no-fail-fast"])
                .args(packages)
                .arg("--")
                .args(words)
                .env(THREADS, threads())
                .env("DOORWARD_TEST_DATABASE", "sqlite"),
            "The failed tests are listed above; run one alone with `cargo xtask test --only rust -- <name>`",
        )
    };
    let product = test(&NATIVE);
    // What of the browser's half needs no browser. By itself, because its features are not the server's.
    let browser = test(&["--package", "frontend"]);
    test(&["--package", "xtask"]).and(product).and(browser)
}

fn postgres(words: &[String]) -> Result<()> {
    let cluster = Cluster::start()?;
    run(
        cargo()
            .args(["test", "--no-fail-fast", "--package", "server", "--"])
            .args(words)
            .env(THREADS, threads())
            .env("DOORWARD_TEST_DATABASE", "postgres")
            .env("DOORWARD_TEST_POSTGRES_URL", cluster.url()),
        "The failed tests are listed above; run one alone with `cargo xtask test --only postgres -- <name>`",
    )
}

/// The same binary that is shipped, in a real browser.
fn e2e(words: &[String]) -> Result<()> {
    npm::typecheck()?;
    let binary = crate::run::build()?;
    run(
        npm::playwright(&binary)?.args(words),
        "Traces are in end2end/test-results; run one file alone with `cargo xtask test --only e2e -- <file>`",
    )
}

fn deny() -> Result<()> {
    let deny = || {
        let mut deny = tools::cargo_deny().command();
        deny.arg("deny");
        deny
    };
    let mut checks = vec!["bans", "licenses", "sources"];
    if output(deny().args(["fetch", "db"])).is_some() {
        checks.push("advisories");
    } else {
        say("The advisory database cannot be reached: advisories are NOT checked this time");
    }
    run(
        deny()
            .args(["check", "--hide-inclusion-graph"])
            .args(checks),
        "Choose another library, or explain the exception in deny.toml",
    )
}

/// Whether any of these steps needs what is shipped.
fn release(steps: &[Step]) -> bool {
    steps.contains(&Step::E2e) || steps.contains(&Step::Interop)
}

/// Starts what takes minutes on a fresh machine, in the order in which the steps wait for it.
fn in_background(steps: &[Step]) -> Result<Ahead> {
    let logs = absolute("target/xtask")?;
    fs::create_dir_all(&logs)?;
    let steps = steps.to_vec();
    let (product, product_is_made) = mpsc::channel();
    let (deny, deny_is_made) = mpsc::channel();
    thread::spawn(move || {
        // Where a step was interrupted, nobody waits any more.
        let _ = product.send(make_product(&steps, &logs));
        let _ = deny.send(match steps.contains(&Step::Deny) {
            true => tools::cargo_deny().install(Some(&logs.join("cargo-deny.log"))),
            false => Ok(()),
        });
    });
    Ok(Ahead {
        product: Some(product_is_made),
        deny: Some(deny_is_made),
    })
}

/// What is shipped, if a step needs it, and what builds and drives it.
fn make_product(steps: &[Step], logs: &Path) -> Result<()> {
    if !release(steps) {
        return Ok(());
    }
    npm::install()?;
    tools::wasm_bindgen()?.install(Some(&logs.join("wasm-bindgen.log")))?;
    tools::trunk().install(Some(&logs.join("trunk.log")))?;
    if steps.contains(&Step::Interop) {
        interop::install()?;
    }
    let compiling = [Step::Clippy, Step::Rust, Step::Postgres];
    if steps.iter().any(|step| compiling.contains(step)) {
        build_ahead(&logs.join("build.log"))?;
    }
    Ok(())
}

/// Makes the release build out of the time that linking and waiting tests leave. What goes wrong is not told here: the
/// browser tests build again, and then it is there or fails in the open.
fn build_ahead(log: &Path) -> Result<()> {
    unhurried(env::current_exe()?)
        .arg("build")
        .stdout(Stdio::null())
        .stderr(File::create(log)?)
        .status()?;
    Ok(())
}

fn finished(making: &mut Making) -> Result<()> {
    match making.take() {
        Some(made) => made
            .recv()
            .map_err(|_| anyhow!("installing the tools panicked: try `cargo xtask tools`"))?,
        None => Ok(()),
    }
}

fn report(results: &[(Step, Duration, bool)], total: Duration) -> Result<()> {
    eprintln!();
    for (step, took, passed) in results {
        let word = if *passed { "ok" } else { "FAILED" };
        eprintln!("{:<10} {:>7.1} s  {word}", step.name(), took.as_secs_f32());
    }
    eprintln!("{:<10} {:>7.1} s", "all", total.as_secs_f32());
    let failed: Vec<String> = results
        .iter()
        .filter(|(_, _, passed)| !passed)
        .map(|(step, ..)| step.name())
        .collect();
    if !failed.is_empty() {
        bail!(
            "failed: {}. Again with `cargo xtask test --only {}`",
            failed.join(", "),
            failed.join(",")
        );
    }
    if !Path::new("end2end/tests").is_dir() {
        say("There are no browser tests in end2end/tests yet");
    }
    Ok(())
}
