//! Collects by name what stands behind each coded cell: the hits of a cell stand together.

use super::{Support, TriangulatedFactor, Triangulation};
use crate::groups::Kinds;
use crate::hits::{Hit, Rows, distinct, hits};
use crate::{CasesByFactors, CellState, Options, Thresholds};
use draad_core::facts::{Fact, Facts, Setting};
use draad_core::{RoleId, Study, Valence, diagnostic::Outcome};
use rayon::prelude::*;
use std::collections::BTreeMap;

impl Triangulation {
    /// Collects what stands behind each coded cell, from facts that were collected with the filter of `options`. The
    /// further key is not used: kinds, roles and phases are in the result by name.
    ///
    /// # Errors
    /// The filter or the outcome names something that the study does not have; or no case passes.
    pub fn from_facts(study: &Study, facts: &Facts, options: &Options) -> Outcome<Self> {
        let options = Options { by: None, words: false, ..options.clone() };
        let table = CasesByFactors::from_facts(study, facts, &options)?;
        let kinds = Kinds::new(study);
        let rows = Rows::new(&study.codebook, &options.filter, !options.unfolded);
        let hits = hits(facts, &rows, |_| 0);
        let collected = Collected { study, facts, kinds: &kinds, places: Places::new(study, &table, &rows) };
        let place = |hit: &Hit| (hit.row, hit.case);
        let coded: Vec<&[Hit]> = hits.chunk_by(|a, b| place(a) == place(b)).collect();
        let mut cells: Vec<Support> = coded.par_iter().map(|hits| collected.support(&table, hits)).collect();
        cells.par_sort_by_key(|cell| (cell.factor, cell.case));
        let mut found = Self {
            basis: table.basis.clone(),
            outcome_groups: table.outcome_groups.clone(),
            cases: table.cases.clone(),
            factors: Vec::new(),
            cells,
        };
        found.factors = (0..table.factors.len()).map(|factor| found.factor(&table, factor)).collect();
        Ok(found)
    }

    fn factor(&self, table: &CasesByFactors, factor: usize) -> TriangulatedFactor {
        let thresholds: &Thresholds = &self.basis.thresholds;
        let count = |holds: &dyn Fn(&Support) -> bool| {
            self.cells_of(factor).iter().filter(|cell| holds(cell)).count()
        };
        let has_none = |case: &usize| table.cell(0, factor, *case).state == CellState::NoMaterial;
        TriangulatedFactor {
            factor: table.factors[factor].clone(),
            no_material: (0..self.cases.len()).filter(has_none).collect(),
            n_enough_kinds: count(&|cell| cell.kinds.len() >= thresholds.kinds),
            n_enough_roles: count(&|cell| cell.roles.len() >= thresholds.roles),
            n_triangulated: count(&|cell| cell.is_triangulated(thresholds)),
            n_single_source: count(&Support::is_single_source),
            n_dominated: count(&|cell| cell.is_dominated(thresholds)),
            n_contradicted: count(&|cell| cell.is_contradicted),
        }
    }
}

/// Where rows and cases stand in the table.
struct Places {
    factor_of_row: Vec<Option<usize>>,
    column_of_case: Vec<Option<usize>>,
}

impl Places {
    fn new(study: &Study, table: &CasesByFactors, rows: &Rows) -> Self {
        let factors: BTreeMap<_, _> =
            table.factors.iter().zip(0..).map(|(factor, place)| (&factor.id, place)).collect();
        let columns: BTreeMap<_, _> =
            table.cases.iter().zip(0..).map(|(case, place)| (&case.id, place)).collect();
        let of_row = |&code: &u32| factors.get(&study.codebook.codes[code as usize].id).copied();
        Self {
            factor_of_row: rows.codes.iter().map(of_row).collect(),
            column_of_case: study.cases.keys().map(|id| columns.get(id).copied()).collect(),
        }
    }
}

/// Everything that a cell is collected from.
struct Collected<'s> {
    study: &'s Study,
    facts: &'s Facts,
    kinds: &'s Kinds<'s>,
    places: Places,
}

