//! Tables as programs write them: text by hand, workbooks as the least that is a workbook.

use super::*;
use crate::archive::tests::pack;
use crate::imported::Part;
use draad_core::Place;
use proptest::prelude::*;
use std::io::{Cursor, Write};

fn read(bytes: &[u8]) -> Sheet {
    read_sheet("tabel", bytes, None).unwrap()
}

fn cells(sheet: &Sheet) -> Vec<(u32, Vec<&str>)> {
    sheet.rows.iter().map(|row| (row.line, row.cells.iter().map(String::as_str).collect())).collect()
}

fn problem(bytes: &[u8]) -> Problem {
    read_sheet("tabel", bytes, None).unwrap_err().problem
}

/// A workbook of Excel with the XML of its sheets. Style 1 is a day.
pub(crate) fn xlsx(sheets: &[(&str, &str)]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let (mut list, mut links) = (String::new(), String::new());
    let mut files = Vec::new();
    for (n, (name, rows)) in sheets.iter().enumerate() {
        list += &format!("<sheet name=\"{name}\" sheetId=\"{0}\" r:id=\"r{0}\"/>", n + 1);
        let kind = format!("{office}/worksheet");
        links +=
            &format!("<Relationship Id=\"r{0}\" Type=\"{kind}\" Target=\"worksheets/s{0}.xml\"/>", n + 1);
        let xml = format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>");
        files.push((format!("xl/worksheets/s{}.xml", n + 1), xml));
    }
    links += &format!("<Relationship Id=\"rs\" Type=\"{office}/styles\" Target=\"styles.xml\"/>");
    let root = format!(
        "<Relationships xmlns=\"{package}\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" \
         Target=\"xl/workbook.xml\"/></Relationships>"
    );
    files.extend([
        ("_rels/.rels".to_owned(), root),
        ("xl/workbook.xml".to_owned(), format!("<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets>{list}</sheets></workbook>")),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships xmlns=\"{package}\">{links}</Relationships>")),
        ("xl/styles.xml".to_owned(), format!("<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>")),
    ]);
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, xml)| (name.as_str(), xml.as_bytes())).collect();
    pack(&files)
}

