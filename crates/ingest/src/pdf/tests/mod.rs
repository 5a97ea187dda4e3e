//! Expected texts are written by hand from what the sources of the samples say.

mod sample;

use crate::{Change, Format, Imported, Loss, Part, ReadOptions, read, recognise};
use draad_core::{Problem, Severity, UnitKind};
use sample::{SCAN, Sample};

fn import(bytes: &[u8]) -> Imported {
    read("gesprek.pdf", bytes, &ReadOptions::default()).unwrap_or_else(|problem| panic!("{problem}"))
}

fn problem(bytes: &[u8]) -> Problem {
    read("gesprek.pdf", bytes, &ReadOptions::default()).unwrap_err().problem
}

/// Page, speaker and words of each unit; `#` for front matter and headings.
fn units(imported: &Imported) -> Vec<(u32, &str, &str)> {
    let unit = |unit: &'_ draad_core::Unit| {
        let range = unit.span.range();
        (unit.page.unwrap(), unit.kind, unit.speaker.clone(), range)
    };
    let speaker = |kind, speaker: Option<String>| match kind {
        UnitKind::Header => "#",
        _ => imported
            .labels
            .iter()
            .find(|l| Some(&l.label) == speaker.as_ref())
            .map_or("", |l| l.label.as_str()),
    };
    imported
        .units
        .iter()
        .map(unit)
        .map(|(page, kind, label, range)| (page, speaker(kind, label), &imported.text[range]))
        .collect()
}

fn warnings(imported: &Imported) -> Vec<&Problem> {
    let all = imported.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Warning);
    all.map(|diagnostic| &diagnostic.problem).collect()
}

#[test]
fn rows_become_turns_and_broken_words_are_whole() {
    let imported = import(
        &Sample::default()
            .rows(&[
                "Interviewer: Hoe verliep de bege-",
                "leiding in het begin, en wie deed de zorg-",
                "en dienstverlening?",
                "Moeder: Chaos. Drie organisaties over de vloer, ieder met een eigen plan,",
                "en niemand wist het van elkaar.",
                "Interviewer: En toen?",
                "Moeder: Toen kwam Bram.",
            ])
            .bytes(),
    );
    assert_eq!(
        units(&imported),
        [
            (
                1,
                "Interviewer",
                "Hoe verliep de begeleiding in het begin, en wie deed de zorg- en dienstverlening?"
            ),
            (
                1,
                "Moeder",
                "Chaos. Drie organisaties over de vloer, ieder met een eigen plan, en niemand wist het van elkaar."
            ),
            (1, "Interviewer", "En toen?"),
            (1, "Moeder", "Toen kwam Bram."),
        ]
    );
    assert_eq!(imported.report.changed[&Change::HyphensMended].examples, ["bege-leiding → begeleiding"]);
    assert_eq!(imported.reading, "pdf; turns; 1 page");
    assert_eq!(imported.diagnostics[0].problem, Problem::PdfLayoutGuessed);
    assert_eq!(imported.diagnostics.len(), 1);
}

/// The two operators that move to the next line and show text, a form, a form in a form, and a font that is not there.
#[test]
fn no_way_of_showing_text_is_overlooked() {
    let bytes = Sample::default()
        .form("Buiten", "BT /F1 11 Tf 72 780 Td (In een vorm.) Tj ET /Binnen Do")
        .form("Binnen", "BT /F1 11 Tf 72 720 Td (En in een vorm daarin.) Tj ET")
        .page(
            "BT /F1 11 Tf 20 TL 72 800 Td (Gewoon.) Tj (Met een streepje.) ' 0 0 (Met twee.) \" \
             T* [(G) 20 (esp) -20 (atieerd.) -400 (Los.)] TJ ET /Buiten Do \
             BT /F9 11 Tf (Onbekend.) Tj ET /Weg Do",
        )
        .bytes();
    let imported = import(&bytes);
    let text =
        "Gewoon. Met een streepje. Met twee. Gespatieerd. Los. In een vorm. En in een vorm daarin. Onbekend.";
    assert_eq!(imported.text.replace('\n', " "), text);
    assert_eq!(warnings(&imported), Vec::<&Problem>::new());

    let without_font = Sample::default().rows(&["Ja."]).page("BT 72 780 Td (Zonder.) Tj ET").bytes();
    let reason = "text without a font".to_owned();
    let expected = Problem::PdfPagesUnreadable { pages: "2".to_owned(), reason };
    assert_eq!(warnings(&import(&without_font)), [&expected]);
}

