//! One module per command: what it asks of the use cases, and what it says.

pub(crate) mod adjudicate;
pub(crate) mod agree;
pub(crate) mod associate;
pub(crate) mod calibrate;
pub(crate) mod check;
pub(crate) mod code;
pub(crate) mod data;
pub(crate) mod demo;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod feedback;
pub(crate) mod figure;
pub(crate) mod import;
pub(crate) mod new;
mod passage;
mod positions;
pub(crate) mod proposals;
pub(crate) mod qca;
pub(crate) mod queries;
pub(crate) mod quotes;
pub(crate) mod references;
pub(crate) mod report;
pub(crate) mod run;
pub(crate) mod search;
pub(crate) mod status;
pub(crate) mod table;
mod tabular;
pub(crate) mod undo;
pub(crate) mod words;

use crate::args::{AskedArgs, FilterArgs};
use crate::terminal::Terminal;
use crate::{Done, Failure};
use draad_app::Project;
use draad_app::format::Target;
use draad_app::kept::Studies;
use draad_app::output::Table;
use draad_app::tables::{self, Found, Request};
use draad_core::diagnostic::Outcome;
use draad_core::{CodeId, Diagnostic, Filter, Language, Problem, Severity};
use draad_words::Words;
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use tabular::Tabular;

/// What a command knows of the world outside.
pub(crate) struct World<'t> {
    /// `--study`.
    pub(crate) study: Option<PathBuf>,
    /// `--lang`.
    pub(crate) asked: Option<Language>,
    /// The language where no study says otherwise.
    pub(crate) fallback: Language,
    /// The current folder.
    pub(crate) current: PathBuf,
    /// Where to speak.
    pub(crate) terminal: &'t Terminal,
    /// Where studies are opened.
    pub(crate) studies: &'t Studies,
}