impl Collected<'_> {
    /// Names what stands behind a cell with these hits.
    fn support(&self, table: &CasesByFactors, hits: &[Hit]) -> Support {
        let factor = self.places.factor_of_row[hits[0].row as usize].expect("a row with a coding is shown");
        let case = self.places.column_of_case[hits[0].case as usize].expect("facts hold cases that pass");
        let cell = table.cell(0, factor, case);
        let kind = |hit: &Hit| self.kinds.of_source[hit.source as usize];
        let role = |hit: &Hit| self.answering(hit)?.role;
        let sources: Vec<&[Hit]> = hits.chunk_by(|a, b| a.source == b.source).collect();
        let pairs = distinct(hits.iter().filter_map(|hit| Some((kind(hit), role(hit)?))));
        let phases = distinct(hits.iter().filter_map(|hit| self.fact(hit).setting.phase));
        let source_id = |source: u32| self.study.sources[source as usize].id.clone();
        // the first of several with most
        let top = sources.iter().rev().max_by_key(|hits| hits.len()).expect("a coded cell has sources");
        let id_of_kind = |kind: u32| self.kinds.ids[kind as usize].clone();
        let voices = Voices::new(hits.iter().map(|hit| (self.fact(hit), role(hit))));
        Support {
            factor,
            case,
            state: cell.state,
            n_codings: cell.n_codings,
            n_passages: cell.n_passages,
            sources: sources.iter().map(|hits| source_id(hits[0].source)).collect(),
            kinds: cell.kinds.clone(),
            roles: cell.roles.clone(),
            phases: phases.into_iter().map(|p| self.study.settings.phases[p as usize].id.clone()).collect(),
            pairs: pairs.into_iter().map(|(kind, role)| (id_of_kind(kind), self.role_id(role))).collect(),
            n_speakers: cell.n_speakers,
            top_source: source_id(top[0].source),
            top_source_codings: top.len(),
            promoting_roles: voices.roles(Valence::Promoting).map(|role| self.role_id(role)).collect(),
            hindering_roles: voices.roles(Valence::Hindering).map(|role| self.role_id(role)).collect(),
            is_contradicted: voices.contradict(),
        }
    }

    fn fact(&self, hit: &Hit) -> &Fact {
        &self.facts.codings[hit.fact as usize]
    }

    fn role_id(&self, role: u32) -> RoleId {
        self.study.settings.roles[role as usize].id.clone()
    }

    /// Returns by whom something was said, unless it was somebody who asks the questions.
    fn answering(&self, hit: &Hit) -> Option<Setting> {
        let setting = self.fact(hit).setting;
        (!setting.asks(self.study)).then_some(setting)
    }
}

/// Which roles say of which code that it promotes or hinders.
struct Voices {
    /// Code, direction and role, each once, sorted.
    said: Vec<(u32, Valence, u32)>,
}

impl Voices {
    fn new<'f>(codings: impl Iterator<Item = (&'f Fact, Option<u32>)>) -> Self {
        let directed = codings.filter_map(|(fact, role)| Some((fact.code, fact.valence?, role?)));
        Self { said: distinct(directed) }
    }

    /// Returns the roles that speak of one direction, in order.
    fn roles(&self, direction: Valence) -> impl Iterator<Item = u32> {
        let of_direction = self.said.iter().filter(move |(_, valence, _)| *valence == direction);
        distinct(of_direction.map(|(.., role)| *role)).into_iter()
    }

    /// Returns whether of some code one role has a promoting and another a hindering coding.
    fn contradict(&self) -> bool {
        let differ = |said: &[(u32, Valence, u32)]| {
            let of = |direction| said.iter().filter(move |(_, valence, _)| *valence == direction);
            of(Valence::Promoting).any(|(.., a)| of(Valence::Hindering).any(|(.., b)| a != b))
        };
        self.said.chunk_by(|a, b| a.0 == b.0).any(differ)
    }
}
