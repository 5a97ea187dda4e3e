//! OpenDocument texts made here, part by part.

use crate::archive::tests::pack;
use crate::imported::{Change, Loss, Part};
use crate::{Format, Imported, ReadOptions, read, recognise};
use draad_core::{Problem, UnitKind};

const SPACES: &str = "xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"ta\" xmlns:style=\"s\" xmlns:fo=\"f\" \
    xmlns:dc=\"dc\" xmlns:draw=\"d\" xmlns:meta=\"m\" xmlns:loext=\"l\"";
const KIND: &[u8] = b"application/vnd.oasis.opendocument.text";

/// Packs a document with these automatic styles and this text.
fn document(automatic: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content {SPACES}><office:automatic-styles>{automatic}</office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    let styles = format!(
        "<office:document-styles {SPACES}><office:styles>\
         <style:style style:name=\"Text_20_body\" style:family=\"paragraph\" style:class=\"text\"/>\
         <style:style style:name=\"Interviewer\" style:family=\"paragraph\"/>\
         <style:style style:name=\"Moeder\" style:family=\"paragraph\"/>\
         <style:style style:name=\"Strong\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\
         </office:styles></office:document-styles>"
    );
    pack(&[("mimetype", KIND), ("content.xml", content.as_bytes()), ("styles.xml", styles.as_bytes())])
}

fn import(body: &str) -> Imported {
    import_styled("", body)
}

fn import_styled(automatic: &str, body: &str) -> Imported {
    read("gesprek.odt", &document(automatic, body), &ReadOptions::default()).unwrap()
}

fn p(text: &str) -> String {
    format!("<text:p>{text}</text:p>")
}

fn said(imported: &Imported) -> Vec<(&str, &str)> {
    let said = imported.units.iter().filter(|unit| unit.kind == UnitKind::Said);
    said.map(|unit| (unit.speaker.as_deref().unwrap_or(""), &imported.text[unit.span.range()])).collect()
}

fn about(imported: &Imported) -> Vec<Option<&str>> {
    let words = |comment: &crate::Comment| comment.span.map(|span| &imported.text[span.range()]);
    imported.comments.iter().map(words).collect()
}

fn annotation(name: &str, text: &str) -> String {
    format!(
        "<office:annotation office:name=\"{name}\"><dc:creator>Noor Bakker</dc:creator>\
         <dc:date>2024-03-12T10:15:00.5</dc:date><meta:creator-initials>NB</meta:creator-initials>{}</office:annotation>",
        p(text)
    )
}

fn annotation_end(name: &str) -> String {
    format!("<office:annotation-end office:name=\"{name}\"/>")
}

#[test]
fn blanks_tabs_and_breaks_are_what_the_program_shows() {
    let body = p("I:<text:tab/>Hoe   gaat<text:s text:c=\"2\"/>het?")
        + "<text:p>\n  R: Goed,<text:line-break/>\n echt.\n</text:p>"
        + &p("I: <text:span>Fij</text:span>n. ")
        + &p("R: Ja<text:soft-page-break/>hoor.");
    let imported = import(&body);
    assert_eq!(imported.text, "I:\tHoe gaat  het?\nR: Goed,\necht.\nI: Fijn.\nR: Jahoor.");
    assert_eq!(said(&imported).len(), 4);
    assert_eq!(imported.reading, "odt; turns");
}

