//! The phrases that WhatsApp writes itself, in Dutch and English, in lower case.

/// Beginnings of the notice on encryption, which iPhones put in the mouth of the contact or the group.
const ENCRYPTION: [&str; 10] = [
    "berichten en oproepen worden end-to-end versleuteld",
    "berichten en oproepen zijn end-to-end versleuteld",
    "berichten en gesprekken worden end-to-end versleuteld",
    "berichten en gesprekken zijn end-to-end versleuteld",
    "berichten en gesprekken in deze chat",
    "uw oproepen en berichten zijn beveiligd met end-to-end",
    "je oproepen en berichten zijn beveiligd met end-to-end",
    "messages and calls are end-to-end encrypted",
    "messages to this chat and calls are now secured",
    "messages you send to this ",
];

/// Parts of notices without sender.
const NOTICES: [&str; 45] = [
    "end-to-end",
    " heeft de groep verlaten",
    " heeft deze groep gemaakt",
    " hebt deze groep gemaakt",
    " heeft het onderwerp gewijzigd",
    " heeft het onderwerp van ",
    " heeft de groepsafbeelding",
    " heeft de groepsomschrijving",
    " heeft de groepsbeschrijving",
    " heeft de groepsnaam",
    " heeft de instellingen van deze groep",
    " heeft de groep ",
    " hebt de groep",
    " heeft een bericht vastgezet",
    " hebt het onderwerp",
    " is toegevoegd",
    " bent toegevoegd",
    " toegevoegd aan de groep",
    " neemt deel via",
    " is deelnemer geworden",
    "beveiligingscode voor ",
    "beveiligingscode met ",
    "tijdelijke berichten",
    " heeft een nieuw telefoonnummer",
    " is nu een beheerder",
    " bent nu een beheerder",
    " left the group",
    " created group ",
    " created this group",
    " changed the subject ",
    " changed the group ",
    " changed this group",
    " changed the settings",
    " changed their phone number",
    " changed to +",
    " joined using ",
    " joined from ",
    " pinned a message",
    " was added",
    " were added",
    "security code with ",
    "security code for ",
    "disappearing messages",
    " is now an admin",
    "re now an admin",
];

/// Parts and ends of notices that would be everyday words, were they not marked as the program's.
const MARKED_PARTS: [&str; 6] =
    [" added ", " removed ", "spraakoproep, ", "video-oproep, ", "voice call, ", "video call, "];
const MARKED_ENDS: [&str; 6] = [" toegevoegd", " verwijderd", " verlaten", " gewijzigd", " gemaakt", " left"];

const OMITTED: [&str; 20] = [
    "afbeelding weggelaten",
    "foto weggelaten",
    "video weggelaten",
    "audio weggelaten",
    "gif weggelaten",
    "sticker weggelaten",
    "document weggelaten",
    "contactkaart weggelaten",
    "videobericht weggelaten",
    "spraakbericht weggelaten",
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
];
/// The longest phrase between angle brackets for something left out, as `<view once voice message omitted>`.
const MAX_BRACKETED: usize = 60;

const DELETED: [&str; 7] = [
    "dit bericht is verwijderd",
    "dit bericht werd verwijderd",
    "u hebt dit bericht verwijderd",
    "je hebt dit bericht verwijderd",
    "u heeft dit bericht verwijderd",
    "this message was deleted",
    "you deleted this message",
];
const CALLS: [&str; 19] = [
    "gemiste spraakoproep",
    "gemiste video-oproep",
    "gemiste videogesprek",
    "gemist videogesprek",
    "gemiste groepsspraakoproep",
    "gemiste groepsvideo-oproep",
    "gemiste groepsoproep",
    "gemist spraakgesprek",
    "gemiste oproep",
    "spraakoproep, geen antwoord",
    "video-oproep, geen antwoord",
    "missed voice call",
    "missed video call",
    "missed group voice call",
    "missed group video call",
    "missed group call",
    "missed call",
    "voice call, no answer",
    "video call, no answer",
];
/// The longest rest after the words of a missed call or a deleted message, as in `Gemiste spraakoproep om 12:03`.
const SHORT_REST: usize = 40;

const LOCATIONS: [&str; 5] = [
    "locatie: http",
    "location: http",
    "live locatie gedeeld",
    "live location shared",
    "https://maps.google.com/?q=",
];
/// Where the links lead with which iPhones share a place by its name.
const PLACES: [&str; 2] = ["https://foursquare.com/v/", "https://maps.google.com/?q="];

