use super::*;
use calamine::{Data, Reader, Xlsx};
use draad_analysis::Column;
use draad_analysis::table::{ColumnKind, Value};
use std::io::{Cursor, Read};

fn front() -> Front<'static> {
    let dictionary = Table {
        name: "columns",
        columns: vec![Column::text("table"), Column::text("column")],
        rows: vec![vec![Value::text("sample"), Value::text("quote")]],
    };
    let facts = vec![("study".to_owned(), "=1+1".to_owned())];
    Front { title: "A study".into(), facts, list: Sheet::named("about", Cow::Owned(dictionary)) }
}

fn sample(text: &str) -> Table {
    let columns = {
        use ColumnKind::*;
        [("quote", Text), ("n", Integer), ("share", Number), ("ok", YesNo), ("day", Day), ("time", Time)]
    };
    let row = vec![
        Value::text(text),
        Value::Integer(-3),
        Value::Number(0.25),
        Value::YesNo(true),
        Value::Day(jiff::civil::date(2021, 9, 3)),
        Value::Time(jiff::civil::date(2021, 9, 3).at(14, 5, 0, 0)),
    ];
    let ancient = Value::Day(jiff::civil::date(1812, 1, 1));
    let mut old = vec![Value::Nothing; 6];
    old[4] = ancient;
    let columns = columns.map(|(name, kind)| Column::new(name, kind)).into();
    Table { name: "sample", columns, rows: vec![row, old] }
}

fn sheet(bytes: Vec<u8>, name: &str) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    workbook.worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn cells_have_the_types_of_their_columns() {
    let written = write(&front(), &[Sheet::of(&sample("=cmd()\nsecond line"))]).unwrap();
    assert_eq!(written.cuts, []);
    let rows = sheet(written.bytes.clone(), "sample");
    assert_eq!(rows[0][0], Data::String("quote".into()));
    assert_eq!(rows[1][0], Data::String("=cmd()\nsecond line".into()));
    assert_eq!(
        (&rows[1][1], &rows[1][2], &rows[1][3]),
        (&Data::Float(-3.0), &Data::Float(0.25), &Data::Bool(true))
    );
    // day 44,442 of Excel is 2021-09-03; 14:05 is 845 of 1,440 minutes
    let Data::DateTime(day) = &rows[1][4] else { panic!("{:?}", rows[1][4]) };
    let Data::DateTime(time) = &rows[1][5] else { panic!("{:?}", rows[1][5]) };
    assert_eq!((day.as_f64(), time.as_f64()), (44_442.0, 44_442.0 + 845.0 / 1440.0));
    assert_eq!((&rows[2][0], &rows[2][4]), (&Data::Empty, &Data::String("1812-01-01".into())));
    let about = sheet(written.bytes, "about");
    assert_eq!(about[0][0], Data::String("A study".into()));
    assert_eq!(about[2][1], Data::String("=1+1".into()));
    assert_eq!(about[5], [Data::String("sample".into()), Data::String("quote".into())]);
}

#[test]
fn what_a_cell_cannot_hold_is_cut_and_told() {
    let long = "😀".repeat(16_384); // two units of UTF-16 each: 32,768
    let written = write(&front(), &[Sheet::of(&sample(&long))]).unwrap();
    assert_eq!(
        written.cuts,
        [Cut { sheet: "sample".into(), what: CutPart::Texts { column: "quote".into() }, n: 1 }]
    );
    assert_eq!(sheet(written.bytes, "sample")[1][0], Data::String("😀".repeat(16_383)));
    let full = "é".repeat(cells::MAX_CELL);
    assert_eq!(cells::shortened(&full), (full.as_str(), false));
}

#[test]
fn the_same_tables_give_the_same_bytes() {
    let made = || write(&front(), &[Sheet::of(&sample("a"))]).unwrap();
    assert_eq!(made(), made());
}

#[test]
fn a_link_leads_to_a_row_and_leaves_its_cell_what_it_is() {
    let table = sample("a");
    let mut sheet = Sheet::of(&table);
    sheet.links.insert((0, 1), Target { sheet: "it's".into(), row: Some(4) });
    sheet.links.insert((0, 0), Target { sheet: "it's".into(), row: None });
    sheet.looks.insert((0, 1), Look::Both);
    let written = write(&front(), &[sheet]).unwrap();
    let xml = part(&written.bytes, "xl/worksheets/sheet2.xml");
    let xml = roxmltree::Document::parse(&xml).unwrap();
    let links: Vec<_> = xml
        .descendants()
        .filter(|node| node.has_tag_name((xml.root_element().tag_name().namespace().unwrap(), "hyperlink")))
        .map(|node| (node.attribute("ref").unwrap(), node.attribute("location").unwrap()))
        .collect();
    assert_eq!(links, [("A2", "'it''s'!A1"), ("B2", "'it''s'!A6")]);
    let rows = self::sheet(written.bytes, "sample");
    assert_eq!((&rows[1][0], &rows[1][1]), (&Data::String("a".into()), &Data::Float(-3.0)));
}

#[test]
fn links_beyond_what_a_sheet_can_hold_are_told() {
    let rows = vec![vec![Value::Integer(1)]; 65_532];
    let table = Table { name: "many", columns: vec![Column::integer("n")], rows };
    let mut sheet = Sheet::of(&table);
    for row in 0..table.rows.len() {
        sheet.links.insert((row, 0), Target { sheet: "many".into(), row: Some(row) });
    }
    assert_eq!(cuts(&[sheet.clone()]), [Cut { sheet: "many".into(), what: CutPart::Links, n: 2 }]);
    let written = write(&front(), &[sheet]).unwrap();
    let n_links = part(&written.bytes, "xl/worksheets/sheet2.xml").matches("<hyperlink ").count();
    assert_eq!(n_links, 65_530);
}

/// Returns a part of a workbook as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_workbook_knows_whether_another_program_saved_it() {
    let bytes = write(&front(), &[Sheet::of(&sample("a"))]).unwrap().bytes;
    assert!(is_untouched(&bytes));
    let properties = part(&bytes, "docProps/core.xml");
    let end = properties.rfind("2000-01-01").expect("when it was saved");
    let saved = format!("{}2026-12-03{}", &properties[..end], &properties[end + "2026-12-03".len()..]);
    let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    packed.start_file("docProps/core.xml", zip::write::SimpleFileOptions::default()).unwrap();
    std::io::Write::write_all(&mut packed, saved.as_bytes()).unwrap();
    assert!(!is_untouched(&packed.finish().unwrap().into_inner()));
    assert!(!is_untouched(b"") && !is_untouched(b"PK"));
}
