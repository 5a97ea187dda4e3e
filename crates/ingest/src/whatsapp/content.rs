//! What a message consists of: words, or what WhatsApp writes in place of words.

use super::phrases;
use crate::chat::{Content, Piece};
use crate::imported::Part;
use draad_core::UnitKind::{self, Call, Deleted, Location, Media, Said, System};
use std::ops::Range;

/// The longest phrase for something left out, with a document's name and number of pages, in bytes.
const MAX_OMISSION: usize = 300;

/// Takes the words of a message apart by kind. `marks` are the places in it that the program marked as its own.
pub(super) fn of(text: &str, marks: &[usize]) -> Content {
    let folded = text.trim().to_lowercase();
    let n_blanks = text.len() - text.trim_start().len();
    let is_marked = marks.iter().any(|&mark| mark <= n_blanks);
    if let Some(kind) = kind_of(&folded, is_marked) {
        return Content::whole(text, kind);
    }
    if let Some(pieces) = poll(text) {
        return Content { pieces, traits: vec![Part::Polls] };
    }
    let (words, traits) = match phrases::without_edit_mark(text) {
        Some(words) => (words, vec![Part::Edited]),
        None => (text, Vec::new()),
    };
    let pieces = attachment(words, marks).unwrap_or_else(|| vec![Piece::new(0..words.len(), Said)]);
    Content { pieces, traits }
}

/// Returns what a message is that holds nobody's words.
fn kind_of(folded: &str, is_marked: bool) -> Option<UnitKind> {
    if phrases::is_encryption(folded) {
        Some(System)
    } else if phrases::is_deleted(folded) {
        Some(Deleted)
    } else if phrases::is_missed_call(folded) {
        Some(Call)
    } else if phrases::is_location(folded, is_marked) {
        Some(Location)
    } else if phrases::is_omitted(folded) {
        Some(Media)
    } else if is_marked && phrases::is_marked_notice(folded) {
        Some(System)
    } else {
        None
    }
}

/// Takes a message with an attachment apart: the file, and the words with it (below it on Android, before it on iPhones).
fn attachment(text: &str, marks: &[usize]) -> Option<Vec<Piece>> {
    let file =
        file_named_first(text).or_else(|| file_between(text, marks)).or_else(|| left_out(text, marks))?;
    Some(vec![
        Piece::new(0..file.start, Said),
        Piece::new(file.clone(), Media),
        Piece::new(file.end..text.len(), Said),
    ])
}

/// Finds `IMG-20210312-WA0001.jpg (bestand bijgevoegd)` in the first line.
fn file_named_first(text: &str) -> Option<Range<usize>> {
    let start = text.len() - text.trim_start().len();
    let first = text[start..].split('\n').next()?.trim_end();
    let folded = first.to_lowercase();
    let is_file = phrases::is_attached_file(&folded) || phrases::is_bracketed_omission(&folded);
    is_file.then(|| start..start + first.len())
}

/// Finds `<bijgevoegd: 00000014-PHOTO.jpg>`, with the document's title and number of pages before it.
fn file_between(text: &str, marks: &[usize]) -> Option<Range<usize>> {
    let start = phrases::find_attached(text)?;
    let end = start + text[start..].find('>')? + 1;
    let (before, after) = (text[..start].trim(), text[end..].trim());
    if !marks.contains(&start) && !before.is_empty() && !after.is_empty() {
        return None;
    }
    let is_title = phrases::is_document_title(&before.to_lowercase());
    Some(if is_title { 0..end } else { start..end })
}

/// Finds `afbeelding weggelaten` after the words that went with it, where the program marked it as its own.
fn left_out(text: &str, marks: &[usize]) -> Option<Range<usize>> {
    let end = text.trim_end().len();
    let near = marks.iter().filter(|&&mark| mark + MAX_OMISSION >= end);
    let is_omission = |&&mark: &&usize| {
        text.get(mark..end).is_some_and(|rest| phrases::is_omitted(&rest.trim().to_lowercase()))
    };
    near.take(MAX_OMISSION).find(is_omission).map(|&mark| mark..end)
}

