//! Password sign-ins per second, beside the bare route and the raw hash rate.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Block, Params, Version};
use serde_json::json;

use crate::{
    Plan,
    load::{self, Load},
    portal::{Ground, PASSWORD},
    report::Report,
    yardstick,
};

type Failure = Box<dyn std::error::Error>;
/// What is compared takes turns, so that what else the machine does meets all of it.
const ROUNDS: u32 = 4;
const LENGTH: Duration = Duration::from_secs(3);

/// Measures.
pub async fn measure(plan: &Plan, report: &mut Report) -> Result<(), Failure> {
    let ground = Ground::new(plan, None)?;
    ground.fill(200)?;
    let portal = ground.start().await?;
    let login_ids = login_ids(&portal.base, portal.administrator().await?).await?;
    let bare = yardstick::start().await?;
    let bare_ids: Vec<String> = (0..100).map(|number| format!("user{number}")).collect();

    let [mut one, mut eight, mut many, mut yard] = [(); 4].map(|()| Load::default());
    let mut raw = 0.0;
    for _ in 0..ROUNDS {
        raw += tokio::task::spawn_blocking(raw_hash_rate).await?? / f64::from(ROUNDS);
        for (load, at_once) in [(&mut one, 1), (&mut eight, 8), (&mut many, 32)] {
            load.add(sign_ins(&portal.base, "/api/v1/login", &login_ids, at_once).await);
        }
        yard.add(sign_ins(&bare.base, "/login", &bare_ids, 8).await);
    }

    report.add(
        "password sign-ins, 8 at once",
        format!("{:.1}/s", eight.rate()),
        format!(
            "{:.2} of the bare route ({:.1}/s), {:.2} of the raw hash rate ({raw:.1}/s)",
            eight.rate() / yard.rate(),
            yard.rate(),
            eight.rate() / raw
        ),
        "≥ 0.95 of the bare route, ≥ 0.85 of the raw rate",
    );
    report.add(
        "8 at once beside one at a time",
        format!("{:.2} times", eight.rate() / one.rate()),
        format!("one at a time {:.1}/s", one.rate()),
        "≥ 1.7",
    );
    report.add(
        "32 at once beside 8",
        format!("{:.2} times", many.rate() / eight.rate()),
        format!("{:.1}/s", many.rate()),
        "≥ 0.97",
    );
    let hash = 1000.0 / (raw / std::thread::available_parallelism()?.get() as f64);
    report.add(
        "one sign-in alone, p95",
        format!("{:.1} ms", one.p95()),
        format!("one hash {hash:.1} ms"),
        "hash + 5 ms",
    );
    Ok(())
}

async fn sign_ins(base: &str, path: &str, ids: &[String], at_once: usize) -> Load {
    let client = reqwest::Client::new();
    let url = format!("{base}{path}");
    let ids = ids.to_vec();
    load::run(at_once, LENGTH, move |number| {
        let id = &ids[usize::try_from(number).unwrap_or_default() % ids.len()];
        let body = json!({ "by": "password", "login_id": id, "password": PASSWORD });
        let request = client.post(&url).json(&body);
        async move {
            let answer = request
                .send()
                .await
                .and_then(reqwest::Response::error_for_status);
            assert!(answer.is_ok(), "a sign-in failed: {answer:?}");
        }
    })
    .await
}

/// Of the first hundred users, who have the password, those who can sign in with it alone. Nobody is found out by
/// trying: failures would slow this address down.
async fn login_ids(base: &str, client: reqwest::Client) -> Result<Vec<String>, Failure> {
    let mut usable = Vec::new();
    for id in 2..100 {
        let answer = client
            .get(format!("{base}/api/v1/users/{id}"))
            .send()
            .await?;
        let user: serde_json::Value = answer.error_for_status()?.json().await?;
        if user["status"] == "active" && user["two_factor"]["required"] == false {
            usable.extend(user["login_id"].as_str().map(str::to_owned));
        }
    }
    if usable.is_empty() {
        Err("nobody could sign in".into())
    } else {
        Ok(usable)
    }
}

/// Hashes per second with all cores at it and nothing else to do.
fn raw_hash_rate() -> Result<f64, std::io::Error> {
    let threads = std::thread::available_parallelism()?.get();
    let begun = Instant::now();
    let workers: Vec<_> = (0..threads)
        .map(|_| {
            std::thread::spawn(move || {
                let params = Params::new(19 * 1024, 2, 1, Some(32)).unwrap_or(Params::DEFAULT);
                let mut memory = vec![Block::default(); params.block_count()];
                let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
                let mut hashes = 0_u32;
                let mut output = [0; 32];
                while begun.elapsed() < LENGTH {
                    let done = argon2.hash_password_into_with_memory(
                        PASSWORD.as_bytes(),
                        &[7; 16],
                        &mut output,
                        &mut memory,
                    );
                    hashes += u32::from(done.is_ok());
                }
                hashes
            })
        })
        .collect();
    let hashes: u32 = workers
        .into_iter()
        .filter_map(|worker| worker.join().ok())
        .sum();
    Ok(f64::from(hashes) / begun.elapsed().as_secs_f64())
}
