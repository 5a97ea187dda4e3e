//! RTF written here by hand, as Word and LibreOffice write it.

use crate::imported::{Change, Loss, Part};
use crate::{Format, Imported, ReadOptions, read, recognise};
use draad_core::UnitKind;

fn import(body: &str) -> Imported {
    let text = format!(
        "{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0 Arial;}}{{\\f1\\fcharset204 Arial;}}{{\\f2\\fcharset2 Wingdings;}}}}{body}}}"
    );
    read("gesprek.rtf", text.as_bytes(), &ReadOptions::default()).unwrap()
}

fn said(imported: &Imported) -> Vec<(&str, &str)> {
    let said = imported.units.iter().filter(|unit| unit.kind == UnitKind::Said);
    said.map(|unit| (unit.speaker.as_deref().unwrap_or(""), &imported.text[unit.span.range()])).collect()
}

fn about(imported: &Imported) -> Vec<Option<&str>> {
    let words = |comment: &crate::Comment| comment.span.map(|span| &imported.text[span.range()]);
    imported.comments.iter().map(words).collect()
}

#[test]
fn letters_come_from_code_pages_fonts_and_unicode() {
    let imported = import(
        r"Zo\u8217\'92n co\'f6rdinatie\~is \'80\u8364? 400 \emdash  \lquote ja\rquote\par
{\f1\'c4\'e0} \u-10179?\u-8704? \uc0\u233\uc1 \'e9n {\uc2\u8211\'81\'82}-\_\-x\par 
{\f2\'b7\u61623?}punt \{a\}\\",
    );
    assert_eq!(imported.text, "Zo’n coördinatie\u{a0}is €€ 400 — ‘ja’\nДа 😀 één –--x\npunt {a}\\");
    assert_eq!(imported.report.dropped[&Loss::Symbols].n, 2);
}

#[test]
fn plain_text_has_as_many_stand_ins_as_before() {
    assert_eq!(import(r"\uc0\pard\plain \u233en\u233en").text, "éenéen");
    assert_eq!(import(r"\uc2\plain \u8217\'81\'82ja").text, "’ja");
}

#[test]
fn multi_byte_code_pages_and_raw_utf8_are_read() {
    let japanese = br"{\rtf1\ansicpg932 \'93\'fa\'96\'7b}";
    assert_eq!(read("a.rtf", japanese, &ReadOptions::default()).unwrap().text, "日本");
    let raw = "{\\rtf1\\ansi één \\'e9}".as_bytes();
    assert_eq!(read("a.rtf", raw, &ReadOptions::default()).unwrap().text, "één é");
    let dos = br"{\rtf1\pca een}";
    let imported = read("a.rtf", dos, &ReadOptions::default()).unwrap();
    assert_eq!(imported.report.changed[&Change::EncodingGuessed].examples, ["windows-1252 (cp850)"]);
}

#[test]
fn paragraphs_lines_and_bold_labels_are_turns() {
    let imported = import(
        r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}}{\*\generator Iets 1.0;}{\info{\title Geheim}}
\pard\plain\s1 12 maart 2021\par\pard\plain {\b Anna}\tab Hoe\line dan?\par
{\b Sam} Zo.\par {\b Anna} O.\par {\b Sam}{ Ja.}",
    );
    assert_eq!(imported.text, "12 maart 2021\nAnna\tHoe\ndan?\nSam Zo.\nAnna O.\nSam Ja.");
    assert_eq!(said(&imported), [("Anna", "Hoe\ndan?"), ("Sam", "Zo."), ("Anna", "O."), ("Sam", "Ja.")]);
    assert_eq!(imported.units[0].kind, UnitKind::Header);
    assert_eq!(imported.reading, "rtf; turns");
}

#[test]
fn rows_become_lines_and_a_table_without_end_is_kept() {
    let row = |who: &str, what: &str| format!(r"\trowd\cellx1\cellx2\pard\intbl {who}\cell {what}\cell\row");
    let body = row("I", "Ja?") + &row("Kind", r"Nee.\par Of ja.") + &row("I", "O.") + &row("Kind", "Hm.");
    let imported = import(&(body.clone() + r"\pard Klaar.\par"));
    assert_eq!(imported.text, "I\tJa?\nKind\tNee.\nOf ja.\nI\tO.\nKind\tHm.\nKlaar.");
    assert_eq!(said(&imported)[1], ("Kind", "Nee."));
    assert_eq!(imported.report.changed[&Change::TableRows].n, 4);
    assert_eq!(import(r"\intbl een\cell twee\cell").text, "een\ttwee");
    assert_eq!(import(r"\intbl een\cell\pard los\par").text, "een\nlos");
}

#[test]
fn notes_go_to_the_end_and_margins_are_reported() {
    let imported = import(
        r"{\header\pard Bladzijde\par}Zij{\super\chftn}{\footnote\pard{\super\chftn} Oma.\par Echt.} kwam{\*\footnote\ftnalt Later.}.\par",
    );
    assert_eq!(imported.text, "Zij[1] kwam[2].\n\n[1] Oma. Echt.\n[2] Later.");
    assert_eq!(imported.report.kept[&Part::Notes], 2);
    assert_eq!(imported.report.dropped[&Loss::PageHeaders].examples, ["Bladzijde"]);
}

