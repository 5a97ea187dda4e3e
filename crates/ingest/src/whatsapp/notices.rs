//! What WhatsApp writes in place of words, in Dutch and English.

use draad_core::UnitKind;
use std::ops::Range;

/// A part of a message of one kind.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    /// Where in the message it stands.
    pub(super) range: Range<usize>,
    /// What it is.
    pub(super) kind: UnitKind,
}

impl Piece {
    /// All of `text`.
    pub(super) fn whole(text: &str, kind: UnitKind) -> Self {
        Self { range: 0..text.len(), kind }
    }
}

/// Beginnings of the notice on encryption, which iPhones put in the mouth of the contact or the group.
const ENCRYPTION: [&str; 6] = [
    "berichten en oproepen worden end-to-end versleuteld",
    "berichten en oproepen zijn end-to-end versleuteld",
    "berichten en gesprekken ",
    "uw oproepen en berichten zijn beveiligd met end-to-end",
    "messages and calls are end-to-end encrypted",
    "messages to this chat and calls are now secured",
];

/// Parts of notices without sender.
const NOTICES: [&str; 39] = [
    "end-to-end",
    " heeft de groep verlaten",
    " heeft deze groep gemaakt",
    " hebt deze groep gemaakt",
    " heeft het onderwerp gewijzigd",
    " heeft het onderwerp van ",
    " heeft de groepsafbeelding",
    " heeft de groepsomschrijving",
    " heeft de groepsnaam",
    " heeft de instellingen van deze groep",
    " heeft de groep ",
    " hebt de groep ",
    " hebt het onderwerp",
    " hebt de groepsafbeelding",
    " is toegevoegd",
    " bent toegevoegd",
    " toegevoegd aan de groep",
    " neemt deel via",
    "beveiligingscode voor ",
    "beveiligingscode met ",
    "tijdelijke berichten",
    " heeft een nieuw telefoonnummer",
    " is nu een beheerder",
    " left the group",
    " created group ",
    " created this group",
    " changed the subject ",
    " changed the group ",
    " changed this group",
    " changed their phone number",
    " changed to +",
    " joined using ",
    " joined from ",
    " was added",
    " were added",
    "security code with ",
    "security code for ",
    "disappearing messages",
    " is now an admin",
];

const OMITTED: [&str; 22] = [
    "<media weggelaten>",
    "<media omitted>",
    "afbeelding weggelaten",
    "foto weggelaten",
    "video weggelaten",
    "audio weggelaten",
    "gif weggelaten",
    "sticker weggelaten",
    "document weggelaten",
    "contactkaart weggelaten",
    "videobericht weggelaten",
    "image omitted",
    "photo omitted",
    "video omitted",
    "audio omitted",
    "gif omitted",
    "sticker omitted",
    "document omitted",
    "contact card omitted",
    "video note omitted",
    "null",
    "<weggelaten>",
];
const ATTACHED_AFTER: [&str; 2] = ["(bestand bijgevoegd)", "(file attached)"];
const ATTACHED_BEFORE: [&str; 2] = ["<bijgevoegd:", "<attached:"];
const DELETED: [&str; 6] = [
    "dit bericht is verwijderd",
    "u hebt dit bericht verwijderd",
    "je hebt dit bericht verwijderd",
    "u heeft dit bericht verwijderd",
    "this message was deleted",
    "you deleted this message",
];
const CALLS: [&str; 10] = [
    "gemiste spraakoproep",
    "gemiste video-oproep",
    "gemiste videogesprek",
    "gemiste groepsspraakoproep",
    "gemiste groepsvideo-oproep",
    "gemist spraakgesprek",
    "missed voice call",
    "missed video call",
    "missed group voice call",
    "missed group video call",
];
const LOCATIONS: [&str; 5] = [
    "locatie: http",
    "location: http",
    "live locatie gedeeld",
    "live location shared",
    "https://maps.google.com/?q=",
];
const EDITED: [&str; 3] = ["<dit bericht is bewerkt>", "<this message was edited>", "<bewerkt>"];

/// The longest rest after the words of a missed call or a deleted message, as in `Gemiste spraakoproep om 12:03`.
const SHORT_REST: usize = 40;

/// Returns whether `text` is, or begins like, a notice of the program.
pub(super) fn is_notice(text: &str) -> bool {
    let text = text.to_lowercase();
    NOTICES.iter().any(|part| text.contains(part))
}

/// Takes the words of a message apart by kind. `is_marked` says that the program marked them as its own.
pub(super) fn pieces(text: &str, is_marked: bool) -> Vec<Piece> {
    let folded = text.trim().to_lowercase();
    if ENCRYPTION.iter().any(|start| folded.starts_with(start)) || (is_marked && is_notice(&folded)) {
        return vec![Piece::whole(text, UnitKind::System)];
    }
    if let Some(kind) = kind_of(&folded) {
        return vec![Piece::whole(text, kind)];
    }
    let words = without_edit_mark(text);
    attachment(words).unwrap_or_else(|| vec![Piece::whole(words, UnitKind::Said)])
}

