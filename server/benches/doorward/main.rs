//! What Doorward costs, beside a yardstick measured in the same run. Started by `cargo xtask bench`.
//!
//! Absolute numbers belong to the machine; the ratios are what is compared.

mod bytes;
mod lists;
mod load;
mod portal;
mod process;
mod report;
mod requests;
mod sign_in;
mod yardstick;

use report::Report;

/// What a run is told by its environment.
struct Plan {
    /// The release binary.
    binary: String,
    /// How many users the lists are measured with.
    sizes: Vec<u64>,
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
        postgres: std::env::var("DOORWARD_BENCH_POSTGRES_URL").ok(),
    };
    let mut report = Report::default();
    tokio::runtime::Runtime::new()?.block_on(async {
        bytes::measure(&mut report)?;
        process::measure(&plan, &mut report).await?;
        sign_in::measure(&plan, &mut report).await?;
        requests::measure(&plan, &mut report).await?;
        lists::measure(&plan, &mut report).await
    })?;
    println!("{report}");
    Ok(())
}
