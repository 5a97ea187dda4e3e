//! What styles, paragraph marks, fields and nesting do to the text.

use super::{W, document, import, p, problem_of, r};
use crate::archive::tests::pack;
use crate::imported::Loss;
use draad_core::Problem;

fn styled(style: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
}

/// A paragraph with these properties of the mark at its end.
fn ending(mark: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{runs}</w:p>")
}

fn styles(styles: &str) -> String {
    format!("<w:styles xmlns:w=\"{W}\">{styles}</w:styles>")
}

#[test]
fn a_paragraph_whose_end_was_deleted_goes_on_with_the_next() {
    let body = ending("<w:del w:id=\"1\"/>", &r("Het was ")) + &p(&r("duur.")) + &p(&r("Klaar."));
    assert_eq!(import(&body, &[]).text, "Het was duur.\nKlaar.");
    let moved = ending("<w:moveFrom/>", "<w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom>");
    assert_eq!(import(&(moved + &p(&r("Blijft."))), &[]).text, "Blijft.");
    let table = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", super::cell("cel"));
    let body = ending("<w:del/>", &r("Voor de tabel")) + &table + &ending("<w:del/>", &r("Eind"));
    assert_eq!(import(&body, &[]).text, "Voor de tabel\ncel\nEind");
}

#[test]
fn text_hidden_by_its_style_is_left_out_and_reported() {
    let hidden = |id: &str, more: &str| {
        format!(
            "<w:style w:styleId=\"{id}\"><w:name w:val=\"{id}\"/>{more}<w:rPr><w:vanish/></w:rPr></w:style>"
        )
    };
    let styles = styles(
        &(hidden("Geheim", "")
            + &hidden("Teken", "")
            + "<w:style w:styleId=\"Kind\"><w:name w:val=\"Kind\"/><w:basedOn w:val=\"Geheim\"/></w:style>"
            + "<w:style w:styleId=\"Rond\"><w:name w:val=\"Rond\"/><w:basedOn w:val=\"Rond\"/></w:style>"),
    );
    let run = "<w:r><w:rPr><w:rStyle w:val=\"Teken\"/></w:rPr><w:t> (naam)</w:t></w:r>";
    let shown = "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>Toch te zien.</w:t></w:r>";
    let body =
        styled("Kind", &r("Noot van mij.")) + &styled("Kind", shown) + &styled("Rond", &(r("Zij") + run));
    let imported = import(&body, &[("word/styles.xml", &styles)]);
    assert_eq!(imported.text.trim(), "Toch te zien.\nZij");
    assert_eq!(imported.report.dropped[&Loss::HiddenText].examples, ["Noot van mij.", " (naam)"]);
}

#[test]
fn styles_that_a_person_made_and_named_after_speakers_speak() {
    let style = |name: &str, more: &str| {
        format!(
            "<w:style {more} w:type=\"paragraph\" w:styleId=\"{name}\"><w:name w:val=\"{name}\"/></w:style>"
        )
    };
    let turns =
        ["Interviewer", "Moeder", "Interviewer", "Moeder", "Moeder"].map(|who| styled(who, &r("Ja.")));
    let body = p(&r("Gesprek 3")) + &turns.concat();
    let custom = "w:customStyle=\"1\"";
    let made = styles(&(style("Interviewer", custom) + &style("Moeder", custom)));
    let imported = import(&body, &[("word/styles.xml", &made)]);
    assert_eq!(imported.text, "Gesprek 3\nJa.\nJa.\nJa.\nJa.\nJa.");
    let said = super::said(&imported);
    let speakers: Vec<&str> = said.iter().map(|(speaker, _)| *speaker).collect();
    assert_eq!(speakers, ["Interviewer", "Moeder", "Interviewer", "Moeder", "Moeder"]);
    assert_eq!(imported.labels[1].n_turns, 2);
    assert_eq!(imported.reading, "docx; turns");

    let built_in = styles(&(style("Interviewer", "") + &style("Moeder", "")));
    let imported = import(&body, &[("word/styles.xml", &built_in)]);
    assert_eq!(imported.reading, "docx; paragraphs");
}

#[test]
fn codes_of_fields_numbers_and_soft_hyphens_are_not_text() {
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>12 maart</w:t></w:r>\
        <w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let numbered = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>";
    let body = p(&(r("Op ") + field + &r(" vader") + "<w:r><w:softHyphen/></w:r>" + &r("schap")));
    let imported = import(&(body + numbered + &r("Eerste punt") + "</w:p>"), &[]);
    assert_eq!(imported.text, "Op 12 maart vaderschap\nEerste punt");
}

#[test]
fn absurd_nesting_is_cut_off_and_reported() {
    for n in [5_000, 100_000] {
        let deep = "<w:sdt>".repeat(n) + &p(&r("diep")) + &"</w:sdt>".repeat(n);
        let deep_run = p(&("<w:smartTag>".repeat(n) + &r("diep") + &"</w:smartTag>".repeat(n)));
        let imported = import(&(p(&r("Boven.")) + &deep + &deep_run), &[]);
        assert_eq!(imported.text, "Boven.");
        assert_eq!(imported.report.dropped[&Loss::TooDeep].n, 2);
    }
    for name in ["w:tbl", "w:tc", "w:del", "w:drawing", "mc:AlternateContent"] {
        let deep = format!("<{name}>").repeat(100_000) + &format!("</{name}>").repeat(100_000);
        let bytes = pack(&[("word/document.xml", document(&p(&deep)).as_bytes())]);
        assert_eq!(problem_of(&bytes), Problem::FileEmpty, "{name}");
    }
}
