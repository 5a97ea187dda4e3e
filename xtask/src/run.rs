//! How chores run programs, and where things stand.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What a chore comes to: nothing, or why it failed.
pub(crate) type Result<T = ()> = std::result::Result<T, String>;

/// Runs a command, in the root of the repository where it names no folder of its own.
///
/// # Errors
/// The command with how it ended, where that was not well.
pub(crate) fn run(command: &mut Command) -> Result {
    if command.get_current_dir().is_none() {
        command.current_dir(repository());
    }
    let status = command.status().map_err(|reason| format!("{command:?}: {reason}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} ended with {status}")) }
}

/// Runs cargo with these arguments.
///
/// # Errors
/// As [`run`].
pub(crate) fn cargo(args: &[&str]) -> Result {
    run(&mut cargo_command(args))
}

/// Returns cargo with these arguments, to which more can be added.
pub(crate) fn cargo_command(args: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args);
    command
}

/// Builds the command `draad` without optimising it, and returns where it stands.
///
/// # Errors
/// That it could not be built.
pub(crate) fn built_command() -> Result<PathBuf> {
    cargo(&["build", "--package", "draad", "--quiet"])?;
    Ok(target().join("debug").join(program("draad")))
}

/// Returns the text of a file of the repository.
///
/// # Errors
/// That it could not be read.
pub(crate) fn text(file: &str) -> Result<String> {
    std::fs::read_to_string(repository().join(file)).map_err(|reason| format!("{file}: {reason}"))
}

/// Returns where a cargo tool stands under `target/`, after installing it there where it is missing.
///
/// # Errors
/// That it could not be installed.
pub(crate) fn tool(name: &str, version: &str) -> Result<PathBuf> {
    let root = tools();
    let tool = root.join("bin").join(program(name));
    if !tool.exists() {
        let root = root.display().to_string();
        cargo(&["install", "--quiet", "--debug", "--locked", "--root", &root, "--version", version, name])?;
    }
    Ok(tool)
}

/// Returns the file name of a program on this system.
pub(crate) fn program(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

/// Returns the folder of tools that chores install for themselves.
pub(crate) fn tools() -> PathBuf {
    target().join("tools")
}

/// Returns the folder that cargo builds in.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| repository().join("target"), PathBuf::from)
}

/// Returns the root of the repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}
