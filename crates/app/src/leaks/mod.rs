//! What in a text can make people known: addresses of mail, phone numbers, citizen service numbers, bank accounts, Dutch
//! postcodes, and words that may not leave the study.
//!
//! It finds what has a form; it knows no names, schools or events. What it finds is told by place and kind and never repeated.

mod patterns;

use draad_core::Place;
use draad_words::Words;
use patterns::Patterns;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// How many places a message lists.
const SHOWN: usize = 20;

/// Something that can make people known.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Leak {
    /// Where it stands first: file and line.
    pub(crate) place: Place,
    /// What it is.
    pub(crate) kind: LeakKind,
    /// In how many further places the same stands.
    pub(crate) n_more: usize,
}

/// What can make people known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub(crate) enum LeakKind {
    /// An address of mail.
    Mail,
    /// A phone number.
    Phone,
    /// A citizen service number, by its digits.
    Bsn,
    /// A bank account: a Dutch one by its form, others by their digits.
    Iban,
    /// A Dutch postcode with its letters.
    Postcode,
    /// What stands in a column that may not leave the study.
    Withheld,
    /// A name that is part of what stands in such a column.
    WithheldPart,
}

/// Looks through texts, each with the file in which people find it. `withheld` are words that may stand nowhere, whatever their
/// capitals; names that are part of them count too. The same thing is told once, at the first place where it stands.
pub(crate) fn leaks(texts: &[(String, impl AsRef<str> + Sync)], withheld: &[String]) -> Vec<Leak> {
    let patterns = Patterns::new(withheld);
    let found: Vec<Vec<(LeakKind, String, u32)>> =
        texts.par_iter().map(|(_, text)| in_text(&patterns, text.as_ref())).collect();
    let mut leaks: Vec<Leak> = Vec::new();
    let mut known: BTreeMap<(LeakKind, String), usize> = BTreeMap::new();
    for ((file, _), found) in texts.iter().zip(found) {
        for (kind, what, line) in found {
            match known.entry((kind, what)) {
                Entry::Occupied(first) => leaks[*first.get()].n_more += 1,
                Entry::Vacant(new) => {
                    new.insert(leaks.len());
                    leaks.push(Leak { place: Place::line(file.clone(), line), kind, n_more: 0 });
                }
            }
        }
    }
    leaks
}

fn in_text(patterns: &Patterns, text: &str) -> Vec<(LeakKind, String, u32)> {
    let lines = text.lines().zip(1u32..);
    lines
        .flat_map(|(line, number)| {
            patterns.find(line).into_iter().map(move |(kind, what)| (kind, what, number))
        })
        .collect()
}

/// Returns where they stand, a line each, the first twenty of them.
pub(crate) fn places(words: &Words, leaks: &[Leak]) -> String {
    let line = |leak: &Leak| {
        let kind = words.say(&format!("leak-{}", <&str>::from(leak.kind)));
        let place = match leak.place.line {
            Some(line) => format!("{}:{line}", leak.place.file),
            None => leak.place.file.clone(),
        };
        words.say_with(
            "leak-line",
            [("place", place.into()), ("kind", kind.into()), ("more", leak.n_more.into())],
        )
    };
    let mut lines: Vec<String> = leaks.iter().take(SHOWN).map(line).collect();
    if leaks.len() > SHOWN {
        lines.push(words.say_with("leak-more", [("n", (leaks.len() - SHOWN).into())]));
    }
    lines.join("\n")
}

