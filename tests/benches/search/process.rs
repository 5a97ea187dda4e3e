//! The command as a user starts it: a new process, a study on disk, an index that is there.

use crate::samples::{Samples, milliseconds};
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 20;

/// Prints how long it takes until the first words of an answer are there, and until the process has ended.
pub(crate) fn measure(root: &Path) {
    println!("\nA new process, median of {RUNS}.\n");
    println!("| command | first output | end |\n| --- | --- | --- |");
    let commands: [&[&str]; 4] =
        [&["--version"], &["search", "vertrouwen"], &["search", "\"samen vertrouwen\""], &["check"]];
    for arguments in commands {
        run(root, arguments);
        let (first, ended): (Vec<_>, Vec<_>) = (0..RUNS).map(|_| run(root, arguments)).unzip();
        let [first, ended] = [first, ended].map(|times| milliseconds(Samples::of(times).median()));
        println!("| `draad {}` | {first} | {ended} |", arguments.join(" "));
    }
}

fn run(root: &Path, arguments: &[&str]) -> (Duration, Duration) {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_draad-under-test"))
        .args(arguments)
        .current_dir(root)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the command can be started");
    let mut output = child.stdout.take().expect("the output is piped");
    // Nothing at all is an answer too: then the end is the first that is heard.
    let mut first = [0; 1];
    let _ = output.read(&mut first);
    let heard = start.elapsed();
    let _ = output.read_to_end(&mut Vec::new());
    child.wait().expect("the command ends");
    (heard, start.elapsed())
}
