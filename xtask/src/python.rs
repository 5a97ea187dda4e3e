//! Python environments for chores, under `target/`: each made once, and anew when its requirements change.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::run::{Result, run, tools};

/// What is said where there is no Python to make an environment with.
pub(crate) const HOW_TO_GET: &str = "needs Python 3.10 or later with venv; on Debian and Ubuntu: apt install python3-venv, elsewhere: python.org";

/// The oldest Python that the requirements can be installed in.
const OLDEST: &str = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))";

/// Returns the Python of an environment that holds these requirements (lines as pip reads them), made anew where what
/// it holds is something else; nothing where there is no Python that can make one.
///
/// # Errors
/// That the environment could not be made, or the requirements not be installed.
pub(crate) fn environment(name: &str, requirements: &str) -> Result<Option<PathBuf>> {
    let folder = tools().join(name);
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    // Written last: an environment that was left half made has none.
    let installed = folder.join("requirements.txt");
    let is_current = std::fs::read_to_string(&installed).is_ok_and(|held| held == requirements);
    if is_current && answers(&python, "pass") {
        return Ok(Some(python));
    }
    let system = Path::new(if cfg!(windows) { "python" } else { "python3" });
    if !answers(system, OLDEST) {
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
