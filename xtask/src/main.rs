//! The chores of this repository: `cargo xtask test` runs every check, `cargo xtask schema` renews `data-schema/`,
//! `cargo xtask gallery` draws docs/gallery.md anew, `cargo xtask notebooks` runs the notebooks and renews what they show,
//! `cargo xtask bench` measures, `cargo xtask fuzz` feeds the readers any bytes at all.
//!
//! Only the standard library, so that it is built in a second on a fresh machine.

mod checks;
mod engines;
mod fuzz;
mod notebooks;
mod python;
mod run;

use std::process::ExitCode;

use run::{Result, cargo, cargo_command, run};

const USAGE: &str = "\
cargo xtask test       format, clippy, tests, documentation, bans and licences, data schema, Python,
                       notebooks, SQL, R; what is missing for one of the last is said at the end
cargo xtask schema     write data-schema/ anew from the types
cargo xtask gallery    draw docs/gallery.md anew from the example study
cargo xtask notebooks  run the notebooks and write what they show into them; `notebooks 01 05` those two
cargo xtask bench      run the benchmarks of docs/benchmarks.md
cargo xtask fuzz       feed every reader any bytes at all, 20 seconds each; `fuzz 300 docx rtf` those two, 300 seconds each";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let task = args.next().unwrap_or_default();
    let args: Vec<String> = args.collect();
    let outcome = match task.as_str() {
        "test" => checks::all(),
        "schema" => cargo(&["run", "--package", "draad-store", "--example", "schema"]),
        "gallery" => gallery(),
        "notebooks" => notebooks::renew(&args),
        "bench" => cargo(&["bench", "--package", "draad-tests"]),
        "fuzz" => fuzz::run_targets(&args),
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

/// Draws the gallery anew: the test that compares it with the code writes it where it is asked to.
fn gallery() -> Result {
    let mut command = cargo_command(&["test", "--package", "draad-tests", "--test", "main", "--", "gallery"]);
    run(command.env("DRAAD_REFRESH", "1"))
}
