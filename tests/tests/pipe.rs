//! Requests of another program over a pipe: what is answered, in which order, and that nothing ends the process.

use crate::{example, world};
use draad_tests::world::World;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

/// A process that answers requests.
struct Pipe {
    child: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

/// An answer: the line, the data behind it, and how often progress was told before.
struct Answer {
    line: Value,
    data: Vec<u8>,
    n_progress: usize,
}

impl Pipe {
    fn start(world: &World, folder: &str) -> Self {
        let mut command = world.command(folder);
        command.arg("pipe").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let requests = child.stdin.take().unwrap();
        let answers = BufReader::new(child.stdout.take().unwrap());
        let mut pipe = Self { child, requests, answers };
        let greeting = pipe.line();
        assert_eq!(greeting, json!({ "draad": env!("CARGO_PKG_VERSION"), "protocol": 1 }));
        pipe
    }

    fn line(&mut self) -> Value {
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"))
    }

    fn send(&mut self, line: &str) -> Answer {
        writeln!(self.requests, "{line}").unwrap();
        let mut n_progress = 0;
        loop {
            let line = self.line();
            if line.get("progress").is_some() {
                n_progress += 1;
                continue;
            }
            let mut data = vec![0; line["out"].as_u64().unwrap() as usize];
            self.answers.read_exact(&mut data).unwrap();
            return Answer { line, data, n_progress };
        }
    }

    fn ask(&mut self, arguments: &[&str]) -> Answer {
        self.send(&json!({ "arguments": arguments }).to_string())
    }

    /// Ends stdin and waits; returns what came on stderr.
    fn end(mut self) -> String {
        drop(self.requests);
        let mut said = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert!(self.child.wait().unwrap().success());
        said
    }
}

fn studied() -> World {
    let world = world();
    world.copy(&example(), "studie");
    world
}

#[test]
fn an_answer_holds_what_the_command_prints() {
    let world = studied();
    let mut pipe = Pipe::start(&world, "studie");
    for arguments in [
        &["table", "balance", "--format", "csv"][..],
        &["table", "tensions", "--lang", "en"],
        &["table", "cases-by-factors", "--format", "arrow"],
        &["data", "cases", "--format", "html"],
        &["status"],
        &["table", "--help"],
        &["--version"],
    ] {
        let output = world.command("studie").args(arguments).output().unwrap();
        let answer = pipe.ask(arguments);
        assert_eq!((answer.line["exit"].as_u64(), answer.line["problem"].is_null()), (Some(0), true));
        assert_eq!(answer.data, output.stdout, "{arguments:?}");
        assert_eq!(answer.line["said"].as_str(), std::str::from_utf8(&output.stderr).ok(), "{arguments:?}");
    }
    assert_eq!(pipe.end(), "");
}

#[test]
fn what_is_wrong_has_a_name_and_a_next_step_and_ends_nothing() {
    let world = studied();
    let mut pipe = Pipe::start(&world, "studie");
    for (line, exit, name) in [
        ("no request", 2, "request"),
        ("{\"arguments\": 3}", 2, "request"),
        ("{\"arguments\": [], \"folder\": \"/nowhere/at/all\"}", 2, "request"),
        ("{\"arguments\": [\"pipe\"]}", 2, "request"),
        ("{\"arguments\": [\"--study\", \"studie\", \"pipe\"]}", 2, "request"),
        ("{\"arguments\": [\"table\", \"--rol\", \"x\"]}", 2, "usage"),
        ("{\"arguments\": [\"table\", \"nothing\"]}", 1, "table-unknown"),
        ("{\"arguments\": [\"table\", \"--role\", \"nobody\"]}", 1, "unknown-role"),
        ("{\"arguments\": [\"data\", \"coding\"]}", 1, "data-table-unknown"),
        ("{\"arguments\": [\"--study\", \"nowhere\", \"status\"]}", 1, "no-study-here"),
    ] {
        let answer = pipe.send(line);
        let problem = &answer.line["problem"];
        assert_eq!(
            (answer.line["exit"].as_u64(), problem["name"].as_str()),
            (Some(exit), Some(name)),
            "{line}"
        );
        for part in ["message", "help"] {
            assert_ne!(problem[part].as_str(), Some(""), "{line}: {part}");
        }
        assert!(answer.data.is_empty(), "{line}");
    }
    let on_the_way = "code --source p01-interview-moeder --code vertrouwen --coder anna --quote";
    let words: Vec<&str> = on_the_way.split(' ').chain(["staat er niet"]).collect();
    let wrong = pipe.ask(&words).line;
    assert_eq!(wrong["exit"], 1);
    assert_eq!(wrong["problem"]["name"], "quote-not-found", "an error on the way is the problem: {wrong}");
    writeln!(pipe.requests).unwrap();
    assert_eq!(pipe.ask(&["status"]).line["exit"], 0, "an empty line is passed over");
    assert_eq!(pipe.end(), "");
}

#[test]
fn a_study_that_changes_is_read_again() {
    let world = studied();
    let mut pipe = Pipe::start(&world, "studie");
    let n_cases = |pipe: &mut Pipe| {
        let answer = pipe.ask(&["data", "cases", "--format", "csv"]);
        String::from_utf8(answer.data).unwrap().lines().count() - 1
    };
    assert_eq!(n_cases(&mut pipe), 13);
    let kept = world.read("studie/cases.csv");
    let without_last = kept.trim_end().rsplit_once('\n').unwrap().0;
    world.write("studie/cases.csv", format!("{without_last}\n"));
    assert_eq!(n_cases(&mut pipe), 12);
    world.write("studie/cases.csv", kept);
    assert_eq!(n_cases(&mut pipe), 13);
    // what one request changes, the next one sees
    pipe.ask(&["queries", "--remove", "x"]);
    assert_eq!(pipe.ask(&["search", "vertrouw*", "--save", "vertrouwd"]).line["exit"], 0);
    let queries = pipe.ask(&["queries", "--format", "csv"]);
    assert!(String::from_utf8(queries.data).unwrap().contains("vertrouwd"));
}

#[test]
fn a_request_is_typed_in_its_own_folder_and_tells_how_far_it_is() {
    let world = studied();
    std::fs::create_dir(world.path("elders")).unwrap();
    let mut pipe = Pipe::start(&world, "elders");
    let folder = world.path("studie");
    let request = json!({ "arguments": ["table", "balance", "--out", "b.csv"], "folder": folder });
    assert_eq!(pipe.send(&request.to_string()).line["exit"], 0);
    assert!(folder.join("b.csv").exists());
    // one that names no folder is typed where the process was started, whatever the one before named
    assert_eq!(pipe.ask(&["--study", "../studie", "table", "balance", "--out", "c.csv"]).line["exit"], 0);
    assert!(world.path("elders/c.csv").exists() && !folder.join("c.csv").exists());
    let run = pipe.send(&json!({ "arguments": ["run"], "folder": folder }).to_string());
    assert_eq!(run.line["exit"], 0, "{}", run.line);
    assert!(run.n_progress > 0, "a run takes long enough to tell how far it is");
}
