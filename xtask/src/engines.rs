//! What other programs make of the same study: SQL in DataFusion and Spark, and R. Their numbers have to be those of the
//! command as it was just built.

use std::process::{Command, Stdio};

use crate::checks::Outcome;
use crate::python;
use crate::run::{Result, built_command, repository, run, text};

/// Runs the SQL of `data-schema/sql` in DataFusion.
///
/// # Errors
/// The cells that differ from `draad table`, or that it could not be run.
pub(crate) fn datafusion() -> Result<Outcome> {
    sql("datafusion", "tests/sql/requirements.txt")
}

/// Runs the SQL of `data-schema/sql` in Spark, where Java is at hand.
///
/// # Errors
/// As [`datafusion`].
pub(crate) fn spark() -> Result<Outcome> {
    if !answers("java", "-version") {
        return Ok(Outcome::Skipped(
            "needs Java 17 or later; on Debian and Ubuntu: apt install default-jre".to_owned(),
        ));
    }
    sql("spark", "tests/sql/requirements-spark.txt")
}

/// Runs the notebook in R, which stops where a number of R is not that of the command.
///
/// # Errors
/// That it stopped, or that it could not be run.
pub(crate) fn r() -> Result<Outcome> {
    if !answers("Rscript", "--version") {
        return Ok(Outcome::Skipped(
            "needs R 4.0 or later; on Debian and Ubuntu: apt install r-base-core".to_owned(),
        ));
    }
    let mut command = Command::new("Rscript");
    command.arg("study-in-r.R").current_dir(repository().join("notebooks/r")).stdout(Stdio::null());
    run(command.env("DRAAD", built_command()?))?;
    Ok(Outcome::Fine)
}

fn sql(engine: &str, requirements: &str) -> Result<Outcome> {
    let Some(python) = python::environment(engine, python::FOR_VALIDATORS, &text(requirements)?)? else {
        return Ok(Outcome::Skipped(python::how_to_get(python::FOR_VALIDATORS)));
    };
    run(Command::new(python).arg("tests/sql/studies.py").arg(built_command()?).arg(engine))?;
    Ok(Outcome::Fine)
}

/// Whether there is such a program, and it does what it was asked.
fn answers(program: &str, flag: &str) -> bool {
    let mut command = Command::new(program);
    command.arg(flag).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
