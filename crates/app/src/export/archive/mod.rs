//! A package for an archive: texts, tables, metadata and sums, in forms that do not depend on one program.
//!
//! The layout follows what archives ask of qualitative data (DANS, UK Data Service, QDR). Sources that are closed stay behind
//! with all that is coded in them, and so do columns that may not leave the study; `withheld.csv` says which. Before anything is
//! written, all of it is looked through for what can make people known.

mod lists;
mod methods;
mod readme;
#[cfg(test)]
mod tests;
mod texts;
mod withheld;

use super::tables::{Outgoing, tables};
use super::{Made, Request, dictionary, guids};
use crate::coded::supplement;
use crate::leaks::{self, Leak};
use crate::tables::fails;
use crate::{Progress, Project, output};
use draad_core::archive::{Access, Period};
use draad_core::diagnostic::Outcome;
use draad_core::{CoderId, Diagnostic, Filter, Place, Problem, Source, SourceId, Study};
use draad_figures::coder_name;
use draad_ingest::coded::{Reason, Reconciliation, Thing, WriteOptions, write_qdc, write_qdpx};
use draad_report::archive::{Description, checksums, datacite, ddi, zipped};
use draad_store::{paths, render};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Tables that stand at the top of the package; the others stand in `tables/`.
const TOP: [&str; 6] = ["codings", "codebook", "cases", "participants", "data-list", "withheld"];
/// Tables that the package has in a form of its own.
const ELSEWHERE: [&str; 1] = ["sources"];
/// Files that are for machines, say the same as others, or say who made the data: they are not looked through.
const NOT_LOOKED_THROUGH: [&str; 6] = [
    "metadata/",
    "README.txt",
    "transcripts/",
    "tables/units.csv",
    "tables/memos.csv",
    "tables/findings.csv",
];

/// A study on its way to an archive.
struct Package<'a> {
    project: &'a Project,
    request: &'a Request,
    /// What passes the filter, with what stays behind.
    before: Study,
    /// What goes along.
    part: Study,
    /// Sources that stay behind.
    closed: BTreeSet<SourceId>,
    /// Tables that go along.
    tables: Vec<Outgoing>,
}

/// A file of the package by its path.
type File = (String, Vec<u8>);

/// Makes the package: its files, or with `whole` one archive of them.
///
/// # Errors
/// `ArchiveFilter` for a filter that lets parts of sources through; `ArchiveLeaks` when something in it can make people known and
/// no reason was given to send it all the same.
pub(super) fn make(
    project: &Project,
    request: &Request,
    is_zip: bool,
    progress: &dyn Progress,
) -> Outcome<(Made, Vec<Diagnostic>)> {
    check_filter(&request.filter)?;
    let package = Package::new(project, request);
    let (files, mut diagnostics) = package.files(progress)?;
    diagnostics.extend(package.incomplete());
    let left = package.left();
    let files = match is_zip {
        false => files,
        true => {
            let top = &project.study().settings.id;
            let names: Vec<String> = files.iter().map(|(name, _)| format!("{top}/{name}")).collect();
            let entries =
                names.iter().zip(&files).map(|(name, (_, bytes))| (name.as_str(), bytes.as_slice()));
            vec![(String::new(), zipped(entries)?)]
        }
    };
    Ok(((files, left), diagnostics))
}

/// Refuses what lets only parts of sources through: the package holds whole texts.
fn check_filter(filter: &Filter) -> Outcome<()> {
    let within = [
        ("role", !filter.roles.is_empty()),
        ("phase", !filter.phases.is_empty()),
        ("code", !filter.codes.is_empty()),
        ("valence", !filter.valences.is_empty()),
        ("coder", !filter.coders.is_empty()),
        ("query", !filter.within.is_empty()),
    ];
    match within.into_iter().find(|(_, is_given)| *is_given) {
        Some((option, _)) => fails(Problem::ArchiveFilter { option: option.to_owned() }),
        None => Ok(()),
    }
}

