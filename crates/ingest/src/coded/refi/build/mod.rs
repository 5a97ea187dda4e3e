//! From what a file says to a project: identifiers are looked up, texts found, positions read.

mod cases;
mod codings;
mod empty;
mod fields;
mod jobs;
mod lists;
mod memos;
mod places;
mod readings;
mod sets;
mod sources;

use super::package::Package;
use super::raw::RawProject;
use super::schema::Kind;
use super::texts::Finder;
use super::values::shown;
use crate::File;
use crate::coded::{CodedOptions, CodedProject, Fate, Placement, Reason, Thing};
use draad_core::source::normalised;
use draad_core::{Diagnostic, Problem, diagnostic::Outcome};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Builds the project.
///
/// # Errors
/// When a file of the package cannot be unpacked, or the reading of positions is not clear.
pub(super) fn build(
    file: &File,
    mut raw: RawProject,
    package: Package,
    options: &CodedOptions,
) -> Outcome<CodedProject> {
    let mut builder = Builder::new(&raw);
    builder.count(&raw);
    std::mem::take(&mut raw.deviations).report_to(
        &mut builder.project.reconciliation,
        Thing::Deviations,
        Fate::Changed,
    );
    std::mem::take(&mut raw.unknown).report_to(
        &mut builder.project.reconciliation,
        Thing::Unknown,
        Fate::Dropped,
    );
    builder.coders(&raw);
    builder.codes(&raw);
    builder.variables(&raw);
    let mut finder = Finder {
        file,
        package,
        reconciliation: &mut builder.project.reconciliation,
        diagnostics: &mut builder.project.diagnostics,
        missing: Vec::new(),
    };
    let notes = jobs::texts_of_notes(&raw, &mut finder)?;
    let jobs = jobs::find(&raw, &notes, &mut finder)?;
    let missing = std::mem::take(&mut finder.missing);
    let readings = readings::choose(file, &raw.origin, &jobs, options, &mut builder.project.diagnostics)?;
    builder.read_extras(&raw, &notes);
    builder.read_supplement(file, &raw, &notes);
    builder.sources(file, jobs, &readings);
    builder.cases(&raw);
    builder.memos(&raw, notes);
    builder.links(&raw);
    builder.sets(&raw);
    builder.graphs(&raw);
    builder.tell_missing(file, &missing);
    Ok(builder.project)
}

/// The project as far as it is built, and where in it the things are that others point at.
struct Builder {
    project: CodedProject,
    coders: BTreeMap<Uuid, usize>,
    codes: BTreeMap<Uuid, usize>,
    variables: BTreeMap<Uuid, usize>,
    cases: BTreeMap<Uuid, usize>,
    memos: BTreeMap<Uuid, usize>,
    /// A recording may have become several sources: one for each of its transcripts.
    sources: BTreeMap<Uuid, Vec<usize>>,
    selections: BTreeMap<Uuid, (usize, Placement)>,
    codings: BTreeMap<Uuid, (usize, usize)>,
    /// Notes of our own export: their keys and values.
    extras: BTreeMap<Uuid, Vec<(String, String)>>,
    /// Those of them that were used.
    used: BTreeSet<Uuid>,
    /// Codings by what makes two of them one.
    same: codings::Known,
    /// Notes with what points at them.
    references: Vec<fields::Reference>,
    /// Selections that something else in the file points at.
    pointed_at: BTreeSet<Uuid>,
    /// Whether our own program wrote the file: then every blank in it is meant.
    is_ours: bool,
}

impl Builder {
    fn new(raw: &RawProject) -> Self {
        let namespace = raw.namespace.strip_prefix("urn:QDA-XML:").unwrap_or(&raw.namespace);
        let reading = if namespace.is_empty() {
            "refi-qda; no namespace".to_owned()
        } else {
            format!("refi-qda; {namespace}")
        };
        let project = CodedProject {
            origin: raw.origin.trim().to_owned(),
            reading,
            title: raw.name.trim().to_owned(),
            ..CodedProject::default()
        };
        Self {
            project,
            coders: BTreeMap::new(),
            codes: BTreeMap::new(),
            variables: BTreeMap::new(),
            cases: BTreeMap::new(),
            memos: BTreeMap::new(),
            sources: BTreeMap::new(),
            selections: BTreeMap::new(),
            codings: BTreeMap::new(),
            extras: BTreeMap::new(),
            used: BTreeSet::new(),
            same: BTreeMap::new(),
            references: Vec::new(),
            pointed_at: pointed_at(raw),
            is_ours: is_ours(&raw.origin),
        }
    }

