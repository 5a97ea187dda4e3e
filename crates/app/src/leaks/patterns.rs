//! The forms that are looked for, and the digits that tell a number from a number that only looks like it.

use super::LeakKind;
use regex::{Regex, RegexBuilder};
use std::collections::BTreeSet;

const MAIL: &str = r"[\w.%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}";
/// Dutch numbers from abroad, mobile ones in any grouping, others with an area code of two or three digits after the zero or
/// without any sign, and numbers of other countries. `_` is what people write between digits: a space, a stop, a dash or a
/// stroke, with or without spaces around it.
const PHONE: &str = concat!(
    r"(?:(?:\+|\b00)31\)?_?(?:\(0\))?_?[1-9](?:_?\d){8}",
    r"|\(?\b06\)?(?:_?\d){8}",
    r"|\(?\b0[1-9]\d{1,2}\)?_\d{3}_?\d{2}_?\d{2,3}",
    r"|\b0[1-9]\d{8}",
    r"|\+[1-9]\d{0,2}\)?_?(?:\(0\))?(?:_?\d){7,11})\b",
);
const BETWEEN: &str = r"(?:\s?[-./\u{2010}-\u{2015}]\s?|\s)";
const BSN: &str = r"(?:\b|(?i:bsn|sofi))(?:\d{9}|\d{4}([. ])\d{2}[. ]\d{3}|\d{3}-\d{3}-\d{3}|\d{3}\.\d{3}\.\d{3}|\d{3}\s\d{3}\s\d{3})\b";
/// A Dutch account by its form alone, because with a digit written wrong it still says whose it is; other ones by their digits.
const IBAN: &str = concat!(
    r"(?i:\bNL_?\d{2}_?[A-Z]{4}(?:_?\d){10}\b)",
    r"|\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b",
);
/// With two capitals, or without a space: `in 2021 en` is no postcode.
const POSTCODE: &str = r"\b[1-9]\d{3}(?:\s{0,2}[A-Z]{2}|[A-Za-z]{2})\b";
/// A day such as 06-05-2021.
const DAY: &str = r"^\d{2}\s?[ ./\u{2010}-\u{2015}-]\s?\d{2}\s?[ ./\u{2010}-\u{2015}-]\s?(?:19|20)\d{2}";

/// The fewest letters of a word that is withheld: one letter stands everywhere.
const FEWEST_LETTERS: usize = 2;
/// Up to so many letters a withheld word counts only with the capitals it is written with: `Bo` is no `bo`.
const FEW_LETTERS: usize = 2;
/// The fewest letters of a part of a withheld name that is looked for by itself.
const FEWEST_OF_PART: usize = 3;

/// The fewest and the most characters of an account number.
const IBAN_LENGTHS: std::ops::RangeInclusive<usize> = 15..=34;

/// All forms, ready to be looked for.
pub(super) struct Patterns {
    forms: Vec<(LeakKind, Regex)>,
    day: Regex,
}

impl Patterns {
    /// Prepares the forms; `withheld` are words that may stand nowhere.
    pub(super) fn new(withheld: &[String]) -> Self {
        let form =
            |pattern: &str| Regex::new(&pattern.replace('_', BETWEEN)).expect("the forms are well written");
        let mut forms = vec![
            (LeakKind::Mail, Regex::new(MAIL).expect("the form is well written")),
            (LeakKind::Iban, form(IBAN)),
            (LeakKind::Phone, form(PHONE)),
            (LeakKind::Bsn, form(BSN)),
            (LeakKind::Postcode, form(POSTCODE)),
        ];
        let whole: BTreeSet<Vec<&str>> = withheld.iter().map(|text| words(text)).collect();
        let is_long = |words: &&Vec<&str>| n_letters(words) >= FEWEST_LETTERS;
        forms.extend(whole.iter().filter(is_long).filter_map(|words| said(LeakKind::Withheld, words)));
        let parts: BTreeSet<&str> = whole
            .iter()
            .filter(|words| words.len() > 1)
            .flatten()
            .copied()
            .filter(|word| is_name(word))
            .collect();
        forms.extend(parts.into_iter().filter_map(|part| said(LeakKind::WithheldPart, &[part])));
        Self { forms, day: Regex::new(DAY).expect("the form is well written") }
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
                let is_word = match kind {
                    LeakKind::Withheld | LeakKind::WithheldPart => stands_alone(line, &seen.range()),
                    _ => true,
                };
                if is_free && is_word && self.holds(*kind, seen.as_str()) {
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
            LeakKind::Iban => is_dutch_account(&bare(text)) || has_iban(&bare(text)),
            // the three pairs that no postcode has
            LeakKind::Postcode => !["sa", "sd", "ss"].iter().any(|pair| bare(text).ends_with(pair)),
            LeakKind::Mail | LeakKind::Withheld | LeakKind::WithheldPart => true,
        }
    }
}

/// Returns the words of a text that is withheld, without the spaces between them.
fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

fn n_letters(words: &[&str]) -> usize {
    words.iter().map(|word| word.chars().count()).sum()
}

/// Whether a word of a withheld text is a name by itself: `Achterberg`, and not `van`.
fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && word.chars().filter(|letter| letter.is_alphabetic()).count() >= FEWEST_OF_PART
}

/// The form of words that are withheld, whatever stands between them. A whole text counts whatever its capitals, one of few
/// letters and a part of a name only as they are written.
fn said(kind: LeakKind, words: &[&str]) -> Option<(LeakKind, Regex)> {
    let parts: Vec<String> = words.iter().map(|word| regex::escape(word)).collect();
    let is_as_written = kind == LeakKind::WithheldPart || n_letters(words) <= FEW_LETTERS;
    let mut form = RegexBuilder::new(&parts.join(r"[\s_-]+"));
    Some((kind, form.case_insensitive(!is_as_written).size_limit(1 << 22).build().ok()?))
}

/// Whether what was found is no piece of a longer word: `Wit` in `interview_Wit` and `Wits`, and not in `Wittere`.
fn stands_alone(line: &str, found: &std::ops::Range<usize>) -> bool {
    let is_open = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_alphanumeric());
    let after = &line[found.end..];
    let after = after.strip_prefix('s').unwrap_or(after);
    let follows_plainly = is_open(line[found.end..].chars().next()) || is_open(after.chars().next());
    is_open(line[..found.start].chars().next_back()) && follows_plainly
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

/// Whether it is the form of a Dutch account: two digits, four letters of a bank, ten digits.
fn is_dutch_account(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("nl").filter(|rest| rest.is_ascii() && rest.len() == 16) else {
        return false;
    };
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(&rest[..2]) && rest[2..6].bytes().all(|byte| byte.is_ascii_lowercase()) && is_digits(&rest[6..])
}

/// Whether it begins with an account number: words in capitals after it may look like more of it.
fn has_iban(text: &str) -> bool {
    text.is_ascii() && IBAN_LENGTHS.filter_map(|length| text.get(..length)).any(is_iban)
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
