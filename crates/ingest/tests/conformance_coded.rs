//! Coded material of real files, made by other people and other tools, against what is known of them.
//!
//! The files lie outside the repository, in `../shared/fixtures` or in the folder that `DRAAD_FIXTURES` names. Where they
//! are absent these tests say so and pass.

#[path = "conformance_coded/refi.rs"]
mod refi;
#[path = "conformance_coded/segments.rs"]
mod segments;

use std::io::Write;
use std::path::PathBuf;

/// Returns the folder `name` of the fixtures, or prints that the test is skipped.
fn fixtures(name: &str) -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/fixtures");
    let folder = std::env::var_os("DRAAD_FIXTURES").map_or(PathBuf::from(beside), PathBuf::from).join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    // Not `eprintln!`, which the test runner hides when a test passes.
    let _ = writeln!(std::io::stderr(), "SKIPPED: no fixtures at {}", folder.display());
    None
}
