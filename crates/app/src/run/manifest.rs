//! `output/manifest.json`: where every output came from.

use super::cannot_write;
use super::made::{File, Refused};
use crate::Project;
use crate::figures::{Album, Earlier};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Language, OutputSettings, OwnTable, Severity};
use draad_store::Outputs;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What it is called.
pub(super) const NAME: &str = "manifest.json";

/// The form of the file; those before 2 are only read to know which files stand there.
const FORM: u32 = 2;

/// Where every output came from. `data-schema/README.md` says it to readers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// The form of the file.
    manifest: u32,
    /// What everything was made from.
    #[serde(flatten)]
    origin: Origin,
    /// Every file, by its path under `output/`.
    pub(super) files: BTreeMap<String, Entry>,
    /// Tables, figures and reports that were not made, to be said again by a run that makes nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) refused: Vec<Refused>,
    /// Files that could not be written; what stands there may be older.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    unwritten: Vec<String>,
}

/// What outputs are made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Origin {
    /// Version of the software.
    version: String,
    /// Language.
    language: Language,
    /// Hash of all data, as captions and tables show it.
    data: String,
    /// Hash per kind of input.
    inputs: BTreeMap<String, String>,
    /// Formats and looks of figures.
    output: OutputSettings,
}

/// Where one output came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    /// The command that makes it by itself.
    made_by: String,
    /// What it rests on: names of parts of the manifest.
    from: Vec<String>,
    /// BLAKE3 hash of its bytes.
    pub(super) hash: String,
    /// Of a picture: hash of the drawing of which it is one, with its resolution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) drawing: Option<String>,
}

/// What every form of the manifest has said of files: a hash, or an entry with one.
#[derive(Deserialize)]
struct AnyForm {
    files: BTreeMap<String, AnyEntry>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum AnyEntry {
    Hash(String),
    Entry { hash: String },
}

impl Origin {
    /// What outputs made now would say of their origin.
    pub(super) fn of(project: &Project) -> Self {
        let loaded = &project.loaded;
        let mut inputs: BTreeMap<String, String> =
            loaded.inputs.iter().map(|(&kind, hash)| (kind.to_owned(), hash.clone())).collect();
        inputs.insert("tables".to_owned(), hash_of_own(project));
        inputs.insert("problems".to_owned(), problems(project));
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            language: project.words.language,
            data: loaded.fingerprint.clone(),
            inputs,
            output: project.study().settings.output.clone(),
        }
    }
}

/// Returns the hash of what decides on the study's own tables beside its data: their definitions, and the saved queries
/// where they use any.
fn hash_of_own(project: &Project) -> String {
    let study = project.study();
    let asks = |table: &OwnTable| !table.queries.is_empty() || !table.sets.is_empty();
    let queries = study.queries.values().filter(|_| study.tables.values().any(asks));
    let defined = (study.tables.values().collect::<Vec<_>>(), queries.collect::<Vec<_>>());
    let text = serde_json::to_string(&defined).expect("tables and queries have plain fields");
    blake3::hash(text.as_bytes()).to_hex()[..16].to_owned()
}

/// Returns how many problems `draad check` finds, which reports say.
fn problems(project: &Project) -> String {
    let [errors, warnings, notes] =
        [Severity::Error, Severity::Warning, Severity::Note].map(|severity| project.count(severity));
    format!("{errors} errors, {warnings} warnings, {notes} notes")
}

impl Manifest {
    /// Says where files came from. One that could not be written is still as `before` says.
    pub(super) fn new(
        origin: Origin,
        files: BTreeMap<String, File>,
        refused: &[Refused],
        failures: &[Diagnostic],
        before: Option<Manifest>,
    ) -> Self {
        let folder = "output/";
        let unwritten: Vec<String> =
            failures.iter().map(|failure| failure.place.file.trim_start_matches(folder).to_owned()).collect();
        let mut entries: BTreeMap<String, Entry> =
            files.into_iter().map(|(name, file)| (name, Entry::of(file))).collect();
        for name in &unwritten {
            match before.as_ref().and_then(|before| before.files.get(name)) {
                Some(old) => entries.insert(name.clone(), old.clone()),
                None => entries.remove(name),
            };
        }
        Self { manifest: FORM, origin, files: entries, refused: refused.to_vec(), unwritten }
    }

    /// Reads the manifest of an earlier run; of one in an older form only which files it made.
    pub(super) fn read(outputs: &Outputs) -> Option<Self> {
        let bytes = std::fs::read(outputs.path(NAME)).ok()?;
        serde_json::from_slice(&bytes).ok().or_else(|| older(&bytes))
    }

    /// Returns whether everything is as a run would make it now.
    pub(super) fn is_current(&self, origin: &Origin, outputs: &Outputs) -> bool {
        let unchanged =
            |(name, entry): (&String, &Entry)| outputs.hash(name).is_some_and(|hash| hash == entry.hash);
        self.manifest == FORM
            && self.origin == *origin
            && self.unwritten.is_empty()
            && self.files.par_iter().all(unchanged)
    }

    /// Returns whether its pictures are those that this version makes.
    pub(super) fn is_of_this_version(&self) -> bool {
        self.manifest == FORM && self.origin.version == env!("CARGO_PKG_VERSION")
    }

    /// Returns the pictures that it names, for whoever needs one of the same drawing.
    pub(super) fn album(&self, outputs: &Outputs) -> Album {
        let pictures = self.files.iter().filter_map(|(name, entry)| {
            let earlier = Earlier { path: outputs.path(name), hash: entry.hash.clone() };
            Some((entry.drawing.clone()?, earlier))
        });
        Album::of_earlier(pictures.collect())
    }

    /// Writes it, where it is not there already.
    pub(super) fn write(&self, outputs: &Outputs) -> Outcome<()> {
        let text =
            serde_json::to_string_pretty(self).map_err(|error| cannot_write(NAME, error.to_string()))? + "\n";
        let hash = blake3::hash(text.as_bytes()).to_hex().to_string();
        if outputs.hash(NAME).as_ref() == Some(&hash) {
            return Ok(());
        }
        outputs.write(NAME, text.as_bytes(), &hash)
    }
}

impl Entry {
    fn of(file: File) -> Self {
        let from = std::iter::once("data").chain(file.also_from).map(str::to_owned).collect();
        Self { made_by: file.made_by, from, hash: file.hash, drawing: file.drawing }
    }
}

fn older(bytes: &[u8]) -> Option<Manifest> {
    let AnyForm { files } = serde_json::from_slice(bytes).ok()?;
    let entry = |(name, entry)| {
        let (AnyEntry::Hash(hash) | AnyEntry::Entry { hash }) = entry;
        (name, Entry { made_by: String::new(), from: Vec::new(), hash, drawing: None })
    };
    let origin = Origin {
        version: String::new(),
        language: Language::default(),
        data: String::new(),
        inputs: BTreeMap::new(),
        output: OutputSettings::default(),
    };
    let files = files.into_iter().map(entry).collect();
    Some(Manifest { manifest: 0, origin, files, refused: Vec::new(), unwritten: Vec::new() })
}
