//! Files as researchers have them, small, of every format that is read; the people in them are invented.

use crate::{repository, zipped};
use std::io::Write;

const F4: &str = "\
I: Hoe ging het toen? #00:12:31-0#
M: We belden elke zondag, met de rugzak al klaar. #00:12:40-7#
I: En nu? #00:12:43-0#
M: Nu bellen we minder. #00:13:02-5#
";
const OTTER: &str = "\
Samira  0:03
Ik heb de rugzak klaargezet.

Jolanda  0:11
Dat zag ik, dank je.

Samira  1:02:05
De rugzak staat op de gang.

Jolanda  1:02:09
Goed zo.

Transcribed by https://otter.ai
";
const TEAMS: &str = "\
WEBVTT

0:0:1.0 --> 0:0:4.5
<v Daan>We hadden een sleutel.</v>

0:0:4.5 --> 0:0:6.0
<v Daan>Voor ons allebei.</v>

0:12:40.250 --> 0:12:44.0
<v Piet>De sleutel ligt bij de buren.</v>
";
const FILM: &str = "\
1
00:00:01,000 --> 00:00:03,000
We gaan naar binnen.

2
00:01:03,500 --> 00:01:05,000
Kijk, de sleutel.
";
const WHISPER: &str = r#"{"text": " Hallo daar. Ja, de sleutel hangt er nog.", "language": "nl", "segments": [
    {"id": 0, "start": 0.0, "end": 2.5, "text": " Hallo daar."},
    {"id": 1, "start": 62.5, "end": 65.2, "text": " Ja, de sleutel hangt er nog."}
]}"#;
const WHATSAPP: &str = "\
12-09-2019 17:58 - Berichten en oproepen zijn end-to-end versleuteld.
12-09-2019 17:58 - Piet: Heb jij de sleutel?
27-09-2019 18:02 - Daan: Nee, jij
toch?
27-09-2019 18:03 - Piet: <Media weggelaten>
";
const TELEGRAM: &str = r#"{"name": "Gezin", "type": "private_group", "id": 7, "messages": [
    {"id": 1, "type": "message", "date": "2021-03-12T14:01:09", "from": "Piet", "from_id": "user1", "text": "Sleutel gevonden"},
    {"id": 2, "type": "message", "date": "2021-03-12T14:02:09", "from": "Daan", "from_id": "user2", "text": ["Mooi ", {"type": "bold", "text": "zo"}]}
]}"#;
const SIGNAL: &str = "\
[2026-03-02, 14:01] Me: Hoe is het?  

[2026-03-02, 14:02] Daan: Goed,  

[2026-03-02, 14:03] Me: De sleutel ligt klaar  
";
const SURVEY: &str = "\
respondent;casus;datum;e-mail;vertrouwen;Wat hielp?
p01-moeder;p01;12-03-2021;m@example.org;7;Dat ze elke week even belde en luisterde.
p02-vader;p02;13-03-2021;v@example.org;;Niets. Echt helemaal niets heeft geholpen.
";

/// Files of every format for two cases, each with its path in the folder.
pub(crate) fn everything() -> Vec<(&'static str, Vec<u8>)> {
    let windows = "Eén keer gebeld naar het café. Moeder zei “ja”.\r\n\r\nDaarna niet meer.\r\n";
    let diary: &[&[&str]] = &[
        &["datum", "wie", "tekst"],
        &["12-03-2021", "Daan", "De sleutel was weg."],
        &["13-03-2021", "Daan", "Hij lag in de la."],
    ];
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        ("meting.csv", text(SURVEY)),
        ("p01/dossier.pdf", fixture("pdf/dossier-reportlab.pdf")),
        ("p01/gesprek otter.txt", text(OTTER)),
        ("p01/interview f4.txt", text(F4)),
        ("p01/overleg opendocument.odt", fixture("gesprek.odt")),
        ("p01/overleg pagina.html", fixture("gesprek.html")),
        ("p01/overleg rtf.rtf", fixture("gesprek.rtf")),
        ("p01/overleg word.docx", fixture("gesprek.docx")),
        ("p01/telefoon utf16.txt", utf16("Notitie: José belde terug 😀.\r\n")),
        ("p01/telefoon windows.txt", windows_1252(windows)),
        ("p02/WhatsApp-chat.txt", text(WHATSAPP)),
        ("p02/chat.md", text(SIGNAL)),
        ("p02/dagboek.xlsx", xlsx(diary)),
        ("p02/film.srt", text(FILM)),
        ("p02/interview teams.vtt", text(TEAMS)),
        ("p02/interview whisper.json", text(WHISPER)),
        ("p02/result.json", text(TELEGRAM)),
        (
            "tabellen/casussen.csv",
            text("casus;naam;constructiviteit\np01;Noor;constructief\np02;Daan;onbekend\n"),
        ),
        (
            "tabellen/contacten.csv",
            text("casus;datum;soort;status;wie\np01;12-03-2021;bezoek;gepland;p01-moeder\n"),
        ),
        (
            "tabellen/deelnemers.csv",
            text(
                "deelnemer;rol;casussen;labels;naam\np01-moeder;ouder;p01;M;Samira\np02-vader;ouder;p02;Daan;Daan\n",
            ),
        ),
        (
            "tabellen/scores.csv",
            text(
                "casus;deelnemer;datum;vragenlijst;item;score\np01;p01-moeder;12-03-2021;BST;totaal;12\np02;p02-vader;12-03-2021;BST;totaal;onbekend\n",
            ),
        ),
    ]
}

