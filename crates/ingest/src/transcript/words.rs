//! Words that tell what stands before a colon or alone on a line: front matter, a form's heading, a person. All lists are
//! sorted, for they are searched for each line.

use super::label::is_emphasis;

/// Words of front matter.
const FRONT: [&str; 66] = [
    "aanwezig",
    "aanwezigen",
    "afwezig",
    "audio",
    "audio file",
    "audio source",
    "audiobestand",
    "audiobron",
    "bestand",
    "bestandsnaam",
    "betreft",
    "bron",
    "casus",
    "code",
    "date",
    "date of interview",
    "datum",
    "datum gesprek",
    "datum interview",
    "doel",
    "dossier",
    "dossiernummer",
    "duration",
    "duur",
    "eindtijd",
    "file",
    "file name",
    "interview",
    "interview date",
    "interviewdatum",
    "kenmerk",
    "language",
    "locatie",
    "location",
    "media file",
    "mediabestand",
    "onderwerp",
    "opgenomen op",
    "opname",
    "opnamedatum",
    "opnameduur",
    "plaats",
    "place",
    "project",
    "recorded on",
    "recording",
    "respondentnummer",
    "site id",
    "soort gesprek",
    "starttijd",
    "status",
    "subject",
    "taal",
    "tijd",
    "tijdstip",
    "time",
    "titel",
    "title",
    "transcribed by",
    "transcribed with",
    "transcript",
    "transcript date",
    "transcriptie",
    "transcriptiedatum",
    "versie",
    "verslag",
];

/// Asides, and headings of the forms that dossiers are written in.
const ASIDES: [&str; 66] = [
    "aandachtspunten",
    "aanleiding",
    "actie",
    "actiepunten",
    "acties",
    "advies",
    "afspraak",
    "afspraken",
    "algemeen",
    "beloop",
    "besluit",
    "besluiten",
    "bespreking",
    "bevindingen",
    "bezoek",
    "bijlage",
    "bijzonderheden",
    "conclusie",
    "contact",
    "contactmoment",
    "diagnose",
    "doelen",
    "e-mail",
    "evaluatie",
    "gebeurtenis",
    "gedachte",
    "gedachten",
    "gedrag",
    "gevoel",
    "gevolg",
    "gezondheid",
    "http",
    "https",
    "huisbezoek",
    "let op",
    "medicatie",
    "n.b",
    "n.b.",
    "nb",
    "noot",
    "nota bene",
    "note",
    "notitie",
    "observatie",
    "observaties",
    "opmerking",
    "opmerkingen",
    "p.s",
    "p.s.",
    "plan",
    "ps",
    "rapportage",
    "samenvatting",
    "school",
    "situatie",
    "situatieschets",
    "speakers",
    "summary keywords",
    "tel",
    "telefoon",
    "thuis",
    "toelichting",
    "verloop",
    "vervolg",
    "vervolgstappen",
    "voortgang",
];

/// Words for people who speak in transcripts; a number may follow.
const PEOPLE: [&str; 50] = [
    "arts",
    "begeleider",
    "behandelaar",
    "broer",
    "client",
    "cliënt",
    "deelnemer",
    "docent",
    "gespreksleider",
    "gezinshuisouder",
    "gezinsvoogd",
    "geïnterviewde",
    "hulpverlener",
    "int",
    "int.",
    "interviewee",
    "interviewer",
    "interviewster",
    "jongere",
    "kind",
    "leerkracht",
    "leerling",
    "mentor",
    "moderator",
    "moeder",
    "oma",
    "onbekende spreker",
    "onderzoeker",
    "opa",
    "ouder",
    "participant",
    "patient",
    "patiënt",
    "pleegmoeder",
    "pleegouder",
    "pleegvader",
    "psycholoog",
    "researcher",
    "resp",
    "resp.",
    "respondent",
    "speaker",
    "spreker",
    "therapeut",
    "tolk",
    "unknown speaker",
    "vader",
    "voogd",
    "voorzitter",
    "zus",
];

/// Returns whether a folded name is one of front matter.
pub(super) fn is_front(folded: &str) -> bool {
    FRONT.binary_search(&folded).is_ok()
}

/// Returns whether a folded name is never a speaker: front matter, an aside, a form's heading.
pub(super) fn is_no_speaker(folded: &str) -> bool {
    is_front(folded) || ASIDES.binary_search(&folded).is_ok()
}

/// Returns whether a folded name is one that only speakers have: a word for a person, or one with a number.
pub(super) fn is_speaker(folded: &str) -> bool {
    let name =
        folded.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || "#_-".contains(c));
    PEOPLE.binary_search(&name).is_ok()
        || (name.len() < folded.len() && ["s", "spk", "p", "r"].contains(&name))
}

/// Returns the value of a line of front matter such as `Datum: 12 maart 2021`, with its folded name.
pub(super) fn front_value(text: &str) -> Option<(String, &str)> {
    const MAX_BYTES: usize = 80;
    let blank = |c: char| is_emphasis(c) || c.is_whitespace();
    let (name, value) = text.split_once(':').filter(|(name, _)| name.len() <= MAX_BYTES)?;
    let name = fold(name.trim_matches(blank));
    is_front(&name).then(|| (name, value.trim_start_matches(blank)))
}

/// Returns a label in the form in which two are the same: lower case, single blanks.
pub(super) fn fold(label: &str) -> String {
    let mut folded = String::with_capacity(label.len());
    for word in label.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_for_the_search() {
        assert!(FRONT.is_sorted() && ASIDES.is_sorted() && PEOPLE.is_sorted());
    }

    #[test]
    fn people_may_have_a_number() {
        for name in ["moeder", "respondent 3", "speaker 12", "s01", "spk_0", "int.", "unknown speaker"] {
            assert!(is_speaker(name), "{name}");
        }
        assert!(!is_speaker("situatie") && !is_speaker("jan") && !is_speaker("s"));
        assert!(is_no_speaker("afspraken") && is_no_speaker("datum") && !is_no_speaker("moeder"));
    }
}
