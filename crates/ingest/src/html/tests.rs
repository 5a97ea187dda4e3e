//! Pages written here by hand, as Word, LibreOffice, noScribe and others write them.

use crate::imported::{Change, Loss, Part};
use crate::{Imported, ReadOptions, read};
use draad_core::UnitKind;

fn import(page: &str) -> Imported {
    import_bytes(page.as_bytes())
}

fn import_bytes(page: &[u8]) -> Imported {
    read("gesprek.html", page, &ReadOptions::default()).unwrap()
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
fn blocks_and_breaks_become_lines_and_blanks_collapse() {
    let imported = import(
        "<!DOCTYPE html><html><head><title>Gesprek &amp; meer</title><style>p { }</style><script>var a = '<p>';</script></head>\
         <body>\n<h1>12 maart\n 2021</h1><p>I:   Hoe <b>gaat</b>\n het?<br>Echt?</p>\
         <div>R: Goed&nbsp;hoor &eacute;&#233;n&hellip;</div><ol><li>I: punt<li>R: <i>twee</i></ol><p><br></p>I: los</body></html>",
    );
    assert_eq!(
        imported.text,
        "Gesprek & meer\n12 maart 2021\nI: Hoe gaat het?\nEcht?\nR: Goed\u{a0}hoor één…\nI: punt\nR: twee\n\nI: los"
    );
    assert_eq!(said(&imported).len(), 5);
    assert_eq!(imported.units[0].kind, UnitKind::Header);
    assert_eq!(imported.reading, "html; turns");
}

#[test]
fn a_title_that_the_text_repeats_stands_there_once() {
    let imported = import("<title>Gesprek 3</title><h1>Gesprek  3</h1><p>Woorden.");
    assert_eq!(imported.text, "Gesprek 3\nWoorden.");
}

#[test]
fn empty_lines_in_a_page_of_breaks_end_paragraphs() {
    let imported = import("<html>Een.<br>Nog een.<br><br>Twee.<br/>\n<br/>Drie.");
    assert_eq!(imported.text, "Een.\nNog een.\n\nTwee.\n\nDrie.");
    assert_eq!(said(&imported).len(), 3);
}

#[test]
fn rows_become_lines_with_or_without_end_tags() {
    let imported = import(
        "<table><tr><td>I<td>Ja?<tr><td><p>Kind</p></td><td><p>Nee.</p><p>Of ja.</p></td></tr>\
         <tr><th>I</th><td>O.</td></tr><tr><td>Kind<td><table><tr><td>in<td>een</table></table><p>Klaar.",
    );
    assert_eq!(imported.text, "I\tJa?\nKind\tNee.\nOf ja.\nI\tO.\nKind\tin\teen\nKlaar.");
    assert_eq!(said(&imported)[..3], [("I", "Ja?"), ("Kind", "Nee."), ("Kind", "Of ja.")]);
    assert_eq!(imported.report.changed[&Change::TableRows].n, 5);
}

#[test]
fn bold_names_are_labels_where_no_label_has_a_colon() {
    let turn = |open: &str, name: &str, close: &str| format!("<p>{open}{name}{close} Ja.</p>");
    let bold = |name| turn("<b>", name, "</b>");
    let heavy = |name| turn("<span style='font-weight: 700'>", name, "</span>");
    let imported = import(&[bold("Anna"), heavy("Sam"), bold("Anna"), heavy("Sam")].concat());
    assert_eq!(said(&imported), [("Anna", "Ja."), ("Sam", "Ja."), ("Anna", "Ja."), ("Sam", "Ja.")]);
}

#[test]
fn what_a_browser_does_not_show_is_left_out_and_reported() {
    let imported = import(
        "<html><p>Zij<span style=\"display: none\"> (<span>naam</span>)</span> kwam <del>nooit</del><ins>ooit</ins>.\
         <img src=x><svg><title>x</title><text>tekst</text></svg></p><p hidden>weg<p>Klaar.<template><p>x</template>",
    );
    assert_eq!(imported.text, "Zij kwam ooit.\nKlaar.");
    assert_eq!(imported.report.dropped[&Loss::HiddenText].examples, ["(naam)", "weg"]);
    assert_eq!(imported.report.dropped[&Loss::Deletions].examples, ["nooit"]);
    assert_eq!(imported.report.dropped[&Loss::Pictures].n, 2);
    assert_eq!(imported.report.changed[&Change::Insertions].n, 1);
}

#[test]
fn letters_of_symbol_fonts_are_no_letters() {
    let imported = import(
        "<p class=MsoListParagraph><span style='font-family:Symbol'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp; </span></span>\
         een punt <span style='font-family: Wingdings'>J</span><span style='font-family:\"Segoe UI Symbol\"'>✓</span></p>",
    );
    assert_eq!(imported.text, "een punt ✓");
    assert_eq!(imported.report.dropped[&Loss::Symbols].examples, ["·", "J"]);
}

#[test]
fn a_page_is_decoded_as_it_says_unless_it_is_wrong() {
    let word =
        b"<html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\"></head>\
        <body><p class=MsoNormal>Zo\x92n co\xf6rdinatie</p></body></html>";
    let imported = import_bytes(word);
    assert_eq!(
        (imported.text.as_str(), imported.reading.as_str()),
        ("Zo’n coördinatie", "html; paragraphs; windows-1252")
    );
    assert!(imported.diagnostics.is_empty());
    let wrong = "<meta charset=iso-8859-1><p>Zo’n coördinatie".as_bytes();
    assert_eq!(import_bytes(wrong).text, "Zo’n coördinatie");
    let utf16: Vec<u8> = "\u{feff}<html><p>één".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(import_bytes(&utf16).text, "één");
}

#[test]
fn anchors_of_noscribe_are_places_in_the_recording() {
    let imported = import(
        "<html><body><p style=\"font-weight: 600\">Gesprek 4</p><p><span>Transcribed with noScribe vers. 0.7<br />Audio file: a.mp3</span></p>\
         <p><a name=\"ts_0_12140_\">(12 seconds pause) </a></p>\
         <p><a name=\"ts_12140_22800_S01\">S01: <span style=\"color: #78909C\">[00:00:12]</span> Goedendag.</a>\
         <a name=\"ts_22800_24360_//S02\"> //S02: Hallo.</a><a name=\"ts_24360_30010_S01\">// Hoe gaat het?</a></p>\
         <p><a name=\"ts_30090_31500_S02\">S02: Goed.</a></p></body></html>",
    );
    assert_eq!(said(&imported), [("S01", "Goedendag. //S02: Hallo.// Hoe gaat het?"), ("S02", "Goed.")]);
    let said = imported.units.iter().filter(|unit| unit.kind == UnitKind::Said);
    let stretches = said.map(|unit| unit.recording.map(|at| (at.start.0, at.end.map(|end| end.0))));
    assert_eq!(stretches.collect::<Vec<_>>(), [Some((12_140, Some(30_010))), Some((30_090, Some(31_500)))]);
}

#[test]
fn notes_that_word_processors_put_at_the_end_are_notes() {
    let imported = import(
        "<html><p>Zij<a class=\"sdfootnoteanc\" href=\"#sdfootnote1sym\"><sup>1</sup></a> kwam.</p>\
         <div id=\"sdfootnote1\"><p class=\"sdfootnote\"><a class=\"sdfootnotesym\">1</a>Oma.</p></div>\
         <p class=MsoFootnoteText><a href=\"#_ftnref2\">[2]</a> Opa.</p>",
    );
    assert_eq!(imported.text, "Zij[1] kwam.\n[1] Oma.\n[2] Opa.");
    assert_eq!(imported.report.kept[&Part::Notes], 2);
}

const WORD: &str = "<html><p class=MsoNormal>Het was <a style='mso-comment-reference:NB_1;mso-comment-date:20240313T0902'>te duur</a>\
    <span class=MsoCommentReference><a class=msocomanchor id=\"_anchor_1\" href=\"#_msocom_1\">[NB1]</a></span>, echt.</p>\
    <p>Ver weg.<a class=msocomanchor href=\"#_msocom_2\">[NB2]</a></p>\
    <div><hr class=msocomoff><div><div id=\"_com_1\" class=msocomtxt><p class=MsoCommentText><a class=msocomoff href=\"#_msoanchor_1\">[NB1]</a>kosten</p>\
    <p class=MsoCommentText>zie p2</p></div></div><div id=\"_com_2\" class=msocomtxt><p>afstand</p></div></div>";

#[test]
fn comments_of_word_and_libreoffice_are_read() {
    let imported = import(WORD);
    assert_eq!(imported.text, "Het was te duur, echt.\nVer weg.");
    assert_eq!(about(&imported), [Some("te duur"), Some("Ver weg.")]);
    let comment = &imported.comments[0];
    assert_eq!((comment.initials.as_str(), comment.text.as_str()), ("NB", "kosten\nzie p2"));
    assert_eq!(comment.date, Some(jiff::civil::date(2024, 3, 13)));
    assert_eq!(imported.report.kept[&Part::Comments], 2);

    let office = "<meta name=\"generator\" content=\"LibreOffice 7.4\"><p>Zij<!-- wie? --> kwam.</p>";
    let imported = import(office);
    assert_eq!((about(&imported), imported.comments[0].text.as_str()), (vec![Some("Zij kwam.")], "wie?"));
    assert!(import("<p>Zij<!-- bron --> kwam.</p>").comments.is_empty());
}

#[test]
fn nothing_is_too_deep() {
    for name in ["div", "b", "span", "table", "td", "ul", "del", "a", "table><tr><td"] {
        let deep = format!("<p>Boven.{}<p>diep", format!("<{name}>").repeat(20_000));
        assert!(import(&deep).text.starts_with("Boven."), "{name}");
    }
    let deep = format!("{}diep{}<p>Onder.", "<table><tr><td>".repeat(1_000), "</table>".repeat(1_000));
    let imported = import(&deep);
    assert_eq!(imported.text, "diep\nOnder.");
    assert_eq!(imported.report.dropped[&Loss::TooDeep].n, 1);
}

proptest::proptest! {
    #[test]
    fn any_jumble_of_tags_is_read(
        parts in proptest::collection::vec(proptest::sample::select(PARTS.to_vec()), 0..40)
    ) {
        let page = format!("<html>{}", parts.concat());
        if let Ok(imported) = read("x.html", page.as_bytes(), &ReadOptions::default()) {
            for unit in &imported.units {
                proptest::prop_assert!(imported.text.get(unit.span.range()).is_some());
            }
            for span in imported.comments.iter().filter_map(|comment| comment.span) {
                proptest::prop_assert!(imported.text.get(span.range()).is_some());
            }
        }
    }

    /// Whatever the tags, words that nothing hides are in the text, in their order.
    #[test]
    fn no_words_are_lost(tags in proptest::collection::vec(proptest::sample::select(TAGS.to_vec()), 1..30)) {
        let words: Vec<String> = (0..tags.len()).map(|n| format!("woord{n}.")).collect();
        let page: String = tags.iter().zip(&words).flat_map(|(tag, word)| [*tag, word.as_str()]).collect();
        let text = import(&format!("<html>{page}")).text;
        for word in &words {
            proptest::prop_assert!(text.contains(word.as_str()), "{} not in {}", word, text);
        }
    }
}

const TAGS: [&str; 26] = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<li>",
    "<b>",
    "</b>",
    "<br>",
    "<h1>",
    "</h1>",
    "<span style='font-weight:bold'>",
    "</span>",
    "<a name=ts_1_2_S1>",
    "</a>",
    "<div class=msocomoff>",
    "<pre>",
    "</pre>",
    "<a class=sdfootnoteanc>",
    "<ins>",
    "<!-- x -->",
];

const PARTS: [&str; 30] = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "I: hoi ",
    "&eacute;",
    "e&#769;",
    "<br>",
    "<b>",
    "</b>",
    "<span hidden>",
    "</span>",
    "<a style='mso-comment-reference:A_1'>",
    "</a>",
    "<a class=msocomanchor href=#_msocom_1>",
    "<div class=msocomtxt id=_com_1>",
    "<a name=ts_5_1_S01>",
    "<script>",
    "</script>",
    "<title>",
    "</title>",
    "<del>",
    "<meta name=generator content=LibreOffice>",
    "<!-- x -->",
];
