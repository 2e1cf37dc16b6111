//! Start-up and memory.

use std::time::Duration;

use serde_json::json;

use crate::{
    Plan, load,
    portal::{Ground, PASSWORD},
    report::Report,
};

type Failure = Box<dyn std::error::Error>;

/// Measures.
pub async fn measure(plan: &Plan, report: &mut Report) -> Result<(), Failure> {
    let ground = Ground::new(plan, None)?;
    let portal = ground.start().await?;
    report.add(
        "start to ready, empty database",
        millis(portal.ready_after),
        String::new(),
        "≤ 400 ms",
    );
    drop(portal);
    ground.fill(200)?;
    let mut times = Vec::new();
    for _ in 0..5 {
        times.push(ground.start().await?.ready_after);
    }
    times.sort_unstable();
    report.add(
        "start to ready, existing database",
        millis(times[2]),
        "median of 5".into(),
        "≤ 50 ms",
    );

    let portal = ground.start().await?;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let idle = portal.memory("VmRSS");
    report.add(
        "memory, idle",
        format!("{idle:.1} MiB"),
        String::new(),
        "≤ 30 MiB",
    );
    let client = reqwest::Client::new();
    let url = format!("{}/api/v1/login", portal.base);
    load::run(64, Duration::from_secs(10), move |number| {
        let body = json!({ "by": "password", "login_id": format!("nobody{number}"), "password": PASSWORD });
        let request = client.post(&url).json(&body);
        async move {
            // Refused and throttled are fine: it is the memory that is measured.
            let _ = request.send().await;
        }
    })
    .await;
    let peak = portal.memory("VmHWM");
    let hashing = 19.0 * std::thread::available_parallelism()?.get() as f64;
    report.add(
        "memory, peak of a sign-in burst",
        format!("{peak:.1} MiB"),
        format!("idle and hashers {:.1} MiB", idle + hashing),
        "≤ idle + hashers + 30 MiB",
    );
    tokio::time::sleep(Duration::from_secs(60)).await;
    let after = portal.memory("VmRSS");
    report.add(
        "memory, a minute after",
        format!("{after:.1} MiB"),
        format!("{:+.1} MiB beside idle", after - idle),
        "≤ idle + 20 MiB",
    );
    Ok(())
}

fn millis(time: Duration) -> String {
    format!("{:.0} ms", time.as_secs_f64() * 1000.0)
}
