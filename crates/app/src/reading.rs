//! How a file was read, in words.
//!
//! A reading is stored as the readers write it, in short English words between semicolons (`docx; turns`), so that it is
//! the same whoever imports. People are told of it in their own language.

use draad_words::Words;

/// Returns a reading in words, part by part. A part that has no words, such as the name of an encoding, stays as it is.
pub fn in_words(words: &Words, reading: &str) -> String {
    let mut said: Vec<String> = Vec::new();
    let is_diary = reading.split("; ").any(|part| part.starts_with("text: "));
    for part in reading.split("; ").filter(|part| !part.is_empty()) {
        said.push(match part {
            "table" if is_diary => words.say("reading-diary"),
            part => part_in_words(words, part).unwrap_or_else(|| part.to_owned()),
        });
    }
    said.join(", ")
}

fn part_in_words(words: &Words, part: &str) -> Option<String> {
    if let Some((what, name)) = part.split_once(": ") {
        let key = format!("reading-{what}-called");
        return words.has(&key).then(|| words.say_with(&key, [("name", name.into())]));
    }
    let number: Option<u32> = part.split(' ').find_map(|word| word.parse().ok());
    let named = part.split(' ').filter(|word| word.parse::<u32>().is_err());
    let key = format!("reading-{}", named.collect::<Vec<_>>().join("-").replace('.', "-"));
    let is_known = words.has(&key);
    is_known.then(|| match number {
        Some(n) => words.say_with(&key, [("n", n.into())]),
        None => words.say(&key),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::Language;

    /// What the readers write, each part once.
    const PARTS: [&str; 60] = [
        // Which reader.
        "docx",
        "odt",
        "rtf",
        "html",
        "pdf",
        "text",
        "markdown",
        "table",
        "xlsx",
        "xls",
        "ods",
        "whatsapp",
        "telegram",
        "signal",
        "vtt",
        "srt",
        "sbv",
        "whisper",
        "whisper.cpp",
        "whisperx",
        "amberscript",
        "whisper table",
        "m-path",
        "qualtrics",
        "limesurvey",
        // How it cut the text.
        "turns",
        "session sheet",
        "paragraphs",
        "pause 2 s",
        "500 characters",
        "open answers",
        "1 page",
        "12 pages",
        "3 header rows",
        "1 header rows",
        // Tables and dates.
        "semicolon",
        "tab",
        "comma",
        "sheet: Blad1",
        "text: tekst",
        "d-m-y",
        "m-d-y",
        "y-m-d",
        // Chats.
        "merged from 2",
        "android",
        "iphone",
        "web",
        "copied without year",
        "json",
        "from account",
        "chat",
        "saved messages",
        "replies",
        "personal chat",
        "bot chat",
        "private group",
        "private supergroup",
        "public supergroup",
        "private channel",
        "public channel",
    ];

    #[test]
    fn every_part_has_words_in_both_languages() {
        for language in [Language::Nl, Language::En] {
            let words = Words::new(language);
            for part in PARTS {
                let said = part_in_words(&words, part);
                assert!(said.is_some_and(|said| !said.starts_with("reading-")), "{language:?}: {part}");
            }
        }
    }

    #[test]
    fn readings_are_told_in_the_language_of_the_reader() {
        let (nl, en) = (Words::new(Language::Nl), Words::new(Language::En));
        for (reading, dutch, english) in [
            ("docx; turns", "Word-document, per spreker", "Word document, by speaker"),
            (
                "table; semicolon; text: tekst; d-m-y",
                "dagboek of dossier als tabel, puntkomma’s, tekst uit kolom ‘tekst’, dag-maand-jaar",
                "diary or dossier as a table, semicolons, text from column ‘tekst’, day-month-year",
            ),
            (
                "m-path; table; tab; utf-16le",
                "m-Path, tabel, tabs, utf-16le",
                "m-Path, table, tabs, utf-16le",
            ),
            ("text; iets nieuws", "platte tekst, iets nieuws", "plain text, iets nieuws"),
            ("", "", ""),
        ] {
            assert_eq!((in_words(&nl, reading), in_words(&en, reading)), (dutch.into(), english.into()));
        }
    }
}