const EDITED: [&str; 3] = ["<dit bericht is bewerkt>", "<this message was edited>", "<bewerkt>"];
const ATTACHED_AFTER: [&str; 2] = ["(bestand bijgevoegd)", "(file attached)"];
const ATTACHED_BEFORE: [&str; 2] = ["<bijgevoegd:", "<attached:"];
const PAGES: [&str; 5] = [" pagina's", " pagina’s", " pagina", " pages", " page"];

/// Returns whether `folded` is the notice on encryption.
pub(super) fn is_encryption(folded: &str) -> bool {
    ENCRYPTION.iter().any(|start| folded.starts_with(start))
}

/// Returns whether `text` is, or begins like, a notice of the program.
pub(super) fn is_notice(text: &str) -> bool {
    let folded = text.to_lowercase();
    NOTICES.iter().any(|part| folded.contains(part))
}

/// Returns whether `folded`, which the program marked as its own, is a notice.
pub(super) fn is_marked_notice(folded: &str) -> bool {
    let end = folded.trim_end_matches('.');
    is_notice(folded)
        || MARKED_PARTS.iter().any(|part| folded.contains(part))
        || MARKED_ENDS.iter().any(|part| end.ends_with(part))
}

/// Returns whether `folded` stands in place of a message that was removed.
pub(super) fn is_deleted(folded: &str) -> bool {
    begins(folded, &DELETED)
}

/// Returns whether `folded` says that a call was missed.
pub(super) fn is_missed_call(folded: &str) -> bool {
    begins(folded, &CALLS)
}

fn begins(folded: &str, starts: &[&str]) -> bool {
    let rest = starts.iter().find_map(|start| folded.strip_prefix(start));
    rest.is_some_and(|rest| rest.len() <= SHORT_REST && !rest.starts_with(char::is_alphanumeric))
}

/// Returns whether a message is nothing but a place: a link, with `locatie:` before it or not; a name with a link to a
/// map only when the program marked it as its own.
pub(super) fn is_location(folded: &str, is_marked: bool) -> bool {
    let n_words = folded.split_whitespace().count();
    let is_link = LOCATIONS
        .iter()
        .any(|start| folded.starts_with(start) && n_words <= start.split_whitespace().count().max(2));
    let last = folded.split_whitespace().next_back().unwrap_or_default();
    is_link || is_marked && PLACES.iter().any(|place| last.starts_with(place))
}

/// Returns whether a message is nothing but something left out, alone or after a document's name and number of pages.
pub(super) fn is_omitted(folded: &str) -> bool {
    let is_document = folded.contains('•') && !folded.contains('\n');
    OMITTED.contains(&folded)
        || is_bracketed_omission(folded)
        || is_document && OMITTED.iter().any(|end| folded.ends_with(end))
}

/// Returns whether a line is `<media weggelaten>` or another such phrase between angle brackets.
pub(super) fn is_bracketed_omission(folded: &str) -> bool {
    let inside = folded.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    inside.is_some_and(|inside| {
        inside.len() <= MAX_BRACKETED
            && !inside.contains(['<', '\n'])
            && ["weggelaten", "omitted"].iter().any(|end| inside.ends_with(end))
    })
}

/// Returns whether a line names a file that was exported along, as Android does.
pub(super) fn is_attached_file(folded: &str) -> bool {
    ATTACHED_AFTER.iter().any(|end| folded.ends_with(end))
}

/// Returns where in `text` the name of a file that was exported along starts, as iPhones write it.
pub(super) fn find_attached(text: &str) -> Option<usize> {
    let find = |mark: &&str| {
        let windows = text.as_bytes().windows(mark.len());
        windows.enumerate().find(|(_, window)| window.eq_ignore_ascii_case(mark.as_bytes())).map(|(at, _)| at)
    };
    ATTACHED_BEFORE.iter().filter_map(find).min()
}

/// Returns whether `folded` is a document's title with its number of pages.
pub(super) fn is_document_title(folded: &str) -> bool {
    !folded.contains('\n') && folded.contains('•') && PAGES.iter().any(|end| folded.ends_with(end))
}

/// Returns `text` without the mark that it was edited, where it has one.
pub(super) fn without_edit_mark(text: &str) -> Option<&str> {
    let trimmed = text.trim_end();
    EDITED.iter().find_map(|mark| {
        let start = trimmed.len().checked_sub(mark.len())?;
        trimmed.get(start..)?.eq_ignore_ascii_case(mark).then(|| &trimmed[..start])
    })
}
