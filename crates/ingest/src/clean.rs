//! From text as found to text as stored: NFC, LF, nothing invisible.

use crate::imported::{Change, ImportReport};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Returns `raw` with line breaks as LF, invisible marks taken out and accents joined; what changed goes into `report`.
///
/// Blanks that do not break (U+00A0, U+202F) stay: they are white space to everything that reads the text. So do the
/// joiners inside emoji. Line breaks are not reported: nobody sees which kind they were.
pub(crate) fn clean(raw: &str, report: &mut ImportReport) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut n_marks = 0;
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                text.push('\n');
            }
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => text.push('\n'),
            c if is_invisible(c) => n_marks += 1,
            c => text.push(c),
        }
    }
    report.change(Change::InvisibleMarks, n_marks, None);
    if is_nfc(&text) {
        return text;
    }
    report.change(Change::AccentsJoined, 1, None);
    text.nfc().collect()
}

/// Returns whether `c` leaves no trace on paper: byte order and direction marks, soft hyphens, zero-width blanks, control
/// characters other than tab and line feed.
pub(crate) fn is_invisible(c: char) -> bool {
    match c {
        '\t' | '\n' => false,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}' => true,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        c => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_go_accents_join_and_emoji_stay_whole() {
        let mut report = ImportReport::default();
        let raw =
            "\u{feff}vader\u{ad}schap\r\nIk\u{a0}ben e\u{301}e\u{301}n \u{200e}👨\u{200d}👧\rklaar\u{2028}ja";
        assert_eq!(clean(raw, &mut report), "vaderschap\nIk\u{a0}ben één 👨\u{200d}👧\nklaar\nja");
        assert_eq!(report.changed[&Change::InvisibleMarks].n, 3);
        assert_eq!(report.changed[&Change::AccentsJoined].n, 1);
    }

    proptest! {
        #[test]
        fn clean_text_stays_as_it_is(raw in "(\\PC|[\r\n\t\u{301}\u{ad}\u{0}]){0,60}") {
            let mut report = ImportReport::default();
            let once = clean(&raw, &mut report);
            let mut again = ImportReport::default();
            prop_assert_eq!(clean(&once, &mut again), once);
            prop_assert_eq!(again, ImportReport::default());
        }
    }
}
