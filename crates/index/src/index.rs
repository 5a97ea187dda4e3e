//! Opening an index, and bringing it up to date.

use crate::cache::{Cache, Guard, Opened, Unusable};
use crate::columns::Columns;
use crate::forms::Forms;
use crate::manifest::{Manifest, SourceHash};
use crate::schema::{Fields, pack_place, schema};
use crate::segments::Segments;
use crate::words::words;
use crate::{analyser, failed};
use draad_core::Study;
use draad_core::diagnostic::Outcome;
use std::collections::BTreeSet;
use std::path::Path;
use tantivy::index::SegmentId;
use tantivy::indexer::NoMergePolicy;
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument};

/// Memory for collecting terms before they are written, per thread, in bytes.
const MEMORY_PER_THREAD: usize = 48 << 20;
/// The same for large studies: fewer, larger parts.
const LARGE_MEMORY_PER_THREAD: usize = 256 << 20;
/// Below so many bytes of text a second thread costs more than it brings.
const SMALL_STUDY: usize = 1 << 20;
/// Above so many bytes of text a study is large.
const LARGE_STUDY: usize = 50 << 20;
/// More threads than this make more parts than they save time.
const MAX_THREADS: usize = 4;
/// With more parts than this, small ones are joined.
const MAX_PARTS: usize = 12;
/// When more than one in so many documents belongs to nothing any more, the index is made anew.
const STALE_SHARE: usize = 4;

/// An index over the units of one study.
pub struct SearchIndex {
    pub(crate) columns: Columns,
    pub(crate) segments: Segments,
    pub(crate) forms: Forms,
    pub(crate) fields: Fields,
    provenance: Provenance,
}

/// Where an index came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// From the cache, which was up to date.
    Reused,
    /// From the cache, after so many sources that were new or had changed were indexed.
    Updated {
        /// How many.
        n_sources: usize,
    },
    /// Made new, and put in the cache.
    Rebuilt(Unusable),
    /// Made for this process only, because the cache is in use by another process or cannot be written.
    InMemory,
}

impl SearchIndex {
    /// Opens the index of `study` in the cache in `cache_dir`; sources that are new or have changed are indexed first.
    /// `hashes` are those of the sources' texts and units, in the order of the study: the index goes by them alone, so
    /// that nothing else in the study makes it stale.
    ///
    /// A cache that cannot be read or written costs time, never the search: the index is then made in memory.
    ///
    /// # Errors
    /// [`Problem::IndexFailed`](draad_core::Problem::IndexFailed) when it cannot be made in memory either.
    pub fn open(cache_dir: &Path, study: &Study, hashes: &[SourceHash]) -> Outcome<Self> {
        let cache = Cache::new(cache_dir);
        let columns = Columns::new(study);
        match up_to_date(&cache, study, hashes) {
            Some((opened, provenance)) => match Self::new(study, columns, opened, provenance) {
                Ok(found) if found.segments.is_complete() => Ok(found),
                _ => Self::rebuild(cache_dir, study, hashes),
            },
            None => Self::in_memory(study, columns),
        }
    }

    /// Makes the index anew, whatever the cache holds.
    ///
    /// # Errors
    /// [`Problem::IndexFailed`](draad_core::Problem::IndexFailed) when it cannot be made in memory either.
    pub fn rebuild(cache_dir: &Path, study: &Study, hashes: &[SourceHash]) -> Outcome<Self> {
        let cache = Cache::new(cache_dir);
        let columns = Columns::new(study);
        let guard = cache.lock().ok().flatten();
        let rebuilt = guard.and_then(|guard| build(&cache, &guard, study, hashes).ok());
        match rebuilt {
            Some(opened) => Self::new(study, columns, opened, Provenance::Rebuilt(Unusable::Damaged)),
            None => Self::in_memory(study, columns),
        }
    }