/// Takes a poll apart: the question, and each answer without the number of votes.
fn poll(text: &str) -> Option<Vec<Piece>> {
    let mut lines = lines(text);
    let (_, first) = lines.next()?;
    if !["poll:", "peiling:"].contains(&first.trim().to_lowercase().as_str()) {
        return None;
    }
    let mut pieces: Vec<Piece> = Vec::new();
    for (start, line) in lines {
        let end = start + without_votes(line).len();
        match (answer(line), pieces.last_mut()) {
            (Some(at), _) => pieces.push(Piece::new(start + at..end.max(start + at), Said)),
            (None, Some(last)) => last.range.end = start + line.len(),
            (None, None) => pieces.push(Piece::new(start..start + line.len(), Said)),
        }
    }
    (pieces.len() > 1).then_some(pieces)
}

/// Returns where in a line of a poll the answer starts.
fn answer(line: &str) -> Option<usize> {
    ["option:", "optie:"]
        .iter()
        .find(|mark| line.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark)))
        .map(|mark| mark.len())
}

/// Returns a line without ` (2 stemmen)` at its end.
fn without_votes(line: &str) -> &str {
    let split = line.trim_end().strip_suffix(')').and_then(|line| line.rsplit_once('('));
    match split {
        Some((before, votes)) if votes.starts_with(|c: char| c.is_ascii_digit()) => before,
        _ => line,
    }
}

