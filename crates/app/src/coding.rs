//! Coding by quote: nobody has to type an offset.

use crate::Project;
use draad_core::anchor::{find_quote, find_quote_loosely};
use draad_core::diagnostic::Outcome;
use draad_core::filter::{list, nearest};
use draad_core::{
    CodeId, CodeKind, CoderId, Coding, CodingId, Diagnostic, Place, Problem, Source, SourceId, Span, Study,
    Target, Valence,
};
use draad_store::{Changes, CodingRequest, paths, render};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// Characters of context that the message about an ambiguous quote shows on either side.
const CONTEXT: usize = 30;
/// Candidates that the message about an ambiguous quote shows at most.
const MAX_CANDIDATES: usize = 8;

/// A coding that somebody asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Where it was asked: the line of a table, or nothing in particular.
    pub place: Place,
    /// The source.
    pub source: SourceId,
    /// The words to code; nothing codes the source as a whole.
    pub quote: Option<String>,
    /// Which occurrence is meant, by its position in code points.
    pub at: Option<u32>,
    /// The code.
    pub code: CodeId,
    /// Who codes; nothing where the study has one coder.
    pub coder: Option<CoderId>,
    /// The valence, where it is not the code's own.
    pub valence: Option<Valence>,
    /// How strongly, 0 to 100.
    pub weight: Option<u8>,
    /// A remark.
    pub memo: String,
}

/// What came of a list of requests.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coded {
    /// Codings that were added.
    pub added: Vec<Coding>,
    /// Codings that were there already, with another valence, weight or memo; as they are now.
    pub changed: Vec<Coding>,
    /// Requests for codings that were there already, just so.
    pub n_already: usize,
    /// Requests that could not be met, each with its reason.
    pub refused: Vec<Diagnostic>,
    /// What the user should look at, though the request was met.
    pub warnings: Vec<Diagnostic>,
}

/// What makes a coding the same coding.
type Key = (SourceId, CoderId, CodeId, Target);

/// Adds codings to the study, and changes those that are there already. Requests that cannot be met are returned with
/// their reason; the others are carried out, all in one change that can be undone.
///
/// # Errors
/// When the study is locked or cannot be written, or a file that would be rewritten has errors.
pub fn code(project: &mut Project, requests: &[Request], now: Timestamp) -> Outcome<Coded> {
    let lock = project.folder.lock("code")?;
    project.reload()?;
    let coded = apply(&mut project.loaded_mut().study, requests, now);
    let touched: Vec<&Coding> = coded.added.iter().chain(&coded.changed).collect();
    if !touched.is_empty() {
        lock.commit("code", changes(project, &touched)?)?;
    }
    Ok(coded)
}

/// Carries out requests on a study in memory.
fn apply(study: &mut Study, requests: &[Request], now: Timestamp) -> Coded {
    let coders = study.human_coders();
    let mut adding = Adding::to(study, requests.iter().map(|request| &request.source));
    for request in requests {
        match resolve(study, &coders, request, now) {
            Ok(coding) => _ = adding.put(study, &request.place, coding, now),
            Err(problem) => adding.coded.refused.push(Diagnostic::error(request.place.clone(), problem)),
        }
    }
    adding.done(study)
}

/// Adds codings to a study in memory one by one, each once.
pub(crate) struct Adding {
    known: BTreeMap<Key, usize>,
    ids: BTreeSet<(SourceId, CoderId, CodingId)>,
    n_before: usize,
    changed: BTreeSet<usize>,
    pub(crate) coded: Coded,
}

impl Adding {
    /// Prepares for codings of these sources.
    pub(crate) fn to<'a>(study: &Study, sources: impl Iterator<Item = &'a SourceId>) -> Self {
        let sources: BTreeSet<&SourceId> = sources.collect();
        let there = study.codings.iter().enumerate().filter(|(_, one)| sources.contains(&one.source));
        let id = |coding: &Coding| (coding.source.clone(), coding.coder.clone(), coding.id.clone());
        Self {
            known: there.clone().map(|(position, coding)| (key(coding), position)).collect(),
            ids: there.map(|(_, coding)| id(coding)).collect(),
            n_before: study.codings.len(),
            changed: BTreeSet::new(),
            coded: Coded::default(),
        }
    }

    /// Adds a coding, or changes the one that is there already; returns the id that it has in the study.
    pub(crate) fn put(
        &mut self,
        study: &mut Study,
        place: &Place,
        mut coding: Coding,
        now: Timestamp,
    ) -> CodingId {
        if let Some(&position) = self.known.get(&key(&coding)) {
            match change(&mut study.codings[position], &coding, now) {
                true => _ = self.changed.insert(position),
                false => self.coded.n_already += 1,
            }
            return study.codings[position].id.clone();
        }
        self.coded.warnings.extend(without_valence(study, &coding.code, coding.valence, place));
        while !self.ids.insert((coding.source.clone(), coding.coder.clone(), coding.id.clone())) {
            coding.id = next_id(&coding.id);
        }
        let id = coding.id.clone();
        self.known.insert(key(&coding), study.codings.len());
        study.codings.push(coding);
        id
    }

    /// Puts the codings into their order and returns what was done.
    pub(crate) fn done(mut self, study: &mut Study) -> Coded {
        self.coded.added = study.codings[self.n_before..].to_vec();
        let changed = self.changed.into_iter().filter(|&position| position < self.n_before);
        self.coded.changed = changed.map(|position| study.codings[position].clone()).collect();
        study.sort_codings();
        self.coded
    }
}

