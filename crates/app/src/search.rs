//! Searching.

mod show;

pub use draad_index::{
    Alike, AlikeHit, Answer, Context, Element, FoundCoding, Group, GroupBy, Hit, Order, Per, Provenance,
    Query, SearchOptions, Unusable,
};
pub use show::{alike_table, role_name, table};

use crate::Project;
use draad_core::diagnostic::Outcome;
use draad_core::filter::{list, nearest};
use draad_core::{
    CharOffset, CharSpan, Diagnostic, Filter, Place, Problem, SavedQuery, SourceId, Span, Study, Within,
};
use draad_index::SearchIndex;

/// Opens the study's search index; what is new or has changed is indexed first.
///
/// # Errors
/// When the index can neither be read nor built.
pub fn open_index(project: &Project) -> Outcome<SearchIndex> {
    SearchIndex::open(&project.folder.cache_dir(), project.study(), &project.loaded.source_hashes)
}

/// Searches the study.
///
/// # Errors
/// When the query is not well formed, the query or the filter names something the study does not have, or the index fails.
pub fn search(project: &Project, query: &str, filter: &Filter, options: &SearchOptions) -> Outcome<Answer> {
    Search::open(project)?.answer(&Query::parse(query)?, filter, options)
}

/// A study that can be asked more than one question.
pub struct Search<'p> {
    project: &'p Project,
    index: SearchIndex,
}

impl<'p> Search<'p> {
    /// Opens the search index of a study.
    ///
    /// # Errors
    /// When the index can neither be read nor built.
    pub fn open(project: &'p Project) -> Outcome<Self> {
        Ok(Self { project, index: open_index(project)? })
    }

    /// Returns where the index came from.
    pub fn provenance(&self) -> Provenance {
        self.index.provenance()
    }

    /// Answers a query.
    ///
    /// # Errors
    /// As [`search`].
    pub fn answer(&mut self, query: &Query, filter: &Filter, options: &SearchOptions) -> Outcome<Answer> {
        check(self.project.study(), filter)?;
        self.with_whole_index(|index, study| index.search(study, query, filter, options))
    }

    /// Returns the units that pass the query and the filter and resemble a passage.
    ///
    /// # Errors
    /// As [`search`].
    pub fn alike(
        &mut self,
        passage: &Passage,
        query: &Query,
        filter: &Filter,
        limit: usize,
    ) -> Outcome<Alike> {
        check(self.project.study(), filter)?;
        self.with_whole_index(|index, study| {
            index.alike(study, passage.source, passage.span, query, filter, limit)
        })
    }

    /// Returns the units for which a saved query holds, as a filter.
    ///
    /// # Errors
    /// As [`search`].
    pub fn within(&mut self, saved: &SavedQuery, query: &Query) -> Outcome<Within> {
        self.with_whole_index(|index, study| index.within(study, saved, query))
    }

    /// Asks the index. When it turns out to be damaged, it is made anew, and asked once more.
    fn with_whole_index<T>(&mut self, ask: impl Fn(&SearchIndex, &Study) -> Outcome<T>) -> Outcome<T> {
        let project = self.project;
        match ask(&self.index, project.study()) {
            Err(failed) if matches!(failed.problem, Problem::IndexFailed { .. }) => {
                let (cache, hashes) = (project.folder.cache_dir(), &project.loaded.source_hashes);
                self.index = SearchIndex::rebuild(&cache, project.study(), hashes)?;
                ask(&self.index, project.study())
            }
            answered => answered,
        }
    }
}

/// Refuses a filter that names something the study does not have.
fn check(study: &Study, filter: &Filter) -> Outcome<()> {
    match filter.problems(study).into_iter().next() {
        Some(problem) => Err(Box::new(Diagnostic::error(Place::default(), problem))),
        None => Ok(()),
    }
}

/// A passage to which others are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    source: usize,
    span: Span,
}

/// Finds the passage written `source:start-end`, in code points of the stored text, or a whole source.
///
/// # Errors
/// `UnknownSource`; `PassageUnreadable` when the positions are not in the text.
pub fn passage(project: &Project, written: &str) -> Outcome<Passage> {
    let study = project.study();
    let fails = |problem| Box::new(Diagnostic::error(Place::default(), problem));
    let unreadable = || fails(Problem::PassageUnreadable { passage: written.to_owned() });
    let (name, positions) = match written.rsplit_once(':') {
        Some((name, positions)) => (name.trim(), Some(positions.trim())),
        None => (written.trim(), None),
    };
    let Some((source, _, found)) = study.sources.get_full(name) else {
        let nearest = nearest(name, study.sources.keys().map(SourceId::as_str));
        return Err(fails(Problem::UnknownSource { source: name.to_owned(), nearest }));
    };
    let span = match positions {
        None => found.text.whole(),
        Some(positions) => {
            let number = |text: &str| text.trim().parse().map(CharOffset).ok();
            let (start, end) = positions.split_once('-').ok_or_else(unreadable)?;
            let chars = number(start).zip(number(end)).map(|(start, end)| CharSpan { start, end });
            chars.and_then(|chars| found.text.span(chars))
        }
    };
    Ok(Passage { source, span: span.ok_or_else(unreadable)? })
}

/// Reads by what hits are to be divided: `case`, `source`, `kind`, `role`, `phase`, `participant`, `outcome` or an attribute
/// of the cases.
///
/// # Errors
/// `GroupUnknown` for anything else.
pub fn group_by(project: &Project, name: &str) -> Outcome<GroupBy> {
    let settings = &project.study().settings;
    let fixed = [
        ("case", GroupBy::Case),
        ("source", GroupBy::Source),
        ("kind", GroupBy::Kind),
        ("role", GroupBy::Role),
        ("phase", GroupBy::Phase),
        ("participant", GroupBy::Participant),
    ];
    if let Some((_, by)) = fixed.iter().find(|(known, _)| *known == name) {
        return Ok(by.clone());
    }
    let outcome = || settings.main_outcome().filter(|_| name == "outcome");
    let attribute = settings.attributes.iter().find(|own| own.id.as_str() == name || own.label.is(name));
    if let Some(attribute) = attribute.or_else(outcome) {
        return Ok(GroupBy::Attribute(attribute.id.clone()));
    }
    let attributes = settings.attributes.iter().map(|attribute| attribute.id.as_str());
    let known: Vec<&str> = fixed.iter().map(|(name, _)| *name).chain(["outcome"]).chain(attributes).collect();
    let problem = Problem::GroupUnknown {
        key: name.to_owned(),
        nearest: nearest(name, known.iter().copied()),
        known: list(&known),
    };
    Err(Box::new(Diagnostic::error(Place::default(), problem)))
}