/// Returns the lines of a text with their places.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split('\n').map(move |line| {
        let at = start;
        start += line.len() + 1;
        (at, line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces of a message in which `‹` stands for the program's mark.
    fn kinds(text: &str) -> Vec<(String, UnitKind)> {
        let mut marks: Vec<usize> = text.match_indices('‹').map(|(at, _)| at).collect();
        for (n, mark) in marks.iter_mut().enumerate() {
            *mark -= n * '‹'.len_utf8();
        }
        let text = text.replace('‹', "");
        let pieces = of(&text, &marks).pieces.into_iter();
        let pieces = pieces.map(|piece| (text[piece.range].trim().to_owned(), piece.kind));
        pieces.filter(|(words, _)| !words.is_empty()).collect()
    }

    fn check(text: &str, expected: &[(&str, UnitKind)]) {
        let expected: Vec<_> = expected.iter().map(|(words, kind)| ((*words).to_owned(), *kind)).collect();
        assert_eq!(kinds(text), expected, "{text}");
    }

    #[test]
    fn what_stands_in_place_of_words_is_no_speech() {
        for (text, kind) in [
            ("<Media weggelaten>", Media),
            ("<Media omitted>", Media),
            ("<View once voice message omitted>", Media),
            ("<Videobericht weggelaten>", Media),
            ("afbeelding weggelaten", Media),
            ("video weggelaten", Media),
            ("audio weggelaten", Media),
            ("GIF weggelaten", Media),
            ("sticker weggelaten", Media),
            ("document weggelaten", Media),
            ("Contact card omitted", Media),
            ("Verslag.pdf • 116 pagina's document weggelaten", Media),
            ("Verslag.pdf • 1 page document omitted", Media),
            ("Oma.vcf (bestand bijgevoegd)", Media),
            ("Oma.vcf (file attached)", Media),
            ("<bijgevoegd: 00000014-PHOTO.jpg>", Media),
            ("null", Media),
            ("Dit bericht is verwijderd.", Deleted),
            ("U hebt dit bericht verwijderd", Deleted),
            ("Je hebt dit bericht verwijderd.", Deleted),
            ("This message was deleted", Deleted),
            ("You deleted this message", Deleted),
            ("Gemiste spraakoproep", Call),
            ("Gemiste spraakoproep om 12:03", Call),
            ("Gemiste video-oproep", Call),
            ("Missed voice call, Tap to call back", Call),
            ("Missed video call", Call),
            ("Voice call, No answer", Call),
            ("Locatie: https://maps.google.com/?q=52.1,5.1", Location),
            ("locatie: https://maps.google.com/?q=52.1,5.1", Location),
            ("Location: https://maps.google.com/?q=52.1,5.1", Location),
            ("https://maps.google.com/?q=52.1,5.1", Location),
            ("Live locatie gedeeld", Location),
            ("live location shared", Location),
            ("Berichten en oproepen zijn end-to-end versleuteld. Tik voor meer informatie.", System),
            ("Uw oproepen en berichten zijn beveiligd met end-to-end encryptie.", System),
            ("Messages and calls are end-to-end encrypted. Only people in this chat can read them.", System),
            ("De afbeelding weggelaten? Jammer", Said),
            ("<grapje weggelaten> hoor", Said),
            ("Locatie: https://maps.google.com/?q=52.1,5.1 daar om drie uur", Said),
            ("Ze heeft de groep verlaten", Said),
            ("Gemiste oproepen zijn er genoeg", Said),
            ("Kees added Bea", Said),
        ] {
            check(text, &[(text, kind)]);
        }
    }

    #[test]
    fn what_the_program_marked_as_its_own_needs_less() {
        for (text, kind) in [
            ("Anna heeft Bea toegevoegd", System),
            ("Je hebt Bea verwijderd.", System),
            ("Anna added Bea", System),
            ("Anna left", System),
            ("Voice call, 3 min", System),
            ("Dit bericht is verwijderd.", Deleted),
            ("Pathé (Vredenburg, Utrecht): https://foursquare.com/v/4a27", Location),
            ("Hallo", Said),
        ] {
            check(&format!("‹{text}"), &[(text, kind)]);
        }
    }

    #[test]
    fn words_with_a_picture_stay_words() {
        let file = "IMG-20210312-WA0001.jpg (bestand bijgevoegd)";
        check(&format!("{file}\nKijk hoe trots!"), &[(file, Media), ("Kijk hoe trots!", Said)]);
        check("<Media weggelaten>\nKijk!", &[("<Media weggelaten>", Media), ("Kijk!", Said)]);
        let file = "<bijgevoegd: 00000014-PHOTO.jpg>";
        check(&format!("Kijk! ‹{file}"), &[("Kijk!", Said), (file, Media)]);
        check(&format!("‹{file}\nKijk!"), &[(file, Media), ("Kijk!", Said)]);
        let file = "Verslag.pdf • 116 pagina’s <attached: 00000015-Verslag.pdf>";
        check(file, &[(file, Media)]);
        check("Kijk! ‹afbeelding weggelaten", &[("Kijk!", Said), ("afbeelding weggelaten", Media)]);
        check("Kijk! afbeelding weggelaten", &[("Kijk! afbeelding weggelaten", Said)]);
        check("Zet <attached: x> erin", &[("Zet <attached: x> erin", Said)]);
    }

    #[test]
    fn edit_marks_are_no_words() {
        for mark in ["<Dit bericht is bewerkt>", "<This message was edited>"] {
            let text = format!("Tot morgen ‹{mark}");
            check(&text, &[("Tot morgen", Said)]);
            assert_eq!(of(&text, &[]).traits, [Part::Edited]);
        }
        assert_eq!(of("Tot morgen", &[]).traits, []);
    }

    #[test]
    fn polls_hold_a_question_and_answers() {
        let text =
            "‹PEILING:\nWanneer kan\niedereen?\n‹OPTIE: Ma (mits vrij) (‹2 stemmen)\n‹OPTIE: Di (‹0 stemmen)";
        check(text, &[("Wanneer kan\niedereen?", Said), ("Ma (mits vrij)", Said), ("Di", Said)]);
        check("POLL:\nWhen?\nOPTION: Mon (1 vote)", &[("When?", Said), ("Mon", Said)]);
        check("Poll: wie komt?", &[("Poll: wie komt?", Said)]);
    }
}
