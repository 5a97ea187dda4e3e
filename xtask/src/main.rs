//! The chores of this repository: `cargo xtask test` runs every check, `cargo xtask schema` renews `data-schema/`,
//! `cargo xtask gallery` draws docs/gallery.md anew, `cargo xtask bench` measures, `cargo xtask fuzz` feeds the readers any bytes at all.
//!
//! Only the standard library, so that it is built in a second on a fresh machine.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

const USAGE: &str = "\
cargo xtask test     format, clippy, tests, documentation, bans and licences, data schema
cargo xtask schema   write data-schema/ anew from the types
cargo xtask gallery  draw docs/gallery.md anew from the example study
cargo xtask bench    run the benchmarks of docs/benchmarks.md
cargo xtask fuzz     feed every reader any bytes at all, 20 seconds each; `fuzz 300 docx rtf` those two, 300 seconds each";

/// The version of cargo-deny that `deny.toml` was written for.
const CARGO_DENY: &str = "0.20.2";
/// The version of cargo-fuzz that is known to work with the stable compiler.
const CARGO_FUZZ: &str = "0.13.2";
/// The independent validator for the tables of a study.
const FRICTIONLESS: &str = "frictionless==5.18.1";
/// The independent validator for what is exported as XML.
const LXML: &str = "lxml==6.1.3";