/// A workbook of LibreOffice with the XML of one table.
pub(crate) fn ods(table: &str) -> Vec<u8> {
    let ns = "urn:oasis:names:tc:opendocument:xmlns";
    let content = format!(
        "<office:document-content xmlns:office=\"{ns}:office:1.0\" xmlns:table=\"{ns}:table:1.0\" \
         xmlns:text=\"{ns}:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"Blad1\">{table}\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let manifest = format!("<manifest:manifest xmlns:manifest=\"{ns}:manifest:1.0\"></manifest:manifest>");
    pack(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

/// A workbook of Excel 97 with these records in its only sheet.
fn xls(records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let record =
        |kind: u16, data: &[u8]| [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat();
    let bof = |kind: u16| record(0x0809, &[&[0, 6][..], &kind.to_le_bytes(), &[0; 12]].concat());
    let bound = |at: u32| record(0x0085, &[&at.to_le_bytes()[..], &[0, 0, 5, 0], b"Blad1"].concat());
    let globals = |at: u32| [bof(5), bound(at), record(0x000A, &[])].concat();
    let at = globals(0).len() as u32;
    let mut stream = [globals(at), bof(0x10)].concat();
    records.iter().for_each(|(kind, data)| stream.extend(record(*kind, data)));
    stream.extend(record(0x000A, &[]));
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    container.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    container.into_inner().into_inner()
}

fn label(row: u16, column: u16, text: &str) -> (u16, Vec<u8>) {
    let head: Vec<u8> = [row, column, 0, text.len() as u16].into_iter().flat_map(u16::to_le_bytes).collect();
    (0x0204, [&head[..], &[0], text.as_bytes()].concat())
}

fn number(row: u16, column: u16, value: f64) -> (u16, Vec<u8>) {
    let head: Vec<u8> = [row, column, 0].into_iter().flat_map(u16::to_le_bytes).collect();
    (0x0203, [&head[..], &value.to_le_bytes()].concat())
}

#[test]
fn a_workbook_of_excel_gives_days_numbers_and_words() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Dagboek van Anna</t></is></c></row>\
        <row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>datum</t></is></c><c r=\"B3\" t=\"inlineStr\"><is><t>cijfer</t></is></c>\
        <c r=\"C3\" t=\"inlineStr\"><is><t>tekst</t></is></c></row>\
        <row r=\"4\"><c r=\"A4\" s=\"1\"><v>44267</v></c><c r=\"B4\"><v>7.5</v></c>\
        <c r=\"C4\" t=\"inlineStr\"><is><r><t>Moe</t></r><r><t>der &amp; ik</t></r></is></c></row>\
        <row r=\"6\"><c r=\"A6\" s=\"1\"><v>44268</v></c><c r=\"B6\" t=\"e\"><v>#N/A</v></c><c r=\"C6\" t=\"b\"><v>1</v></c></row>";
    let other = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    let bytes = xlsx(&[("Leeg", ""), ("Dagboek", rows), ("Toelichting", other), ("Ook leeg", "")]);
    let sheet = read(&bytes);
    assert_eq!(sheet.header, ["datum", "cijfer", "tekst"]);
    assert_eq!((sheet.header_line, sheet.reading.as_str()), (3, "xlsx; sheet: Dagboek"));
    assert_eq!(
        cells(&sheet),
        [(4, vec!["2021-03-12", "7.5", "Moeder & ik"]), (6, vec!["2021-03-13", "", "yes"])]
    );
    assert_eq!(sheet.report.dropped[&Loss::Sheets].examples, ["Toelichting"]);
    assert_eq!(sheet.report.dropped[&Loss::TitleRows].examples, ["Dagboek van Anna"]);
    assert_eq!(sheet.report.dropped[&Loss::ErrorCells].examples, ["6:cijfer #N/A"]);

    assert_eq!(read_sheet("a.xlsx", &bytes, Some("toelichting")).unwrap().header, ["1"]);
    let unknown = read_sheet("a.xlsx", &bytes, Some("Blad9")).unwrap_err().problem;
    assert!(matches!(unknown, Problem::SheetUnknown { known, .. } if known.contains("Dagboek")));
}

#[test]
fn a_diary_in_a_workbook_is_a_diary() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>datum</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>tekst</t></is></c></row>\
        <row r=\"2\"><c r=\"A2\" s=\"1\"><v>44267</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>Rustige dag.</t></is></c></row>";
    let bytes = xlsx(&[("Blad1", rows)]);
    assert_eq!(crate::recognise("dagboek.bin", &bytes), Format::Workbook);
    let imported = crate::read("dagboek.xlsx", &bytes, &ReadOptions::default()).unwrap();
    assert_eq!(imported.text, "12-03-2021\nRustige dag.");
    assert_eq!(imported.reading, "xlsx; sheet: Blad1; text: tekst; y-m-d");
    assert_eq!(imported.report.kept[&Part::Entries], 1);
}

#[test]
fn a_workbook_of_libreoffice_repeats_what_it_says() {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let table = format!(
        "<table:table-row>{}{}<table:table-cell table:number-columns-repeated=\"16382\"/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"2\">{}<table:table-cell office:value-type=\"date\" office:date-value=\"2021-03-12\"/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
        cell("wie"),
        cell("datum"),
        cell("Anna")
    );
    let sheet = read(&ods(&table));
    assert_eq!(sheet.header, ["wie", "datum"]);
    assert_eq!(cells(&sheet), [(2, vec!["Anna", "2021-03-12"]), (3, vec!["Anna", "2021-03-12"])]);
    assert_eq!(sheet.reading, "ods; sheet: Blad1");
}

#[test]
fn a_workbook_of_old_excel_is_read() {
    let bytes = xls(&[label(0, 0, "casus"), label(0, 1, "cijfer"), label(1, 0, "p01"), number(1, 1, 7.5)]);
    assert_eq!(crate::recognise("oud.xls", &bytes), Format::Workbook);
    let sheet = read(&bytes);
    assert_eq!(sheet.header, ["casus", "cijfer"]);
    assert_eq!(cells(&sheet), [(2, vec!["p01", "7.5"])]);
}

#[test]
fn workbooks_that_claim_billions_of_cells_are_refused() {
    let far = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>\
        <row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    assert_eq!(read(&xlsx(&[("Blad1", far)])).header_line, 1_048_576);
    let wide: String =
        (1..=400).map(|n| format!("<row r=\"{n}\"><c r=\"XFD{n}\"><v>1</v></c></row>")).collect();
    assert!(matches!(problem(&xlsx(&[("Blad1", &wide)])), Problem::SheetTooLarge { .. }));

    let value = "<table:table-cell office:value-type=\"float\" office:value=\"1\"";
    let table = format!(
        "<table:table-row table:number-rows-repeated=\"1000000\">{value} table:number-columns-repeated=\"16384\"/></table:table-row>"
    );
    assert!(matches!(problem(&ods(&table)), Problem::SheetTooLarge { .. }));
    let blanks = "<table:table-row><table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"4000000000\"/></text:p>\
        </table:table-cell></table:table-row>";
    assert!(matches!(problem(&ods(blanks)), Problem::SheetTooLarge { .. }));

    assert!(matches!(
        problem(&xls(&[number(0, 0, 1.0), number(65_535, 65_535, 1.0)])),
        Problem::SheetTooLarge { .. }
    ));
    let claim = [0_u32, u32::MAX].into_iter().flat_map(u32::to_le_bytes).chain([0, 0, 0xFF, 0xFF, 0, 0]);
    assert!(matches!(problem(&xls(&[(0x0200, claim.collect())])), Problem::SheetTooLarge { .. }));
}

#[test]
fn claims_that_make_a_reader_make_room_are_refused() {
    // Rows 0 to 4 billion of one column, which its reader takes as all columns up to it.
    let claim = [0_u32, u32::MAX].into_iter().flat_map(u32::to_le_bytes).chain([0, 0x63, 0, 0x63, 0, 0]);
    assert!(matches!(problem(&xls(&[(0x0200, claim.collect())])), Problem::SheetTooLarge { .. }));

    let shared = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" uniqueCount = '4000000000'/>";
    let list = [("xl/workbook.xml", &b"<workbook/>"[..]), ("xl/sharedStrings.xml", shared.as_bytes())];
    assert!(matches!(problem(&pack(&list)), Problem::SheetTooLarge { .. }));

    let long = format!(
        "<table:table-row table:number-rows-repeated=\"1000\"><table:table-cell office:value-type=\"string\" \
         table:number-columns-repeated=\"1000\"><text:p>{}<text:s text:c=\"1000\"/></text:p></table:table-cell></table:table-row>",
        "a".repeat(1000)
    );
    assert!(matches!(problem(&ods(&long)), Problem::SheetTooLarge { .. }));
}

#[test]
fn a_long_text_in_every_cell_of_old_excel_is_refused() {
    let record =
        |kind: u16, data: &[u8]| [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat();
    let texts = [&[0; 8][..], &[0x40, 0x1F, 0], &[b'a'; 8000]].concat();
    let sheet = |at: u32| record(0x0085, &[&at.to_le_bytes()[..], &[0, 0, 1, 0, b'a']].concat());
    let globals = |at: u32| [sheet(at), record(0x00FC, &texts), record(0x000A, &[])].concat();
    let mut stream = globals(globals(0).len() as u32);
    for row in 0..30_000_u16 {
        stream.extend(record(0x00FD, &[&row.to_le_bytes()[..], &[0; 8]].concat()));
    }
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    container.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    assert!(matches!(problem(&container.into_inner().into_inner()), Problem::SheetTooLarge { .. }));
}

#[test]
fn sheets_of_old_excel_that_share_their_cells_are_refused() {
    let record =
        |kind: u16, data: &[u8]| [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat();
    let sheet = |name: u8| record(0x0085, &[&[100, 0, 0, 0][..], &[0, 0, 1, 0, name]].concat());
    let mut stream = [sheet(b'a'), sheet(b'b'), record(0x000A, &[])].concat();
    stream.resize(100, 0);
    stream.extend(
        [record(0x0809, &[0; 16]), record(0x0203, &[0; 14]), record(0x0203, &[0; 200]), record(0x000A, &[])]
            .concat(),
    );
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    container.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    let refused = problem(&container.into_inner().into_inner());
    assert_eq!(refused, Problem::WorkbookInvalid { reason: "sheets overlap".to_owned() });
}

#[test]
fn what_is_no_workbook_or_has_a_password_is_said() {
    let mut container = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    container.create_stream("/EncryptedPackage").unwrap().write_all(b"x").unwrap();
    let locked = container.into_inner().into_inner();
    assert_eq!(problem(&locked), Problem::WorkbookProtected);
    let manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    let files = [("mimetype", &kind[..]), ("META-INF/manifest.xml", manifest), ("content.xml", b"\xFF\xFE")];
    assert_eq!(problem(&pack(&files)), Problem::WorkbookProtected);
    let refused = crate::read("dagboek.xlsx", &locked, &ReadOptions::default()).unwrap_err().problem;
    assert_eq!(refused, Problem::WorkbookProtected);
    assert!(matches!(problem(&pack(&[("word/document.xml", b"<x/>")])), Problem::FormatUnknown { .. }));
    let torn = &xlsx(&[("Blad1", "<row r=\"1\"><c r=\"?\"><v>1</v></c></row>")]);
    assert!(matches!(problem(torn), Problem::WorkbookInvalid { .. }), "{:?}", problem(torn));
    assert_eq!(problem(b"\r\n ; ;\r\n"), Problem::FileEmpty);
}

#[test]
fn text_is_cut_at_its_own_separator() {
    let sheet = read(
        "sep=;\r\n\u{feff}casus;cijfer;\r\np01;3,5;\r\n\r\np02;#N/B;\"een\r\ntwee\";over\r\n".as_bytes(),
    );
    assert_eq!(sheet.header, ["casus", "cijfer"]);
    assert_eq!(sheet.width, 3);
    assert_eq!(cells(&sheet), [(3, vec!["p01", "3,5"]), (5, vec!["p02", "", "een\r\ntwee", "over"])]);
    assert_eq!(sheet.reading, "table; semicolon");
}

#[test]
fn an_open_quotation_mark_stays_on_its_line() {
    let sheet = read(b"casus,tekst\np01,\"open\np02,dicht\np03,\"nog\neen\"\n");
    assert_eq!(
        cells(&sheet),
        [(2, vec!["p01", "\"open"]), (3, vec!["p02", "dicht"]), (4, vec!["p03", "nog\neen"])]
    );
    assert_eq!(sheet.diagnostics[0].problem, Problem::QuotationMarkOpen);
    assert_eq!(sheet.diagnostics[0].place, Place::line("tabel", 2));
}

/// The letters and digits of a text: quotation marks may go, and with them what kept words apart.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #[test]
    fn no_text_panics_and_no_letter_is_lost(text in "(\\PC|[;,\t\"\r\n\"é👋\u{301}\u{5d0}]){0,120}") {
        if let Ok(sheet) = read_sheet("x.csv", text.as_bytes(), None) {
            let held = sheet.header.iter().chain(sheet.rows.iter().flat_map(|row| &row.cells));
            let held: String = held.map(String::as_str).collect();
            let dropped = sheet.report.dropped.values().flat_map(|tally| &tally.examples).count();
            if dropped == 0 && !text.starts_with("sep=") {
                prop_assert_eq!(letters(&held), letters(&text));
            }
            prop_assert!(sheet.rows.windows(2).all(|pair| pair[0].line < pair[1].line));
        }
    }

    #[test]
    fn no_torn_workbook_panics(at in 0usize..4000, with in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = xls(&[label(0, 0, "casus"), number(1, 0, 7.5)]);
        let at = at % bytes.len();
        if cut { bytes.truncate(at) } else { bytes[at] = with }
        let _ = read_sheet("x.xls", &bytes, None);
    }
}
