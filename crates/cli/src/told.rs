//! What stood in the way, for programs.

use draad_core::Diagnostic;
use draad_words::Words;
use serde::Serialize;

/// The name of the problem that a command line was not understood.
const USAGE: &str = "usage";

/// A problem, for programs that tell it to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Told {
    /// Its name: the same in every language.
    pub(crate) name: String,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do; may be empty.
    pub(crate) help: String,
    /// The file that it is about.
    pub(crate) file: Option<String>,
    /// The line in that file, from 1.
    pub(crate) line: Option<u64>,
}

impl Told {
    /// Tells a diagnostic.
    pub(crate) fn of(words: &Words, diagnostic: &Diagnostic) -> Self {
        let advice = words.advice(&diagnostic.problem);
        let place = &diagnostic.place;
        Self {
            name: <&str>::from(&diagnostic.problem).to_owned(),
            message: advice.message,
            help: advice.help,
            file: Some(place.file.clone()).filter(|file| !file.is_empty()),
            line: place.line.map(Into::into),
        }
    }

    /// Tells a problem of this name.
    pub(crate) fn named(name: &str, message: String, help: String) -> Self {
        Self { name: name.to_owned(), message, help, file: None, line: None }
    }

    /// Tells what was wrong with a command line: the first line says what, indented lines say what to do.
    pub(crate) fn of_usage(text: &str) -> Self {
        let mut lines = text.lines();
        let fault = lines.next().unwrap_or_default();
        let message = fault.split_once(": ").map_or(fault, |(_, message)| message);
        let hints =
            lines.filter(|line| line.starts_with("  ")).map(str::trim).filter(|line| !line.is_empty());
        Self::named(USAGE, message.to_owned(), hints.collect::<Vec<_>>().join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_line_that_was_not_understood_has_a_fault_and_hints() {
        let text = "error: unexpected argument '--rol' found\n\n  tip: a similar argument exists: '--role'\n\nUsage: draad table";
        let told = Told::of_usage(text);
        assert_eq!(told.message, "unexpected argument '--rol' found");
        assert_eq!(told.help, "tip: a similar argument exists: '--role'");
        assert_eq!(told.name, "usage");
    }
}
