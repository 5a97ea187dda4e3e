//! Word documents made here, part by part.

mod comments;
mod layout;

use crate::archive::tests::pack;
use crate::imported::{Change, Loss, Part};
use crate::{Imported, ReadOptions, read};
use draad_core::{Problem, UnitKind};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

fn document(body: &str) -> String {
    format!("<w:document xmlns:w=\"{W}\" xmlns:mc=\"mc\"><w:body>{body}</w:body></w:document>")
}

/// Reads a document with this body and these further parts.
fn import(body: &str, parts: &[(&str, &str)]) -> Imported {
    let main = document(body);
    let mut files = vec![("word/document.xml", main.as_bytes())];
    files.extend(parts.iter().map(|(name, text)| (*name, text.as_bytes())));
    read("gesprek.docx", &pack(&files), &ReadOptions::default()).unwrap()
}

fn problem_of(bytes: &[u8]) -> Problem {
    read("gesprek.docx", bytes, &ReadOptions::default()).unwrap_err().problem
}

fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn bold(text: &str) -> String {
    format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn cell(text: &str) -> String {
    format!("<w:tc>{}</w:tc>", p(&r(text)))
}

fn said(imported: &Imported) -> Vec<(&str, &str)> {
    let said = imported.units.iter().filter(|unit| unit.kind == UnitKind::Said);
    said.map(|unit| (unit.speaker.as_deref().unwrap_or(""), &imported.text[unit.span.range()])).collect()
}

#[test]
fn runs_that_split_words_tabs_and_breaks_give_the_text_that_word_shows() {
    let body = [
        p(&(r("Int") + &r("erviewer:") + "<w:r><w:tab/></w:r>" + &r("Hoe g") + &r("aat het?"))),
        p(&(r("Moeder: Goed")
            + "<w:r><w:noBreakHyphen/></w:r>"
            + &r("ig,")
            + "<w:r><w:br/></w:r>"
            + &r("echt."))),
        p(""),
        p(&r("En verder ook.")),
        p(&(r("Interviewer: Fijn.") + "<w:r><w:br/></w:r>" + &r("Moeder: Ja."))),
    ];
    let imported = import(&body.concat(), &[]);
    assert_eq!(
        imported.text,
        "Interviewer:\tHoe gaat het?\nMoeder: Goed-ig,\necht.\n\nEn verder ook.\nInterviewer: Fijn.\nMoeder: Ja."
    );
    assert_eq!(
        said(&imported),
        [
            ("Interviewer", "Hoe gaat het?"),
            ("Moeder", "Goed-ig,\necht."),
            ("Moeder", "En verder ook."),
            ("Interviewer", "Fijn."),
            ("Moeder", "Ja."),
        ]
    );
    assert_eq!(imported.report.kept[&Part::Turns], 4);
    assert_eq!(imported.report.kept[&Part::Continuations], 1);
    assert_eq!(imported.reading, "docx; turns");
}

#[test]
fn a_two_column_table_is_a_transcript() {
    let row = |cells: [&str; 2]| format!("<w:tr>{}{}</w:tr>", cell(cells[0]), cell(cells[1]));
    let two_paragraphs =
        format!("<w:tr>{}<w:tc>{}{}</w:tc></w:tr>", cell("Kind"), p(&r("Nee.")), p(&r("Of ja.")));
    let rows = [row(["I", "Wil je dat?"]), two_paragraphs, row(["I", "Oké."]), row(["Kind", "Hm."])];
    let imported = import(&format!("<w:tbl>{}</w:tbl>", rows.concat()), &[]);
    assert_eq!(imported.text, "I\tWil je dat?\nKind\tNee.\nOf ja.\nI\tOké.\nKind\tHm.");
    let expected =
        [("I", "Wil je dat?"), ("Kind", "Nee."), ("Kind", "Of ja."), ("I", "Oké."), ("Kind", "Hm.")];
    assert_eq!(said(&imported), expected);
    assert_eq!(imported.report.changed[&Change::TableRows].n, 4);
}

#[test]
fn numbers_before_the_speaker_cell_do_not_hide_it() {
    let row = |cells: [&str; 3]| format!("<w:tr>{}</w:tr>", cells.map(cell).concat());
    let rows =
        [row(["1", "I", "Ja?"]), row(["2", "R", "Ja."]), row(["3", "I", "O."]), row(["4", "R", "Dus."])];
    let imported = import(&format!("<w:tbl>{}</w:tbl>", rows.concat()), &[]);
    assert_eq!(said(&imported), [("I", "Ja?"), ("R", "Ja."), ("I", "O."), ("R", "Dus.")]);
}

#[test]
fn bold_names_are_labels_where_no_label_has_a_colon() {
    let turn = |name: &str, text: &str| p(&(bold(name) + &r(text)));
    let body =
        [turn("Anna", " Hoe dan?"), turn("Moeder ", "Zo."), turn("Anna", " O."), turn("Moeder", " Ja.")];
    let expected = [("Anna", "Hoe dan?"), ("Moeder", "Zo."), ("Anna", "O."), ("Moeder", "Ja.")];
    assert_eq!(said(&import(&body.concat(), &[])), expected);

    let body =
        [turn("Anna:", " Hoe?"), turn("Moeder:", " Zo."), turn("Anna:", " O."), turn("Moeder", " Ja.")];
    let imported = import(&(body.concat() + &turn("Moeder:", " Dus.")), &[]);
    assert_eq!(said(&imported)[3], ("Anna", "Moeder Ja."));
    assert_eq!(imported.report.changed[&Change::LabelDoubtful].examples, ["Moeder Ja."]);
}

#[test]
fn tracked_changes_and_hidden_text_leave_what_the_author_accepted() {
    let body = p(&(r("Ik ben ")
        + "<w:del><w:r><w:delText>boos</w:delText></w:r></w:del>"
        + "<w:ins><w:r><w:t>bezorgd</w:t></w:r></w:ins>"
        + "<w:moveFrom><w:r><w:t> weg</w:t></w:r></w:moveFrom>"
        + "<w:moveTo><w:r><w:t>, echt</w:t></w:r></w:moveTo>"
        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>(geheim)</w:t></w:r>"
        + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>.</w:t></w:r>"));
    let imported = import(&body, &[]);
    assert_eq!(imported.text, "Ik ben bezorgd, echt.");
    assert_eq!(imported.report.dropped[&Loss::Deletions].examples, ["boos", " weg"]);
    assert_eq!(imported.report.dropped[&Loss::HiddenText].examples, ["(geheim)"]);
    assert_eq!(imported.report.changed[&Change::Insertions].n, 2);
}

#[test]
fn a_text_box_is_read_once_and_a_picture_is_reported() {
    let text_box = format!("<w:txbxContent>{}</w:txbxContent>", p(&r("In het kader.")));
    let body = p(&(r("Erboven.")
        + "<w:r><mc:AlternateContent><mc:Choice><w:drawing>"
        + &text_box
        + "</w:drawing></mc:Choice><mc:Fallback><w:pict>"
        + &text_box
        + "</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:drawing/></w:r>"));
    let imported = import(&body, &[]);
    assert_eq!(imported.text, "Erboven.\nIn het kader.");
    assert_eq!(imported.report.changed[&Change::TextBoxes].n, 1);
    assert_eq!(imported.report.dropped[&Loss::Pictures].n, 1);
}

#[test]
fn footnotes_go_to_the_end() {
    let body = p(&(r("Zij") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + &r(" kwam.")));
    let notes = format!(
        "<w:footnotes xmlns:w=\"{W}\"><w:footnote w:id=\"2\">{}</w:footnote></w:footnotes>",
        p(&r("Oma."))
    );
    let imported = import(&body, &[("word/footnotes.xml", &notes)]);
    assert_eq!(imported.text, "Zij[1] kwam.\n\n[1] Oma.");
    let kinds: Vec<UnitKind> = imported.units.iter().map(|unit| unit.kind).collect();
    assert_eq!(kinds, [UnitKind::Said, UnitKind::Header]);
    assert_eq!(imported.report.kept[&Part::Notes], 1);

    let twice =
        p(&(r("Zij") + "<w:r><w:footnoteReference w:id=\"2\"/><w:footnoteReference w:id=\"2\"/></w:r>"));
    let imported = import(&twice, &[("word/footnotes.xml", &notes)]);
    assert_eq!(
        imported.text, "Zij[1][1]\n\n[1] Oma.",
        "a note stands there once, however often the text refers to it"
    );
}

#[test]
fn headings_are_known_by_the_name_of_their_style() {
    let style = "<w:style w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/></w:style>";
    let styles = format!("<w:styles xmlns:w=\"{W}\">{style}</w:styles>");
    let heading = format!("<w:p><w:pPr><w:pStyle w:val=\"Kop1\"/></w:pPr>{}</w:p>", r("12 maart 2021"));
    let imported = import(&(heading + &p(&r("Huisbezoek."))), &[("word/styles.xml", &styles)]);
    assert_eq!(imported.units[0].kind, UnitKind::Header);
    assert_eq!(imported.units[1].time.unwrap().to_string(), "2021-03-12T00:00:00");
}

#[test]
fn what_is_no_document_is_said_to_be_none() {
    assert_eq!(problem_of(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"), Problem::DocxProtected);
    assert!(matches!(problem_of(b"PK\x03\x04 broken"), Problem::DocxInvalid { .. }));
    assert!(matches!(problem_of(b"gewoon tekst"), Problem::DocxInvalid { .. }));
    assert!(matches!(problem_of(&pack(&[("word/other.xml", b"<x/>")])), Problem::DocxInvalid { .. }));
    assert!(matches!(problem_of(&pack(&[("word/document.xml", b"<w:p>")])), Problem::DocxInvalid { .. }));
    let with_dtd = b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>";
    assert!(matches!(problem_of(&pack(&[("word/document.xml", with_dtd)])), Problem::DocxInvalid { .. }));
    assert_eq!(problem_of(&pack(&[("word/document.xml", document("").as_bytes())])), Problem::FileEmpty);
}

proptest::proptest! {
    /// Fragments of documents in any order and nesting, closed or not, are read or refused.
    #[test]
    fn any_jumble_of_parts_is_read_or_refused(
        parts in proptest::collection::vec(proptest::sample::select(FRAGMENTS.to_vec()), 0..40)
    ) {
        let whole = pack(&[("word/document.xml", document(&parts.concat()).as_bytes())]);
        let _ = read("x.docx", &whole, &ReadOptions::default());
        let closed: String = parts.iter().filter(|part| !part.starts_with("</")).map(|part| close(part)).collect();
        let imported = read("x.docx", &pack(&[("word/document.xml", document(&closed).as_bytes())]), &ReadOptions::default());
        for unit in imported.iter().flat_map(|imported| &imported.units) {
            proptest::prop_assert!(imported.as_ref().is_ok_and(|imported| imported.text.get(unit.span.range()).is_some()));
        }
    }
}

const FRAGMENTS: [&str; 20] = [
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:t>I: é\u{301}</w:t>",
    "<w:rPr><w:b/></w:rPr>",
    "<w:br/>",
    "<w:footnoteReference/>",
    "<mc:AlternateContent/>",
    "<w:drawing/>",
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Anna</w:t></w:r><w:r><w:t>\u{301} ja</w:t></w:r></w:p>",
    "<w:tbl><w:tr><w:tc/><w:tc/></w:tr></w:tbl>",
    "<w:p><w:r><w:t>  I :\u{a0}x </w:t></w:r></w:p>",
    "<w:sym w:char=\"F0E0\"/>",
];

/// Closes an opening tag at once.
fn close(part: &str) -> String {
    match part.strip_suffix('>') {
        Some(open) if !part.contains('/') => format!("{open}/>"),
        _ => part.to_owned(),
    }
}