#[test]
fn bold_labels_on_their_own_count_as_labels() {
    let turn = |y: u32, label: &str, words: &str| {
        format!("BT /F2 11 Tf 72 {y} Td ({label} ) Tj /F1 11 Tf ({words}) Tj ET ")
    };
    let page: String =
        [(780, "Anna", "Hoe is het?"), (760, "Bram", "Goed."), (740, "Anna", "Ja?"), (720, "Bram", "Ja.")]
            .map(|(y, label, words)| turn(y, label, words))
            .concat();
    let imported = import(&Sample::default().page(&page).bytes());
    let expected = [(1, "Anna", "Hoe is het?"), (1, "Bram", "Goed."), (1, "Anna", "Ja?"), (1, "Bram", "Ja.")];
    assert_eq!(units(&imported), expected);
}

#[test]
fn heads_feet_and_numbers_go_and_a_sentence_runs_over_the_page() {
    let page = |number: u32, rows: &[&str]| {
        let shown: Vec<String> = rows.iter().map(|row| format!("({row}) Tj T*")).collect();
        format!(
            "BT /F1 9 Tf 250 30 Td (Pagina {number} van 3) Tj ET BT /F1 9 Tf 72 820 Td (Dossier casus 9) Tj ET \
             BT /F1 11 Tf 14 TL 72 780 Td {} ET",
            shown.join(" ")
        )
    };
    let imported = import(
        &Sample::default()
            .page(&page(
                1,
                &[
                    "Dit is een alinea die aan het eind van de bladzijde nog lang",
                    "niet klaar was en doorliep tot op de volgende bladzijde, waar de",
                ],
            ))
            .page(&page(
                2,
                &[
                    "gemeente pas ter sprake kwam.",
                    "Dit is de tweede alinea, die aan het eind van de bladzijde ook eindigt.",
                ],
            ))
            .page(&page(3, &["Ten slotte de derde."]))
            .bytes(),
    );
    assert_eq!(
        units(&imported),
        [
            (
                1,
                "",
                "Dit is een alinea die aan het eind van de bladzijde nog lang niet klaar was en doorliep tot op de volgende bladzijde, waar de gemeente pas ter sprake kwam."
            ),
            (2, "", "Dit is de tweede alinea, die aan het eind van de bladzijde ook eindigt."),
            (3, "", "Ten slotte de derde."),
        ]
    );
    let dropped = &imported.report.dropped[&Loss::PageHeaders];
    assert_eq!(dropped.n, 6);
    assert_eq!(dropped.examples, ["Pagina 1 van 3", "Dossier casus 9"]);
    assert_eq!((imported.report.read[&Part::Pages], imported.report.kept[&Part::Pages]), (3, 3));
    assert_eq!(imported.reading, "pdf; paragraphs; 3 pages");
}

#[test]
fn what_the_document_marks_as_head_goes_even_on_one_page() {
    let page = "/Artifact <</Type /Pagination>> BDC BT /F1 9 Tf 72 820 Td (Concept) Tj ET EMC \
                BT /F1 11 Tf 72 780 Td (De tekst.) Tj ET";
    let imported = import(&Sample::default().page(page).bytes());
    assert_eq!(imported.text, "De tekst.");
    assert_eq!(imported.report.dropped[&Loss::PageHeaders].examples, ["Concept"]);
}