#[test]
fn headings_lists_tables_and_boxes_become_lines() {
    let cell = |text: &str| format!("<table:table-cell>{}</table:table-cell>", p(text));
    let row = |cells: [&str; 2]| format!("<table:table-row>{}</table:table-row>", cells.map(cell).concat());
    let body = "<text:h text:outline-level=\"1\"><text:number>1</text:number>12 maart 2021</text:h>"
        .to_owned()
        + "<text:list><text:list-item><text:p>Eerste punt</text:p></text:list-item></text:list>"
        + "<table:table><table:table-header-rows>"
        + &row(["I", "Ja?"])
        + "</table:table-header-rows>"
        + &row(["R", "Nee."])
        + &row(["I", "O."])
        + &row(["R", "Dus."])
        + "</table:table>"
        + &p(
            "Onder.<draw:frame><draw:text-box><text:p>Kader.</text:p></draw:text-box></draw:frame><draw:frame><draw:image/></draw:frame>",
        );
    let imported = import(&body);
    assert_eq!(imported.text, "12 maart 2021\nEerste punt\nI\tJa?\nR\tNee.\nI\tO.\nR\tDus.\nOnder.\nKader.");
    assert_eq!(imported.units[0].kind, UnitKind::Header);
    assert_eq!(said(&imported)[..2], [("I", "Ja?"), ("R", "Nee.")]);
    assert_eq!(imported.report.changed[&Change::TableRows].n, 4);
    assert_eq!(imported.report.changed[&Change::TextBoxes].n, 1);
    assert_eq!(imported.report.dropped[&Loss::Pictures].n, 1);
}

#[test]
fn annotations_keep_their_words_across_paragraphs() {
    let body = p(&format!("Het was {}te duur", annotation("a", "kosten")))
        + &p(&format!("en {}ver{}.{}", annotation("b", "afstand"), annotation_end("a"), annotation_end("b")))
        + &p(&format!("Zonder bereik.{}", annotation("", "punt")));
    let imported = import(&body);
    assert_eq!(imported.text, "Het was te duur\nen ver.\nZonder bereik.");
    assert_eq!(about(&imported), [Some("te duur\nen ver"), Some("ver."), Some("Zonder bereik.")]);
    let comment = &imported.comments[0];
    assert_eq!((comment.author.as_str(), comment.initials.as_str()), ("Noor Bakker", "NB"));
    assert_eq!((comment.date.unwrap().to_string().as_str(), comment.text.as_str()), ("2024-03-12", "kosten"));
    assert_eq!((imported.report.read[&Part::Comments], imported.report.kept[&Part::Comments]), (3, 3));
}

#[test]
fn a_reply_is_about_what_the_first_comment_is_about() {
    let reply = annotation("r", "Eens.").replace("office:name", "loext:parent-name=\"a\" office:name");
    let body = p(&format!("Het was {}zwaar{}, ja.{reply}", annotation("a", "Hoezo?"), annotation_end("a")));
    assert_eq!(about(&import(&body)), [Some("zwaar"), Some("zwaar")]);
}

#[test]
fn tracked_deletions_are_out_insertions_in_and_comments_on_deletions_kept() {
    let region = |change: &str| format!("<text:changed-region>{change}</text:changed-region>");
    let info =
        "<office:change-info><dc:creator>Noor</dc:creator><dc:date>2024-03-12</dc:date></office:change-info>";
    let deleted = region(&format!(
        "<text:deletion>{info}{}</text:deletion>",
        p(&("boos".to_owned() + &annotation("d", "waarom?")))
    ));
    let inserted = region(&format!("<text:insertion>{info}</text:insertion>"));
    let body = format!("<text:tracked-changes>{deleted}{inserted}</text:tracked-changes>")
        + &p(
            "Ik ben <text:change text:change-id=\"1\"/><text:change-start text:change-id=\"2\"/>bezorgd<text:change-end text:change-id=\"2\"/>.",
        );
    let imported = import(&body);
    assert_eq!(imported.text, "Ik ben bezorgd.");
    assert_eq!(imported.report.dropped[&Loss::Deletions].examples, ["boos"]);
    assert_eq!(imported.report.changed[&Change::Insertions].n, 1);
    assert_eq!((about(&imported), imported.comments[0].text.as_str()), (vec![None], "waarom?"));
}

#[test]
fn notes_go_to_the_end_with_their_comments() {
    let note = format!(
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>{}</text:note-body></text:note>",
        p(&format!("{}Oma{} zelf.", annotation("n", "wie?"), annotation_end("n")))
    );
    let imported = import(&p(&format!("Zij{note} kwam.")));
    assert_eq!(imported.text, "Zij[1] kwam.\n\n[1] Oma zelf.");
    assert_eq!(about(&imported), [Some("Oma")]);
    assert_eq!(imported.report.kept[&Part::Notes], 1);
}

