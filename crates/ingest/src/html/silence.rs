//! Elements whose contents are not text: scripts, hidden and deleted parts, pictures.

use super::element::{Element, is_ended_by_next};
use crate::clean::one_line;
use crate::imported::{ImportReport, Loss};

/// The most of what is left out that is kept as an example, in characters.
const MAX_EXAMPLE: usize = 200;

/// Fonts whose letters are pictures, as styles name them.
const SYMBOLS: [&str; 2] = ["font-family:symbol", "font-family:wingdings"];

/// An element whose contents are passed over.
#[derive(Debug)]
pub(super) struct Silence {
    name: String,
    /// How many elements of its name are open.
    depth: usize,
    /// What is lost with it, when it is words.
    loss: Option<Loss>,
    words: String,
}

impl Silence {
    /// Returns the silence that an element starts.
    pub(super) fn of(element: &Element, report: &mut ImportReport) -> Option<Self> {
        let loss = match element.name.as_str() {
            "script" | "style" | "template" | "noscript" | "select" | "rp" | "rt" => None,
            "svg" | "object" | "canvas" | "video" | "audio" | "iframe" | "math" => {
                report.lose(Loss::Pictures, 1, None);
                None
            }
            // The signs of Word's comments; the comments themselves are read.
            "a" if element.has_class("msocom") => None,
            "textarea" => Some(Loss::FormAnswers),
            "del" => Some(Loss::Deletions),
            _ if element.is_hidden() => Some(Loss::HiddenText),
            // The bullets of lists and Word's smileys: what a letter of these fonts shows, only the font knows.
            "span" if SYMBOLS.iter().any(|font| element.has_style(font)) => Some(Loss::Symbols),
            // Where Word writes the numbers of a list.
            _ if element.has_style("mso-list:ignore") => None,
            _ => return None,
        };
        let silence = Self { name: element.name.clone(), depth: 1, loss, words: String::new() };
        (!element.is_closed()).then_some(silence)
    }

    /// Passes a start tag. Returns whether it ends the silence, since the element cannot hold another of its name.
    pub(super) fn start(&mut self, element: &Element) -> bool {
        if element.name != self.name || element.is_closed() {
            return false;
        }
        self.depth += 1;
        is_ended_by_next(&self.name)
    }

    /// Passes an end tag. Returns whether it ends the silence.
    pub(super) fn end(&mut self, name: &str) -> bool {
        self.depth -= usize::from(name == self.name);
        self.depth == 0
    }

    /// Passes words.
    pub(super) fn text(&mut self, text: &str) {
        let left = MAX_EXAMPLE.saturating_sub(self.words.chars().count());
        self.words.extend(text.chars().take(left));
    }

    /// Reports what was passed over.
    pub(super) fn report(self, report: &mut ImportReport) {
        let words = one_line(&self.words);
        if let Some(loss) = self.loss.filter(|_| !words.is_empty()) {
            report.lose(loss, 1, Some(words));
        }
    }
}
