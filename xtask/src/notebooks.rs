//! The Python module, and the notebooks that import it: run with the command as it was just built.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::checks::Outcome;
use crate::python;
use crate::run::{Result, built_command, program, repository, run, text};

/// The Python package, and what its tests need.
const MODULE: &str = "crates/cli/python";
const REQUIREMENTS: [&str; 2] = ["notebooks/requirements.txt", "crates/cli/python/requirements-test.txt"];

/// Runs the tests of the Python package.
///
/// # Errors
/// That a test failed, or that they could not be run.
pub(crate) fn module() -> Result<Outcome> {
    let Some(python) = environment()? else {
        return Ok(Outcome::Skipped(python::how_to_get(python::FOR_NOTEBOOKS)));
    };
    let mut command = Command::new(&python);
    command.args(["-m", "pytest", "--quiet", "-p", "no:cacheprovider"]).arg(Path::new(MODULE).join("tests"));
    run(with_command(&mut command, &python))?;
    Ok(Outcome::Fine)
}

/// Runs all notebooks, and compares what they show with what is committed.
///
/// # Errors
/// The notebook and the cell that fails, or shows something else.
pub(crate) fn check() -> Result<Outcome> {
    match environment()? {
        None => Ok(Outcome::Skipped(python::how_to_get(python::FOR_NOTEBOOKS))),
        Some(python) => runner(&python, "check", &[]).map(|()| Outcome::Fine),
    }
}

/// Runs the notebooks whose names begin so, or all, and writes what they show into them.
///
/// # Errors
/// The notebook that fails, or that there is no Python.
pub(crate) fn renew(names: &[String]) -> Result {
    let Some(python) = environment()? else {
        return Err(format!("cargo xtask notebooks {}", python::how_to_get(python::FOR_NOTEBOOKS)));
    };
    runner(&python, "renew", names)
}

fn runner(python: &Path, task: &str, names: &[String]) -> Result {
    let mut command = Command::new(python);
    command.arg("notebooks/run.py").arg(task).args(names);
    run(with_command(&mut command, python))
}

/// Returns the Python of the environment that module and notebooks are run in, with the command as it was just built
/// and the module as it stands in the repository.
fn environment() -> Result<Option<PathBuf>> {
    let requirements = REQUIREMENTS.map(text).into_iter().collect::<Result<Vec<_>>>()?.concat();
    let Some(python) = python::environment("notebooks", python::FOR_NOTEBOOKS, &requirements)? else {
        return Ok(None);
    };
    python::add_modules(&python, "draad", &repository().join(MODULE))?;
    let built = built_command()?;
    let placed = python::programs(&python).join(program("draad"));
    place(&built, &placed).map_err(|reason| format!("{}: {reason}", placed.display()))?;
    Ok(Some(python))
}

/// Puts a file in a second place without copying it, where the system can.
fn place(file: &Path, placed: &Path) -> std::io::Result<()> {
    if placed.exists() {
        std::fs::remove_file(placed)?;
    }
    std::fs::hard_link(file, placed).or_else(|_| std::fs::copy(file, placed).map(|_| ()))
}

/// Lets a command find the `draad` that stands beside its Python, and no other.
fn with_command<'a>(command: &'a mut Command, python: &Path) -> &'a mut Command {
    command
        .env("DRAAD", python::programs(python).join(program("draad")))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env_remove("PYTHONPATH")
}
