//! The index of this program: made, opened, brought up to date and asked.

use crate::queries::Question;
use crate::samples::{Samples, timed};
use draad_core::{Filter, SourceId, Study, Text};
use draad_index::{Query, SearchIndex, SearchOptions};
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
    fingerprint: String,
    index: SearchIndex,
    /// How long making the index took.
    pub(crate) built: Duration,
}

impl Engine {
    /// Makes the index of a study in a folder of its own.
    pub(crate) fn new(cache: &Path, study: Study, fingerprint: String) -> Self {
        let (index, built) = timed(|| open(cache, &study, &fingerprint));
        Self { cache: cache.to_owned(), study, fingerprint, index, built }
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
        Samples::take(OPENINGS, || open(&self.cache, &self.study, &self.fingerprint))
    }

    /// Brings an index up to date with a study that has a source more.
    pub(crate) fn adding(&self) -> Samples {
        let (cache, larger) = (self.cache.with_extension("larger"), with_one_more(&self.study));
        let times = (0..ADDITIONS).map(|_| {
            open(&cache, &self.study, &self.fingerprint);
            timed(|| open(&cache, &larger, "a source more")).1
        });
        Samples::of(times.collect())
    }

    /// Returns in how many units the answer stands; nothing where the parser does not know the signs of the query.
    pub(crate) fn find(&self, question: &Question) -> Option<usize> {
        let query = question.is_read.then(|| Query::parse(question.text));
        let query = query?.expect("the questions of the benchmark are well formed");
        let answer = self.index.search(&self.study, &query, &Filter::default(), &SearchOptions::default());
        Some(answer.expect("the index can be read").n_units_found)
    }
}

fn open(cache: &Path, study: &Study, fingerprint: &str) -> SearchIndex {
    SearchIndex::open_or_build(cache, study, fingerprint).expect("the index can be made")
}

/// Returns the study with its first source once more, under another name and without its last line.
fn with_one_more(study: &Study) -> Study {
    let mut larger = study.clone();
    let mut source = study.sources[0].clone();
    source.id = SourceId::new("a-source-more").expect("a valid id");
    let last = source.units.pop().expect("a source has units");
    source.text = Text::new(&source.text.as_str()[..last.span.range().start]);
    larger.sources.insert(source.id.clone(), source);
    larger
}

fn folder_size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let size = |entry: fs::DirEntry| match entry.file_type() {
        Ok(kind) if kind.is_dir() => folder_size(&entry.path()),
        _ => entry.metadata().map_or(0, |file| file.len()),
    };
    entries.map(size).sum()
}