#[test]
fn what_people_wrote_on_it_is_kept_or_named() {
    let note = [("T", "Nadia"), ("Contents", "Nagaan.\r"), ("M", "D:20240314101500+01'00'")];
    let imported = import(
        &Sample::default()
            .rows(&["I: Ja.", "R: Nee."])
            .annotation("Text", &note)
            .annotation("Popup", &note)
            .annotation("Highlight", &[("T", "Nadia")])
            .annotation("Widget", &[("V", "zeer tevreden")])
            .bytes(),
    );
    let comment = imported.comments.first().unwrap();
    assert_eq!((comment.author.as_str(), comment.text.as_str(), comment.span), ("Nadia", "Nagaan.", None));
    assert_eq!(comment.date.unwrap().to_string(), "2024-03-14");
    assert_eq!(imported.comments.len(), 1);
    let report = &imported.report;
    assert_eq!((report.read[&Part::Comments], report.kept[&Part::Comments]), (2, 1));
    assert_eq!(report.dropped[&Loss::Comments].n, 1);
    assert_eq!(imported.report.dropped[&Loss::FormAnswers].examples, ["zeer tevreden"]);
}

#[test]
fn scans_are_refused_and_scanned_pages_named() {
    let text = "Hier staat meer dan genoeg tekst om van een gewone bladzijde te spreken.";
    let scans = Sample::default().page(SCAN).page(SCAN).rows(&[text]);
    assert_eq!(problem(&scans.bytes()), Problem::PdfScanned { n_scanned: 2, n_pages: 3 });

    let mixed = Sample::default().rows(&[text]).page(SCAN).page(SCAN).rows(&["Een."]).rows(&["Twee."]);
    let imported = import(&mixed.bytes());
    assert_eq!(warnings(&imported), [&Problem::PdfPagesScanned { pages: "2–3".to_owned() }]);
    assert_eq!(imported.report.dropped[&Loss::Pictures].n, 2);
    assert_eq!((imported.report.read[&Part::Pages], imported.report.kept[&Part::Pages]), (5, 3));

    // A small picture, and a scan with the letters that text recognition put behind it.
    let logo = "q 50 0 0 50 72 700 cm /P Do Q BT /F1 11 Tf 72 650 Td (Omslag) Tj ET";
    assert_eq!(import(&Sample::default().page(logo).bytes()).text, "Omslag");
    let recognised = format!("{SCAN} BT 3 Tr /F1 11 Tf 72 700 Td ({text}) Tj ET");
    assert_eq!(import(&Sample::default().page(&recognised).bytes()).text, text);
    assert_eq!(problem(&Sample::default().page("0 0 m 10 10 l S").bytes()), Problem::PdfWithoutText);
}

#[test]
fn one_broken_page_does_not_cost_the_others() {
    let bytes = Sample::default()
        .rows(&["Heel."])
        .page("BT /F1 11 Tf 72 780 Td (Half.) Tj (afge")
        .rows(&["Ook heel."])
        .bytes();
    let imported = import(&bytes);
    assert_eq!(units(&imported), [(1, "", "Heel."), (2, "", "Half."), (3, "", "Ook heel.")]);
    let reason = "content stream breaks off".to_owned();
    assert_eq!(warnings(&imported), [&Problem::PdfPagesUnreadable { pages: "2".to_owned(), reason }]);
}

#[test]
fn what_cannot_be_read_is_refused_with_a_reason() {
    assert!(matches!(problem(b"%PDF-1.7 and then nothing"), Problem::PdfInvalid { .. }));
    assert!(matches!(problem(&Sample::default().bytes()), Problem::PdfInvalid { .. }));
    assert_eq!(problem(include_bytes!("../../../tests/fixtures/pdf/wachtwoord.pdf")), Problem::PdfProtected);
    // Anyone may read it, and only the owner change it.
    let imported = import(include_bytes!("../../../tests/fixtures/pdf/alleen-lezen.pdf"));
    let expected = [
        (1, "I", "Hoe gaat het nu?"),
        (1, "R", "Goed, met de coördinatie ook."),
        (1, "I", "Fijn."),
        (1, "R", "Ja."),
    ];
    assert_eq!(units(&imported), expected);
}

#[test]
fn forms_that_draw_each_other_come_to_an_end() {
    let ten = "/B Do ".repeat(10);
    let bytes = Sample::default()
        .form("A", &ten)
        .form("B", &ten.replace('B', "A"))
        .rows(&["Ja."])
        .page("/A Do")
        .bytes();
    let imported = import(&bytes);
    assert_eq!(imported.text, "Ja.");
    assert!(matches!(warnings(&imported)[..], [Problem::PdfPagesUnreadable { pages, .. }] if pages == "2"));
}

