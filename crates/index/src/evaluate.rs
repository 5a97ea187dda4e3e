//! Which units, sources or cases a query holds for, and what it points at in them.
//!
//! `AND`, `OR` and `NOT` hold within one unit of answer: a unit, a source or a case. Fields that say where, when and by
//! whom narrow where the rest of their group is looked for.

use crate::codings::CodedSpan;
use crate::columns::Columns;
use crate::forms::Forms;
use crate::gap::StudyGap;
use crate::gather::locate;
use crate::occurrences::{occurrences, units_with};
use crate::relation::related;
use crate::resolve::{Ask, CodingAsk, CodingRule, Related};
use crate::schema::Fields;
use crate::scope::{Scope, Scoping};
use crate::segments::Segments;
use crate::stretches::{Mark, Stretch};
use crate::terms::Terms;
use crate::units::{Set, Units};
use draad_core::Study;

/// Within what the operators of a query hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Domain {
    Unit,
    Source,
    Case,
}

/// What a query, or a part of one, holds for.
pub(crate) struct Found {
    /// Units, sources or cases.
    pub(crate) elements: Set,
    /// What is pointed at in them.
    pub(crate) pointers: Vec<Pointer>,
}

/// Something pointed at.
pub(crate) struct Pointer {
    pub(crate) points: Points,
    /// The units, sources or cases in which it counts.
    pub(crate) elements: Set,
}

/// What is pointed at.
pub(crate) enum Points {
    /// Words, in these units.
    Words { terms: Terms, units: Set },
    /// Stretches that were found already.
    Stretches(Vec<Stretch>),
}

/// Answers the parts of a query.
pub(crate) struct Evaluation<'s> {
    pub(crate) study: &'s Study,
    pub(crate) columns: &'s Columns,
    pub(crate) segments: &'s Segments,
    pub(crate) forms: &'s Forms,
    pub(crate) fields: Fields,
}

