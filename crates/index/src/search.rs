//! Searching: what a query asks in a study, how much is found, and which hits are shown.

use crate::answer::{Answer, Order, Per, SearchOptions};
use crate::evaluate::{Domain, Evaluation, Found};
use crate::failed;
use crate::gather::{RawHit, passages};
use crate::groups::Grouping;
use crate::hits::HitMaker;
use crate::index::SearchIndex;
use crate::query::{Query, fault};
use crate::relevance::weights;
use crate::resolve::{Ask, CodingAsk, CodingRule, resolve};
use crate::scope::Scope;
use crate::searched::{Searched, elements};
use crate::units::Set;
use draad_core::diagnostic::Outcome;
use draad_core::{Filter, QueryFault, SavedQuery, Study, Within};
use std::cmp::Reverse;

/// What was found, before anything of it is shown.
pub(crate) struct Findings {
    pub(crate) per: Per,
    pub(crate) found: Found,
    /// Where was looked.
    pub(crate) scope: Scope,
    /// By place.
    pub(crate) hits: Vec<RawHit>,
}

impl Findings {
    /// The units in which was looked and for which the query holds; with nothing asked, all in which was looked.
    pub(crate) fn units(&self, evaluation: &Evaluation) -> Set {
        let mut units = self.found.elements.clone();
        units.intersect_with(&evaluation.units().every());
        units
    }
}

impl SearchIndex {
    /// Answers a query over the units that pass `filter`. `study` must be the one the index was opened for.
    ///
    /// With `--code`, `--valence` or `--coder` a unit passes when one coding that belongs to it meets all of them;
    /// codings of a whole source belong to no unit.
    ///
    /// # Errors
    /// [`Problem::QueryInvalid`](draad_core::Problem::QueryInvalid) when neither query nor filter asks anything; the
    /// problems of names that the study does not have;
    /// [`Problem::IndexFailed`](draad_core::Problem::IndexFailed) when the index cannot be read.
    pub fn search(
        &self,
        study: &Study,
        query: &Query,
        filter: &Filter,
        options: &SearchOptions,
    ) -> Outcome<Answer> {
        if query.root.is_none() && filter.is_empty() {
            return Err(fault(QueryFault::Empty, 0));
        }
        let evaluation = self.evaluation(study);
        let findings = self.findings(&evaluation, query, filter, options.per)?;
        answer(&evaluation, findings, options).map_err(failed)
    }

    /// Returns the units, and the sources as a whole, for which a saved query holds.
    ///
    /// # Errors
    /// As [`SearchIndex::search`].
    pub fn within(&self, study: &Study, saved: &SavedQuery, query: &Query) -> Outcome<Within> {
        let evaluation = self.evaluation(study);
        let found = self.findings(&evaluation, query, &Filter::default(), Some(Per::Unit))?.found.elements;
        let units = evaluation.units();
        let source = |number: u32| &study.sources[units.source_of(number) as usize];
        let unit = |number: usize| {
            let (source, span) = (source(number as u32), units.span(study, number as u32)?);
            Some((source.id.clone(), source.text.char_span(span)))
        };
        let wholes = found.ones().filter(|number| units.is_whole(*number as u32));
        let wholes = wholes.map(|number| source(number as u32).id.clone());
        Ok(Within::new(saved.name.clone(), &saved.text, found.ones().filter_map(unit), wholes))
    }

    pub(crate) fn evaluation<'s>(&'s self, study: &'s Study) -> Evaluation<'s> {
        Evaluation {
            study,
            columns: &self.columns,
            segments: &self.segments,
            forms: &self.forms,
            fields: self.fields,
        }
    }

    pub(crate) fn findings(
        &self,
        evaluation: &Evaluation,
        query: &Query,
        filter: &Filter,
        per: Option<Per>,
    ) -> Outcome<Findings> {
        let ask = match &query.root {
            Some(root) => resolve(root, evaluation.study, evaluation.columns)?,
            None => Ask::All(Vec::new()),
        };
        let per = per.unwrap_or(match points_at_codings(&ask) {
            true => Per::Passage,
            false => Per::Hit,
        });
        findings(evaluation, &ask, filter, per).map_err(failed)
    }
}

/// Returns whether a query points at codings; beside words joined by `AND`, codings only say where to look.
fn points_at_codings(ask: &Ask) -> bool {
    match ask {
        Ask::Coding(_) => true,
        Ask::All(parts) if parts.iter().any(Ask::points_at_words) => {
            parts.iter().filter(|part| part.points_at_words()).any(points_at_codings)
        }
        Ask::All(parts) | Ask::Any(parts) => parts.iter().any(points_at_codings),
        Ask::Related(related) => points_at_codings(&related.left),
        Ask::Not(_) | Ask::Words(_) | Ask::Setting(_) => false,
    }
}