impl<'a> Package<'a> {
    fn new(project: &'a Project, request: &'a Request) -> Self {
        let before = project.study().restricted(&request.filter);
        let is_closed = |source: &&Source| before.access(source) == Access::Closed;
        let closed: BTreeSet<SourceId> =
            before.sources.values().filter(is_closed).map(|source| source.id.clone()).collect();
        let mut part = before.without_sources(&closed);
        super::withheld::take_columns(&mut part);
        let tables = tables(&part, &Filter::default());
        let tables = tables.into_iter().filter(|table| !ELSEWHERE.contains(&table.table.name)).collect();
        Self { project, request, before, part, closed, tables }
    }

    /// Makes all files, in the order of their paths; the sums last.
    fn files(&self, progress: &dyn Progress) -> Outcome<(Vec<File>, Vec<Diagnostic>)> {
        progress.begin("progress-export", 4);
        let mut files = texts::transcripts(self)?;
        progress.advance();
        let (projects, diagnostics) = self.projects()?;
        files.extend(projects);
        progress.advance();
        files.extend(self.table_files());
        files.push(("codebook.odt".to_owned(), texts::codebook(self)?));
        files.extend(self.part.memos.iter().map(|memo| (paths::memo(memo.id.as_str()), render::memo(memo))));
        files.extend(self.part.findings.iter().map(|one| (paths::finding(&one.id), render::finding(one))));
        files.extend(methods::files(self)?);
        progress.advance();
        let leaks = self.checked(&files)?;
        files.extend(self.metadata());
        files.push(("README.txt".to_owned(), readme::readme(self, &leaks).into_bytes()));
        files.sort();
        files.push(("CHECKSUMS".to_owned(), checksums(&files).into_bytes()));
        progress.finish();
        Ok((files, diagnostics))
    }

    /// The study and its codebook for other programs.
    fn projects(&self) -> Outcome<(Vec<File>, Vec<Diagnostic>)> {
        let guids = guids(self.project)?;
        let options = WriteOptions { guids: guids.clone(), supplement: supplement(&self.part) };
        let project = write_qdpx(&self.part, &options)?;
        let mut files = vec![("project.qdpx".to_owned(), project.bytes)];
        // a codebook without codes is no codebook
        if !self.part.codebook.codes.is_empty() {
            let options = WriteOptions { guids, ..WriteOptions::default() };
            files.push(("codebook.qdc".to_owned(), write_qdc(&self.part, &options)?.bytes));
        }
        Ok((files, project.diagnostics))
    }

    fn table_files(&self) -> Vec<File> {
        let words = &self.project.words;
        let path = |name: &str| match TOP.contains(&name) {
            true => format!("{name}.csv"),
            false => format!("tables/{name}.csv"),
        };
        let own = [lists::data_list(self), withheld::table(self)];
        let file = |table: &Outgoing| (path(table.table.name), output::csv(&table.table).into_bytes());
        let mut files: Vec<File> = self.tables.iter().chain(&own).map(file).collect();
        let dictionary = dictionary::dictionary(own.iter().chain(&self.tables), words);
        files.push(("dictionary.csv".to_owned(), output::csv(&dictionary).into_bytes()));
        files
    }

    /// Looks through everything for what can make people known.
    ///
    /// # Errors
    /// `ArchiveLeaks` when there is something, and no reason to send it all the same.
    fn checked(&self, files: &[File]) -> Outcome<Vec<Leak>> {
        let sources = self.part.sources.values();
        let texts = sources.map(|source| (paths::text(&source.id), Cow::Borrowed(source.text.as_str())));
        let is_text =
            |name: &str| [".csv", ".md", ".txt", ".toml"].iter().any(|ending| name.ends_with(ending));
        let is_looked_through =
            |name: &str| is_text(name) && !NOT_LOOKED_THROUGH.iter().any(|part| name.starts_with(part));
        let others = files.iter().filter(|(name, _)| is_looked_through(name));
        let others = others.map(|(name, bytes)| (name.clone(), String::from_utf8_lossy(bytes)));
        let texts: Vec<(String, Cow<str>)> = texts.chain(others).collect();
        let leaks = leaks::leaks(&texts, &super::withheld::values(&self.before));
        match &self.request.despite {
            None if !leaks.is_empty() => {
                let places = leaks::places(&self.project.words, &leaks);
                fails(Problem::ArchiveLeaks { n: leaks.len(), places })
            }
            _ => Ok(leaks),
        }
    }