fn kind_of(folded: &str) -> Option<UnitKind> {
    let begins = |starts: &[&str]| {
        let rest = starts.iter().find_map(|start| folded.strip_prefix(start));
        rest.is_some_and(|rest| rest.len() <= SHORT_REST && !rest.starts_with(char::is_alphanumeric))
    };
    if begins(&DELETED) {
        Some(UnitKind::Deleted)
    } else if begins(&CALLS) {
        Some(UnitKind::Call)
    } else if is_location(folded) {
        Some(UnitKind::Location)
    } else if is_omitted(folded) {
        Some(UnitKind::Media)
    } else {
        None
    }
}

/// Returns whether a message is nothing but a place: a link, with `locatie:` before it or not.
fn is_location(folded: &str) -> bool {
    let n_words = folded.split_whitespace().count();
    LOCATIONS
        .iter()
        .any(|start| folded.starts_with(start) && n_words <= start.split_whitespace().count().max(2))
}

/// Returns whether a message is nothing but a left-out file, alone or after the file's name and number of pages.
fn is_omitted(folded: &str) -> bool {
    let is_document = folded.contains('•') && !folded.contains('\n');
    OMITTED.contains(&folded) || (is_document && OMITTED.iter().any(|end| folded.ends_with(end)))
}

fn without_edit_mark(text: &str) -> &str {
    let trimmed = text.trim_end();
    for mark in EDITED {
        let start = trimmed.len().saturating_sub(mark.len());
        if trimmed.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(mark)) {
            return &trimmed[..start];
        }
    }
    text
}

/// Takes a message with an attachment apart: the file, and the words with it (below it on Android, before it on iPhones).
fn attachment(text: &str) -> Option<Vec<Piece>> {
    let first = text.trim_start().split('\n').next()?.trim_end();
    let start = text.len() - text.trim_start().len();
    let folded = first.to_lowercase();
    let split = if ATTACHED_AFTER.iter().any(|end| folded.ends_with(end))
        || OMITTED[..2].contains(&folded.as_str())
    {
        let at = start + first.len();
        return Some(vec![piece(start..at, UnitKind::Media), piece(at..text.len(), UnitKind::Said)]);
    } else {
        ATTACHED_BEFORE.iter().find_map(|mark| find_ignoring_case(text, mark))?
    };
    text.trim_end()
        .ends_with('>')
        .then(|| vec![piece(0..split, UnitKind::Said), piece(split..text.len(), UnitKind::Media)])
}

fn piece(range: Range<usize>, kind: UnitKind) -> Piece {
    Piece { range, kind }
}

/// Returns where `mark` (ASCII) stands in `text`, upper and lower case being the same.
fn find_ignoring_case(text: &str, mark: &str) -> Option<usize> {
    let windows = text.as_bytes().windows(mark.len());
    windows.enumerate().find(|(_, window)| window.eq_ignore_ascii_case(mark.as_bytes())).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use UnitKind::*;

    fn kinds(text: &str) -> Vec<(&str, UnitKind)> {
        let pieces = pieces(text, false).into_iter();
        let pieces = pieces.map(|piece| (text[piece.range].trim(), piece.kind));
        pieces.filter(|(words, _)| !words.is_empty()).collect()
    }

    #[test]
    fn what_stands_in_place_of_words_is_no_speech() {
        for (text, kind) in [
            ("<Media weggelaten>", Media),
            ("afbeelding weggelaten", Media),
            ("Verslag.pdf • 116 pagina's document weggelaten", Media),
            ("Oma.vcf (bestand bijgevoegd)", Media),
            ("null", Media),
            ("Dit bericht is verwijderd.", Deleted),
            ("You deleted this message", Deleted),
            ("Gemiste spraakoproep om 12:03", Call),
            ("Missed video call", Call),
            ("Locatie: https://maps.google.com/?q=52.1,5.1", Location),
            ("Berichten en oproepen zijn end-to-end versleuteld. Tik voor meer informatie.", System),
            ("De afbeelding weggelaten? Jammer", Said),
            ("Locatie: https://maps.google.com/?q=52.1,5.1 daar om drie uur", Said),
            ("Ze heeft de groep verlaten", Said),
        ] {
            assert_eq!(kinds(text), [(text, kind)]);
        }
    }

    #[test]
    fn words_with_a_picture_stay_words() {
        assert_eq!(
            kinds("IMG-20210312-WA0001.jpg (bestand bijgevoegd)\nKijk hoe trots!"),
            [("IMG-20210312-WA0001.jpg (bestand bijgevoegd)", Media), ("Kijk hoe trots!", Said)]
        );
        assert_eq!(
            kinds("Kijk! <bijgevoegd: 00000014-PHOTO.jpg>"),
            [("Kijk!", Said), ("<bijgevoegd: 00000014-PHOTO.jpg>", Media)]
        );
        assert_eq!(kinds("Tot morgen <Dit bericht is bewerkt>"), [("Tot morgen", Said)]);
    }
}
