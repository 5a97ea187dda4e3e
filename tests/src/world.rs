//! A world in which to run the command: an empty folder, a clean environment, a fixed clock.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// An empty folder in which nothing of this machine is felt.
#[derive(Debug)]
pub struct World {
    folder: tempfile::TempDir,
    command: PathBuf,
    variables: Vec<(&'static str, &'static str)>,
}

impl World {
    /// Makes a world for the command at `command`.
    pub fn new(command: &str) -> Self {
        Self {
            folder: tempfile::tempdir().expect("a temporary folder can be made"),
            command: command.into(),
            variables: vec![
                ("NO_COLOR", "1"),
                ("LC_ALL", "C.UTF-8"),
                ("SOURCE_DATE_EPOCH", "1700000000"),
                ("COLUMNS", "100"),
            ],
        }
    }

    /// Sets an environment variable for the commands that follow.
    pub fn set(mut self, name: &'static str, value: &'static str) -> Self {
        self.variables.push((name, value));
        self
    }

    /// Returns the path of a file in this world.
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

    /// Says in the settings of a study what `draad run` makes of figures, so that a test waits for no pictures that it does not
    /// look at.
    pub fn set_output(&self, folder: &str, settings: &str) {
        let path = format!("{folder}/study.toml");
        self.write(&path, format!("{}\n[output]\n{settings}\n", self.read(&path)));
    }

    /// Replaces the only occurrence of `old` in a file.
    pub fn edit(&self, relative: &str, old: &str, new: &str) {
        let text = self.read(relative);
        assert_eq!(text.matches(old).count(), 1, "{relative}: `{old}` stands there once");
        self.write(relative, text.replace(old, new));
    }

    /// Copies a folder into this world.
    pub fn copy(&self, from: &Path, to: &str) {
        for (relative, bytes) in files(from, &[]) {
            self.write(&format!("{to}/{relative}"), bytes);
        }
    }

    /// Returns every file of a folder of this world with its bytes; what a study can lose (`.draad`) stays out.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        files(&self.path(folder), &[".draad"])
    }

    /// Runs the command and returns what a user would see: exit code, stdout and stderr, with this world's own folder
    /// written as `[world]`.
    pub fn run(&self, arguments: &[&str]) -> String {
        self.run_in("", arguments)
    }

    /// Runs the command in a folder of this world.
    pub fn run_in(&self, folder: &str, arguments: &[&str]) -> String {
        let mut command = self.command(folder);
        command.args(arguments);
        self.seen(&mut command)
    }

    /// Runs a line of the command that must end well, on the way to what a test is about.
    pub fn done(&self, folder: &str, line: &str) {
        let words = shlex::split(line).expect("quotation marks are closed");
        let seen = self.run_in(folder, &words.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(seen.starts_with("exit 0\n"), "draad {line}\n{seen}");
    }

    /// Returns the command in the clean environment, for a test that adds something of its own.
    pub fn command(&self, folder: &str) -> Command {
        self.program(self.command.as_os_str(), folder)
    }

    /// Runs a line of the shell with the command at hand as `draad`.
    pub fn shell(&self, folder: &str, line: &str) -> String {
        let mut shell = self.program("sh".as_ref(), folder);
        let draad = format!("draad() {{ '{}' \"$@\"; }}; {line}", self.command.display());
        shell.env("PATH", "/usr/bin:/bin").args(["-c", &draad]);
        self.seen(&mut shell)
    }

    fn program(&self, program: &std::ffi::OsStr, folder: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.path(folder)).env_clear().envs(self.variables.iter().copied());
        command
    }

    fn seen(&self, command: &mut Command) -> String {
        let output = command.output().expect("the command can be started");
        let here = self.folder.path().display().to_string();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&here, "[world]");
        let mut seen = format!("exit {}\n", output.status.code().unwrap_or(-1));
        for (name, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
            if !bytes.is_empty() {
                seen += &format!("--- {name}\n{}", text(bytes));
            }
        }
        seen
    }
}

/// Returns every file under `root` by its path, without those under a folder called as one of `but`.
pub fn files(root: &Path, but: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in
            std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        {
            let path = entry.expect("the folder can be read").path();
            if !path.is_dir() {
                let relative =
                    path.strip_prefix(root).expect("it stands under the root").display().to_string();
                found
                    .insert(relative.replace('\\', "/"), std::fs::read(&path).expect("the file can be read"));
            } else if !but.iter().any(|name| path.ends_with(name)) {
                folders.push(path);
            }
        }
    }
    found
}
