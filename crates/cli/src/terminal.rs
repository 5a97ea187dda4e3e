//! Where the words go: data to stdout, conversation to stderr, colour only where a terminal shows it; or, for a program that
//! asks over a pipe, all of it into memory.

use crate::progress::{Bars, Steps};
use crate::told::Told;
use anstyle::{AnsiColor, Style};
use draad_app::Progress;
use draad_core::{Diagnostic, Severity};
use draad_words::Words;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use unicode_width::UnicodeWidthStr;

/// The terminal, or whatever stands in its place.
pub(crate) struct Terminal {
    quiet: bool,
    /// Whether somebody watches stderr.
    pub(crate) watched: bool,
    /// Where the words go instead; nothing for the streams of the process.
    kept: Option<Kept>,
}

/// Words that are kept for whoever asked.
struct Kept {
    heard: Mutex<Heard>,
    steps: Steps,
}

/// What a command said.
#[derive(Debug, Default)]
pub(crate) struct Heard {
    /// What it printed as data.
    pub(crate) data: Vec<u8>,
    /// What it told people, without colours.
    pub(crate) said: String,
    /// The first of the errors that it told.
    pub(crate) error: Option<Told>,
}

const BOLD: Style = Style::new().bold();

impl Terminal {
    /// Speaks on the streams of the process.
    pub(crate) fn new() -> Self {
        Self { quiet: false, watched: io::stderr().is_terminal(), kept: None }
    }

    /// Keeps what is said, and tells how far a job is as it goes.
    pub(crate) fn keeping(steps: Steps) -> Self {
        Self { quiet: false, watched: false, kept: Some(Kept { heard: Mutex::default(), steps }) }
    }

    /// Says only what went wrong from here on, where that is asked.
    pub(crate) fn quieten(&mut self, quiet: bool) {
        self.quiet = quiet;
        self.watched = self.watched && !quiet;
    }

    /// Returns what was kept.
    pub(crate) fn heard(self) -> Heard {
        let Some(kept) = self.kept else { return Heard::default() };
        kept.heard.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns somebody who shows how far a job is.
    pub(crate) fn progress(&self, words: Words) -> Box<dyn Progress + '_> {
        match &self.kept {
            Some(kept) => Box::new(kept.steps.watching(words)),
            None => Box::new(Bars::new(words, self.watched)),
        }
    }

    /// Prints data as text; that the reader has seen enough (`| head`) is fine.
    ///
    /// # Errors
    /// When stdout cannot be written to, for example a file on a full disk.
    pub(crate) fn data(&self, text: &str) -> io::Result<()> {
        let text = text.trim_end_matches('\n');
        if text.is_empty() {
            return Ok(());
        }
        if self.kept.is_some() {
            return self.bytes(format!("{}\n", anstream::adapter::strip_str(text)).as_bytes());
        }
        let mut stdout = anstream::stdout().lock();
        unless_closed(writeln!(stdout, "{text}").and_then(|()| stdout.flush()))
    }

    /// Prints data that is no text.
    ///
    /// # Errors
    /// As [`Terminal::data`].
    pub(crate) fn bytes(&self, bytes: &[u8]) -> io::Result<()> {
        if let Some(kept) = &self.kept {
            kept.heard.lock().unwrap_or_else(PoisonError::into_inner).data.extend_from_slice(bytes);
            return Ok(());
        }
        let mut stdout = io::stdout().lock();
        unless_closed(stdout.write_all(bytes).and_then(|()| stdout.flush()))
    }

    /// Returns how many columns the window has; nothing where the text goes into a file or another program.
    pub(crate) fn width(&self, out: Option<&Path>) -> Option<usize> {
        if out.is_some() || self.kept.is_some() || !io::stdout().is_terminal() {
            return None;
        }
        terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))
    }

    /// Says a line, asked to be quiet or not; where nobody can listen, nothing is lost.
    pub(crate) fn speak(&self, line: &str) {
        match &self.kept {
            Some(kept) => {
                let mut heard = kept.heard.lock().unwrap_or_else(PoisonError::into_inner);
                heard.said += &format!("{}\n", anstream::adapter::strip_str(line));
            }
            None => _ = writeln!(anstream::stderr(), "{line}"),
        }
    }

    /// Says something to the user, unless asked to be quiet.
    pub(crate) fn say(&self, text: &str) {
        if !self.quiet {
            self.speak(text);
        }
    }

    /// Says something important to the user, unless asked to be quiet.
    pub(crate) fn headline(&self, text: &str) {
        self.say(&format!("{BOLD}{text}{BOLD:#}"));
    }

    /// Says what is wrong, where, and what to do.
    pub(crate) fn diagnostic(&self, words: &Words, diagnostic: &Diagnostic) {
        self.failure(words, diagnostic, None);
    }

    /// Says what is wrong, where, and what to do, and points to the place in a query.
    pub(crate) fn failure(&self, words: &Words, diagnostic: &Diagnostic, query: Option<&str>) {
        self.note(words, diagnostic);
        let style = severity_style(diagnostic.severity);
        let line = words.line(diagnostic);
        let (severity, rest) = line.split_once(": ").unwrap_or(("", &line));
        self.speak(&format!("{style}{severity}{style:#}: {rest}"));
        if let Some((query, position)) = query.zip(diagnostic.problem.position_in_query()) {
            pointer(query, position).iter().for_each(|line| self.speak(line));
        }
        let help = words.advice(&diagnostic.problem).help;
        if !help.is_empty() {
            self.speak(&format!("  {help}"));
        }
    }
}

impl Terminal {
    /// Keeps the first error for a program that asked.
    fn note(&self, words: &Words, diagnostic: &Diagnostic) {
        if let Some(kept) = self.kept.as_ref().filter(|_| diagnostic.severity == Severity::Error) {
            let mut heard = kept.heard.lock().unwrap_or_else(PoisonError::into_inner);
            heard.error.get_or_insert_with(|| Told::of(words, diagnostic));
        }
    }
}

/// Returns a query with a sign below the character at `position`, counted from 1; nothing where that is another line.
fn pointer(query: &str, position: usize) -> Vec<String> {
    if query.contains('\n') || position > query.chars().count() + 1 {
        return Vec::new();
    }
    let before: String = query.chars().take(position - 1).collect();
    vec![format!("    {query}"), format!("    {}^", " ".repeat(before.width()))]
}

/// A reader that has seen enough is no error.
fn unless_closed(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// The colour of a severity; the word says the same.
pub(crate) fn severity_style(severity: Severity) -> Style {
    let colour = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::Cyan,
    };
    Style::new().bold().fg_color(Some(colour.into()))
}
