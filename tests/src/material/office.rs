//! Documents and workbooks: XML, packed as their programs pack it.

use super::Turn;
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

fn pack(files: &[(&str, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("memory takes all that is written");
        writer.write_all(content.as_bytes()).expect("memory takes all that is written");
    }
    writer.finish().expect("memory takes all that is written").into_inner()
}

/// A document as Word writes it: marks of every editing round, a run for every few words, a comment now and then, and a
/// table in the middle.
pub(super) fn docx(turns: &[Turn]) -> Vec<u8> {
    let mut comments = Vec::new();
    let mut body = String::new();
    for (n, turn) in turns.iter().enumerate() {
        let is_commented = n % 40 == 7;
        let (start, end) = if is_commented { commented(comments.len()) } else { Default::default() };
        let runs = run(&format!("{}: ", turn.speaker), "<w:b/>") + &start + &runs(&turn.words) + &end;
        body += &paragraph("Interview", &runs);
        if is_commented {
            comments.push(comment(comments.len(), "Hier wringt iets"));
        }
        if n == turns.len() / 2 {
            body += &table(&["Wat is afgesproken", "Wanneer", "Elke zaterdag bellen", "vanaf mei"]);
        }
    }
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let part = |name: &str, content: &str| format!("{XML}<w:{name} xmlns:w=\"{main}\">{content}</w:{name}>");
    let size = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>";
    pack(&[
        (
            "[Content_Types].xml",
            format!("{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ),
        ("word/document.xml", part("document", &format!("<w:body>{body}{size}</w:body>"))),
        ("word/styles.xml", part("styles", &styles())),
        ("word/comments.xml", part("comments", &comments.concat())),
    ])
}

fn paragraph(style: &str, runs: &str) -> String {
    format!(
        "<w:p w:rsidR=\"00A77B3E\" w:rsidRDefault=\"00A77B3E\" w:rsidP=\"00C12F9A\"><w:pPr>\
         <w:pStyle w:val=\"{style}\"/><w:spacing w:after=\"120\"/><w:rPr><w:lang w:val=\"nl-NL\"/></w:rPr></w:pPr>\
         {runs}</w:p>"
    )
}

fn run(text: &str, look: &str) -> String {
    format!(
        "<w:r w:rsidRPr=\"00C12F9A\"><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\"/>{look}\
         <w:lang w:val=\"nl-NL\"/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>"
    )
}

/// Cuts words into runs, also within a word, as Word does where somebody has typed later.
fn runs(words: &str) -> String {
    let letters: Vec<char> = words.chars().collect();
    let runs: Vec<String> =
        letters.chunks(61).map(|part| run(&part.iter().collect::<String>(), "")).collect();
    runs.join("<w:proofErr w:type=\"spellStart\"/>")
}

fn commented(id: usize) -> (String, String) {
    let start = format!("<w:commentRangeStart w:id=\"{id}\"/>");
    let end = format!("<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>");
    (start, end)
}

fn comment(id: usize, text: &str) -> String {
    let content = paragraph("Interview", &run(text, ""));
    format!(
        "<w:comment w:id=\"{id}\" w:author=\"Anna\" w:date=\"2021-05-03T10:00:00Z\" w:initials=\"A\">{content}</w:comment>"
    )
}

/// A table of two columns.
fn table(cells: &[&str]) -> String {
    let cell = |text: &&str| format!("<w:tc>{}</w:tc>", paragraph("Interview", &run(text, "")));
    let row = |cells: &[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", cells.chunks(2).map(row).collect::<String>())
}

/// As many styles as a real document brings along.
fn styles() -> String {
    let style = |n: usize| {
        format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"Stijl{n}\"><w:name w:val=\"Stijl {n}\"/><w:basedOn w:val=\"Standaard\"/>\
             <w:pPr><w:spacing w:before=\"{n}\"/></w:pPr><w:rPr><w:sz w:val=\"22\"/></w:rPr></w:style>"
        )
    };
    let own = "<w:style w:type=\"paragraph\" w:styleId=\"Interview\"><w:name w:val=\"Interview\"/></w:style>";
    own.to_owned() + &(0..120).map(style).collect::<String>()
}

/// A document as LibreOffice writes it.
pub(super) fn odt(turns: &[Turn]) -> Vec<u8> {
    let ns = "urn:oasis:names:tc:opendocument:xmlns";
    let paragraphs: String = turns
        .iter()
        .map(|turn| {
            let (speaker, words) = (turn.speaker, &turn.words);
            format!("<text:p text:style-name=\"P1\"><text:span text:style-name=\"T1\">{speaker}: </text:span>{words}</text:p>")
        })
        .collect();
    let content = format!(
        "{XML}<office:document-content xmlns:office=\"{ns}:office:1.0\" xmlns:text=\"{ns}:text:1.0\"><office:body>\
         <office:text>{paragraphs}</office:text></office:body></office:document-content>"
    );
    pack(&[("mimetype", "application/vnd.oasis.opendocument.text".to_owned()), ("content.xml", content)])
}

/// A diary as Excel writes it: every text stands once in a list of its own.
pub(super) fn xlsx(turns: &[Turn]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let mut texts: Vec<&str> = vec!["datum", "wie", "tekst"];
    let mut rows = row(1, &[0, 1, 2].map(shared));
    for (n, turn) in turns.iter().enumerate() {
        let day = format!("s=\"1\"><v>{}</v>", 36_000 + n);
        rows += &row(n + 2, &[day, shared(texts.len()), shared(texts.len() + 1)]);
        texts.extend([turn.speaker, &turn.words]);
    }
    let strings: String = texts.iter().map(|text| format!("<si><t>{text}</t></si>")).collect();
    let link = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{office}/{kind}\" Target=\"{target}\"/>")
    };
    let links = |links: String| format!("{XML}<Relationships xmlns=\"{package}\">{links}</Relationships>");
    let sheets = "<sheets><sheet name=\"Dagboek\" sheetId=\"1\" r:id=\"r1\"/></sheets>";
    let looks = "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>";
    pack(&[
        ("_rels/.rels", links(link("r1", "officeDocument", "xl/workbook.xml"))),
        (
            "xl/_rels/workbook.xml.rels",
            links(
                link("r1", "worksheet", "worksheets/sheet1.xml")
                    + &link("r2", "sharedStrings", "sharedStrings.xml")
                    + &link("r3", "styles", "styles.xml"),
            ),
        ),
        (
            "xl/workbook.xml",
            format!("{XML}<workbook xmlns=\"{main}\" xmlns:r=\"{office}\">{sheets}</workbook>"),
        ),
        ("xl/sharedStrings.xml", format!("{XML}<sst xmlns=\"{main}\">{strings}</sst>")),
        ("xl/styles.xml", format!("{XML}<styleSheet xmlns=\"{main}\">{looks}</styleSheet>")),
        (
            "xl/worksheets/sheet1.xml",
            format!("{XML}<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ])
}

/// The rest of a cell whose text stands in the list.
fn shared(idx: usize) -> String {
    format!("t=\"s\"><v>{idx}</v>")
}

fn row(number: usize, cells: &[String; 3]) -> String {
    let cells = ["A", "B", "C"]
        .iter()
        .zip(cells)
        .map(|(column, cell)| format!("<c r=\"{column}{number}\" {cell}</c>"));
    format!("<row r=\"{number}\">{}</row>", cells.collect::<String>())
}
