//! `doorward doctor`: looks at everything that has to be right, and says what to do where it is not.

use std::{process::ExitCode, time::Duration};

use app::Timestamp;
use lettre::{
    Tokio1Executor,
    transport::smtp::{
        AsyncSmtpTransport, Error,
        authentication::Credentials,
        client::{Tls, TlsParameters},
    },
};
use migrations::{Migrator, MigratorTrait};
use sea_orm::DbBackend;

use super::{Done, open};
use crate::{
    config::{Encryption, Settings, SmtpSettings, without_password},
    credentials::seal::Sealer,
    db::{Db, sql},
    deps::{Clock, SystemClock},
};

const PATIENCE: Duration = Duration::from_secs(10);
/// 2026-01-01: a clock before it was never set.
const PLAUSIBLE: Timestamp = Timestamp::from_millis(1_767_225_600_000);
/// One-time codes live for half a minute.
const DRIFT_SECONDS: i64 = 10;
/// Events are sealed every few seconds.
const SEALED_WITHIN: i64 = 60;

/// What a check found.
enum Finding {
    Fine(String),
    /// It works, but somebody should look at it.
    Odd(String),
    /// It does not work.
    Wrong(String),
}
use Finding::{Fine, Odd, Wrong};

/// Runs the command.
pub async fn doctor(settings: &Settings) -> Done {
    let mut findings = Vec::new();
    if settings.sqlite_file().is_some_and(|file| !file.exists()) {
        let url = without_password(&settings.database_url);
        findings.push((
            "database",
            Odd(format!("{url} is not there yet; the first start makes it")),
        ));
    } else {
        match open::connect(settings).await {
            Ok(db) => {
                findings.push(("database", tables(settings, &db).await));
                findings.push(("secret key", key(settings, &db).await));
                findings.push(("clock", clock(&db).await));
                findings.push(("audit trail", trail(&db).await));
            }
            Err(error) => findings.push(("database", Wrong(error.to_string()))),
        }
    }
    findings.push(("mail", mail(settings).await));
    findings.push(("public URL", public_url(settings)));
    findings.push(("proxies", proxies(settings)));

    let mut code = ExitCode::SUCCESS;
    for (name, finding) in findings {
        let (mark, words) = match finding {
            Fine(words) => ("ok   ", words),
            Odd(words) => ("look ", words),
            Wrong(words) => {
                code = ExitCode::FAILURE;
                ("WRONG", words)
            }
        };
        println!("{mark} {name}: {words}");
    }
    Ok(code)
}

async fn tables(settings: &Settings, db: &Db) -> Finding {
    let url = without_password(&settings.database_url);
    match Migrator::get_pending_migrations(db.write()).await {
        Ok(pending) if pending.is_empty() => Fine(format!("{url} answers and is up to date")),
        Ok(pending) => Odd(format!(
            "{url} answers; {} steps are to be done: `doorward migrate`, or the next start does them",
            pending.len()
        )),
        Err(error) => Wrong(format!(
            "{url} answers, but not as a database of Doorward: {error}"
        )),
    }
}

async fn key(settings: &Settings, db: &Db) -> Finding {
    let key = match settings.secret_key.read() {
        Ok(Some(key)) => key,
        Ok(None) => return Odd("there is none yet; the first start makes it. Keep a copy of it apart from the database's".to_owned()),
        Err(error) => return Wrong(error.to_string()),
    };
    match open::has_right_key(db, &Sealer::new(&key)).await {
        Ok(true) => Fine("it is the one of this database".to_owned()),
        Ok(false) => Wrong(open::KeyRefused::Wrong.to_string()),
        Err(_) => {
            Odd("it is there; whether it is the right one is seen when the tables are".to_owned())
        }
    }
}

async fn clock(db: &Db) -> Finding {
    let now = SystemClock.now();
    if now < PLAUSIBLE {
        return Wrong(format!(
            "it says {now}, which cannot be: set the machine's clock; one-time codes depend on it"
        ));
    }
    let sql = match db.backend() {
        DbBackend::Sqlite => "SELECT MAX(at) FROM audit_events",
        _ => "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)",
    };
    let other = match sql::number(db.read(), sql, []).await {
        Ok(other) if other > 0 => Timestamp::from_millis(other),
        _ => return Fine(format!("it says {now}")),
    };
    match (db.backend(), now.seconds() - other.seconds()) {
        (DbBackend::Sqlite, ahead) if ahead < -DRIFT_SECONDS => Wrong(format!(
            "it says {now}, but something was recorded at {other}: set the machine's clock"
        )),
        (DbBackend::Postgres, drift) if drift.abs() > DRIFT_SECONDS => Wrong(format!(
            "it says {now}, the database's {other}: set both by NTP; one-time codes depend on it"
        )),
        _ => Fine(format!("it says {now}")),
    }
}

