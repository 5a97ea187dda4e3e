//! The index of this program: made, opened, brought up to date and asked.

use crate::queries::Question;
use crate::samples::{Samples, timed};
use draad_core::{Filter, SourceId, Study, Text};
use draad_index::{Order, Provenance, Query, SearchIndex, SearchOptions, SourceHash};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often the index is opened.
const OPENINGS: usize = 20;
/// How often a source is added.
const ADDITIONS: usize = 5;

pub(crate) struct Engine {
    cache: PathBuf,
    study: Study,
    hashes: Vec<SourceHash>,
    index: SearchIndex,
    /// How long making the index took.
    pub(crate) built: Duration,
}

impl Engine {
    /// Makes the index of a study in a folder of its own.
    pub(crate) fn new(cache: &Path, study: Study, hashes: Vec<SourceHash>) -> Self {
        let (index, built) = timed(|| open(cache, &study, &hashes));
        Self { cache: cache.to_owned(), study, hashes, index, built }
    }

    pub(crate) fn study(&self) -> &Study {
        &self.study
    }

    /// Returns the bytes of the index on disk.
    pub(crate) fn size(&self) -> u64 {
        folder_size(&self.cache)
    }

    /// Opens the index that is there.
    pub(crate) fn opening(&self) -> Samples {
        Samples::take(OPENINGS, || open(&self.cache, &self.study, &self.hashes))
    }

    /// Brings the index up to date with a study that has a source more, another each time.
    pub(crate) fn adding(&self) -> Samples {
        let (mut larger, mut hashes) = (self.study.clone(), self.hashes.clone());
        let times = (0..ADDITIONS).map(|n| {
            add_source(&mut larger, n);
            hashes.push([n as u8; 32]);
            let (index, time) = timed(|| open(&self.cache, &larger, &hashes));
            assert_eq!(index.provenance(), Provenance::Updated { n_sources: 1 });
            time
        });
        Samples::of(times.collect())
    }

    /// Returns in how many units the answer stands.
    pub(crate) fn find(&self, question: &Question) -> usize {
        let query = Query::parse(question.text).expect("the questions of the benchmark are well formed");
        let options = SearchOptions { order: Order::Place, ..SearchOptions::default() };
        let answer = self.index.search(&self.study, &query, &Filter::default(), &options);
        answer.expect("the index can be read").n_units_found
    }
}

fn open(cache: &Path, study: &Study, hashes: &[SourceHash]) -> SearchIndex {
    SearchIndex::open(cache, study, hashes).expect("the index can be made")
}

/// Adds the first source once more, under another name and without its last line.
fn add_source(study: &mut Study, n: usize) {
    let mut source = study.sources[0].clone();
    source.id = SourceId::new(&format!("a-source-more-{n}")).expect("a valid id");
    let last = source.units.pop().expect("a source has units");
    source.text = Text::new(&source.text.as_str()[..last.span.range().start]);
    study.sources.insert(source.id.clone(), source);
}

fn folder_size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let size = |entry: fs::DirEntry| match entry.file_type() {
        Ok(kind) if kind.is_dir() => folder_size(&entry.path()),
        _ => entry.metadata().map_or(0, |file| file.len()),
    };
    entries.map(size).sum()
}