#[test]
fn styles_make_labels_hide_text_and_name_speakers() {
    let automatic = "<style:style style:name=\"T1\" style:family=\"text\" style:parent-style-name=\"Strong\"/>\
        <style:style style:name=\"T2\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>\
        <style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Interviewer\"/>\
        <style:style style:name=\"R\" style:family=\"paragraph\" style:parent-style-name=\"R\"/>";
    let bold = |name: &str| p(&format!("<text:span text:style-name=\"T1\">{name}</text:span> Ja."));
    let imported = import_styled(automatic, &[bold("Anna"), bold("Sam"), bold("Anna"), bold("Sam")].concat());
    assert_eq!(said(&imported)[1], ("Sam", "Ja."));

    let imported = import_styled(automatic, &p("Zij<text:span text:style-name=\"T2\"> (naam)</text:span>."));
    assert_eq!(imported.text, "Zij.");
    assert_eq!(imported.report.dropped[&Loss::HiddenText].examples, [" (naam)"]);

    let turn = |style: &str| format!("<text:p text:style-name=\"{style}\">Ja.</text:p>");
    let turns = [turn("P1"), turn("Moeder"), turn("P1"), turn("Moeder"), turn("R")].concat();
    let speakers: Vec<String> =
        said(&import_styled(automatic, &turns)).iter().map(|(who, _)| (*who).to_owned()).collect();
    assert_eq!(speakers, ["Interviewer", "Moeder", "Interviewer", "Moeder", "Moeder"]);
}

#[test]
fn what_cannot_be_read_is_refused_by_name() {
    let problem = |bytes: &[u8]| read("gesprek.odt", bytes, &ReadOptions::default()).unwrap_err().problem;
    let manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let locked =
        pack(&[("mimetype", KIND), ("META-INF/manifest.xml", manifest), ("content.xml", b"\x01\x02")]);
    assert_eq!(problem(&locked), Problem::DocumentProtected);
    assert!(matches!(problem(&pack(&[("mimetype", KIND)])), Problem::DocumentInvalid { .. }));
    let broken = pack(&[("mimetype", KIND), ("content.xml", b"<office:text>")]);
    assert!(matches!(problem(&broken), Problem::DocumentInvalid { .. }));
    assert_eq!(problem(&document("", "")), Problem::FileEmpty);
}

#[test]
fn packed_and_flat_texts_are_known_by_content() {
    assert_eq!(recognise("gesprek.docx", &document("", "")), Format::Odt);
    let flat = format!(
        "<?xml version=\"1.0\"?>\n<office:document {SPACES} office:mimetype=\"{}\"><office:body><office:text>{}</office:text></office:body></office:document>",
        String::from_utf8_lossy(KIND),
        p("Plat.")
    );
    assert_eq!(recognise("gesprek.xml", flat.as_bytes()), Format::Odt);
    let imported = read("gesprek.xml", flat.as_bytes(), &ReadOptions::default()).unwrap();
    assert_eq!((imported.text.as_str(), imported.reading.as_str()), ("Plat.", "odt; paragraphs"));
}

#[test]
fn absurd_nesting_is_cut_off_and_reported() {
    for name in ["text:span", "text:list", "text:note"] {
        let deep = format!("<{name}>").repeat(100_000) + "diep" + &format!("</{name}>").repeat(100_000);
        let imported = import(&(p("Boven.") + &p(&deep) + &deep));
        assert!(imported.text.starts_with("Boven."), "{name}");
    }
    let notes = "<text:note><text:note-body><text:p>x".repeat(1_000)
        + &"</text:p></text:note-body></text:note>".repeat(1_000);
    assert!(import(&p(&notes)).report.dropped[&Loss::TooDeep].n > 0);
}
