//! Citations in a text, as pandoc writes them: `[@yin2018, p. 12; zie ook @ragin2014]`, `@yin2018`, `@yin2018 [p. 12]`, and
//! `[-@yin2018]` where the name stands in the sentence already.
//!
//! - A key is what follows `@`: letters, digits and `_`, with single signs of `:.#$%&-+?<>~/` between them, or anything between
//!   braces (`@{a key}` without white space). `anna@voorbeeld.nl` cites nothing, nor does `\@`.
//! - In square brackets every part between `;` has to cite a work; otherwise the brackets are just brackets. So are those of a
//!   link, `[@yin2018](…)`.
//! - After a key a locator may stand, `p. 12` or `hoofdstuk 3`; a bare number is a page. What follows is printed as it is.
//! - In code nothing is cited.

mod locator;
mod scan;

use crate::{ReferenceKey, References};
use std::ops::Range;

pub use locator::{Locator, LocatorKind};
pub use scan::citations;

/// A citation, of one work or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// Whether the name of the author is part of the sentence: `@yin2018` outside of square brackets.
    pub is_narrative: bool,
    /// The works, at least one; exactly one where it is part of the sentence.
    pub works: Vec<CitedWork>,
}

/// A work in a citation, and what is said of it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedWork {
    /// Its key.
    pub key: ReferenceKey,
    /// Where the key stands in the text, in bytes, with its `@`.
    pub range: Range<usize>,
    /// What stands before it: `zie ook`.
    pub prefix: String,
    /// The place in the work.
    pub locator: Option<Locator>,
    /// What stands after it, with the sign it begins with: `, met andere woorden`.
    pub suffix: String,
    /// Whether its author is not printed: `-@yin2018`.
    pub hides_author: bool,
}

impl Citation {
    /// Returns whether works are meant: in square brackets always, in a sentence only where there is a work with that key.
    pub fn is_meant(&self, references: &References) -> bool {
        !self.is_narrative || self.works.iter().all(|work| references.get(&work.key).is_some())
    }
}

#[cfg(test)]
mod tests;
