//! What readers of JSON share: numbers that may be texts, the lines of parts, and faults with their line.

use crate::File;
use draad_core::{Diagnostic, Problem};
use serde::Deserialize;
use serde_json::value::RawValue;

/// A number, or a text such as `user123`; programs and their versions differ.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub(crate) enum Scalar {
    Number(serde_json::Number),
    Text(String),
}

impl Scalar {
    /// Returns it as text.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

/// Says that a file is no JSON, or not as it should be, and from which line on.
pub(crate) fn invalid(file: &File, error: &serde_json::Error) -> Box<Diagnostic> {
    let problem = Problem::JsonInvalid { reason: error.to_string() };
    Box::new(Diagnostic::error(file.place(u32::try_from(error.line()).ok()), problem))
}

/// Counts lines up to the parts of a text, which come in its order.
pub(crate) struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: u32,
}

impl<'t> Lines<'t> {
    /// Starts at the first line of `text`.
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// Returns the line on which `part`, borrowed from the text, starts, counted from 1.
    pub(crate) fn of(&mut self, part: &RawValue) -> u32 {
        let at = (part.get().as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let passed = self.text.as_bytes().get(self.at..at).unwrap_or_default();
        let n_breaks = passed.iter().filter(|&&byte| byte == b'\n').count();
        self.line = self.line.saturating_add(u32::try_from(n_breaks).unwrap_or(u32::MAX));
        self.at = self.at.max(at);
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_have_the_line_on_which_they_start() {
        let text = "[1,\n\n {\"a\":\n 2}, 3,\n\"vier\"]";
        let parts: Vec<&RawValue> = serde_json::from_str(text).unwrap();
        let mut lines = Lines::new(text);
        assert_eq!(parts.into_iter().map(|part| lines.of(part)).collect::<Vec<_>>(), [1, 3, 4, 5]);
    }

    #[test]
    fn ids_are_numbers_or_texts() {
        let ids: Vec<Scalar> = serde_json::from_str("[7, -1.5, \"user7\"]").unwrap();
        assert_eq!(ids.iter().map(Scalar::text).collect::<Vec<_>>(), ["7", "-1.5", "user7"]);
    }
}
