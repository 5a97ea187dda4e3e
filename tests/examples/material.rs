//! Writes raw material into a folder, to time `draad import` as a whole: `transcripts` are 200 of 25,000 characters,
//! `documents` 1,000 of 25,000; `cargo run --release -p draad-tests --example material -- transcripts FOLDER`.

use draad_tests::material::write_folder;
use std::path::Path;

const SEED: u64 = 13;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["transcripts", folder] => write_folder(Path::new(folder), "plain transcript", 200, 25_000, SEED),
        ["documents", folder] => write_folder(Path::new(folder), "DOCX", 1_000, 25_000, SEED),
        _ => eprintln!("material (transcripts | documents) FOLDER"),
    }
}