/// A file that the tests of the readers have too.
pub(crate) fn fixture(relative: &str) -> Vec<u8> {
    std::fs::read(repository("crates/ingest/tests/fixtures").join(relative)).expect("the fixture is there")
}

fn utf16(text: &str) -> Vec<u8> {
    [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        '“' => 0x93,
        '”' => 0x94,
        c => u8::try_from(c).expect("the letter stands in Latin-1"),
    };
    text.chars().map(byte).collect()
}

/// A Word document with this body.
pub(crate) fn docx(body: &str) -> Vec<u8> {
    let w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    zipped(&[(
        "word/document.xml",
        format!("<w:document {w}><w:body>{body}</w:body></w:document>").as_bytes(),
    )])
}

/// An Excel workbook with these rows on its only sheet.
pub(crate) fn xlsx(rows: &[&[&str]]) -> Vec<u8> {
    let cell = |text: &&str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row = |row: &&[&str]| format!("<row>{}</row>", row.iter().map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    let formats = "http://schemas.openxmlformats.org";
    let main = format!("{formats}/spreadsheetml/2006/main");
    let office = format!("{formats}/officeDocument/2006/relationships");
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{formats}/package/2006/relationships\">\
             <Relationship Id=\"r\" Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    let sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>");
    let workbook = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"blad\" sheetId=\"1\" r:id=\"r\"/></sheets></workbook>"
    );
    zipped(&[
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml").as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml").as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// An OpenDocument workbook with these rows on its only sheet.
pub(crate) fn ods(rows: &[&[&str]]) -> Vec<u8> {
    let cell = |text: &&str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |row: &&[&str]| {
        format!("<table:table-row>{}</table:table-row>", row.iter().map(cell).collect::<String>())
    };
    let rows: String = rows.iter().map(row).collect();
    let ns = "urn:oasis:names:tc:opendocument:xmlns";
    let content = format!(
        "<office:document-content xmlns:office=\"{ns}:office:1.0\" xmlns:table=\"{ns}:table:1.0\" xmlns:text=\"{ns}:text:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"Blad1\">{rows}</table:table></office:spreadsheet></office:body>\
         </office:document-content>"
    );
    let manifest = format!("<manifest:manifest xmlns:manifest=\"{ns}:manifest:1.0\"></manifest:manifest>");
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

/// A container of old Office programs with one stream.
pub(crate) fn container(stream: &str) -> Vec<u8> {
    let mut container =
        cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).expect("a container can be made");
    let mut stream = container.create_stream(format!("/{stream}")).expect("it takes a stream");
    stream.write_all(&[1; 5000]).expect("it takes its bytes");
    drop(stream);
    container.into_inner().into_inner()
}

/// A PDF of one page, all of which is a picture.
pub(crate) fn scan() -> Vec<u8> {
    let draw = "q 595 0 0 842 0 0 cm /P Do Q";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{draw}\nendstream", draw.len()),
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n@\nendstream".to_owned(),
    ];
    let mut pdf = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(pdf.len());
        pdf += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let start = pdf.len();
    pdf += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    pdf += &places.iter().map(|place| format!("{place:010} 00000 n \n")).collect::<String>();
    pdf += &format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    pdf.into_bytes()
}
