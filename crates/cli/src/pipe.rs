//! `draad pipe`: requests of another program, one per line of stdin, answered on stdout one after another.
//!
//! A request is an object with `arguments`, as they are typed after `draad`, and perhaps the `folder` in which they are
//! typed. Before its answer may come lines with `progress`. The answer is a line with how it `exit`ed, what was `said` to
//! people, the `problem` if there was one, how many `errors` the study has, and `out`: how many bytes of data follow the
//! line. `docs/pipe.md` has it for those who write such a program.

use crate::args::Cli;
use crate::commands::World;
use crate::progress::{Step, Steps};
use crate::terminal::{Heard, Terminal};
use crate::told::Told;
use crate::{Done, Ended, Failure, NOT_UNDERSTOOD, PROBLEMS, execute};
use clap::CommandFactory;
use draad_app::kept::Studies;
use draad_words::Words;
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

/// The version of what is said over the pipe.
const PROTOCOL: u32 = 1;
/// The name of the program, which requests leave out.
const PROGRAM: &str = "draad";
/// The command that has no place in a request.
const PIPE: &str = "pipe";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    arguments: Vec<String>,
    folder: Option<PathBuf>,
}

#[derive(Serialize)]
struct Greeting {
    draad: &'static str,
    protocol: u32,
}

#[derive(Serialize)]
struct Progressed<'a> {
    progress: &'a Step,
}

#[derive(Serialize)]
struct Answer<'a> {
    exit: u8,
    out: usize,
    said: &'a str,
    problem: Option<&'a Told>,
    errors: usize,
}

/// What stays the same from request to request.
struct Asking {
    words: Words,
    studies: Studies,
    /// The folder in which the process was started, where requests are typed that name none.
    home: PathBuf,
}

/// Answers requests until stdin ends, or nobody reads the answers any more.
pub(crate) fn run(world: &World) -> Result<Done, Failure> {
    let asking = Asking { words: world.words(), studies: Studies::keeping(), home: world.current.clone() };
    let greeting = Greeting { draad: env!("CARGO_PKG_VERSION"), protocol: PROTOCOL };
    let mut is_open = tell(&greeting, &[]).is_ok();
    let mut requests = io::stdin().lock().split(b'\n');
    while is_open && let Some(Ok(line)) = requests.next() {
        let line = line.trim_ascii();
        is_open = line.is_empty() || respond(line, &asking).is_ok();
    }
    Ok(Done::Fine)
}

fn respond(line: &[u8], asking: &Asking) -> io::Result<()> {
    let (Ended { code, problem }, heard) = match serde_json::from_slice(line) {
        Ok(request) => answer(request, asking),
        Err(error) => (refused(&asking.words, "pipe-request", &error.to_string()), Heard::default()),
    };
    let Heard { data, said, error, errors } = heard;
    // a command that goes on after an error tells it on the way
    let problem = problem.or(error.filter(|_| code != 0));
    let answer = Answer { exit: code, out: data.len(), said: &said, problem: problem.as_ref(), errors };
    tell(&answer, &data)
}

fn answer(request: Request, Asking { words, studies, home }: &Asking) -> (Ended, Heard) {
    let folder = request.folder.as_ref().unwrap_or(home);
    if let Err(error) = std::env::set_current_dir(folder) {
        let reason = format!("{}: {error}", folder.display());
        return (refused(words, "pipe-folder", &reason), Heard::default());
    }
    let arguments: Vec<String> = std::iter::once(PROGRAM.to_owned()).chain(request.arguments).collect();
    if is_pipe(&arguments) {
        return (refused(words, "pipe-in-pipe", PIPE), Heard::default());
    }
    let steps = Steps::to(|step| {
        // where nobody reads, the answer will find out
        let _ = tell(&Progressed { progress: step }, &[]);
    });
    let mut terminal = Terminal::keeping(steps);
    let ended = catch_unwind(AssertUnwindSafe(|| execute(&arguments, &mut terminal, studies)));
    let ended = ended.unwrap_or_else(|_| {
        let (message, help) = (words.say("pipe-broken"), words.say("pipe-broken-help"));
        Ended { code: PROBLEMS, problem: Some(Told::named("broken", message, help)) }
    });
    (ended, terminal.heard())
}

/// Whether the command is the one that would read the requests that follow.
fn is_pipe(arguments: &[String]) -> bool {
    arguments.iter().any(|argument| argument == PIPE)
        && Cli::command()
            .try_get_matches_from(arguments)
            .is_ok_and(|found| found.subcommand_name() == Some(PIPE))
}

/// What is no request, or none that can be answered.
fn refused(words: &Words, key: &str, reason: &str) -> Ended {
    let message = words.say_with(key, [("reason", reason.into())]);
    Ended { code: NOT_UNDERSTOOD, problem: Some(Told::named("request", message, words.say("pipe-help"))) }
}

/// Writes a line of JSON, and data behind it.
fn tell(line: &impl Serialize, data: &[u8]) -> io::Result<()> {
    let line = serde_json::to_string(line).map_err(io::Error::other)?;
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "{line}")?;
    stdout.write_all(data)?;
    stdout.flush()
}
