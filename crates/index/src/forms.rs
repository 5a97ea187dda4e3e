//! Which words of the study share a stem.
//!
//! The index holds words, not stems: a word is looked for by the forms that its stem has in this study, so one list of
//! positions serves words, phrases and patterns alike. The forms are one text, a line per stem with its forms, sorted, and
//! are looked up without being taken apart.

use crate::form::stem;
use std::collections::{BTreeMap, BTreeSet};

/// Between a stem and each of its forms; words hold no tabs.
const SEPARATOR: char = '\t';

/// The forms of every stem.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Forms(String);

impl Forms {
    /// Takes over what [`Forms::as_str`] gave.
    pub(crate) fn from_text(text: String) -> Self {
        Self(text)
    }

    /// Returns the forms as text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the forms of a stem that occur in the study; none when it does not occur.
    pub(crate) fn of_stem(&self, stem: &str) -> Vec<&str> {
        let (mut low, mut high) = (0, self.0.len());
        while low < high {
            let start = self.line_start((low + high) / 2);
            let line = self.line(start);
            let mut parts = line.split(SEPARATOR);
            match parts.next().unwrap_or_default().cmp(stem) {
                std::cmp::Ordering::Equal => return parts.collect(),
                std::cmp::Ordering::Less => low = start + line.len() + 1,
                std::cmp::Ordering::Greater => high = start,
            }
        }
        Vec::new()
    }

    /// Returns whether a word is known.
    pub(crate) fn has(&self, word: &str) -> bool {
        !self.0.is_empty() && self.of_stem(&stem(word)).contains(&word)
    }

    fn line_start(&self, within: usize) -> usize {
        self.0.as_bytes()[..within].iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1)
    }

    fn line(&self, start: usize) -> &str {
        self.0[start..].split('\n').next().unwrap_or_default()
    }

    /// Returns these forms with further words.
    pub(crate) fn with(self, further: BTreeSet<String>) -> Self {
        if further.is_empty() {
            return self;
        }
        let mut forms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for line in self.0.lines() {
            let mut parts = line.split(SEPARATOR).map(str::to_owned);
            let stem = parts.next().unwrap_or_default();
            forms.insert(stem, parts.collect());
        }
        for word in further {
            forms.entry(stem(&word)).or_default().insert(word);
        }
        let mut text = String::with_capacity(self.0.len());
        for (stem, words) in forms {
            text += &stem;
            for word in words {
                text.push(SEPARATOR);
                text += &word;
            }
            text.push('\n');
        }
        Self(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_of_one_word_stand_together() {
        let words = ["werkte", "gewerkt", "werken", "moeder", "'s"].map(str::to_owned);
        let some = |range: std::ops::Range<usize>| words[range].iter().cloned().collect();
        let forms = Forms::default().with(some(0..3)).with(some(2..5));
        assert_eq!(forms.of_stem(&stem("werken")), ["gewerkt", "werken", "werkte"]);
        assert_eq!(forms.of_stem(&stem("'s")), ["'s"]);
        assert!(forms.of_stem("vader").is_empty() && Forms::default().of_stem("a").is_empty());
    }

    proptest! {
        #[test]
        fn every_word_is_found_by_its_stem(words in prop::collection::btree_set("[a-zé]{1,8}", 0..40)) {
            let forms = Forms::default().with(words.clone());
            for word in &words {
                prop_assert!(forms.of_stem(&stem(word)).contains(&word.as_str()), "{word}");
            }
            prop_assert_eq!(Forms::from_text(forms.as_str().to_owned()).with(words), forms);
        }
    }
}