#[test]
fn deleted_and_hidden_text_is_left_out_and_reported() {
    let imported = import(
        r"Ik ben {\deleted\revauth1 bo}{\deleted os}{\revised bezorgd}{\v (naam\par)}, echt{\deleted\par}waar\v0 .\par",
    );
    assert_eq!(imported.text, "Ik ben bezorgd, echtwaar.");
    assert_eq!(imported.report.dropped[&Loss::Deletions].examples, ["boos"]);
    assert_eq!(imported.report.changed[&Change::Insertions].n, 1);
}

#[test]
fn comments_keep_their_words_author_and_day() {
    let imported = import(
        r"Het was {\*\atrfstart 0}te duur\par en {\*\atrfstart 7}ver{\*\atrfend 0}{\*\atnid NB}{\*\atnauthor Noor Bakker}\chatn{\*\annotation{\*\atnref 0}{\*\atndate 130247234}\pard kosten\par zie p2}.{\*\atrfend 7}{\*\atnid IW}\chatn{\*\annotation{\*\atnref 7}{\*\atnparent -1}eens}\par
Zonder bereik.{\*\atnid X}{\*\annotation punt}{\*\annotation }\par{\*\atrfstart 9}Niets.",
    );
    assert_eq!(imported.text, "Het was te duur\nen ver.\nZonder bereik.\nNiets.");
    assert_eq!(about(&imported), [Some("te duur\nen ver"), Some("te duur\nen ver"), Some("Zonder bereik.")]);
    let comment = &imported.comments[0];
    assert_eq!((comment.author.as_str(), comment.initials.as_str()), ("Noor Bakker", "NB"));
    assert_eq!(
        (comment.text.as_str(), comment.date),
        ("kosten\nzie p2", Some(jiff::civil::date(2024, 3, 13)))
    );
    assert_eq!((imported.report.read[&Part::Comments], imported.report.kept[&Part::Comments]), (4, 3));
}

#[test]
fn what_nobody_reads_in_the_text_is_not_text() {
    let imported = import(
        r"{\field{\*\fldinst DATE}{\fldrslt 12 maart}}{\listtext 1.\tab}{\*\onbekend weg}{\pict\bin5 {}\{}x}{\xe{\v index}} klaar{\shp{\*\shpinst{\sp{\sn n}{\sv v}}{\shptxt Kader.\par}}{\shprslt Kader.}}\par",
    );
    assert_eq!(imported.text, "12 maart klaar\nKader.");
    assert_eq!(imported.report.dropped[&Loss::Pictures].n, 1);
    assert_eq!(imported.report.changed[&Change::TextBoxes].n, 1);
}

#[test]
fn it_is_known_by_content_whatever_its_name() {
    for name in ["gesprek.doc", "gesprek.docx", "gesprek.txt", "gesprek"] {
        assert_eq!(recognise(name, b"{\\rtf1 hoi}"), Format::Rtf, "{name}");
    }
}

#[test]
fn absurd_nesting_is_cut_off_and_what_is_broken_off_is_read() {
    let deep = format!("Boven.{}diep{}\\par Onder.", "{".repeat(100_000), "}".repeat(100_000));
    let imported = import(&deep);
    assert_eq!(imported.text, "Boven.\nOnder.");
    assert_eq!(imported.report.dropped[&Loss::TooDeep].n, 1);
    assert_eq!(
        import(&format!("Boven.{}", "{\\footnote x".repeat(5_000))).text.lines().next(),
        Some("Boven.[1]")
    );
    assert_eq!(import("Een}}} twee").text, "Een twee");
    assert_eq!(import(r"half {\b woo").text, "half woo");
}

proptest::proptest! {
    #[test]
    fn any_jumble_of_signs_is_read(
        parts in proptest::collection::vec(proptest::sample::select(PARTS.to_vec()), 0..40)
    ) {
        let text = format!("{{\\rtf1 {}", parts.concat());
        if let Ok(imported) = read("x.rtf", text.as_bytes(), &ReadOptions::default()) {
            for unit in &imported.units {
                proptest::prop_assert!(imported.text.get(unit.span.range()).is_some());
            }
            for span in imported.comments.iter().filter_map(|comment| comment.span) {
                proptest::prop_assert!(imported.text.get(span.range()).is_some());
            }
        }
    }
}

const PARTS: [&str; 30] = [
    "{",
    "}",
    "{",
    "}",
    "I: hoi ",
    "\\par ",
    "\\cell ",
    "\\row ",
    "\\intbl ",
    "\\pard ",
    "{\\footnote ",
    "{\\*\\annotation ",
    "{\\*\\atrfstart 1}",
    "{\\*\\atrfend 1}",
    "{\\*\\atnref 1}",
    "{\\*\\atnparent -1}",
    "\\u233?",
    "\\u-10179?",
    "\\u-8704",
    "\\'e9",
    "\\'c3",
    "{\\shptxt ",
    "{\\header ",
    "\\deleted ",
    "\\v ",
    "\\plain ",
    "\\*",
    "{\\stylesheet{\\s1 Kop;}}",
    "e\\u769?",
    "\\line ",
];
