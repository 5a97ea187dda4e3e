//! The command from the outside: what a user types, sees and finds in the study folder.

#![allow(missing_docs, reason = "a test binary has no readers of documentation")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod adjudicate;
mod agree;
mod archive;
mod associate;
mod bad_input;
mod calibrate;
mod data;
mod example;
mod exchange;
mod exporting;
mod figures;
mod figures_of_combinations;
mod first_study;
mod formats;
mod gallery;
mod generated;
mod help;
mod importing;
mod literature;
mod manuscript;
mod material;
mod own_tables;
mod pipe;
mod projects;
mod proposals;
mod qca;
mod queries;
mod quotes;
mod r;
mod readme;
mod refused;
mod run;
mod schema;
mod searching;
mod session;
mod sheets;
mod table_balance;
mod table_cases_by_factors;
mod table_co_occurrence;
mod table_contrast;
mod table_joint_display;
mod table_meta_matrix;
mod table_phases;
mod table_robustness;
mod table_sample;
mod table_saturation;
mod table_sequence;
mod table_similarity;
mod table_tensions;
mod table_triangulation;
mod words;

use draad_tests::world::World;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A new world for the command of this repository.
fn world() -> World {
    World::new(env!("CARGO_BIN_EXE_draad-under-test"))
}

/// A file or folder of the repository.
fn repository(relative: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ stands in the repository").join(relative)
}

/// The example study.
fn example() -> PathBuf {
    repository("examples/gedeeld-opvoederschap")
}

/// A raw original of the example study.
fn raw(relative: &str) -> Vec<u8> {
    std::fs::read(example().join("raw").join(relative)).expect("the raw original is there")
}

/// A row of a table, by column.
type Row = BTreeMap<String, String>;

/// The rows of a CSV table.
fn rows(csv: impl AsRef<[u8]>) -> Vec<Row> {
    csv::Reader::from_reader(csv.as_ref()).into_deserialize().map(|row| row.expect("it is CSV")).collect()
}

/// A zip archive with these files in it.
fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .expect("the archive takes a file");
        archive.write_all(bytes).expect("the archive takes its bytes");
    }
    archive.finish().expect("the archive can be closed").into_inner()
}
