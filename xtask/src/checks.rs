//! `cargo xtask test`: every check, one after another.

use std::process::Command;
use std::time::Instant;

use crate::run::{Result, cargo, cargo_command, run, tool};
use crate::{engines, notebooks, python};

/// The version of cargo-deny that `deny.toml` was written for.
const CARGO_DENY: &str = "0.20.2";
/// The independent validator for the tables of a study.
const FRICTIONLESS: &str = "frictionless==5.18.1";
/// The independent validator for what is exported as XML.
const LXML: &str = "lxml==6.1.3";

/// What became of a check that did not fail.
pub(crate) enum Outcome {
    Fine,
    /// It could not be run; the reason, and what would let it run.
    Skipped(String),
}

/// A check: its name, and how to run it.
type Check = (&'static str, fn() -> Result<Outcome>);

const CHECKS: [Check; 11] = [
    ("format", || always(cargo(&["fmt", "--all", "--check"]))),
    ("clippy", || {
        always(cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"]))
    }),
    ("tests", || always(tests())),
    ("documentation", || always(documentation())),
    ("bans and licences", || always(deny())),
    ("data schema", data_schema),
    ("Python package", notebooks::module),
    ("notebooks", notebooks::check),
    ("SQL in DataFusion", engines::datafusion),
    ("SQL in Spark", engines::spark),
    ("R", engines::r),
];

/// Runs every check and stops at the first that fails; says at the end which could not be run.
///
/// # Errors
/// The check that failed, and why.
pub(crate) fn all() -> Result {
    let mut skipped = Vec::new();
    for (name, check) in CHECKS {
        let start = Instant::now();
        println!("── {name}");
        match check().map_err(|reason| format!("{name}: {reason}"))? {
            Outcome::Fine => println!("── {name}: fine ({:.0} s)", start.elapsed().as_secs_f32()),
            Outcome::Skipped(reason) => skipped.push(format!("skipped: {name} {reason}")),
        }
    }
    for line in &skipped {
        println!("{line}");
    }
    println!("{}", if skipped.is_empty() { "all checks passed" } else { "all other checks passed" });
    Ok(())
}

fn always(result: Result) -> Result<Outcome> {
    result.map(|()| Outcome::Fine)
}

/// Runs the tests, with a validator for XML where Python is at hand; without it, they say what they skip.
fn tests() -> Result {
    let mut command = cargo_command(&["test", "--workspace", "--no-fail-fast"]);
    if let Some(python) = python::environment("xsd", python::FOR_VALIDATORS, LXML)? {
        command.env("DRAAD_XSD_PYTHON", python);
    }
    run(&mut command)
}

fn documentation() -> Result {
    let mut command = cargo_command(&["doc", "--workspace", "--no-deps", "--quiet"]);
    run(command.env("RUSTDOCFLAGS", "--deny warnings"))
}

/// Checks with cargo-deny that no crate for networking is linked, that licences allow it and that all comes from the
/// registry. Installs the tool under `target/` where it is missing.
fn deny() -> Result {
    let tool = tool("cargo-deny", CARGO_DENY)?;
    run(Command::new(tool).args(["--all-features", "check", "bans", "licenses", "sources"]))
}

/// Validates the example study against `data-schema/` with frictionless, where Python is at hand.
fn data_schema() -> Result<Outcome> {
    match python::environment("frictionless", python::FOR_VALIDATORS, FRICTIONLESS)? {
        Some(python) => always(run(Command::new(python).arg("tests/validate_tables.py"))),
        None => Ok(Outcome::Skipped(python::how_to_get(python::FOR_VALIDATORS))),
    }
}
