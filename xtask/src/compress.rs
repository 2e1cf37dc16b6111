//! Compressed twins beside each file of the browser's half, so that the server never compresses.

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;

const COMPRESSIBLE: [&str; 9] = [
    "css",
    "html",
    "js",
    "json",
    "map",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
];

/// Writes `.br` and `.gz` beside every file below the folder that gets smaller by it.
pub(crate) fn folder(folder: &Path) -> Result<()> {
    let files = crate::stamp::files(folder)?;
    thread::scope(|scope| {
        let workers: Vec<_> = files
            .iter()
            .filter(|file| is_compressible(file))
            .map(|file| scope.spawn(move || twins(file)))
            .collect();
        for worker in workers {
            worker
                .join()
                .map_err(|_| anyhow::anyhow!("a compressing thread panicked"))??;
        }
        Ok(())
    })
}

fn is_compressible(file: &Path) -> bool {
    file.extension()
        .is_some_and(|found| COMPRESSIBLE.iter().any(|known| found == *known))
}

fn twins(file: &Path) -> Result<()> {
    let plain = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    write_if_smaller(file, "br", &plain, &brotli(&plain)?)?;
    write_if_smaller(file, "gz", &plain, &gzip(&plain)?)
}

fn brotli(plain: &[u8]) -> Result<Vec<u8>> {
    let params = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: plain.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &plain[..], &mut packed, &params)?;
    Ok(packed)
}

fn gzip(plain: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain)?;
    Ok(encoder.finish()?)
}

fn write_if_smaller(file: &Path, ending: &str, plain: &[u8], packed: &[u8]) -> Result<()> {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    let twin = PathBuf::from(name);
    if packed.len() < plain.len() {
        fs::write(&twin, packed).with_context(|| format!("cannot write {}", twin.display()))?;
    }
    Ok(())
}