    /// Counts what the file holds, by the names of its elements, and what of it stands where it can be understood.
    fn count(&mut self, raw: &RawProject) {
        for (counts, is_claim) in [(&raw.counted, true), (&raw.understood, false)] {
            for (&kind, &n) in counts {
                match thing_of(kind) {
                    Some(thing) if is_claim => self.project.reconciliation.claim(thing, n),
                    Some(thing) => self.project.reconciliation.read(thing, n),
                    None => {}
                }
            }
        }
    }

    fn change(&mut self, thing: Thing, name: impl Into<String>, reason: Reason, detail: impl Into<String>) {
        self.project.reconciliation.change(thing, name, reason, detail);
    }

    fn lose(&mut self, thing: Thing, name: impl Into<String>, reason: Reason, detail: impl Into<String>) {
        self.project.reconciliation.lose(thing, name, reason, detail);
    }

    /// Notes that `id` is the thing at `idx` in its list; of two things with one identifier the first is meant.
    fn index<T>(
        &mut self,
        map: fn(&mut Self) -> &mut BTreeMap<Uuid, T>,
        id: Uuid,
        value: T,
        what: (Thing, &str),
    ) {
        match map(self).entry(id) {
            Entry::Vacant(place) => {
                place.insert(value);
            }
            Entry::Occupied(_) => self.change(what.0, what.1, Reason::SameIdentifier, shown(id)),
        }
    }

    /// Returns a name or description without blanks around it, which only few programs mean.
    fn tidy(&self, text: &str) -> String {
        normalised(if self.is_ours { text } else { text.trim() })
    }

    /// Tells of files that are not in the package.
    fn tell_missing(&mut self, file: &File, missing: &[String]) {
        const SHOWN: usize = 5;
        if missing.is_empty() {
            return;
        }
        let mut files = missing.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
        if missing.len() > SHOWN {
            files.push_str(", …");
        }
        let problem = Problem::ProjectFilesMissing { n_files: missing.len(), files };
        self.project.diagnostics.push(Diagnostic::warning(file.place(None), problem));
    }
}

/// Returns whether our own program wrote a file.
fn is_ours(origin: &str) -> bool {
    origin.starts_with("Rode Draad")
}

/// Returns the selections that cases and links point at.
fn pointed_at(raw: &RawProject) -> BTreeSet<Uuid> {
    let of_cases = raw.cases.iter().flat_map(|case| &case.selections).copied();
    let of_links = raw.links.iter().flat_map(|link| link.ends.into_iter().flatten());
    of_cases.chain(of_links).collect()
}

/// Returns what an element is counted as.
fn thing_of(kind: Kind) -> Option<Thing> {
    let thing = match kind {
        Kind::TextSource | Kind::PictureSource | Kind::PdfSource | Kind::AudioSource | Kind::VideoSource => {
            Thing::Sources
        }
        Kind::PlainTextSelection
        | Kind::PdfSelection
        | Kind::PictureSelection
        | Kind::AudioSelection
        | Kind::VideoSelection
        | Kind::TranscriptSelection => Thing::Selections,
        Kind::User => Thing::Coders,
        Kind::Code => Thing::Codes,
        Kind::Coding => Thing::Codings,
        Kind::Case => Thing::Cases,
        Kind::SelectionRef => Thing::CaseParts,
        Kind::Variable => Thing::Variables,
        Kind::VariableValue => Thing::Values,
        Kind::Note => Thing::Memos,
        Kind::Set => Thing::Groups,
        Kind::Transcript => Thing::Transcripts,
        Kind::SyncPoint => Thing::SyncPoints,
        Kind::Link => Thing::Links,
        Kind::Graph => Thing::Graphs,
        _ => return None,
    };
    Some(thing)
}
