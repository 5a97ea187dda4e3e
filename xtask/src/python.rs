//! Python environments for chores, under `target/`: each made once, and anew when its requirements change.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::run::{Result, run, tools};

/// The oldest Python 3 that the requirements of the validators can be installed in, and those of the notebooks.
pub(crate) const FOR_VALIDATORS: u8 = 10;
pub(crate) const FOR_NOTEBOOKS: u8 = 11;

/// Returns what is said where there is no Python to make an environment with.
pub(crate) fn how_to_get(oldest: u8) -> String {
    format!(
        "needs Python 3.{oldest} or later with venv; on Debian and Ubuntu: apt install python3-venv, elsewhere: python.org"
    )
}

/// Returns the Python of an environment that holds these requirements (lines as pip reads them), made anew where what
/// it holds is something else; nothing where there is no Python 3 of this minor version or later that can make one.
///
/// # Errors
/// That the environment could not be made, or the requirements not be installed.
pub(crate) fn environment(name: &str, oldest: u8, requirements: &str) -> Result<Option<PathBuf>> {
    let folder = tools().join(name);
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    // Written last: an environment that was left half made has none.
    let installed = folder.join("requirements.txt");
    let is_current = std::fs::read_to_string(&installed).is_ok_and(|held| held == requirements);
    if is_current && answers(&python, "pass") {
        return Ok(Some(python));
    }
    let system = Path::new(if cfg!(windows) { "python" } else { "python3" });
    let is_fit = format!("import sys, venv, ensurepip; sys.exit(sys.version_info < (3, {oldest}))");
    if !answers(system, &is_fit) {
        return Ok(None);
    }
    run(Command::new(system).args(["-m", "venv", "--clear"]).arg(&folder))?;
    let wanted = folder.join("wanted.txt");
    write(&wanted, requirements)?;
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
    run(Command::new(&python).args(install).arg(&wanted))?;
    std::fs::rename(&wanted, &installed).map_err(|reason| format!("{}: {reason}", installed.display()))?;
    Ok(Some(python))
}

/// Returns the folder with the programs of an environment.
pub(crate) fn programs(python: &Path) -> &Path {
    python.parent().unwrap_or(Path::new("."))
}

/// Lets an environment import the modules in a folder.
///
/// # Errors
/// That the environment does not say where its modules are, or cannot be written.
pub(crate) fn add_modules(python: &Path, name: &str, folder: &Path) -> Result {
    let ask = "import sysconfig; print(sysconfig.get_path('purelib'))";
    let output = Command::new(python).args(["-c", ask]).output().map_err(|reason| reason.to_string())?;
    let packages = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    write(&Path::new(&packages).join(format!("{name}.pth")), &format!("{}\n", folder.display()))
}

fn answers(python: &Path, code: &str) -> bool {
    let mut command = Command::new(python);
    command.args(["-c", code]).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn write(file: &Path, text: &str) -> Result {
    std::fs::write(file, text).map_err(|reason| format!("{}: {reason}", file.display()))
}
