//! From text as found to text as stored: NFC, LF, nothing invisible.

use crate::imported::{Change, ImportReport};
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc, is_nfc_quick};

/// Returns `raw` with line breaks as LF, invisible marks taken out and accents joined; what changed goes into `report`.
///
/// Blanks that do not break (U+00A0, U+202F) stay: they are white space to everything that reads the text. So do the
/// joiners inside emoji. Line breaks are not reported: nobody sees which kind they were.
pub(crate) fn clean(raw: &str, report: &mut ImportReport) -> String {
    clean_with(raw, &mut [], report)
}

/// Cleans `raw` as [`clean`] does and moves `places`, byte positions in it in ascending order, along to where they are in
/// the result. A place inside what became one character comes after it.
pub(crate) fn clean_with(raw: &str, places: &mut [usize], report: &mut ImportReport) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut n_marks = 0;
    let mut n_moved = 0;
    let mut is_composed = true;
    // Nearly all of a text stays, so it is copied in stretches up to what does not.
    let mut done = 0;
    for (at, c) in raw.char_indices() {
        is_composed &= is_always_nfc(c);
        if stays(c) || at < done {
            continue;
        }
        let shift = text.len();
        text.push_str(&raw[done..at]);
        n_moved += move_to(|place| shift + place.saturating_sub(done), &mut places[n_moved..], at);
        done = at + c.len_utf8();
        match c {
            '\r' => {
                done += usize::from(raw[done..].starts_with('\n'));
                text.push('\n');
            }
            '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => text.push('\n'),
            _ => n_marks += 1,
        }
        let now = text.len();
        n_moved += move_to(|_| now, &mut places[n_moved..], done - 1);
    }
    let shift = text.len();
    text.push_str(&raw[done..]);
    move_to(|place| (shift + place.saturating_sub(done)).min(text.len()), &mut places[n_moved..], usize::MAX);
    for place in places.iter_mut() {
        *place = text.ceil_char_boundary(*place);
    }
    report.change(Change::InvisibleMarks, n_marks, None);
    if is_composed || is_nfc(&text) {
        return text;
    }
    report.change(Change::AccentsJoined, 1, None);
    compose_places(&text, places);
    text.nfc().collect()
}

/// Moves `places`, in ascending order, along to where they are when the accents of `text` are joined. What was composed up to
/// one place is not composed again for the next.
fn compose_places(text: &str, places: &mut [usize]) {
    let composed_len = |part: &str| part.nfc().map(char::len_utf8).sum::<usize>();
    let (mut done, mut composed) = (0, 0);
    for place in places {
        let n_marks = text[*place..].chars().take_while(|&c| is_combining_mark(c)).map(char::len_utf8);
        let end = *place + n_marks.sum::<usize>();
        let upto = composed + composed_len(&text[done..end]);
        if text[end..].chars().next().is_none_or(begins_anew) {
            (done, composed) = (end, upto);
        }
        *place = upto;
    }
}

/// Returns whether composing begins anew at `c`, whatever comes before it.
pub(crate) fn begins_anew(c: char) -> bool {
    canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
}

/// Returns `text` on one line, with single blanks between its words.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Returns whether `c` is clean as it is.
fn stays(c: char) -> bool {
    let is_break = matches!(c, '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    (' '..='~').contains(&c) || !(is_break || is_invisible(c))
}

/// Returns whether `c` is in NFC whatever stands beside it: all letters of Dutch, and the punctuation of its books.
fn is_always_nfc(c: char) -> bool {
    c < '\u{300}' || ('\u{2010}'..='\u{20cf}').contains(&c)
}

/// Gives the first places that are no further than `last` their new position, and returns how many.
fn move_to(to: impl Fn(usize) -> usize, places: &mut [usize], last: usize) -> usize {
    let n = places.iter().take_while(|&&place| place <= last).count();
    places[..n].iter_mut().for_each(|place| *place = to(*place));
    n
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

    #[test]
    fn places_move_along_with_the_words_they_stand_before() {
        let raw = "\u{feff}a\r\n\u{ad}be\u{301}c";
        let at = |words: &str| raw.find(words).unwrap();
        let mut places = [0, at("a"), at("\n"), at("be"), at("\u{301}"), at("c"), raw.len()];
        let text = clean_with(raw, &mut places, &mut ImportReport::default());
        assert_eq!(text, "a\nbéc");
        assert_eq!(places.map(|place| &text[place..]), ["a\nbéc", "a\nbéc", "béc", "béc", "c", "c", ""]);
    }

    #[test]
    fn places_on_many_lines_with_loose_accents_move_along() {
        let raw = "e\u{301}e\u{301}n|\n".repeat(3);
        let mut places: Vec<usize> = raw.match_indices('|').map(|(at, _)| at).collect();
        let text = clean_with(&raw, &mut places, &mut ImportReport::default());
        assert_eq!(text, "één|\n".repeat(3));
        assert!(places.iter().zip([5, 12, 19]).all(|(&place, at)| place == at), "{places:?}");
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