/// Returns how many there are of each kind, in a sentence without places.
pub(crate) fn counts(words: &Words, leaks: &[Leak]) -> String {
    let mut counts: BTreeMap<LeakKind, usize> = BTreeMap::new();
    for leak in leaks {
        *counts.entry(leak.kind).or_default() += 1;
    }
    let count = |(kind, n): (LeakKind, usize)| {
        let kind = words.say(&format!("leak-{}", <&str>::from(kind)));
        words.say_with("leak-count", [("n", n.into()), ("kind", kind.into())])
    };
    counts.into_iter().map(count).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(line: &str) -> Vec<LeakKind> {
        let texts = [("a.txt".to_owned(), line.to_owned())];
        let withheld = ["De Wit", "Wilhelmina  van Achterberg", "Bo", "Jan B.", "m"].map(str::to_owned);
        leaks(&texts, &withheld).into_iter().map(|leak| leak.kind).collect()
    }

    #[test]
    fn what_has_the_form_and_the_digits_is_found() {
        // the number 111222333 passes the elfproef, NL91 ABNA 0417 1643 00 is the example of the Dutch IBAN
        for (line, kind) in [
            ("mail me op jan.jansen@example.nl.", LeakKind::Mail),
            ("bel 06-12345678 even", LeakKind::Phone),
            ("bel 06 12 34 56 78 even", LeakKind::Phone),
            ("op +31 6 12345678", LeakKind::Phone),
            ("kantoor (020) 123 45 67", LeakKind::Phone),
            ("kantoor 0201234567", LeakKind::Phone),
            ("bsn 111222333", LeakKind::Bsn),
            ("bsn 1112.22.333", LeakKind::Bsn),
            ("op NL91 ABNA 0417 1643 00", LeakKind::Iban),
            ("op NL91ABNA0417164300.", LeakKind::Iban),
            ("bel 06 - 12345678 even", LeakKind::Phone),
            ("bel 06 – 12 34 56 78 even", LeakKind::Phone),
            ("bel 06/12345678 of (06) 12 34 56 78", LeakKind::Phone),
            ("bel 06\u{a0}1234\u{a0}5678 even", LeakKind::Phone),
            ("op +31 (0)6 - 1234 5678", LeakKind::Phone),
            ("op (+31) 6 12345678", LeakKind::Phone),
            ("op 0031-6-12345678", LeakKind::Phone),
            ("kantoor 020 - 123 45 67", LeakKind::Phone),
            ("in Gent +32 470 12 34 56", LeakKind::Phone),
            ("bsn 111.222.333", LeakKind::Bsn),
            ("bsn 111 222 333", LeakKind::Bsn),
            ("BSN111222333", LeakKind::Bsn),
            ("op nl91abna0417164300", LeakKind::Iban),
            ("op NL91.ABNA.0417.1643.00", LeakKind::Iban),
            ("op NL 91 ABNA 041 71 643 00", LeakKind::Iban),
            ("op NL00BANK0123456789", LeakKind::Iban),
            // GB82 WEST 1234 5698 7654 32 is the example of the British IBAN, BE68 5390 0754 7034 of the Belgian one
            ("op GB82 WEST 1234 5698 7654 32", LeakKind::Iban),
            ("op BE68 5390 0754 7034 DANK", LeakKind::Iban),
            ("in 1234 AB Ergens", LeakKind::Postcode),
            ("in 1234AB", LeakKind::Postcode),
            ("in 1234\u{a0}AB", LeakKind::Postcode),
            ("in 1234  AB", LeakKind::Postcode),
            ("kom maar naar 1234ab", LeakKind::Postcode),
            ("dat zei mevrouw de wit ook", LeakKind::Withheld),
            ("dat zei WILHELMINA VAN\tACHTERBERG", LeakKind::Withheld),
            ("interview_de_Wit.txt", LeakKind::Withheld),
            ("met Bo erbij", LeakKind::Withheld),
            ("met Jan B. erbij", LeakKind::Withheld),
            ("Wilhelmina zei niets", LeakKind::WithheldPart),
            ("dat is Wilhelminas fiets", LeakKind::WithheldPart),
            ("mevrouw Achterberg", LeakKind::WithheldPart),
        ] {
            assert_eq!(kinds(line), [kind], "{line}");
        }
    }

    #[test]
    fn what_only_looks_like_it_is_left_alone() {
        for line in [
            "op 06-05-2021 14:30 uur",
            "2024-01-15T10:00:00Z,8fd3e27b4d9c,1096,1129",
            "bsn 111222334",
            "op GB82 WEST 1234 5698 7654 33",
            "in 2021 en in 1234 ab",
            "op 06/05/2021 14:30 uur, 06 - 05 - 2021 of 06.05.2021 10 uur",
            "van 06-05 tot 07-05, 1300-1400",
            "p03-interview 06, regels 12 13 14",
            "de wittere muur, en bo en achterberg en m of M",
            "op de Wilhelminakade",
            "https://orcid.org/0000-0002-1825-0097",
            "12345678901234567890",
        ] {
            assert_eq!(kinds(line), [], "{line}");
        }
    }

    #[test]
    fn the_same_thing_is_told_once_with_its_place() {
        let texts = [
            ("a.txt".to_owned(), "niets\nbel 06-12345678".to_owned()),
            ("b.csv".to_owned(), "bel 06-12345678\nbel 06 12345678".to_owned()),
        ];
        let found = leaks(&texts, &[]);
        assert_eq!(found, [Leak { place: Place::line("a.txt", 2), kind: LeakKind::Phone, n_more: 2 }]);
        let words = Words::new(draad_core::Language::En);
        assert_eq!(places(&words, &found), "a.txt:2: phone number (and in 2 more places)");
        assert_eq!(counts(&words, &found), "1 × phone number");
    }
}
