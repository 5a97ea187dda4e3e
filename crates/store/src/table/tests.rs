use super::*;
use draad_core::{Event, Score};

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
