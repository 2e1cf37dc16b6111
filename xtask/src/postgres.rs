//! A throw-away PostgreSQL: made in a temporary folder, gone with it.

use crate::shell::{command, output, run, say};
use crate::system;
use anyhow::{Context, Result, bail};
use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The folders' names begin so, followed by the id of the process that made them.
const PREFIX: &str = "doorward-pg-";
const PATIENCE: Duration = Duration::from_secs(30);

/// A running server; dropping it stops it and removes its folder.
pub(crate) struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
    port: u16,
    server: Option<Child>,
}

/// The `postgres` command: until Ctrl-C.
pub(crate) fn keep_running() -> Result<()> {
    let mut cluster = Cluster::start()?;
    // Ctrl-C reaches the server as well; we only have to outlive it and tidy up.
    ctrlc::set_handler(|| {}).context("cannot listen for Ctrl-C")?;
    say("PostgreSQL is running until Ctrl-C");
    println!("{}", cluster.url());
    if let Some(server) = &mut cluster.server {
        server.wait()?;
    }
    Ok(())
}

impl Cluster {
    /// Starts a server on a free port.
    pub(crate) fn start() -> Result<Self> {
        system::need_postgres()?;
        remove_left_overs();
        let programs = system::postgres_folder()
            .context("no initdb found: install PostgreSQL (Debian: apt-get install postgresql)")?;
        // Sockets need a short path, whatever TMPDIR says.
        let folder = Path::new("/tmp").join(format!("{PREFIX}{}", std::process::id()));
        fs::create_dir(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let mut cluster = Self {
            programs,
            folder,
            port: free_port()?,
            server: None,
        };
        cluster.initialise()?;
        cluster.launch()?;
        Ok(cluster)
    }

    /// Where the tests find it; each makes databases of its own there.
    pub(crate) fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    fn initialise(&self) -> Result<()> {
        fs::set_permissions(&self.folder, fs::Permissions::from_mode(0o700))?;
        if let Some((uid, gid)) = stand_in()? {
            chown(&self.folder, Some(uid), Some(gid))?;
        }
        run(
            self.program("initdb")?
                .args([
                    "--username=postgres",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                ])
                .args(["--no-sync", "--no-instructions", "--pgdata"])
                .arg(self.data())
                .stdout(Stdio::null()),
            "The message above is initdb's",
        )
    }

    fn launch(&mut self) -> Result<()> {
        let log = self.folder.join("log");
        let mut server = self.program("postgres")?;
        server
            .arg("-D")
            .arg(self.data())
            .arg("-k")
            .arg(&self.folder);
        for setting in [
            "listen_addresses=127.0.0.1".to_owned(),
            format!("port={}", self.port),
            "fsync=off".into(),
            "synchronous_commit=off".into(),
            "full_page_writes=off".into(),
            "max_connections=400".into(),
        ] {
            server.arg("-c").arg(setting);
        }
        server.stdout(Stdio::null()).stderr(File::create(&log)?);
        let child = self
            .server
            .insert(server.spawn().context("cannot start postgres")?);

        let begun = Instant::now();
        loop {
            if let Some(status) = child.try_wait()? {
                bail!(
                    "postgres stopped at once ({status}): {}",
                    fs::read_to_string(&log).unwrap_or_default()
                );
            }
            // The last line of this file says `ready` when connections are taken.
            let state =
                fs::read_to_string(self.folder.join("data/postmaster.pid")).unwrap_or_default();
            if state
                .lines()
                .last()
                .is_some_and(|line| line.trim() == "ready")
            {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                bail!(
                    "postgres is not ready after {PATIENCE:?}; is the machine very busy? Try again"
                );
            }
            sleep(Duration::from_millis(50));
        }
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// One of PostgreSQL's programs, as the user it accepts.
    fn program(&self, name: &str) -> Result<Command> {
        let mut program = command(self.programs.join(name));
        program.current_dir(&self.folder);
        if let Some((uid, gid)) = stand_in()? {
            program.uid(uid).gid(gid);
        }
        Ok(program)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Some(mut server) = self.server.take() {
            if let Ok(mut pg_ctl) = self.program("pg_ctl") {
                stop(&mut pg_ctl, &self.data());
            }
            // Either it is gone by now, or it is killed: its data is thrown away all the same.
            let _ = server.kill();
            let _ = server.wait();
        }
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// PostgreSQL refuses to run as root: then the user `postgres` does it.
fn stand_in() -> Result<Option<(u32, u32)>> {
    if !system::is_root() {
        return Ok(None);
    }
    let number = |flag| output(command("id").args([flag, "postgres"]))?.parse().ok();
    match (number("-u"), number("-g")) {
        (Some(uid), Some(gid)) => Ok(Some((uid, gid))),
        _ => bail!(
            "PostgreSQL refuses to run as root and there is no user `postgres`: add one (useradd --system postgres)"
        ),
    }
}

/// Asks a server to stop at once, without tidying up data that nobody wants.
fn stop(pg_ctl: &mut Command, data: &Path) {
    let _ = pg_ctl
        .args(["stop", "--silent", "--mode=immediate", "--pgdata"])
        .arg(data)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
}

/// Runs that were killed could not tidy up: the next one does.
fn remove_left_overs() {
    for entry in fs::read_dir("/tmp").into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(owner) = name.to_str().and_then(|name| name.strip_prefix(PREFIX)) else {
            continue;
        };
        if Path::new("/proc/self").exists() && !Path::new("/proc").join(owner).exists() {
            let programs = system::postgres_folder().unwrap_or_default();
            let abandoned = Cluster {
                programs,
                folder: entry.path(),
                port: 0,
                server: None,
            };
            if let Ok(mut pg_ctl) = abandoned.program("pg_ctl") {
                stop(&mut pg_ctl, &abandoned.data());
            }
        }
    }
}

fn free_port() -> Result<u16> {
    let listener =
        TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port on 127.0.0.1")?;
    Ok(listener.local_addr()?.port())
}
