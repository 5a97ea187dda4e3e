//! Comments in the margin: what they are about, and what they say.

use super::{W, cell, import, p, r};
use crate::Imported;
use crate::imported::{Loss, Part};

fn start(id: u32) -> String {
    format!("<w:commentRangeStart w:id=\"{id}\"/>")
}

fn end(id: u32) -> String {
    format!("<w:commentRangeEnd w:id=\"{id}\"/>{}", reference(id))
}

fn reference(id: u32) -> String {
    format!("<w:r><w:commentReference w:id=\"{id}\"/></w:r>")
}

fn comment(id: u32, text: &str) -> String {
    let inside = format!("<w:p w14:paraId=\"{id}A\"><w:r><w:annotationRef/></w:r>{}</w:p>", r(text));
    format!(
        "<w:comment w:id=\"{id}\" w:author=\"Noor Bakker\" w:initials=\"NB\" w:date=\"2024-03-12T10:15:00Z\">{inside}</w:comment>"
    )
}

fn comments(all: &[String]) -> String {
    format!("<w:comments xmlns:w=\"{W}\" xmlns:w14=\"w14\">{}</w:comments>", all.concat())
}

/// Reads a document with comments 0, 1, … that say `c0`, `c1`, ….
fn with_comments(body: &str, n: u32) -> Imported {
    let all: Vec<String> = (0..n).map(|id| comment(id, &format!("c{id}"))).collect();
    import(body, &[("word/comments.xml", &comments(&all))])
}

/// The words that each comment is about.
fn about(imported: &Imported) -> Vec<Option<&str>> {
    let words = |comment: &crate::Comment| comment.span.map(|span| &imported.text[span.range()]);
    imported.comments.iter().map(words).collect()
}

#[test]
fn a_comment_knows_its_words_author_and_day() {
    let text = comment(4, "hindering: kosten").replace("</w:p>", &format!("</w:p>{}", p(&r("Zie ook p2."))));
    let body = p(&(r("Moeder: het was ") + &start(4) + &r("te ") + &r("duur") + &end(4) + &r(", echt.")));
    let body = body + &p(&r("Moeder: ja."));
    let imported = import(&body, &[("word/comments.xml", &comments(&[text]))]);
    assert_eq!(about(&imported), [Some("te duur")]);
    let comment = &imported.comments[0];
    assert_eq!((comment.author.as_str(), comment.initials.as_str()), ("Noor Bakker", "NB"));
    assert_eq!(comment.date.unwrap().to_string(), "2024-03-12");
    assert_eq!(comment.text, "hindering: kosten\nZie ook p2.");
    assert_eq!(imported.report.read[&Part::Comments], 1);
    assert_eq!(imported.report.kept[&Part::Comments], 1);
}

#[test]
fn ranges_cross_paragraphs_overlap_and_stand_inside_runs() {
    let inside_run = format!("<w:r><w:t>drie </w:t>{}<w:t>vier</w:t></w:r>", start(2));
    let body = [
        p(&(r("een ") + &start(0) + &r("twee "))),
        p(&(inside_run + &r(" vijf ") + &end(0) + &r("zes"))),
        p(&(start(1) + &r("zeven") + &end(2) + &r(" acht") + &end(1))),
    ];
    let imported = with_comments(&body.concat(), 3);
    let expected = [Some("twee\ndrie vier vijf"), Some("zeven acht"), Some("vier vijf zes\nzeven")];
    assert_eq!(about(&imported), expected);
}

#[test]
fn without_a_range_a_comment_is_about_its_paragraph() {
    let body = p(&r("Eerst."))
        + &p(&(r("Geen bereik.") + &reference(0)))
        + &p(&(r("Alleen een eind.") + &end(1)))
        + &p(&(start(2) + &r("Alleen een begin.") + &reference(2)))
        + &p(&(r("Eind voor begin.") + &end(3) + &start(3)));
    let imported = with_comments(&body, 5);
    let expected = [
        Some("Geen bereik."),
        Some("Alleen een eind."),
        Some("Alleen een begin."),
        Some("Eind voor begin."),
        None,
    ];
    assert_eq!(about(&imported), expected);
}