#[test]
fn a_mark_near_the_start_makes_a_pdf() {
    let bytes = Sample::default().rows(&["Ja."]).bytes();
    let late = [&b"From mail\r\n\r\n"[..], &bytes].concat();
    assert_eq!(recognise("x.bin", &late), Format::Pdf);
    assert_eq!(import(&late).text, "Ja.");
    let too_late = [&[b' '; 1_024][..], &bytes].concat();
    assert_ne!(recognise("x.bin", &too_late), Format::Pdf);
}

/// Printed by Chromium from a page with soft hyphens, heads and feet; the words are those of that page.
#[test]
fn a_print_from_a_browser_reads_as_its_page() {
    let imported = import(include_bytes!("../../../tests/fixtures/pdf/gesprek-chromium.pdf"));
    let units = units(&imported);
    let short: Vec<(u32, &str, &str)> = units
        .iter()
        .map(|&(page, speaker, words)| {
            (page, speaker, words.char_indices().nth(24).map_or(words, |(at, _)| &words[..at]))
        })
        .collect();
    assert_eq!(
        short,
        [
            (1, "#", "Interview casus 7"),
            (1, "#", "Datum: 14 maart 2024"),
            (1, "Interviewer", "Kunt u vertellen hoe de "),
            (1, "Moeder", "In het begin was het ech"),
            (1, "Interviewer", "En toen?"),
            (1, "Moeder", "Toen kwam Bram. Dat was "),
            (1, "Moeder", "Maar in de zomer werd hi"),
            (1, "Interviewer", "Wat deed dat met het ver"),
            (1, "Moeder", "Dat was weg. [zucht] Je "),
            (1, "Vader", "Ik wilde de tekening nog"),
            (1, "Interviewer", "Wat had de gemeente volg"),
            (1, "Vader", "Gewoon bellen. Een warme"),
            (2, "Moeder", "En ze hadden ons kunnen "),
            (2, "Interviewer", "Is daar later veranderin"),
            (2, "Moeder", "Later wel, met het wijkt"),
            (2, "Vader", "Klopt. En ze kwam terug."),
        ]
    );
    assert_eq!(
        units[3].2,
        "In het begin was het echt een chaos. Wij hadden drie verschillende organisaties over de vloer, ieder met een \
         eigen plan, en niemand wist van elkaar wat er gebeurde. Mijn zus Fatima zei nog: schrijf alles op. Eerlijk en \
         officieel was er één gezinscoördinator, maar die hebben wij pas na een half jaar voor het eerst gezien. De \
         zorg- en dienstverlening liep toen al helemaal vast."
    );
    assert_eq!(
        units[11].2,
        "Gewoon bellen. Een warme overdracht noemen ze dat geloof ik: dat de oude en de nieuwe samen langskomen, en dat \
         je afscheid kunt nemen. Het kost een uur. Een uur, op al die jaren, en dan had het er voor ons allemaal heel \
         anders uitgezien, denk ik. Voor de kinderen ook, want die hebben er tot op de dag van vandaag last van dat er \
         telkens iemand uit hun leven verdwijnt."
    );
    assert_eq!(imported.date.unwrap().to_string(), "2024-03-14");
    let mended = &imported.report.changed[&Change::HyphensMended];
    assert_eq!(mended.examples, ["verschil-lende → verschillende", "dienst-verlening → dienstverlening"]);
    let dropped = &imported.report.dropped[&Loss::PageHeaders];
    assert_eq!(dropped.examples, ["Onderzoek Samen Sterk – vertrouwelijk", "Pagina 1 van 2"]);
    assert_eq!(imported.reading, "pdf; turns; 2 pages");
}

