//! `dev`: the loop of edit and look. Trunk rebuilds and reloads what the browser shows; the server
//! is rebuilt and restarted behind it.

use crate::shell::{absolute, cargo, command, say};
use crate::{frontend, stamp, system, tools};
use anyhow::{Context, Result, bail};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::Child;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

/// The browser's address: trunk's, which passes on what is the server's.
const ADDRESS: &str = "http://localhost:3000";
/// Where the server listens behind it; Trunk.toml says the same.
const BACKEND: u16 = 8080;
/// Not `dist`: a debug build must never get into a release binary.
const DIST: &str = "target/frontend/dist-dev";
const SERVER_SOURCES: [&str; 5] = ["app", "server", "migrations", "Cargo.toml", "Cargo.lock"];
const BREATH: Duration = Duration::from_millis(400);

/// Runs both until Ctrl-C, which reaches them as well.
pub(crate) fn dev(args: &[String]) -> Result<()> {
    system::need_c_compiler()?;
    tools::install_for_build()?;
    frontend::make_dist()?;
    if TcpStream::connect((Ipv4Addr::LOCALHOST, BACKEND)).is_ok() {
        bail!("something already listens on port {BACKEND}: stop it, the server needs that port");
    }

    let mut seen = newest(&SERVER_SOURCES)?;
    let mut server = if build_server()? {
        Some(start_server(args)?)
    } else {
        None
    };
    let mut trunk = frontend::trunk("serve")?
        .args([
            "--port",
            "3000",
            "--address",
            "127.0.0.1",
            "--disable-address-lookup",
        ])
        .args(["--dist", DIST])
        .spawn()
        .context("cannot start trunk: `cargo xtask tools` installs it")?;
    say(&format!("Open {ADDRESS}"));

    loop {
        sleep(BREATH);
        if let Some(status) = trunk.try_wait()? {
            stop(&mut server);
            bail!("trunk stopped ({status}): the message above says why");
        }
        if let Some(status) = server
            .as_mut()
            .and_then(|child| child.try_wait().ok().flatten())
        {
            say(&format!(
                "The server stopped ({status}); it is started again when a file changes"
            ));
            server = None;
        }
        let now = newest(&SERVER_SOURCES)?;
        if now != seen {
            seen = now;
            // The old one answers until the new one is ready to take its place.
            if build_server()? {
                stop(&mut server);
                server = Some(start_server(args)?);
            }
        }
    }
}

/// False when it does not compile: the next change may put that right.
fn build_server() -> Result<bool> {
    say("Building the server");
    let status = cargo()
        .args(["build", "--package", "server", "--bin", "doorward"])
        .status()?;
    Ok(status.success())
}

fn start_server(args: &[String]) -> Result<Child> {
    command(absolute("target/debug/doorward")?)
        .arg("serve")
        .args(args)
        .env("DOORWARD_LISTEN", format!("127.0.0.1:{BACKEND}"))
        .env("DOORWARD_PUBLIC_URL", ADDRESS)
        .spawn()
        .context("cannot start target/debug/doorward")
}

fn stop(server: &mut Option<Child>) {
    if let Some(mut child) = server.take() {
        // It may have stopped by itself, which is just as good.
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// How many files there are and when the latest was written: enough to notice a save.
fn newest(paths: &[&str]) -> Result<(usize, Option<SystemTime>)> {
    let mut count = 0;
    let mut latest = None;
    for path in paths {
        for file in stamp::files(Path::new(path))? {
            count += 1;
            // A file that an editor is just replacing is seen on the next look.
            let written = file.metadata().and_then(|data| data.modified()).ok();
            latest = latest.max(written);
        }
    }
    Ok((count, latest))
}