/// Whether what was recorded is sealed soon. Whether it is sound takes longer: `doorward audit verify`.
async fn trail(db: &Db) -> Finding {
    const SQL: &str = "SELECT COALESCE(MIN(at), 0) FROM audit_events WHERE seal IS NULL";
    let Ok(oldest) = sql::number(db.read(), SQL, []).await else {
        return Odd("whether it is sealed is seen when the tables are up to date".to_owned());
    };
    let oldest = Timestamp::from_millis(oldest);
    if oldest.millis() > 0 && oldest < SystemClock.now().plus_seconds(-SEALED_WITHIN) {
        return Odd(format!(
            "what was recorded at {oldest} is not sealed yet: is `doorward serve` running? If it is, its log says why, or `doorward audit verify`"
        ));
    }
    Fine(
        "what was recorded is sealed; `doorward audit verify` checks that nothing was changed"
            .to_owned(),
    )
}

async fn mail(settings: &Settings) -> Finding {
    let Some(smtp) = &settings.smtp else {
        let folder = settings.data_dir.join("mail");
        return Odd(format!(
            "no mail server is set (DOORWARD_SMTP_URL); mail is written to {}",
            folder.display()
        ));
    };
    let place = format!("{}:{}", smtp.host, smtp.port);
    let tried = match transport(smtp) {
        Ok(transport) => tokio::time::timeout(PATIENCE, transport.test_connection()).await,
        Err(error) => return Wrong(format!("{place}: {error}")),
    };
    match tried {
        Ok(Ok(true)) => Fine(format!(
            "{place} answers{}",
            if smtp.credentials.is_some() {
                " and knows us"
            } else {
                ""
            }
        )),
        Ok(Ok(false)) => Wrong(format!("{place} answers, but not as a mail server")),
        Ok(Err(error)) => Wrong(format!(
            "{place}: {error}. Check DOORWARD_SMTP_URL, its ?tls= and the firewall"
        )),
        Err(_) => Wrong(format!(
            "{place} does not answer. Check DOORWARD_SMTP_URL and the firewall"
        )),
    }
}

fn transport(smtp: &SmtpSettings) -> Result<AsyncSmtpTransport<Tokio1Executor>, Error> {
    let tls = match smtp.encryption {
        Encryption::None => Tls::None,
        encryption => {
            let parameters = TlsParameters::new(smtp.host.clone())?;
            match encryption {
                Encryption::Implicit => Tls::Wrapper(parameters),
                Encryption::Opportunistic => Tls::Opportunistic(parameters),
                _ => Tls::Required(parameters),
            }
        }
    };
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&smtp.host)
        .port(smtp.port)
        .tls(tls)
        .timeout(Some(PATIENCE));
    if let Some((user, password)) = smtp.credentials.clone() {
        builder = builder.credentials(Credentials::new(user, password));
    }
    Ok(builder.build())
}

fn public_url(settings: &Settings) -> Finding {
    let url = settings.public_url_at(settings.listen.port());
    let listen = settings.listen;
    if url.is_https() {
        return Fine(format!(
            "{}, through a proxy with TLS that passes on to {listen}",
            url.origin()
        ));
    }
    if !url.is_loopback() {
        return Wrong(format!(
            "{} has no TLS: passwords can be read on the way. Put a proxy with TLS before {listen} and set DOORWARD_PUBLIC_URL to https://…",
            url.origin()
        ));
    }
    if !listen.ip().is_loopback() {
        return Odd(format!(
            "{} is this machine alone, but {listen} can be reached from others: set DOORWARD_PUBLIC_URL to what they type",
            url.origin()
        ));
    }
    Fine(format!("{}, for this machine alone", url.origin()))
}

fn proxies(settings: &Settings) -> Finding {
    let url = settings.public_url_at(settings.listen.port());
    let too_wide = settings
        .trusted_proxies
        .iter()
        .find(|network| network.prefix_len() == 0);
    match (&settings.trusted_proxies[..], too_wide) {
        (_, Some(network)) => Wrong(format!(
            "{network} is everybody: anyone could write any address into X-Forwarded-For. Name the proxies alone in DOORWARD_TRUSTED_PROXIES"
        )),
        ([], _) if url.is_https() => Odd(
            "the public URL is behind a proxy, but none is trusted, so everybody seems to come from its address: set DOORWARD_TRUSTED_PROXIES".to_owned(),
        ),
        ([], _) => Fine("none are trusted".to_owned()),
        (networks, _) => Fine(format!("{} are believed", networks.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))),
    }
}
