//! What every fuzz target asks of a reader, whatever the bytes: no panic, and what it returns keeps the promises of
//! [`draad_ingest::Imported`], [`draad_ingest::Sheet`] or [`draad_ingest::Survey`].

mod database;
mod pack;
mod promises;

pub use database::check_database;
pub use pack::{packed, pdf_of_page, xls_of_records, xlsx_of_sheet};

use draad_ingest::coded::{CodedOptions, read_project};
use draad_ingest::{Format, ReadOptions, read, read_merged, read_sheet, read_survey};

/// Reads `bytes` as this format, or as whatever they look like.
pub fn check(name: &str, format: Option<Format>, bytes: &[u8]) {
    let options = ReadOptions { format, ..ReadOptions::default() };
    if let Ok(imported) = read(name, bytes, &options) {
        promises::of_imported(&imported);
    }
}

/// Reads an archive that holds `bytes` as its entry `entry`, beside the others.
pub fn check_packed(name: &str, entry: &str, bytes: &[u8], others: &[(&str, &str)]) {
    let others = others.iter().map(|(name, content)| (*name, content.as_bytes()));
    let files: Vec<(&str, &[u8])> = others.chain([(entry, bytes)]).collect();
    check(name, None, &packed(&files));
}

/// Reads `bytes` as a table, as a survey and as a diary.
pub fn check_sheet(name: &str, bytes: &[u8]) {
    if let Ok(sheet) = read_sheet(name, bytes, None) {
        promises::of_sheet(&sheet);
        check(name, None, bytes);
        check_survey(name, bytes);
    }
}

/// Reads `bytes` as a survey and makes its texts, with the uses that are proposed.
pub fn check_survey(name: &str, bytes: &[u8]) {
    if let Ok(survey) = read_survey(name, bytes, None) {
        promises::of_survey(survey);
    }
}

/// Reads `bytes` as coded material of another program.
pub fn check_coded(name: &str, bytes: &[u8]) {
    if let Ok(project) = read_project(name, bytes, &CodedOptions::default()) {
        promises::of_project(&project);
    }
}

/// Reads what stands after a zero byte as a table of coded segments, with the lines before it as the names of a codebook;
/// without a zero byte all is the table. Whatever columns it has, the first three may be words, code and document.
pub fn check_segments(bytes: &[u8]) {
    let middle = bytes.iter().position(|&byte| byte == 0);
    let (names, table) = middle.map_or((&[][..], bytes), |middle| (&bytes[..middle], &bytes[middle + 1..]));
    let codebook = String::from_utf8_lossy(names).lines().map(str::to_owned).collect();
    let mut options = CodedOptions { codebook, ..CodedOptions::default() };
    let read = |options: &CodedOptions| {
        if let Ok(project) = read_project("a.csv", table, options) {
            promises::of_project(&project);
        }
    };
    read(&options);
    let header = read_sheet("a.csv", table, None).map(|sheet| sheet.header).unwrap_or_default();
    let what = ["text", "code", "document"].map(str::to_owned);
    options.columns = what.into_iter().zip(header).collect();
    read(&options);
}

/// Reads what stands before and after a zero byte, or else two halves, as exports of one chat, and merges them.
///
/// In the second export everybody has another name, and people of the same initial are the same.
pub fn check_merged(bytes: &[u8]) {
    let middle = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len() / 2);
    let (first, second) = bytes.split_at(middle);
    let second = second.strip_prefix(&[0]).unwrap_or(second);
    let person_of =
        |file: &str, label: &str| label.chars().next().filter(|_| file == "b.txt").map(String::from);
    let options = ReadOptions { format: Some(Format::WhatsAppText), ..ReadOptions::default() };
    if let Ok(imported) = read_merged(&[("a.txt", first), ("b.txt", second)], &options, person_of) {
        promises::of_imported(&imported);
        assert_eq!(imported.report.exports.len(), 2, "both exports are counted");
    }
}