impl<'s> Evaluation<'s> {
    pub(crate) fn units(&self) -> &'s Units {
        &self.columns.units
    }

    pub(crate) fn scoping(&self) -> Scoping<'s> {
        Scoping { study: self.study, columns: self.columns }
    }

    /// Returns what `ask` holds for in a scope.
    pub(crate) fn find(&self, ask: &Ask, scope: &Scope, domain: Domain) -> tantivy::Result<Found> {
        match ask {
            Ask::All(parts) => self.find_all(parts, &self.narrowed(parts, scope), domain),
            Ask::Any(parts) => {
                let mut any = Found { elements: self.empty(domain), pointers: Vec::new() };
                for part in parts {
                    let found = self.find(part, scope, domain)?;
                    any.elements.union_with(&found.elements);
                    any.pointers.extend(found.pointers);
                }
                Ok(any)
            }
            Ask::Not(inner) => {
                let mut elements = self.universe(scope, domain);
                elements.difference_with(&self.find(inner, scope, domain)?.elements);
                Ok(Found { elements, pointers: Vec::new() })
            }
            Ask::Words(pattern) => {
                let terms = Terms::look_up(pattern, self.forms, self.segments, self.fields)?;
                let units = units_with(&terms, self.segments, &scope.units)?;
                let elements = self.elements_of(&units, scope, domain);
                let points = Points::Words { terms, units };
                Ok(Found { elements: elements.clone(), pointers: vec![Pointer { points, elements }] })
            }
            Ask::Coding(rules) => Ok(self.found(self.codings(rules, scope), scope, domain)),
            Ask::Setting(_) => {
                let narrowed = self.scoping().narrowed(scope, ask);
                let mut units = narrowed.units.clone();
                units.intersect_with(&self.units().every());
                let elements = self.elements_of(&units, &narrowed, domain);
                Ok(Found { elements, pointers: Vec::new() })
            }
            Ask::Related(relation) => {
                let stretches = self.related(relation, scope)?;
                Ok(self.found(stretches, scope, domain))
            }
        }
    }

    /// Returns what the parts that only say where, when and by whom leave of a scope.
    pub(crate) fn narrowed(&self, parts: &[Ask], scope: &Scope) -> Scope {
        let settings = parts.iter().filter(|part| part.is_setting());
        settings.fold(scope.clone(), |scope, part| self.scoping().narrowed(&scope, part))
    }

    /// Returns what all parts hold for in a scope that is already narrowed to those that say where, when and by whom.
    pub(crate) fn find_all(&self, parts: &[Ask], scope: &Scope, domain: Domain) -> tantivy::Result<Found> {
        let mut all: Option<Found> = None;
        let has_words = parts.iter().any(Ask::points_at_words);
        for part in parts.iter().filter(|part| !part.is_setting()) {
            let mut found = self.find(part, scope, domain)?;
            if has_words && !part.points_at_words() {
                found.pointers.clear(); // beside words, codings say where to look and are not looked for
            }
            match &mut all {
                None => all = Some(found),
                Some(all) => {
                    all.elements.intersect_with(&found.elements);
                    all.pointers.extend(found.pointers);
                }
            }
        }
        let mut all =
            all.unwrap_or_else(|| Found { elements: self.universe(scope, domain), pointers: Vec::new() });
        for pointer in &mut all.pointers {
            pointer.elements.intersect_with(&all.elements);
        }
        Ok(all)
    }

    fn found(&self, stretches: Vec<Stretch>, scope: &Scope, domain: Domain) -> Found {
        let mut elements = self.empty(domain);
        for stretch in &stretches {
            self.insert_element(&mut elements, stretch, scope, domain);
        }
        let points = Points::Stretches(stretches);
        Found { elements: elements.clone(), pointers: vec![Pointer { points, elements }] }
    }

    fn insert_element(&self, elements: &mut Set, stretch: &Stretch, scope: &Scope, domain: Domain) {
        match (domain, stretch.mark) {
            (Domain::Unit, _) => elements.insert(stretch.unit as usize),
            (Domain::Source, _) => elements.insert(stretch.source as usize),
            (Domain::Case, Mark::Coding { case, .. }) => elements.insert(case as usize),
            (Domain::Case, _) => self.insert_cases(elements, stretch.unit, scope),
        }
    }

    fn insert_cases(&self, elements: &mut Set, unit: u32, scope: &Scope) {
        for &case in self.columns.settings(self.study).cases(self.units(), unit) {
            if scope.cases.contains(case as usize) {
                elements.insert(case as usize);
            }
        }
    }

    fn empty(&self, domain: Domain) -> Set {
        match domain {
            Domain::Unit => self.units().none(),
            Domain::Source => Set::with_capacity(self.study.sources.len()),
            Domain::Case => Set::with_capacity(self.study.cases.len()),
        }
    }

    /// Everything there is in a scope: its units, the sources that have such units, or its cases, with or without units.
    pub(crate) fn universe(&self, scope: &Scope, domain: Domain) -> Set {
        if domain == Domain::Case {
            return scope.cases.clone();
        }
        let mut units = scope.units.clone();
        units.intersect_with(&self.units().every());
        self.elements_of(&units, scope, domain)
    }

    /// The units, sources or cases to which units belong.
    pub(crate) fn elements_of(&self, units: &Set, scope: &Scope, domain: Domain) -> Set {
        if domain == Domain::Unit {
            return units.clone();
        }
        let mut elements = self.empty(domain);
        for unit in units.ones() {
            match domain {
                Domain::Case => self.insert_cases(&mut elements, unit as u32, scope),
                _ => elements.insert(self.units().source_of(unit as u32) as usize),
            }
        }
        elements
    }

    /// Codings in a scope that meet all rules, by place.
    pub(crate) fn codings(&self, rules: &[CodingRule], scope: &Scope) -> Vec<Stretch> {
        let codings = self.columns.codings(self.study);
        let codes = rules.iter().find_map(|rule| match &rule.asks {
            CodingAsk::Codes(codes) if !rule.is_negated => Some(codes),
            _ => None,
        });
        let passes = |span: &&CodedSpan| {
            scope.of_codings.contains(span.unit as usize)
                && scope.cases.contains(span.case as usize)
                && self.meets(span, rules)
        };
        match codes {
            Some(codes) => {
                let own = codings.with_codes(codes.iter().copied());
                own.iter().map(|&idx| &codings.spans[idx as usize]).filter(passes).map(stretch).collect()
            }
            None => codings.spans.iter().filter(passes).map(stretch).collect(),
        }
    }

    fn meets(&self, span: &CodedSpan, rules: &[CodingRule]) -> bool {
        // looked up only for what the columns do not have
        let coding = || &self.study.codings[span.coding as usize];
        let is_named = |rule: &CodingRule| {
            !rule.is_negated
                && matches!(&rule.asks, CodingAsk::Coders(coders) if coders.contains(&coding().coder))
        };
        let meets = |rule: &CodingRule| match &rule.asks {
            CodingAsk::Codes(codes) => codes.binary_search(&(span.code as usize)).is_ok(),
            CodingAsk::Valences(valences) => span.valence.is_some_and(|valence| valences.contains(&valence)),
            CodingAsk::Coders(coders) => coders.contains(&coding().coder),
            CodingAsk::Memo(words) => words.iter().any(|words| words.stand_in(&coding().memo)),
            CodingAsk::Weights(ranges) => coding()
                .weight
                .is_some_and(|weight| ranges.iter().any(|(low, high)| *low <= weight && weight <= *high)),
        };
        // who is named counts, whatever the study's policy says
        (span.counts || rules.iter().any(is_named)) && rules.iter().all(|rule| meets(rule) != rule.is_negated)
    }

    /// Stretches of the left that stand in the relation to one of the right, or, negated, to none.
    fn related(&self, relation: &Related, scope: &Scope) -> tantivy::Result<Vec<Stretch>> {
        let is_words =
            relation.left.is_words() && relation.right.is_words() && relation.relation.is_in_words();
        let mut left = self.stretches(&relation.left, scope)?;
        let mut right = self.stretches(&relation.right, scope)?;
        if is_words {
            self.count_in_words(&mut left);
            self.count_in_words(&mut right);
        } else {
            let near = self.near_each_other(&left, &right, relation);
            left.retain(|stretch| near.0.contains(stretch.source as usize));
            right.retain(|stretch| near.1.contains(stretch.source as usize));
            left = locate(self.study, self.units(), left);
            right = locate(self.study, self.units(), right);
        }
        let gap = StudyGap { study: self.study, units: self.units(), segments: self.segments, is_words };
        let holds = related(&left, &right, relation.relation, &gap);
        let kept = left.into_iter().zip(holds).filter(|(_, holds)| *holds != relation.is_negated);
        Ok(kept.map(|(stretch, _)| stretch).collect())
    }

    /// Sources of the left, and of the right, that matter: those that both have, and where none must be near all of the
    /// left's.
    fn near_each_other(&self, left: &[Stretch], right: &[Stretch], relation: &Related) -> (Set, Set) {
        let n_sources = self.study.sources.len();
        let left = crate::stretches::sources_of(left, n_sources);
        let mut both = crate::stretches::sources_of(right, n_sources);
        both.intersect_with(&left);
        let kept = if relation.is_negated { left } else { both.clone() };
        (kept, both)
    }

    fn count_in_words(&self, stretches: &mut [Stretch]) {
        for stretch in stretches.iter_mut() {
            if let Mark::Words { first_word, n_words } = stretch.mark {
                stretch.start = self.segments.first_word(stretch.unit) + first_word;
                stretch.end = stretch.start + n_words;
            }
        }
    }

    /// What a part of a query points at, by source and place. Words are not located in the text yet: they are known by
    /// unit and word.
    pub(crate) fn stretches(&self, ask: &Ask, scope: &Scope) -> tantivy::Result<Vec<Stretch>> {
        let mut found = match ask {
            Ask::Words(pattern) => {
                let terms = Terms::look_up(pattern, self.forms, self.segments, self.fields)?;
                self.words(&terms, &scope.units)?
            }
            Ask::Coding(rules) => {
                let mut codings = self.codings(rules, scope);
                codings.retain(|coding| coding.start < coding.end);
                codings
            }
            Ask::Any(parts) => {
                let mut any = Vec::new();
                for part in parts {
                    any.extend(self.stretches(part, scope)?);
                }
                any
            }
            Ask::Related(relation) => self.related(relation, scope)?,
            Ask::All(_) | Ask::Not(_) | Ask::Setting(_) => {
                let found = self.find(ask, scope, Domain::Unit)?;
                let hits = self.gather(&found, scope, Domain::Unit)?;
                hits.into_iter()
                    .map(|hit| hit.stretch)
                    .filter(|stretch| !self.units().is_whole(stretch.unit))
                    .collect()
            }
        };
        found.sort();
        found.dedup();
        Ok(found)
    }

    /// Occurrences of words in units, by unit and word.
    pub(crate) fn words(&self, terms: &Terms, units: &Set) -> tantivy::Result<Vec<Stretch>> {
        let found = occurrences(terms, self.segments, units)?;
        let stretch = |occurrence: crate::occurrences::Occurrence| Stretch {
            source: self.units().source_of(occurrence.unit),
            start: 0,
            end: 0,
            unit: occurrence.unit,
            mark: Mark::Words { first_word: occurrence.first_word, n_words: occurrence.n_words },
        };
        Ok(found.into_iter().map(stretch).collect())
    }
}

fn stretch(span: &CodedSpan) -> Stretch {
    Stretch {
        source: span.source,
        start: span.start,
        end: span.end,
        unit: span.unit,
        mark: Mark::Coding { coding: span.coding, case: span.case },
    }
}