type Result<T = ()> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let task = std::env::args().nth(1).unwrap_or_default();
    let outcome = match task.as_str() {
        "test" => test(),
        "schema" => cargo(&["run", "--package", "draad-store", "--example", "schema"]),
        "gallery" => gallery(),
        "bench" => cargo(&["bench", "--package", "draad-tests"]),
        "fuzz" => fuzz(&std::env::args().skip(2).collect::<Vec<_>>()),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// A check: its name, and how to run it.
type Step = (&'static str, fn() -> Result);

/// Runs every check and stops at the first that fails.
fn test() -> Result {
    let steps: [Step; 6] = [
        ("format", || cargo(&["fmt", "--all", "--check"])),
        ("clippy", || {
            cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"])
        }),
        ("tests", tests),
        ("documentation", documentation),
        ("bans and licences", deny),
        ("data schema", data_schema),
    ];
    for (name, step) in steps {
        let start = Instant::now();
        println!("── {name}");
        step().map_err(|reason| format!("{name}: {reason}"))?;
        println!("── {name}: fine ({:.0} s)", start.elapsed().as_secs_f32());
    }
    println!("all checks passed");
    Ok(())
}

/// Runs the tests, with a validator for XML where Python is at hand; without it, they say what they skip.
fn tests() -> Result {
    let mut command = Command::new(cargo_path());
    command.args(["test", "--workspace", "--no-fail-fast"]);
    if let Some(python) = python_with("xsd", LXML)? {
        command.env("DRAAD_XSD_PYTHON", python);
    }
    run(&mut command)
}

/// Draws the gallery anew: the test that compares it with the code writes it where it is asked to.
fn gallery() -> Result {
    let mut command = Command::new(cargo_path());
    command.args(["test", "--package", "draad-tests", "--test", "main", "--", "gallery"]);
    run(command.env("DRAAD_REFRESH", "1"))
}

fn documentation() -> Result {
    let mut command = Command::new(cargo_path());
    command.args(["doc", "--workspace", "--no-deps", "--quiet"]).env("RUSTDOCFLAGS", "--deny warnings");
    run(&mut command)
}

/// Checks with cargo-deny that no crate for networking is linked, that licences allow it and that all comes from the
/// registry. Installs the tool under `target/` where it is missing.
fn deny() -> Result {
    let tool = tool("cargo-deny", CARGO_DENY)?;
    run(Command::new(tool).args(["--all-features", "check", "bans", "licenses", "sources"]))
}

/// Returns where a cargo tool stands under `target/`, after installing it there where it is missing.
fn tool(name: &str, version: &str) -> Result<PathBuf> {
    let root = target().join("tools");
    let tool = root.join("bin").join(if cfg!(windows) { format!("{name}.exe") } else { name.to_owned() });
    if !tool.exists() {
        let root = root.display().to_string();
        cargo(&["install", "--quiet", "--debug", "--locked", "--root", &root, "--version", version, name])?;
    }
    Ok(tool)
}

/// Runs the fuzz targets: all of them, or those named, each for this many seconds. What it finds stands in
/// `fuzz/artifacts/`; what it learnt is kept under `target/`, and the next run goes on from there.
fn fuzz(args: &[String]) -> Result {
    let tool = tool("cargo-fuzz", CARGO_FUZZ)?;
    let is_number = |arg: &&String| arg.parse::<u32>().is_ok();
    let seconds = args.iter().find(is_number).map_or("20", String::as_str);
    let mut targets: Vec<String> = args.iter().filter(|arg| !is_number(arg)).cloned().collect();
    if targets.is_empty() {
        targets = fuzz_targets()?;
    }
    let build = target().join("fuzz");
    for name in &targets {
        println!("── {name}, {seconds} s");
        let corpus = build.join("corpus").join(name);
        std::fs::create_dir_all(&corpus).map_err(|reason| format!("{}: {reason}", corpus.display()))?;
        let mut command = Command::new(&tool);
        // The readers have no unsafe code: without a sanitizer the stable compiler will do.
        command
            .args(["fuzz", "run", "--sanitizer", "none", "--target-dir"])
            .arg(&build)
            .arg(name)
            .arg(&corpus);
        let seeds = repository().join("fuzz/seeds").join(name);
        command.args(Some(seeds).filter(|seeds| seeds.exists()));
        let limits = ["-timeout=10", "-rss_limit_mb=2048", "-max_len=20000", "-print_final_stats=1"];
        command.arg("--").arg(format!("-max_total_time={seconds}")).args(limits);
        run(&mut command)?;
    }
    println!("nothing found in {} targets", targets.len());
    Ok(())
}

/// Returns the names of the fuzz targets, sorted.
fn fuzz_targets() -> Result<Vec<String>> {
    let folder = repository().join("fuzz/fuzz_targets");
    let entries = std::fs::read_dir(&folder).map_err(|reason| format!("{}: {reason}", folder.display()))?;
    let stem =
        |entry: std::fs::DirEntry| entry.path().file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let mut names: Vec<String> = entries.flatten().filter_map(stem).collect();
    names.sort();
    Ok(names)
}

/// Validates the example study against `data-schema/` with frictionless, where Python is at hand.
fn data_schema() -> Result {
    match python_with("frictionless", FRICTIONLESS)? {
        Some(python) => run(Command::new(python).arg("tests/validate_tables.py")),
        None => {
            println!(
                "skipped: validating the tables of the example study needs Python 3 with venv; install it from your system's packages"
            );
            Ok(())
        }
    }
}

/// Returns a Python with a package, installed under `target/` where it is missing; nothing where Python itself is.
fn python_with(name: &str, package: &str) -> Result<Option<PathBuf>> {
    let venv = target().join("tools").join(name);
    let python = venv.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !python.exists() {
        let system = if cfg!(windows) { "python" } else { "python3" };
        if run(Command::new(system).args(["-m", "venv"]).arg(&venv)).is_err() {
            return Ok(None);
        }
        let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", package];
        run(Command::new(&python).args(install))?;
    }
    Ok(Some(python))
}

fn cargo(args: &[&str]) -> Result {
    run(Command::new(cargo_path()).args(args))
}

fn cargo_path() -> PathBuf {
    std::env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from)
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| repository().join("target"), PathBuf::from)
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

fn run(command: &mut Command) -> Result {
    command.current_dir(repository());
    let status = command.status().map_err(|reason| format!("{command:?}: {reason}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} ended with {status}")) }
}