fn key(coding: &Coding) -> Key {
    (coding.source.clone(), coding.coder.clone(), coding.code.clone(), coding.target)
}

/// Gives a coding the valence, weight and memo of one that is asked for, as far as it states them, and returns whether that
/// changed it.
fn change(coding: &mut Coding, asked: &Coding, now: Timestamp) -> bool {
    let before = (coding.valence, coding.weight, coding.memo.clone());
    coding.valence = asked.valence.or(coding.valence);
    coding.weight = asked.weight.or(coding.weight);
    if !asked.memo.is_empty() {
        coding.memo.clone_from(&asked.memo);
    }
    let is_changed = before != (coding.valence, coding.weight, coding.memo.clone());
    if is_changed {
        coding.modified = Some(now);
    }
    is_changed
}

/// Warns that a factor is coded of which neither the codebook nor the coding says in which direction it works.
pub(crate) fn without_valence(
    study: &Study,
    code: &CodeId,
    valence: Option<Valence>,
    place: &Place,
) -> Option<Diagnostic> {
    let code = study.codebook.get(code)?;
    let is_silent = code.kind == CodeKind::Factor && code.valence.is_none() && valence.is_none();
    let problem = Problem::CodingWithoutValence { code: code.id.to_string() };
    is_silent.then(|| Diagnostic::warning(place.clone(), problem))
}

/// The files that hold the given codings: one per coder and source.
pub(crate) fn changes(project: &Project, touched: &[&Coding]) -> Outcome<Changes> {
    let layers: BTreeSet<(&CoderId, &SourceId)> =
        touched.iter().map(|coding| (&coding.coder, &coding.source)).collect();
    let mut changes = Changes::new();
    for (coder, source) in layers {
        let path = paths::codings(coder, source);
        project.loaded.guard(&[&path])?;
        changes.insert(path, Some(render::codings(project.study(), coder, source)));
    }
    Ok(changes)
}

fn resolve(study: &Study, coders: &[CoderId], request: &Request, now: Timestamp) -> Result<Coding, Problem> {
    let source = study.sources.get(&request.source).ok_or_else(|| unknown_source(study, &request.source))?;
    check_code(study, &request.code, request.valence)?;
    let coder = coder(study, coders, request.coder.as_ref())?;
    let target = match &request.quote {
        None => Target::Source,
        Some(quote) => Target::Span(find(source, quote, request.at)?),
    };
    let quote = target.span().and_then(|span| source.text.get(span)).unwrap_or_default().to_owned();
    Ok(Coding {
        id: Coding::derived_id(source, &request.code, target),
        coder,
        source: source.id.clone(),
        code: request.code.clone(),
        target,
        valence: request.valence,
        weight: request.weight,
        quote,
        memo: request.memo.clone(),
        created: Some(now),
        modified: None,
    })
}

pub(crate) fn unknown_source(study: &Study, source: &SourceId) -> Problem {
    let nearest = nearest(source.as_str(), study.sources.keys().map(SourceId::as_str));
    Problem::UnknownSource { source: source.to_string(), nearest }
}

/// Checks that the codebook has a code with which passages can be coded, with this valence where one is given.
pub(crate) fn check_code(study: &Study, code: &CodeId, valence: Option<Valence>) -> Result<(), Problem> {
    let known = study.codebook.get(code);
    let code = code.to_string();
    match known {
        None => {
            let nearest = nearest(&code, study.codebook.codes.keys().map(CodeId::as_str));
            Err(Problem::UnknownCode { code, nearest })
        }
        Some(known) if known.kind == CodeKind::Heading => Err(Problem::HeadingCoded { code }),
        Some(known) if known.kind == CodeKind::Theme && valence.is_some() => {
            Err(Problem::ThemeWithValence { code })
        }
        Some(_) => Ok(()),
    }
}

