//! The forms that are looked for, and the digits that tell a number from a number that only looks like it.

use super::LeakKind;
use regex::{Regex, RegexBuilder};

const MAIL: &str = r"[\w.%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}";
/// Mobile numbers in any grouping; others with an area code of two or three digits after the zero, or without any sign.
const PHONE: &str = concat!(
    r"(?:(?:\+|\b00)31[ .-]?(?:\(0\))?[ .-]?[1-9](?:[ .-]?\d){8}",
    r"|\b06(?:[ .-]?\d){8}",
    r"|\(?\b0[1-9]\d{1,2}\)?[ -]\d{3}[ -]?\d{2}[ -]?\d{2,3}",
    r"|\b0[1-9]\d{8})\b",
);
const BSN: &str = r"\b\d{9}\b|\b\d{4}([. ])\d{2}[. ]\d{3}\b";
const IBAN: &str = r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b";
const POSTCODE: &str = r"\b[1-9]\d{3} ?[A-Z]{2}\b";
/// A day such as 06-05-2021.
const DAY: &str = r"^\d{2}[ .-]\d{2}[ .-](?:19|20)\d{2}";

/// The fewest letters of a word that is withheld: shorter ones stand everywhere.
const FEWEST_LETTERS: usize = 3;

/// All forms, ready to be looked for.
pub(super) struct Patterns {
    forms: Vec<(LeakKind, Regex)>,
    day: Regex,
}

impl Patterns {
    /// Prepares the forms; `withheld` are words that may stand nowhere.
    pub(super) fn new(withheld: &[String]) -> Self {
        let form = |pattern: &str| Regex::new(pattern).expect("the forms are well written");
        let mut forms = vec![
            (LeakKind::Mail, form(MAIL)),
            (LeakKind::Iban, form(IBAN)),
            (LeakKind::Phone, form(PHONE)),
            (LeakKind::Bsn, form(BSN)),
            (LeakKind::Postcode, form(POSTCODE)),
        ];
        let is_long = |word: &&str| word.chars().count() >= FEWEST_LETTERS;
        let words = withheld.iter().map(|word| word.trim()).filter(is_long);
        for word in words {
            let pattern = format!(r"\b{}\b", regex::escape(word));
            if let Ok(form) = RegexBuilder::new(&pattern).case_insensitive(true).build() {
                forms.push((LeakKind::Withheld, form));
            }
        }
        Self { forms, day: form(DAY) }
    }

    /// Returns what a line holds, each as letters and digits without what stands between them, so that the same number is the
    /// same however it is written. What is part of something found before is not found again.
    pub(super) fn find(&self, line: &str) -> Vec<(LeakKind, String)> {
        let mut taken: Vec<std::ops::Range<usize>> = Vec::new();
        let mut found = Vec::new();
        for (kind, form) in &self.forms {
            for seen in form.find_iter(line) {
                let is_free =
                    taken.iter().all(|range| range.end <= seen.start() || seen.end() <= range.start);
                if is_free && self.holds(*kind, seen.as_str()) {
                    taken.push(seen.range());
                    found.push((*kind, bare(seen.as_str())));
                }
            }
        }
        found
    }

    /// Whether the digits are those of such a number.
    fn holds(&self, kind: LeakKind, text: &str) -> bool {
        match kind {
            LeakKind::Phone => !self.day.is_match(text),
            LeakKind::Bsn => is_bsn(text),
            LeakKind::Iban => is_iban(&bare(text)),
            // the three pairs that no postcode has
            LeakKind::Postcode => !["SA", "SD", "SS"].iter().any(|pair| text.ends_with(pair)),
            LeakKind::Mail | LeakKind::Withheld => true,
        }
    }
}

fn bare(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric() || *letter == '@')
        .flat_map(char::to_lowercase)
        .collect()
}

/// The elfproef: nine times the first digit and so on down to twice the eighth, less the last, is a multiple of eleven.
fn is_bsn(text: &str) -> bool {
    let digits: Vec<i64> = text.chars().filter_map(|letter| letter.to_digit(10)).map(i64::from).collect();
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i64 = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    digits.len() == weights.len() && sum % 11 == 0 && digits.iter().any(|digit| *digit > 0)
}

/// ISO 13616: with its first four characters at the end and letters as numbers from 10, the rest by 97 is 1.
fn is_iban(text: &str) -> bool {
    let Some((head, tail)) = text.split_at_checked(4) else { return false };
    let values = tail.chars().chain(head.chars()).map(|letter| letter.to_digit(36));
    let rest = values.into_iter().try_fold(0u32, |rest, value| {
        let value = value?;
        Some((rest * if value > 9 { 100 } else { 10 } + value) % 97)
    });
    text.is_ascii() && rest == Some(1)
}