    /// Makes the index of `study` without any file.
    ///
    /// # Errors
    /// [`Problem::IndexFailed`](draad_core::Problem::IndexFailed) when memory or threads run out.
    pub fn build_in_memory(study: &Study) -> Outcome<Self> {
        Self::in_memory(study, Columns::new(study))
    }

    fn in_memory(study: &Study, columns: Columns) -> Outcome<Self> {
        let builder = Index::builder().schema(schema().0).tokenizers(analyser::analysers());
        let opened =
            builder.create_in_ram().and_then(|empty| fill(empty, study, &vec![[0; 32]; study.sources.len()]));
        Self::new(study, columns, opened.map_err(failed)?, Provenance::InMemory)
    }

    fn new(study: &Study, columns: Columns, opened: Opened, provenance: Provenance) -> Outcome<Self> {
        let (_, fields) = schema();
        let searcher = reader(&opened.index).map_err(failed)?.searcher();
        let positions = opened.manifest.positions(study);
        let segments = Segments::open(&searcher, fields, &positions, &columns.units).map_err(failed)?;
        Ok(Self { columns, segments, forms: opened.forms, fields, provenance })
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

fn reader(index: &Index) -> tantivy::Result<IndexReader> {
    index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()
}

/// Returns the index on disk as it must be for this study; nothing when another process keeps it, or the disk fails.
fn up_to_date(cache: &Cache, study: &Study, hashes: &[SourceHash]) -> Option<(Opened, Provenance)> {
    if let Ok(opened) = cache.open()
        && opened.manifest.missing(study, hashes).is_empty()
    {
        return Some((opened, Provenance::Reused));
    }
    let guard = cache.lock().ok()??;
    // another process may have done the work meanwhile
    let (opened, why) = match cache.open() {
        Ok(opened) => (Some(opened), None),
        Err(why) => (None, Some(why)),
    };
    let updated = opened.and_then(|opened| update(cache, &guard, opened, study, hashes));
    updated.or_else(|| {
        let why = why.unwrap_or(Unusable::Outgrown);
        build(cache, &guard, study, hashes).ok().map(|opened| (opened, Provenance::Rebuilt(why)))
    })
}

/// Indexes the sources that are new or have changed. Nothing when that fails, or when making all of it anew is better.
fn update(
    cache: &Cache,
    guard: &Guard,
    mut opened: Opened,
    study: &Study,
    hashes: &[SourceHash],
) -> Option<(Opened, Provenance)> {
    let missing = opened.manifest.missing(study, hashes);
    if missing.is_empty() {
        return Some((opened, Provenance::Reused));
    }
    let n_documents = reader(&opened.index).ok()?.searcher().num_docs() as usize;
    let n_units = crate::units::Units::new(study).len();
    let to_come: usize = missing.iter().map(|&source| n_units_of(study, source)).sum();
    let n_stale = (n_documents + to_come).saturating_sub(n_units);
    if to_come * 2 > n_units || n_stale * STALE_SHARE > n_documents + to_come {
        return None;
    }
    cache.change(guard).ok()?;
    opened.manifest.forget_others(study);
    let before = opened.index.searchable_segment_ids().ok()?;
    let mut writer = writer(&opened.index, study, &missing).ok()?;
    add_sources(&mut writer, study, hashes, &missing, &mut opened.manifest).ok()?;
    join_small_parts(&opened.index, &mut writer).ok()?;
    let new_words = new_words(&opened.index, &before, &opened.forms).ok()?;
    opened.forms = opened.forms.with(new_words);
    writer.wait_merging_threads().ok()?;
    cache.changed(guard, &opened.forms, &opened.manifest).ok()?;
    Some((opened, Provenance::Updated { n_sources: missing.len() }))
}

fn n_units_of(study: &Study, source: u32) -> usize {
    crate::stretch::stretches(&study.sources[source as usize]).len()
}

/// Makes the index of the whole study on disk.
fn build(cache: &Cache, guard: &Guard, study: &Study, hashes: &[SourceHash]) -> tantivy::Result<Opened> {
    let dir = cache.begin(guard)?;
    let empty = Index::builder().schema(schema().0).tokenizers(analyser::analysers()).create_in_dir(&dir)?;
    let Opened { forms, manifest, .. } = fill(empty, study, hashes)?;
    cache.finish(guard, &forms, &manifest)?;
    cache.open().map_err(|why| tantivy::TantivyError::SystemError(format!("{why:?}")))
}

/// Adds all units of the study to an empty index.
fn fill(index: Index, study: &Study, hashes: &[SourceHash]) -> tantivy::Result<Opened> {
    let all: Vec<u32> = (0..study.sources.len() as u32).collect();
    let mut manifest = Manifest::default();
    let mut writer = writer(&index, study, &all)?;
    add_sources(&mut writer, study, hashes, &all, &mut manifest)?;
    writer.wait_merging_threads()?;
    let forms = Forms::default().with(new_words(&index, &[], &Forms::default())?);
    Ok(Opened { index, forms, manifest })
}

fn writer(index: &Index, study: &Study, sources: &[u32]) -> tantivy::Result<IndexWriter> {
    let bytes = |source: &u32| study.sources[*source as usize].text.n_bytes() as usize;
    let n_bytes: usize = sources.iter().map(bytes).sum();
    let n_cores = std::thread::available_parallelism().map_or(1, usize::from);
    let n_threads = if n_bytes < SMALL_STUDY { 1 } else { n_cores.min(MAX_THREADS) };
    let memory = if n_bytes < LARGE_STUDY { MEMORY_PER_THREAD } else { LARGE_MEMORY_PER_THREAD };
    let writer = index.writer_with_num_threads(n_threads, n_threads * memory)?;
    writer.set_merge_policy(Box::new(NoMergePolicy));
    Ok(writer)
}

fn add_sources(
    writer: &mut IndexWriter,
    study: &Study,
    hashes: &[SourceHash],
    sources: &[u32],
    manifest: &mut Manifest,
) -> tantivy::Result<()> {
    let (_, fields) = schema();
    for &source in sources {
        let number = manifest.add(study, source, hashes[source as usize]);
        let own = &study.sources[source as usize];
        let mut first_word = 0;
        for (position, span) in crate::stretch::stretches(own).into_iter().enumerate() {
            let text = own.text.get(span).unwrap_or_default();
            let mut document = TantivyDocument::new();
            document.add_u64(fields.place, pack_place(number, position as u32));
            document.add_u64(fields.first_word, first_word);
            document.add_text(fields.words, text);
            first_word += words(text).count() as u64;
            writer.add_document(document)?;
        }
    }
    writer.commit()?;
    Ok(())
}

/// Joins the smaller parts when there are many: each part costs every query a little.
fn join_small_parts(index: &Index, writer: &mut IndexWriter) -> tantivy::Result<()> {
    let mut parts: Vec<(u32, SegmentId)> =
        index.searchable_segment_metas()?.iter().map(|meta| (meta.max_doc(), meta.id())).collect();
    if parts.len() <= MAX_PARTS {
        return Ok(());
    }
    parts.sort_unstable();
    let small: Vec<SegmentId> = parts[..MAX_PARTS / 2 + 1].iter().map(|(_, id)| *id).collect();
    writer.merge(&small).wait()?;
    Ok(())
}

/// Returns the words of the parts that were not there before and that have no form yet.
fn new_words(index: &Index, before: &[SegmentId], forms: &Forms) -> tantivy::Result<BTreeSet<String>> {
    let (_, fields) = schema();
    let mut found = BTreeSet::new();
    for part in reader(index)?.searcher().segment_readers() {
        if before.contains(&part.segment_id()) {
            continue;
        }
        let terms = part.inverted_index(fields.words)?;
        let mut stream = terms.terms().stream()?;
        while stream.advance() {
            let word = std::str::from_utf8(stream.key()).unwrap_or_default();
            if !forms.has(word) {
                found.insert(word.to_owned());
            }
        }
    }
    Ok(found)
}
