use super::*;
use draad_core::{Event, Score};
use proptest::prelude::*;

fn events(text: &[u8]) -> (Vec<(u32, String)>, Vec<String>) {
    let mut log = Log::default();
    let rows = read::<Event, 6>(&mut log, "events.csv", text.to_vec());
    let rows = rows.into_iter().map(|(line, event)| (line, event.note)).collect();
    (rows, log.diagnostics.iter().map(ToString::to_string).collect())
}

#[test]
fn lines_are_those_of_the_file() {
    let (rows, told) = events(b"case,note\r\np01,a\r\n\r\np02,\"b\r\nc\"\r\np03,d");
    assert_eq!(told, [""; 0]);
    assert_eq!(rows, [(2, "a".into()), (4, "b\r\nc".into()), (6, "d".into())]);
}

#[test]
fn an_open_quotation_mark_at_any_row_is_told_once() {
    let (rows, told) = events(b"case,note\np01,a\np02,\"b\np03,\"c, \"\"d\"\"\ne\"\np04,f\n");
    assert_eq!(told, ["events.csv:3: QuotationMarkOpen"]);
    assert_eq!(rows, [(2, "a".into()), (4, "c, \"d\"\ne".into()), (6, "f".into())]);
}

#[test]
fn tabs_and_utf16_from_a_spreadsheet_are_read() {
    let text: Vec<u8> = "\u{feff}case\tnote\np01\té\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (rows, told) = events(&text);
    assert_eq!(rows, [(2, "é".into())]);
    assert_eq!(told, ["events.csv: NotUtf8 { encoding: \"UTF-16LE\" }"]);
}

#[test]
fn a_value_under_no_name_is_a_shifted_row() {
    let (rows, told) = events(b"case,note,,\np01,a,,\np02,b,c,\n");
    assert_eq!(rows.len(), 1);
    assert_eq!(told, ["events.csv:3: WrongNumberOfCells { found: 4, expected: 2 }"]);
}

#[test]
fn a_table_without_a_required_column_has_no_rows() {
    let (rows, told) = events(b"note\na\n");
    assert_eq!((rows.len(), told), (0, vec!["events.csv:1: ColumnMissing { column: \"case\" }".to_owned()]));
    assert_eq!(events(b"").1.len(), 1);
}

#[test]
fn an_unanswered_question_is_not_an_empty_cell() {
    let mut log = Log::default();
    let text = b"case;participant;score;bron\np01;m;3,5;x\np01;m;unknown;\np01;m;;\n";
    let rows = read::<Score, 6>(&mut log, "scores.csv", text.to_vec());
    assert_eq!(rows.iter().map(|(_, row)| row.score).collect::<Vec<_>>(), [Some(3.5), None]);
    assert_eq!(log.diagnostics.len(), 1);
    let written = write(rows.into_iter().map(|(_, row)| row));
    let expected = "case,participant,date,instrument,item,score,bron\np01,m,,,,3.5,x\np01,m,,,,unknown,\n";
    assert_eq!(String::from_utf8(written).unwrap(), expected);
}

/// The records of a text, each with its line.
fn records(text: &str) -> Vec<(u32, Vec<String>)> {
    let (mut scanner, mut record) = (Scanner::new(text), Record::default());
    let mut records = Vec::new();
    while let Some(read) = scanner.next(&mut record) {
        read.unwrap();
        records.push((record.line, record.cells().map(str::to_owned).collect()));
    }
    records
}

#[test]
fn a_cell_and_a_row_of_any_length_are_read() {
    let long = "één \"woord\", en ".repeat(500);
    let text = format!("a,b\n\"{}\",x\n{}\n", long.replace('"', "\"\""), "y,".repeat(100));
    let read = records(&text);
    assert_eq!(read[1], (2, vec![long, "x".to_owned()]));
    assert_eq!((read[2].0, read[2].1.len()), (3, 101));
}

proptest! {
    #[test]
    fn what_the_csv_crate_writes_is_read_with_its_lines(
        rows in proptest::collection::vec(proptest::collection::vec("[a-zé\"', \n]{1,12}", 3), 1..8),
        separator in proptest::sample::select(vec![b',', b';', b'\t']),
    ) {
        let header = vec!["first".to_owned(), "second".to_owned(), "third".to_owned()];
        let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
        let mut expected = Vec::new();
        let mut line = 1;
        for row in std::iter::once(header).chain(rows) {
            writer.write_record(&row).unwrap();
            let n_lines = 1 + row.concat().matches('\n').count() as u32;
            expected.push((line, row));
            line += n_lines;
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        prop_assert_eq!(records(&text), expected);
    }
}
