//! `draad quotes`: the passages of codes, by case and perspective, to read, to paste and to publish.
//!
//! [`Quotes::new`] collects; its methods give the same passages as a document ([`Quotes::document`]), as a table with typed
//! columns ([`Quotes::table`]), and as the files that other programs open. Each carries what it rests on.

pub(crate) mod context;
mod field;
mod reading;
mod table;
mod view;

pub use draad_report::document::{Block, Document, QuotedWords, visible};
pub use draad_report::workbook::{Cut, CutPart};

use self::field::Field;
use crate::passages::{Showing, Shown};
use crate::{Project, tables};
use draad_analysis::{Options, QuoteKey, QuoteOptions};
use draad_core::diagnostic::Outcome;
use draad_core::filter::nearest;
use draad_core::{CaseId, CodeId, CodeKind, Diagnostic, Filter, Place, Problem, Study};
use draad_words::Words;

/// Keys by which passages are grouped unless asked otherwise.
pub const DEFAULT_BY: [&str; 2] = ["case", "role"];

/// Which passages, and what is shown of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// Which part of the study.
    pub filter: Filter,
    /// Codes by id or label, each as one list; they take the place of those of the filter. Without them every code that
    /// has passages.
    pub codes: Vec<CodeId>,
    /// Leaves codes without what was coded below them.
    pub unfolded: bool,
    /// The keys by which passages are grouped, outermost first: `case`, `source`, `valence`, `code`, or what splits a
    /// table; `none` for no groups. Nothing means [`DEFAULT_BY`].
    pub by: Option<Vec<String>>,
    /// Lists each coding by itself.
    pub each_coding: bool,
    /// What is shown beside the words, in this order; nothing means what suits the format.
    pub fields: Option<Vec<String>>,
    /// How many words of the same unit are shown before and after.
    pub context: usize,
}

/// The passages of codes.
#[derive(Debug)]
pub struct Quotes<'p> {
    project: &'p Project,
    lists: draad_analysis::Quotes,
    /// Per list of `lists` what is shown of each of its passages.
    entries: Vec<Vec<Entry>>,
    fields: Option<Vec<Field>>,
    request: Request,
}

/// A passage, or a coding, with what a front end shows of it.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    shown: Shown,
    /// The cases in the group to which it belongs.
    cases: Vec<CaseId>,
    /// The codes of its codings, in the order of the codebook.
    codes: Vec<CodeId>,
    /// Words of the same unit before.
    before: String,
    /// Words of the same unit after.
    after: String,
}

impl<'p> Quotes<'p> {
    /// Collects passages.
    ///
    /// # Errors
    /// When the request names something the study does not have, or no case passes.
    pub fn new(project: &'p Project, request: &Request) -> Outcome<Self> {
        let study = project.study();
        let by = request
            .by
            .as_deref()
            .map_or_else(|| keys(study, &DEFAULT_BY.map(str::to_owned)), |names| keys(study, names))?;
        let fields = request.fields.as_deref().map(|names| Field::all_named(study, names)).transpose()?;
        let codes = project.named(Filter { codes: request.codes.clone(), ..Filter::default() }).codes;
        check_codes(study, &codes, request.unfolded)?;
        let options = Options {
            filter: request.filter.clone(),
            unfolded: request.unfolded,
            fingerprint: project.loaded.fingerprint.clone(),
            ..Options::default()
        };
        let options = QuoteOptions { options, codes, by, each_coding: request.each_coding };
        let mut lists = draad_analysis::Quotes::from_study(study, &options)?;
        let mut showing = Showing::new(project);
        let entries = lists.codes.iter_mut().map(|list| {
            let quotes = std::mem::take(&mut list.quotes).into_iter();
            quotes.map(|quote| entry(study, &mut showing, quote, request.context)).collect()
        });
        let entries = entries.collect();
        Ok(Self { project, lists, entries, fields, request: request.clone() })
    }

    /// Returns the words in which the passages are presented.
    pub fn words(&self) -> Words {
        self.project.words
    }

    /// Returns how many passages (or codings) the lists hold together; one that has several codes counts in each list.
    pub fn n_quotes(&self) -> usize {
        self.entries.iter().map(Vec::len).sum()
    }

    /// Returns the passages for Word.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn docx(&self) -> Outcome<Vec<u8>> {
        draad_report::document::docx(&self.document())
    }

    /// Returns the passages as Markdown.
    pub fn markdown(&self) -> String {
        draad_report::document::markdown(&self.document())
    }
}

fn entry(study: &Study, showing: &mut Showing, quote: draad_analysis::Quote, n_words: usize) -> Entry {
    let draad_analysis::Quote { passage, cases } = quote;
    let places = passage
        .codings
        .iter()
        .filter_map(|&coding| study.codebook.codes.get_index_of(&study.codings.get(coding)?.code));
    let places: std::collections::BTreeSet<usize> = places.collect();
    let codes = places.into_iter().map(|place| study.codebook.codes[place].id.clone()).collect();
    let source = study.sources.get(&passage.source);
    let span = source.zip(passage.chars).and_then(|(source, chars)| source.text.span(chars));
    let (before, after) = match source.zip(span) {
        Some((source, span)) if n_words > 0 => context::around(source, span, n_words),
        _ => Default::default(),
    };
    Entry { shown: showing.show(passage), cases, codes, before, after }
}

/// Refuses codes that nobody knows, and headings of which nothing would be left.
fn check_codes(study: &Study, codes: &[CodeId], unfolded: bool) -> Outcome<()> {
    for id in codes {
        let Some(code) = study.codebook.get(id) else {
            let nearest = nearest(id.as_str(), study.codebook.codes.keys().map(CodeId::as_str));
            return fails(Problem::UnknownCode { code: id.to_string(), nearest });
        };
        if unfolded && code.kind == CodeKind::Heading {
            return fails(Problem::HeadingUnfolded { code: id.to_string() });
        }
    }
    Ok(())
}

/// Returns the keys of these names, each once.
fn keys(study: &Study, names: &[String]) -> Outcome<Vec<QuoteKey>> {
    let mut keys = Vec::new();
    for name in names.iter().map(|name| name.trim()).filter(|name| !["none", "geen", ""].contains(name)) {
        let key = match name {
            "case" | "casus" => Some(QuoteKey::Case),
            "source" | "bron" => Some(QuoteKey::Source),
            "valence" | "richting" => Some(QuoteKey::Valence),
            "code" => Some(QuoteKey::Code),
            other => tables::by_named(study, other, None).map(QuoteKey::By),
        };
        let Some(key) = key else {
            let own = ["case", "source", "valence", "code"].map(str::to_owned);
            let known: Vec<String> = own.into_iter().chain(tables::keys(study)).collect();
            let nearest = nearest(name, known.iter().map(String::as_str));
            let known = known.join(", ");
            return fails(Problem::QuoteKeyUnknown { key: name.to_owned(), nearest, known });
        };
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok(keys)
}

fn fails<T>(problem: Problem) -> Outcome<T> {
    Err(Box::new(Diagnostic::error(Place::default(), problem)))
}
