//! A world in which to run the command: an empty folder, a clean environment, a fixed clock.

use std::path::{Path, PathBuf};
use std::process::Command;

/// An empty folder in which nothing of this machine is felt.
#[derive(Debug)]
pub struct World {
    folder: tempfile::TempDir,
    command: PathBuf,
}

impl World {
    /// Makes a world for the command at `command`.
    pub fn new(command: &str) -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder can be made"), command: command.into() }
    }

    /// Returns the folder in which the command runs.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    /// Writes a file, with the folders on the way.
    pub fn write(&self, relative: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(relative);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).expect("the folder can be made");
        std::fs::write(path, bytes).expect("the file can be written");
    }

    /// Reads a file as text.
    pub fn read(&self, relative: &str) -> String {
        std::fs::read_to_string(self.path(relative)).unwrap_or_else(|error| panic!("{relative}: {error}"))
    }

    /// Runs the command and returns what a user would see: exit code, stdout and stderr, with this world's own folder
    /// written as `[world]`.
    pub fn run(&self, arguments: &[&str]) -> String {
        self.run_in("", arguments)
    }

    /// Runs the command in a folder of this world.
    pub fn run_in(&self, folder: &str, arguments: &[&str]) -> String {
        let mut command = Command::new(&self.command);
        command.args(arguments).current_dir(self.path(folder)).env_clear();
        command.env("NO_COLOR", "1").env("LC_ALL", "C.UTF-8").env("SOURCE_DATE_EPOCH", "1700000000").env("COLUMNS", "100");
        let output = command.output().expect("the command can be started");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&self.folder.path().display().to_string(), "[world]");
        let mut seen = format!("exit {}\n", output.status.code().unwrap_or(-1));
        for (name, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
            if !bytes.is_empty() {
                seen += &format!("--- {name}\n{}", text(bytes));
            }
        }
        seen
    }
}
