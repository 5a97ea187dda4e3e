//! Where the words go: data to stdout, conversation to stderr, colour only where a terminal shows it.

use anstream::{eprintln, println};
use anstyle::{AnsiColor, Style};
use draad_core::{Diagnostic, Severity};
use draad_words::Words;
use std::io::IsTerminal;

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

    /// Prints data.
    pub(crate) fn data(&self, text: &str) {
        println!("{}", text.trim_end_matches('\n'));
    }

    /// Says something to the user, unless asked to be quiet.
    pub(crate) fn say(&self, text: &str) {
        if !self.quiet {
            eprintln!("{text}");
        }
    }

    /// Says something important to the user, unless asked to be quiet.
    pub(crate) fn headline(&self, text: &str) {
        self.say(&format!("{BOLD}{text}{BOLD:#}"));
    }

    /// Says what is wrong, where, and what to do.
    pub(crate) fn diagnostic(&self, words: &Words, diagnostic: &Diagnostic) {
        let style = severity_style(diagnostic.severity);
        let line = words.line(diagnostic);
        let (severity, rest) = line.split_once(": ").unwrap_or(("", &line));
        eprintln!("{style}{severity}{style:#}: {rest}");
        let help = words.advice(&diagnostic.problem).help;
        if !help.is_empty() {
            eprintln!("  {}", help);
        }
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
