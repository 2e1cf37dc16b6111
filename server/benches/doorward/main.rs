//! What Doorward costs, beside a yardstick measured in the same run. Started by `cargo xtask bench`.
//!
//! Absolute numbers belong to the machine; the ratios are what is compared.

mod bulk;
mod bytes;
mod lists;
mod load;
mod portal;
mod process;
mod report;
mod requests;
mod scope;
mod sign_in;
mod tokens;
mod yardstick;

use report::Report;

/// What a run is told by its environment.
struct Plan {
    /// The release binary.
    binary: String,
    /// How many users the lists are measured with.
    sizes: Vec<u64>,
    /// The subjects that are measured.
    only: String,
    /// A PostgreSQL server that may be filled, if there is one.
    postgres: Option<String>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plan = Plan {
        binary: std::env::var("DOORWARD_BIN").map_err(
            |_| "run `cargo xtask bench`: it builds the binary and names it in DOORWARD_BIN",
        )?,
        sizes: std::env::var("DOORWARD_BENCH_USERS")
            .unwrap_or_else(|_| "1000,100000,1000000".into())
            .split(',')
            .map(|size| size.trim().parse())
            .collect::<Result<_, _>>()?,
        only: std::env::var("DOORWARD_BENCH_ONLY")
            .unwrap_or_else(|_| "bytes,process,sign-ins,requests,tokens,lists,scope,bulk".into()),
        postgres: std::env::var("DOORWARD_BENCH_POSTGRES_URL").ok(),
    };
    let mut report = Report::default();
    tokio::runtime::Runtime::new()?.block_on(async {
        for subject in plan.only.split(',') {
            match subject.trim() {
                "bytes" => bytes::measure(&mut report)?,
                "process" => process::measure(&plan, &mut report).await?,
                "sign-ins" => sign_in::measure(&plan, &mut report).await?,
                "requests" => requests::measure(&plan, &mut report).await?,
                "tokens" => tokens::measure(&plan, &mut report).await?,
                "lists" => lists::measure(&plan, &mut report).await?,
                "bulk" => bulk::measure(&plan, &mut report).await?,
                "scope" => scope::measure(&plan, &mut report).await?,
                other => return Err(format!("nothing is measured as {other:?}").into()),
            }
        }
        Ok::<_, Box<dyn std::error::Error>>(())
    })?;
    println!("{report}");
    Ok(())
}