/// Written by LibreOffice, with head and foot.
#[test]
fn a_document_of_a_word_processor_reads_as_it_was_written() {
    let imported = import(include_bytes!("../../../tests/fixtures/pdf/huisbezoek-libreoffice.pdf"));
    let units = units(&imported);
    let speakers: Vec<&str> = units.iter().map(|&(_, speaker, _)| speaker).collect();
    assert_eq!(speakers, ["Coach", "Oma", "Coach", "Oma", "Coach", "Oma", "Coach", "Oma", "Coach"]);
    assert_eq!(
        units[0].2,
        "Hoe is het gegaan sinds de vorige keer, en wat is er met de officiële brief van de gemeente gebeurd?"
    );
    assert_eq!(
        units[7].2,
        "Donderdag is goed. Dan is mijn dochter er ook, en die onthoudt zulke dingen beter dan ik. Zij heeft vorig \
         jaar ook al die formulieren voor de kinderopvangtoeslag ingevuld, samen met de vrijwilliger van de kerk, en \
         dat is toen in één keer goed gegaan."
    );
    assert_eq!((units[0].0, units[8].0), (1, 2));
    let dropped = &imported.report.dropped[&Loss::PageHeaders];
    assert_eq!(dropped.examples, ["Verslag huisbezoek – vertrouwelijk", "bladzijde 1"]);
    assert_eq!(dropped.n, 4);
}

/// A table with the speaker in its first column.
#[test]
fn a_table_of_two_columns_has_speakers() {
    let imported = import(include_bytes!("../../../tests/fixtures/pdf/focusgroep-chromium.pdf"));
    assert_eq!(
        units(&imported),
        [
            (1, "#", "Focusgroep Noord"),
            (1, "Gespreksleider", "Hoe kijken jullie terug op het eerste jaar van het project?"),
            (
                1,
                "Aïcha",
                "Met gemengde gevoelens. Er is veel gelukt, maar het heeft ook verschrikkelijk veel energie gekost."
            ),
            (1, "Gespreksleider", "En jij?"),
            (1, "Aïcha", "Ja."),
        ]
    );
}

/// Set by reportlab: paragraphs with an indent and no space between them, twice four on a page and a bit.
#[test]
fn indents_start_paragraphs_and_dates_head_them() {
    let imported = import(include_bytes!("../../../tests/fixtures/pdf/dossier-reportlab.pdf"));
    let units = units(&imported);
    assert_eq!(units[..2], [(1, "#", "Dossier casus 12"), (1, "#", "12-09-2023 Huisbezoek")]);
    let school = "In maart meldde de school zich bij het wijkteam. De leerplichtambtenaar had al drie keer een brief \
                  gestuurd zonder dat er iemand reageerde, en de mentor maakte zich zorgen over de oudste dochter.";
    assert_eq!(units.iter().filter(|(_, _, words)| *words == school).count(), 5);
    assert_eq!(units.iter().filter(|(_, _, words)| *words == "Vader was niet thuis.").count(), 5);
    assert_eq!((units.len(), units[21].0), (22, 2));
    assert_eq!(imported.units[2].time.unwrap().to_string(), "2023-09-12T00:00:00");
    assert_eq!(
        imported.report.dropped[&Loss::PageHeaders].examples,
        ["Dossier casus 12 – niet verspreiden", "1"]
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    /// Bytes changed, taken out and put in anywhere: read or refused.
    #[test]
    fn no_damage_makes_it_fall_over(
        changes in proptest::collection::vec((0usize..6_000, 0u8..3, proptest::prelude::any::<u8>()), 1..12),
        rest in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..200),
    ) {
        let good = Sample::default()
            .form("A", "BT /F2 11 Tf 72 780 Td (Vorm.) Tj ET")
            .rows(&["I: Hoe is het met de bege-", "leiding?", "R: Goed."])
            .page("/A Do /P Do BT /F1 11 Tf 72 700 Td [(I: Ja) 3 (.)] TJ ET")
            .bytes();
        for mut bytes in [good, include_bytes!("../../../tests/fixtures/pdf/dossier-reportlab.pdf").to_vec()] {
            for &(at, what, byte) in &changes {
                let at = at % bytes.len();
                match what {
                    0 => bytes[at] = byte,
                    1 => _ = bytes.remove(at),
                    _ => bytes.insert(at, byte),
                }
            }
            let options = ReadOptions { format: Some(Format::Pdf), ..ReadOptions::default() };
            for unit in read("x.pdf", &bytes, &options).iter().flat_map(|imported| &imported.units) {
                proptest::prop_assert!(unit.page.is_some());
            }
        }
        let _ = read("x.pdf", &[&b"%PDF-1.7\n"[..], &rest].concat(), &ReadOptions::default());
    }
}