impl World<'_> {
    /// The words to use while no study is open.
    pub(crate) fn words(&self) -> Words {
        Words::new(self.fallback)
    }

    /// Opens the study and says in one line how many problems it has.
    pub(crate) fn open(&self) -> Result<Project, Failure> {
        let project = self.open_quietly()?;
        let n_errors = project.count(Severity::Error);
        if n_errors > 0 {
            self.terminal.count_errors(n_errors);
            self.terminal.say(&project.words.say_with("study-has-errors", [("n", n_errors.into())]));
        }
        Ok(project)
    }

    /// Opens the study and says nothing about its problems.
    pub(crate) fn open_quietly(&self) -> Result<Project, Failure> {
        self.expect(self.studies.open(self.study.as_deref(), &self.current, self.asked), self.words())
    }

    /// Gives a failure the language to say it in.
    pub(crate) fn expect<T>(&self, outcome: Outcome<T>, words: Words) -> Result<T, Failure> {
        outcome.map_err(|diagnostic| Failure { diagnostic, words, query: None })
    }

    /// Gives a failure the language to say it in, and the query to point into.
    pub(crate) fn expect_query<T>(
        &self,
        outcome: Outcome<T>,
        words: Words,
        query: &str,
    ) -> Result<T, Failure> {
        outcome.map_err(|diagnostic| Failure { diagnostic, words, query: Some(query.to_owned()) })
    }

    /// Returns the filter that the flags ask for, in the study's own names, with saved queries worked out.
    pub(crate) fn filter(&self, project: &Project, args: FilterArgs) -> Result<Filter, Failure> {
        let queries = args.condition.queries.clone();
        let filter = project.named(args.without_queries());
        self.expect(project.within(filter, &queries), project.words)
    }

    /// Adds saved queries to the study as factors, and to a filter that asks for some codes only; returns these codes.
    pub(crate) fn with_sets(
        &self,
        project: &mut Project,
        sets: &[String],
        filter: &mut Filter,
    ) -> Result<Vec<CodeId>, Failure> {
        let codes = self.expect(project.add_sets(sets), project.words)?;
        if !filter.codes.is_empty() {
            filter.codes.extend(codes.clone());
        }
        Ok(codes)
    }

    /// Returns what a table is asked with; saved queries that count as factors are added to the study.
    pub(crate) fn asked(&self, project: &mut Project, args: AskedArgs) -> Result<Request, Failure> {
        let mut filter = self.filter(project, args.filter)?;
        self.with_sets(project, &args.sets, &mut filter)?;
        Ok(Request {
            filter,
            by: args.by,
            outcome: args.outcome,
            unfolded: args.unfolded,
            options: args.options.into(),
        })
    }

    /// Finds a table, be it one of the study's own; says so where one could not be read.
    pub(crate) fn table(
        &self,
        project: &mut Project,
        name: &str,
        request: Request,
    ) -> Result<Found, Failure> {
        let words = project.words;
        self.expect(tables::prepare(project, name), words)?;
        let found = tables::find(project, name, request);
        let is_unknown = |found: &Diagnostic| matches!(found.problem, Problem::TableUnknown { .. });
        if found.as_ref().is_err_and(|found| is_unknown(found)) && tables::has_unread(project) {
            self.terminal.say(&words.say("tables-unread"));
        }
        self.expect(found, words)
    }

    /// Prints data.
    pub(crate) fn print(&self, words: &Words, text: &str) -> Result<(), Failure> {
        let full = |error| draad_app::output::cannot_write("stdout", &error);
        self.expect(self.terminal.data(text).map_err(full), *words)
    }

    /// Writes a file.
    pub(crate) fn write(&self, words: &Words, path: &Path, bytes: &[u8]) -> Result<Done, Failure> {
        let path = self.current.join(path);
        self.expect(draad_app::output::write_file(&path, bytes), *words)?;
        self.terminal.say(&words.say_with("written", [("file", path.display().to_string().into())]));
        Ok(Done::Fine)
    }

    /// Says where a file is now in which somebody worked.
    pub(crate) fn say_aside(&self, words: &Words, aside: Option<&Path>) {
        if let Some(aside) = aside {
            let file = aside.display().to_string();
            self.terminal.say(&words.say_with("report-set-aside", [("file", file.into())]));
        }
    }

    /// Writes data to a file, or prints it.
    pub(crate) fn deliver(&self, words: &Words, out: Option<&Path>, text: &str) -> Result<Done, Failure> {
        match out {
            Some(path) => self.write(words, path, anstream::adapter::strip_str(text).to_string().as_bytes()),
            None => self.print(words, text).map(|()| Done::Fine),
        }
    }

    /// Prints a list as a table, or writes it to a file.
    pub(crate) fn list(&self, project: &Project, target: &Target, table: Table) -> Result<Done, Failure> {
        Tabular::list(table, &project.words).deliver(self, project, target)
    }

    /// Writes data that is no text to a file, or prints it.
    pub(crate) fn deliver_bytes(
        &self,
        words: &Words,
        out: Option<&Path>,
        bytes: &[u8],
    ) -> Result<Done, Failure> {
        let full = |error| draad_app::output::cannot_write("stdout", &error);
        match out {
            Some(path) => self.write(words, path, bytes),
            None => self.expect(self.terminal.bytes(bytes).map_err(full), *words).map(|()| Done::Fine),
        }
    }

    /// Reads a file that the user named.
    pub(crate) fn read(&self, words: &Words, path: &Path) -> Result<Vec<u8>, Failure> {
        let unreadable = |error| draad_app::output::cannot_read(&path.display().to_string(), &error);
        self.expect(std::fs::read(path).map_err(unreadable), *words)
    }
}

/// Returns a path as it is typed in a command: in quotation marks where it holds a blank or a sign that shells read.
pub(crate) fn quoted(path: &Path) -> String {
    let shown = path.display().to_string();
    let is_plain = shown.chars().all(|c| c.is_alphanumeric() || "/\\:._-~+,@%".contains(c));
    if is_plain { shown } else { format!("\"{shown}\"") }
}

/// Now, in whole seconds; `SOURCE_DATE_EPOCH` stands in where it is set, so that a rerun gives the same bytes.
pub(crate) fn now() -> Timestamp {
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let seconds = fixed.unwrap_or_else(|| Timestamp::now().as_second());
    Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH)
}