    fn metadata(&self) -> [File; 2] {
        let described = self.description();
        [
            ("metadata/datacite.json".to_owned(), datacite(&described).into_bytes()),
            ("metadata/ddi-study.xml".to_owned(), ddi(&described)),
        ]
    }

    fn description(&self) -> Description<'_> {
        let (settings, words) = (&self.part.settings, &self.project.words);
        let of_kind = |id| self.part.sources.values().any(|source| source.kind == id);
        let kinds = settings.kinds.iter().filter(|kind| of_kind(kind.id.clone()));
        Description {
            settings,
            period: self.period(),
            fingerprint: &self.project.loaded.fingerprint,
            version: env!("CARGO_PKG_VERSION"),
            counts: self.counts(),
            kinds: kinds.map(|kind| kind.name(words.language)).collect(),
            coding: self.coding(),
            withheld: withheld::sentence(self).unwrap_or_default(),
        }
    }

    /// How many there are of each thing, in words.
    fn counts(&self) -> Vec<String> {
        let part = &self.part;
        let counts = [
            ("cases", part.cases.len()),
            ("sources", part.sources.len()),
            ("participants", part.participants.len()),
            ("codes", part.codebook.codes.len()),
            ("codings", part.codings.len()),
            ("memos", part.memos.len()),
        ];
        let count = |(thing, n): (&str, usize)| {
            self.project.words.say_with(&format!("package-n-{thing}"), [("n", n.into())])
        };
        counts.into_iter().map(count).collect()
    }

    /// By whom it was coded.
    fn coding(&self) -> String {
        let words = &self.project.words;
        // a layer of decisions is nobody
        let is_person = |coder: &&CoderId| !self.part.adjudications.contains_key(*coder);
        let used = self.part.codings.iter().map(|coding| &coding.coder).filter(is_person);
        let used: BTreeSet<&str> = used.map(CoderId::as_str).collect();
        let names: Vec<String> = used.iter().map(|id| coder_name(&self.part, id, *words)).collect();
        match names.is_empty() {
            true => words.say("package-coding-nobody"),
            false => words.say_with("package-coding", [("coders", names.join(", ").into())]),
        }
    }

    /// When it was collected: as the study says, or from the first day of a source to the last.
    fn period(&self) -> Option<Period> {
        let days = || self.before.sources.values().filter_map(|source| source.date);
        let of_sources = || Some(Period { start: days().min()?, end: days().max()? });
        self.part.settings.archive.period.or_else(of_sources)
    }

    /// What an archive asks and the study does not say.
    fn missing(&self) -> Vec<String> {
        let archive = &self.part.settings.archive;
        let asked = [
            ("creators", archive.creators.is_empty()),
            ("publisher", archive.publisher.is_empty()),
            ("year", archive.year.is_none()),
            ("description", archive.description.is_empty()),
            ("subjects", archive.subjects.is_empty()),
            ("rights", archive.rights.is_empty()),
            ("contact", archive.contact.is_empty()),
            ("population", archive.population.is_empty()),
            ("sampling", archive.sampling.is_empty()),
            ("collection", archive.collection.is_empty()),
            ("places", archive.places.is_empty()),
            ("period", self.period().is_none()),
        ];
        let missing = asked.into_iter().filter(|(_, is_missing)| *is_missing);
        missing.map(|(field, _)| self.project.words.say(&format!("package-ask-{field}"))).collect()
    }

    fn incomplete(&self) -> Option<Diagnostic> {
        let fields = self.missing();
        let problem = Problem::ArchiveIncomplete { fields: fields.join("; ") };
        (!fields.is_empty()).then(|| Diagnostic::warning(Place::file(paths::SETTINGS), problem))
    }

    /// What stays behind, for the loss report.
    fn left(&self) -> Reconciliation {
        let mut left = Reconciliation::default();
        let counts = [
            (Thing::Sources, self.before.sources.len(), self.part.sources.len()),
            (Thing::Codings, self.before.codings.len(), self.part.codings.len()),
            (Thing::Memos, self.before.memos.len(), self.part.memos.len()),
        ];
        for (thing, before, after) in counts {
            left.claim(thing, before);
            left.read(thing, after);
        }
        for source in &self.closed {
            left.lose(Thing::Sources, source.as_str(), Reason::Closed, "");
        }
        super::withheld::lose(&self.before, &mut left);
        left
    }
}
