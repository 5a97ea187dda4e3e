//! `cargo xtask fuzz`: every reader of foreign files is fed any bytes at all.

use std::path::Path;
use std::process::Command;

use crate::run::{Result, repository, run, target, tool};

/// The version of cargo-fuzz that is known to work with the stable compiler.
const CARGO_FUZZ: &str = "0.13.2";

/// Runs the fuzz targets: all of them, or those named, each for this many seconds. What it finds stands in
/// `fuzz/artifacts/`; what it learnt is kept under `target/`, and the next run goes on from there.
///
/// # Errors
/// What was found, or what could not be run.
pub(crate) fn run_targets(args: &[String]) -> Result {
    let tool = tool("cargo-fuzz", CARGO_FUZZ)?;
    let is_number = |arg: &&String| arg.parse::<u32>().is_ok();
    let seconds = args.iter().find(is_number).map_or("20", String::as_str);
    let mut targets: Vec<String> = args.iter().filter(|arg| !is_number(arg)).cloned().collect();
    if targets.is_empty() {
        targets = all_targets()?;
    }
    for name in &targets {
        println!("── {name}, {seconds} s");
        run_target(&tool, name, seconds)?;
    }
    println!("nothing found in {} targets", targets.len());
    Ok(())
}

fn run_target(tool: &Path, name: &str, seconds: &str) -> Result {
    let build = target().join("fuzz");
    let corpus = build.join("corpus").join(name);
    std::fs::create_dir_all(&corpus).map_err(|reason| format!("{}: {reason}", corpus.display()))?;
    let mut command = Command::new(tool);
    // The readers have no unsafe code: without a sanitizer the stable compiler will do.
    command.args(["fuzz", "run", "--sanitizer", "none", "--target-dir"]).arg(&build).arg(name).arg(&corpus);
    let seeds = repository().join("fuzz/seeds").join(name);
    command.args(Some(seeds).filter(|seeds| seeds.exists()));
    let limits = ["-timeout=10", "-rss_limit_mb=2048", "-max_len=20000", "-print_final_stats=1"];
    command.arg("--").arg(format!("-max_total_time={seconds}")).args(limits);
    run(&mut command)
}

/// Returns the names of the fuzz targets, sorted.
fn all_targets() -> Result<Vec<String>> {
    let folder = repository().join("fuzz/fuzz_targets");
    let entries = std::fs::read_dir(&folder).map_err(|reason| format!("{}: {reason}", folder.display()))?;
    let stem =
        |entry: std::fs::DirEntry| entry.path().file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let mut names: Vec<String> = entries.flatten().filter_map(stem).collect();
    names.sort();
    Ok(names)
}