/// Who codes: the coder named, where the study's list of coders knows them or is empty; or else the only coder there is.
pub(crate) fn coder(study: &Study, coders: &[CoderId], asked: Option<&CoderId>) -> Result<CoderId, Problem> {
    match (asked, coders) {
        (Some(coder), _) if study.settings.coders.is_empty() || coders.contains(coder) => Ok(coder.clone()),
        (Some(coder), _) => Err(Problem::UnknownCoder { coder: coder.to_string(), known: list(coders) }),
        (None, [only]) => Ok(only.clone()),
        (None, _) => Err(Problem::CoderNeeded { known: list(coders) }),
    }
}

/// Finds the one place that is meant, or says which places it could be.
fn find(source: &Source, quote: &str, at: Option<u32>) -> Result<Span, Problem> {
    let places = places(source, quote)?;
    let (quote, id) = (quote.to_owned(), source.id.to_string());
    let chosen = at.map(|at| (at, places.iter().find(|place| source.text.chars_at(place.start()).0 == at)));
    match (chosen, places.as_slice()) {
        (Some((_, Some(place))), _) | (None, [place]) => Ok(*place),
        (Some((at, None)), places) => {
            Err(Problem::QuoteElsewhere { quote, source: id, at, candidates: candidates(source, places) })
        }
        (None, several) => Err(Problem::QuoteAmbiguous {
            quote,
            source: id,
            n_matches: several.len(),
            candidates: candidates(source, several),
        }),
    }
}

/// Finds the places of a quote, at least one.
///
/// # Errors
/// `QuoteEmpty`, `QuoteNotFound`.
pub(crate) fn places(source: &Source, quote: &str) -> Result<Vec<Span>, Problem> {
    let text = source.text.as_str();
    if quote.trim().is_empty() {
        return Err(Problem::QuoteEmpty);
    }
    let places = find_quote(text, quote);
    let places = if places.is_empty() { find_quote_loosely(text, quote) } else { places };
    let not_found = || Problem::QuoteNotFound { quote: quote.to_owned(), source: source.id.to_string() };
    if places.is_empty() { Err(not_found()) } else { Ok(places) }
}

/// The places it could be, one per line: each with its position, and the words with some context.
fn candidates(source: &Source, places: &[Span]) -> String {
    listed(source, places, |place| format!("--at {}", source.text.chars_at(place.start()).0))
}

/// The places it could be, one per line: each as `called`, and the words with some context.
pub(crate) fn listed(source: &Source, places: &[Span], called: impl Fn(Span) -> String) -> String {
    let line = |place: &Span| format!("\n  {}: {}", called(*place), in_context(source, *place));
    places.iter().take(MAX_CANDIDATES).map(line).collect()
}

/// The words of a place with some context.
fn in_context(source: &Source, place: Span) -> String {
    let text = source.text.as_str();
    let before: String = text[..place.range().start].chars().rev().take(CONTEXT).collect();
    let before: String = before.chars().rev().collect();
    let after: String = text[place.range().end..].chars().take(CONTEXT).collect();
    let words = format!("{before}[{}]{after}", &text[place.range()]).replace('\n', " ");
    format!("…{words}…")
}

/// Returns another id for a coding whose id is taken.
pub(crate) fn next_id(id: &CodingId) -> CodingId {
    let hash = blake3::hash(id.as_str().as_bytes()).to_hex();
    CodingId::new(&hash[..12]).expect("hexadecimal digits are a valid id")
}

/// Reads requests from a table with the columns source, code and quote, and optionally coder, valence, weight, memo and
/// at. `coder` stands in where a row names none. Rows that cannot be read are returned with their reason.
pub fn read_requests(file: &str, bytes: Vec<u8>, coder: Option<&CoderId>) -> (Vec<Request>, Vec<Diagnostic>) {
    let (rows, refused) = draad_store::read_coding_requests(file, bytes);
    let request = |(line, row): (u32, CodingRequest)| Request {
        place: Place::line(file, line),
        source: row.source,
        quote: (!row.quote.trim().is_empty()).then_some(row.quote),
        at: row.at,
        code: row.code,
        coder: row.coder.or_else(|| coder.cloned()),
        valence: row.valence,
        weight: row.weight,
        memo: row.memo,
    };
    (rows.into_iter().map(request).collect(), refused)
}

/// Returns codings per coder, for a summary.
pub fn per_coder(codings: &[Coding]) -> BTreeMap<&CoderId, usize> {
    let mut counts = BTreeMap::new();
    for coding in codings {
        *counts.entry(&coding.coder).or_default() += 1;
    }
    counts
}
