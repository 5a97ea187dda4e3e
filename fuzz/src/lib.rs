//! What every fuzz target asks of a reader, whatever the bytes: no panic, and what it returns keeps the promises of
//! [`draad_ingest::Imported`].

use draad_ingest::{Format, Imported, ReadOptions, read};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Reads `bytes` as this format, or as whatever they look like.
pub fn check(name: &str, format: Option<Format>, bytes: &[u8]) {
    let options = ReadOptions { format, ..ReadOptions::default() };
    if let Ok(imported) = read(name, bytes, &options) {
        keeps_its_promises(&imported);
    }
}

/// Reads an archive that holds `bytes` as its entry `entry`, beside the others.
pub fn check_packed(name: &str, entry: &str, bytes: &[u8], others: &[(&str, &str)]) {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    // Packing would hide from the fuzzer what its bytes do.
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let others = others.iter().map(|(name, content)| (*name, content.as_bytes()));
    for (name, content) in others.chain([(entry, bytes)]) {
        writer.start_file(name, stored).expect("the name is plain");
        writer.write_all(content).expect("writing to memory does not fail");
    }
    let archive = writer.finish().expect("writing to memory does not fail").into_inner();
    check(name, None, &archive);
}

fn keeps_its_promises(imported: &Imported) {
    let text = imported.text.as_str();
    assert!(!text.trim().is_empty() && !text.contains('\r'));
    assert_eq!(text, draad_core::source::normalised(text), "the text is stored as it is");
    let mut end = 0;
    for unit in &imported.units {
        let range = unit.span.range();
        assert!(end <= range.start && range.start < range.end, "units are sorted and do not overlap");
        assert!(text.get(range.clone()).is_some_and(|words| !words.trim().is_empty()), "a unit has words");
        end = range.end;
    }
    for span in imported.comments.iter().filter_map(|comment| comment.span) {
        assert!(text.get(span.range()).is_some(), "a comment is about words of the text");
    }
}
