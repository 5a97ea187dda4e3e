//! Where the words go: data to stdout, conversation to stderr, colour only where a terminal shows it.

use anstyle::{AnsiColor, Style};
use draad_core::{Diagnostic, Severity};
use draad_words::Words;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;
use unicode_width::UnicodeWidthStr;

/// The terminal, or whatever stands in its place.
pub(crate) struct Terminal {
    quiet: bool,
    /// Whether somebody watches stderr.
    pub(crate) watched: bool,
}

const BOLD: Style = Style::new().bold();

impl Terminal {
    pub(crate) fn new(quiet: bool) -> Self {
        Self { quiet, watched: std::io::stderr().is_terminal() && !quiet }
    }

    /// Prints data; that the reader has seen enough (`| head`) is fine.
    ///
    /// # Errors
    /// When stdout cannot be written to, for example a file on a full disk.
    pub(crate) fn data(&self, text: &str) -> io::Result<()> {
        let text = text.trim_end_matches('\n');
        if text.is_empty() {
            return Ok(());
        }
        let mut stdout = anstream::stdout().lock();
        match writeln!(stdout, "{text}").and_then(|()| stdout.flush()) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            written => written,
        }
    }

    /// Returns how many columns the window has; nothing where the text goes into a file or another program.
    pub(crate) fn width(&self, out: Option<&Path>) -> Option<usize> {
        if out.is_some() || !io::stdout().is_terminal() {
            return None;
        }
        terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))
    }

    /// Says something to the user, unless asked to be quiet.
    pub(crate) fn say(&self, text: &str) {
        if !self.quiet {
            speak(text);
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
        let style = severity_style(diagnostic.severity);
        let line = words.line(diagnostic);
        let (severity, rest) = line.split_once(": ").unwrap_or(("", &line));
        speak(&format!("{style}{severity}{style:#}: {rest}"));
        if let Some((query, position)) = query.zip(diagnostic.problem.position_in_query()) {
            pointer(query, position).iter().for_each(|line| speak(line));
        }
        let help = words.advice(&diagnostic.problem).help;
        if !help.is_empty() {
            speak(&format!("  {help}"));
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

/// Writes a line to stderr; where nobody can listen, nothing is lost.
pub(crate) fn speak(line: &str) {
    let _ = writeln!(anstream::stderr(), "{line}");
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
