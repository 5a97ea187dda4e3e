//! The command `draad`: words, progress and exit codes.
//!
//! stdout is data, stderr is conversation. Exit code 0: fine; 1: the study has problems, or something could not be done;
//! 2: the command line was not understood.
//!
//! Absent on purpose: decisions. What is computed, written or refused is decided below this crate.

pub mod args;
mod commands;
mod help;
mod pipe;
mod print;
mod progress;
mod terminal;
mod told;
mod usage;

use args::{Cli, Command};
use clap::{CommandFactory, FromArgMatches};
use draad_app::kept::Studies;
use draad_core::{Diagnostic, Language};
use draad_words::Words;
use std::process::ExitCode;
use terminal::Terminal;

/// Exit code for a study with problems, or something that could not be done.
const PROBLEMS: u8 = 1;

/// Exit code for a command line that was not understood.
const NOT_UNDERSTOOD: u8 = 2;

/// What became of a command: done, or done with something that the user must look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    Fine,
    WithProblems,
}

/// Runs the command with the arguments, folder and environment of this process.
pub fn main() -> ExitCode {
    let arguments: Vec<String> =
        std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    let ended = execute(&arguments, &mut Terminal::new(), &Studies::forgetting());
    ExitCode::from(ended.code)
}

/// How a command ended.
pub(crate) struct Ended {
    /// The exit code.
    code: u8,
    /// What stood in the way, where something did.
    problem: Option<told::Told>,
}

impl From<Done> for Ended {
    fn from(done: Done) -> Self {
        let code = if done == Done::Fine { 0 } else { PROBLEMS };
        Self { code, problem: None }
    }
}

/// Runs a command line, the name of the program first.
pub(crate) fn execute(arguments: &[String], terminal: &mut Terminal, studies: &Studies) -> Ended {
    let language = help::language(arguments);
    // Where nothing is to be explained, no help is put into words.
    let parsed = Cli::command().try_get_matches_from(arguments);
    let cli = match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(_) => return explain(arguments, language, terminal),
    };
    terminal.quieten(cli.quiet);
    match run(cli, language, terminal, studies) {
        Ok(done) => done.into(),
        Err(failure) => {
            terminal.failure(&failure.words, &failure.diagnostic, failure.query.as_deref());
            let problem = Some(told::Told::of(&failure.words, &failure.diagnostic));
            Ended { code: PROBLEMS, problem }
        }
    }
}

/// Prints the help that was asked for, or says why the command line was not understood.
fn explain(arguments: &[String], language: Language, terminal: &Terminal) -> Ended {
    let mut command = help::command(language);
    let Err(error) = command.try_get_matches_from_mut(arguments) else {
        unreachable!("what was not understood in one language is not understood in the other");
    };
    if !error.use_stderr() {
        // there is nothing to be done where the help cannot be printed
        let _ = terminal.data(&error.render().ansi().to_string());
        return Ended { code: 0, problem: None };
    }
    command.build();
    let meant = arguments.iter().skip(1).find_map(|word| command.find_subcommand(word)).unwrap_or(&command);
    let own = usage::explained(&error, meant, &Words::new(language)).filter(|_| language == Language::Nl);
    let text = own.unwrap_or_else(|| error.render().ansi().to_string());
    terminal.speak(text.trim_end());
    let problem = Some(told::Told::of_usage(&anstream::adapter::strip_str(&text).to_string()));
    Ended { code: NOT_UNDERSTOOD, problem }
}

/// A diagnostic, and the language to say it in: the study's, once it is open.
pub(crate) struct Failure {
    diagnostic: Box<Diagnostic>,
    words: Words,
    /// The query that it is about.
    query: Option<String>,
}

fn run(cli: Cli, fallback: Language, terminal: &Terminal, studies: &Studies) -> Result<Done, Failure> {
    let world = commands::World {
        studies,
        study: cli.study,
        asked: cli.lang,
        fallback,
        current: std::env::current_dir().unwrap_or_default(),
        terminal,
    };
    match cli.command {
        Command::Demo(args) => commands::demo::run(&world, &args),
        Command::New(args) => commands::new::run(&world, &args),
        Command::Import(args) => commands::import::run(&world, args),
        Command::Code(args) => commands::code::run(&world, args),
        Command::Adjudicate(args) => commands::adjudicate::run(&world, args),
        Command::Feedback(args) => commands::feedback::run(&world, args),
        Command::Proposals(args) => commands::proposals::run(&world, args),
        Command::Check(args) => commands::check::run(&world, &args),
        Command::Status(_) => commands::status::run(&world),
        Command::Search(args) => commands::search::run(&world, args),
        Command::References(args) => commands::references::run(&world, &args),
        Command::Queries(args) => commands::queries::run(&world, &args),
        Command::Words(args) => commands::words::run(&world, args),
        Command::Table(args) => commands::table::run(&world, args),
        Command::Associate(args) => commands::associate::run(&world, args),
        Command::Qca(args) => commands::qca::run(&world, args),
        Command::Calibrate(args) => commands::calibrate::run(&world, args),
        Command::Agree(args) => commands::agree::run(&world, args),
        Command::Explain(args) => commands::explain::run(&world, args),
        Command::Quotes(args) => commands::quotes::run(&world, args),
        Command::Figure(args) => commands::figure::run(&world, args),
        Command::Report(args) => commands::report::run(&world, args),
        Command::Run(args) => commands::run::run(&world, &args),
        Command::Data(args) => commands::data::run(&world, args),
        Command::Export(args) => commands::export::run(&world, args),
        Command::Undo(_) => commands::undo::run(&world),
        Command::Pipe(_) => pipe::run(&world),
    }
}
