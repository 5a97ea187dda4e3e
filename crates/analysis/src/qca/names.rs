//! Names of columns as R and its package QCA take them: capitals of ASCII, digits, underscores, each once.

use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;

/// Gives out names, each once.
pub(super) struct Names {
    taken: BTreeSet<String>,
}

/// Names that mean something to R.
const RESERVED: [&str; 9] = ["TRUE", "FALSE", "NULL", "NA", "NAN", "INF", "T", "F", "OUT"];

impl Names {
    /// Starts with names that are taken.
    pub(super) fn new<const N: usize>(taken: [&str; N]) -> Self {
        Self { taken: taken.into_iter().chain(RESERVED).map(str::to_owned).collect() }
    }

    /// Returns the name for an id: accents off, other signs as underscores, a number behind it where another id has the
    /// same name already.
    pub(super) fn of(&mut self, id: &str) -> String {
        let letters = id.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c));
        let letter = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' };
        let name: String = letters.map(letter).collect();
        let name = name.trim_matches('_');
        let name = match name.chars().next() {
            Some(first) if first.is_ascii_alphabetic() => name.to_owned(),
            _ => format!("C_{name}"),
        };
        let candidates = std::iter::once(name.clone()).chain((2..).map(|n: u32| format!("{name}_{n}")));
        let free = candidates.into_iter().find(|name| !self.taken.contains(name)).unwrap_or(name);
        self.taken.insert(free.clone());
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_gets_a_name_of_its_own_that_r_takes() {
        let mut names = Names::new(["CASE"]);
        let given: Vec<String> = ["eigen-regie", "eigen regie", "één", "7 dagen", "信頼", "case", "na"]
            .map(|id| names.of(id))
            .into();
        assert_eq!(given, ["EIGEN_REGIE", "EIGEN_REGIE_2", "EEN", "C_7_DAGEN", "C_", "CASE_2", "NA_2"]);
    }
}
