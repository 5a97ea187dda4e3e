//! Looking for a regular expression in the files of a study, as people do with grep: every file is read for every search.

use rayon::prelude::*;
use regex::Regex;
use std::fs;
use std::path::Path;

/// Reads a pattern.
pub(crate) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the patterns of the benchmark are well formed")
}

/// Returns how often the pattern stands in the texts of a study.
pub(crate) fn count(root: &Path, pattern: &Regex) -> usize {
    let files = fs::read_dir(root.join("sources")).expect("the study has a folder with texts");
    let files: Vec<_> = files.flatten().map(|file| file.path()).collect();
    let in_file = |path: &_| fs::read_to_string(path).map_or(0, |text| pattern.find_iter(&text).count());
    files.par_iter().map(in_file).sum()
}