#[test]
fn a_reply_is_about_what_the_first_comment_is_about() {
    let body = p(&(r("Het was ") + &start(0) + &r("moeilijk") + &end(0) + &r(".") + &reference(1)));
    let all = comments(&[comment(0, "Hoezo?"), comment(1, "Zie C2.")]);
    let extended = "<w15:commentsEx xmlns:w15=\"w15\"><w15:commentEx w15:paraId=\"0A\"/>\
        <w15:commentEx w15:paraId=\"1A\" w15:paraIdParent=\"0A\" w15:done=\"1\"/></w15:commentsEx>";
    let parts = [("word/comments.xml", all.as_str()), ("word/commentsExtended.xml", extended)];
    assert_eq!(about(&import(&body, &parts)), [Some("moeilijk"), Some("moeilijk")]);

    let circle = extended.replace("\"0A\"/>", "\"0A\" w15:paraIdParent=\"1A\"/>");
    let parts = [("word/comments.xml", all.as_str()), ("word/commentsExtended.xml", &circle)];
    assert_eq!(import(&body, &parts).comments.len(), 2);
}

#[test]
fn comments_in_tables_and_footnotes_keep_their_place() {
    let marked = |id| p(&(r("Nee, ") + &start(id) + &r("nooit") + &end(id)));
    let row = |first: &str, second: &str| format!("<w:tr>{first}<w:tc>{second}</w:tc></w:tr>");
    let label = format!("<w:tc>{}</w:tc>", p(&(start(1) + &r("Kind") + &end(1))));
    let table = format!(
        "<w:tbl>{}{}{}{}</w:tbl>",
        row(&label, &marked(0)),
        start(2),
        row(&cell("I"), &p(&r("O."))),
        end(2)
    );
    let note = "<w:r><w:footnoteReference w:id=\"7\"/></w:r>";
    let notes = format!(
        "<w:footnotes xmlns:w=\"{W}\"><w:footnote w:id=\"7\">{}</w:footnote></w:footnotes>",
        p(&r("Uit")) + &marked(3)
    );
    let all: Vec<String> = (0..4).map(|id| comment(id, "c")).collect();
    let parts = [("word/comments.xml", comments(&all)), ("word/footnotes.xml", notes)];
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let imported = import(&(table + &p(&(r("Klaar.") + note))), &parts);
    assert_eq!(imported.text, "Kind\tNee, nooit\nI\tO.\nKlaar.[1]\n\n[1] Uit Nee, nooit");
    assert_eq!(about(&imported), [Some("nooit"), Some("Kind"), Some("I\tO."), Some("nooit")]);
    assert_eq!(imported.comments[3].span.unwrap().range().start, imported.text.rfind("nooit").unwrap());
}

#[test]
fn comments_on_deleted_text_are_kept_without_words() {
    let deleted = |text: &str| format!("<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>");
    let body = p(&(r("Ik ben ")
        + &start(0)
        + &deleted("boos")
        + &end(0)
        + &start(1)
        + &deleted("heel ")
        + &r("bang")
        + &end(1)));
    let imported = with_comments(&body, 2);
    assert_eq!(about(&imported), [None, Some("bang")]);
    assert_eq!(imported.comments[0].text, "c0");
}

#[test]
fn an_empty_comment_is_counted_and_left_out() {
    let empty = format!("<w:comment w:id=\"0\">{}</w:comment>", p(""));
    let parts = comments(&[empty, comment(1, "ja")]);
    let imported =
        import(&p(&(start(1) + &r("Goed.") + &end(1) + &reference(0))), &[("word/comments.xml", &parts)]);
    assert_eq!(about(&imported), [Some("Goed.")]);
    assert_eq!((imported.report.read[&Part::Comments], imported.report.dropped[&Loss::Comments].n), (2, 1));
}

#[test]
fn a_comment_at_the_end_of_the_document_ends_with_it() {
    let imported = with_comments(&(start(0) + &p(&r("Alles.")) + &p(&r("En dit.")) + &end(0)), 1);
    assert_eq!(
        (about(&imported), imported.text.as_str()),
        (vec![Some("Alles.\nEn dit.")], "Alles.\nEn dit.")
    );
}
