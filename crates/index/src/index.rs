//! Making and opening an index.

use crate::cache::Cache;
use crate::document::DocumentMaker;
use crate::schema::{Fields, schema};
use crate::{analyser, failed};
use draad_core::Study;
use draad_core::diagnostic::Outcome;
use std::path::Path;
use tantivy::indexer::NoMergePolicy;
use tantivy::{Index, IndexReader, ReloadPolicy, TantivyDocument};

/// Memory for collecting terms before they are written, per thread, in bytes.
const MEMORY_PER_THREAD: usize = 48 << 20;
/// Below so many bytes of text a second thread costs more than it brings.
const SMALL_STUDY: usize = 2 << 20;
/// More threads than this make more segments than they save time.
const MAX_THREADS: usize = 4;

/// An index over the units of one study.
pub struct SearchIndex {
    pub(crate) reader: IndexReader,
    pub(crate) fields: Fields,
    provenance: Provenance,
}

/// Where an index came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// From the cache, which was up to date.
    Reused,
    /// Made new, and put in the cache: there was none, or it was out of date, of another version or damaged.
    Rebuilt,
    /// Made new for this process only, because the cache is in use by another process or cannot be written.
    InMemory,
}

impl SearchIndex {
    /// Returns the index of `study` from the cache in `cache_dir`, or makes it. `fingerprint` must differ whenever
    /// anything in the study differs; one line of text.
    ///
    /// A cache that cannot be read or written costs time, never the search: the index is then made in memory.
    ///
    /// # Errors
    /// [`Problem::IndexFailed`](draad_core::Problem::IndexFailed) when it cannot be made in memory either.
    pub fn open_or_build(cache_dir: &Path, study: &Study, fingerprint: &str) -> Outcome<Self> {
        let cache = Cache::new(cache_dir, fingerprint);
        // another process may replace the files between opening the index and reading its parts
        let opened = cache.open().map_err(failed).and_then(|index| Self::new(index, Provenance::Reused));
        if let Ok(found) = opened {
            return Ok(found);
        }
        let rebuilt = match cache.rebuild(|dir| fill(empty_in(dir)?, study)) {
            Ok(Some(index)) => Self::new(index, Provenance::Rebuilt).ok(),
            Ok(None) | Err(_) => None,
        };
        rebuilt.map_or_else(|| Self::build_in_memory(study), Ok)
    }

    /// Makes the index of `study` without any file.
    ///
    /// # Errors
    /// [`Problem::IndexFailed`](draad_core::Problem::IndexFailed) when memory or threads run out.
    pub fn build_in_memory(study: &Study) -> Outcome<Self> {
        let builder = Index::builder().schema(schema().0).tokenizers(analyser::analysers());
        let index = builder.create_in_ram().and_then(|empty| fill(empty, study)).map_err(failed)?;
        Self::new(index, Provenance::InMemory)
    }

    fn new(index: Index, provenance: Provenance) -> Outcome<Self> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into().map_err(failed)?;
        let (_, fields) = schema();
        Ok(Self { reader, fields, provenance })
    }

    /// Returns where this index came from.
    pub fn provenance(&self) -> Provenance {
        self.provenance
    }

    /// Returns how words are reduced to stems, to be named beside results.
    pub fn algorithm() -> &'static str {
        analyser::ALGORITHM
    }
}

fn empty_in(dir: &Path) -> tantivy::Result<Index> {
    Index::builder().schema(schema().0).tokenizers(analyser::analysers()).create_in_dir(dir)
}

/// Adds all units of the study and commits.
fn fill(index: Index, study: &Study) -> tantivy::Result<Index> {
    let n_threads = n_threads(study);
    let mut writer =
        index.writer_with_num_threads::<TantivyDocument>(n_threads, n_threads * MEMORY_PER_THREAD)?;
    writer.set_merge_policy(Box::new(NoMergePolicy));
    let maker = DocumentMaker::new(study, schema().1);
    for source_idx in 0..study.sources.len() as u32 {
        for document in maker.documents(source_idx) {
            writer.add_document(document)?;
        }
    }
    writer.commit()?;
    Ok(index)
}

fn n_threads(study: &Study) -> usize {
    let n_bytes: usize = study.sources.values().map(|source| source.text.as_str().len()).sum();
    if n_bytes < SMALL_STUDY {
        return 1;
    }
    let n_cores = std::thread::available_parallelism().map_or(1, usize::from);
    n_cores.min(MAX_THREADS)
}