fn findings(evaluation: &Evaluation, ask: &Ask, filter: &Filter, per: Per) -> tantivy::Result<Findings> {
    let domain = match per {
        Per::Hit | Per::Passage | Per::Unit => Domain::Unit,
        Per::Source => Domain::Source,
        Per::Case => Domain::Case,
    };
    let mut scope = evaluation.scoping().filtered(filter);
    if let Some(rules) = coding_rules(evaluation, filter) {
        let coded = evaluation.codings(&rules, &scope);
        let mut units = evaluation.units().none();
        units.extend(coded.iter().map(|coding| coding.unit as usize));
        units.intersect_with(&evaluation.units().every());
        scope.keep_coded(units);
    }
    // what the fields at the top of a query leave is where was looked
    let found = match ask {
        Ask::All(parts) => {
            scope = evaluation.narrowed(parts, &scope);
            evaluation.find_all(parts, &scope, domain)?
        }
        _ => evaluation.find(ask, &scope, domain)?,
    };
    let mut hits = evaluation.gather(&found, &scope, domain)?;
    if per == Per::Passage {
        hits = passages(hits);
    }
    if per == Per::Unit {
        hits.dedup_by_key(|hit| hit.stretch.unit);
    }
    Ok(Findings { per, found, scope, hits })
}

fn coding_rules(evaluation: &Evaluation, filter: &Filter) -> Option<Vec<CodingRule>> {
    let mut rules = Vec::new();
    let mut ask = |asks| rules.push(CodingRule { asks, is_negated: false });
    let codebook = &evaluation.study.codebook;
    if let Some(codes) = filter.code_set(codebook) {
        let mut codes: Vec<usize> =
            codes.iter().filter_map(|code| codebook.codes.get_index_of(code)).collect();
        codes.sort_unstable();
        ask(CodingAsk::Codes(codes));
    }
    if !filter.valences.is_empty() {
        ask(CodingAsk::Valences(filter.valences.clone()));
    }
    if !filter.coders.is_empty() {
        ask(CodingAsk::Coders(filter.coders.clone()));
    }
    (!rules.is_empty()).then_some(rules)
}

fn answer(evaluation: &Evaluation, findings: Findings, options: &SearchOptions) -> tantivy::Result<Answer> {
    let mut hits: Vec<&RawHit> = findings.hits.iter().collect();
    if options.order == Order::Relevance {
        let weights = weights(evaluation, &findings)?;
        hits.sort_by_cached_key(|hit| Reverse(weights.of(hit.stretch.unit)));
    }
    let searched = Searched::new(evaluation, &findings);
    let maker = HitMaker::new(evaluation, &findings.found, options.context);
    let mut answer = Answer {
        per: findings.per,
        n_hits: hits.len(),
        n_units_found: searched.units_found.count_ones(..),
        n_units_searched: searched.units.count_ones(..),
        n_sources: searched.n_sources(evaluation, &searched.sources_found()),
        n_sources_searched: searched.n_sources(evaluation, &searched.units),
        ..Answer::default()
    };
    match findings.per {
        Per::Source | Per::Case => {
            answer.elements = elements(evaluation, &findings, &searched);
            answer.n_found = answer.elements.iter().filter(|element| element.found).count();
            answer.n_searched = Some(answer.elements.len());
        }
        Per::Unit => {
            answer.n_found = hits.len();
            answer.n_searched = Some(answer.n_units_searched);
        }
        Per::Hit | Per::Passage => answer.n_found = hits.len(),
    }
    match &options.by {
        Some(by) => {
            answer.groups = Grouping::new(evaluation, by).groups(&hits, &searched, &maker, options)?
        }
        None if matches!(findings.per, Per::Source | Per::Case) => {}
        None => {
            answer.hits = page(&hits, options).map(|hit| maker.hit(hit)).collect::<tantivy::Result<_>>()?
        }
    }
    Ok(answer)
}

/// The hits of the page asked for.
pub(crate) fn page<'h, 'l>(
    hits: &'l [&'h RawHit],
    options: &SearchOptions,
) -> impl Iterator<Item = &'h RawHit> + use<'h, 'l> {
    let first = options.offset.min(hits.len());
    let last = first.saturating_add(options.limit).min(hits.len());
    hits[first..last].iter().copied()
}
