//! The cells of the case × factor table. What there is per case is grouped with polars; what stands in a cell is a run of
//! sorted passages, so cells are counted run by run.

use crate::directions::Pointing;
use crate::frame::{count, frame, rows, total};
use crate::groups::{Grouping, Kinds};
use crate::hits::{Hit, Rows, Stretch, distinct, hits, n_passages_per_row, passages};
use crate::material::{Words, material, n_covered, sources_read};
use crate::token::{Part, n_words};
use crate::{Cell, CellState, Directions};
use draad_core::facts::{Fact, Facts, Setting};
use draad_core::settings::Role;
use draad_core::{CharSpan, KindId, RoleId, Study, diagnostic::Outcome};
use polars::prelude::col;
use rayon::prelude::*;

/// Where factors and cases stand in the table.
pub(crate) struct Layout {
    /// Number of factors.
    pub(crate) n_factors: usize,
    /// Number of cases.
    pub(crate) n_cases: usize,
    /// Per row of the hits the position of its factor; nothing where it is not shown.
    pub(crate) factor_of_row: Vec<Option<u32>>,
    /// Per case of the study the position of its column; nothing where it does not pass.
    pub(crate) column_of_case: Vec<Option<u32>>,
}

impl Layout {
    fn column(&self, case: u32) -> usize {
        self.column_of_case[case as usize].expect("facts hold only cases that pass") as usize
    }

    /// Returns the number of a cell.
    fn cell(&self, hit: &Hit) -> usize {
        let factor = self.factor_of_row[hit.row as usize].expect("a row with a coding is shown");
        (hit.group as usize * self.n_factors + factor as usize) * self.n_cases + self.column(hit.case)
    }

    /// Returns the number of a case within a group.
    fn slot(&self, group: u32, case: u32) -> usize {
        group as usize * self.n_cases + self.column(case)
    }
}

/// Material and codings of one case in one group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Slot {
    /// Characters of material.
    pub(crate) n_chars: u64,
    /// Those of them in sources that somebody coded in.
    pub(crate) n_sought_chars: u64,
    /// Words of material, where they are counted.
    pub(crate) n_words: Option<u64>,
    /// Sources with material.
    pub(crate) n_sources: usize,
    /// Codings.
    pub(crate) n_codings: usize,
    /// Passages over all codes, each with its own codings only.
    pub(crate) n_passages: usize,
    /// Codings in the source that holds most of them.
    pub(crate) top_source_codings: usize,
    /// That source, as a position in the study's sources; the first of several.
    pub(crate) top_source: Option<u32>,
}

impl Slot {
    fn add(&mut self, source: u32, n_codings: usize) {
        self.n_codings += n_codings;
        let is_first = self.top_source.is_none_or(|top| source < top);
        if n_codings > self.top_source_codings || n_codings == self.top_source_codings && is_first {
            self.top_source_codings = n_codings;
            self.top_source = Some(source);
        }
    }
}

/// What stands in a cell with codings; see [`Cell`].
#[derive(Default)]
struct Counted {
    n_codings: usize,
    /// Passages by direction.
    passages: Directions,
    n_sources: usize,
    top_source_codings: usize,
    kinds: Vec<KindId>,
    roles: Vec<RoleId>,
    n_speakers: usize,
    n_kind_role_pairs: usize,
    chars_summed: u64,
    chars_union: u64,
    chars_covered: u64,
}

/// Everything that cells are counted from, laid out by the values of the further key.
pub(crate) struct Tally<'s> {
    study: &'s Study,
    facts: &'s Facts,
    kinds: &'s Kinds<'s>,
    pub(crate) grouping: Grouping<'s>,
    material: Vec<Words>,
    pub(crate) hits: Vec<Hit>,
    pub(crate) passages: Vec<Stretch>,
    /// Passages of every code with its own codings only, and the hits they are made of.
    own: (Vec<Hit>, Vec<Stretch>),
}

impl<'s> Tally<'s> {
    /// Lays out material, codings and passages.
    pub(crate) fn new(
        study: &'s Study,
        facts: &'s Facts,
        kinds: &'s Kinds<'s>,
        rows: &Rows,
        grouping: Grouping<'s>,
    ) -> Self {
        let group = |fact: &Fact| grouping.of_fact(fact);
        let laid = |rows: &Rows| {
            let hits = hits(facts, rows, group);
            let passages = passages(&hits);
            (hits, passages)
        };
        let own = Rows::own(&study.codebook);
        let ((hits, passages), own) = rayon::join(|| laid(rows), || laid(&own));
        Self { study, facts, kinds, material: material(facts, &grouping), passages, hits, own, grouping }
    }

    /// Returns what there is per case, group by group.
    pub(crate) fn slots(&self, layout: &Layout) -> Outcome<Vec<Slot>> {
        let mut slots = vec![Slot::default(); self.grouping.groups.len() * layout.n_cases];
        let sources: Vec<&[Words]> = self.material.chunk_by(|a, b| a.place() == b.place()).collect();
        let n_chars = |words: &[Words]| -> u64 { words.iter().map(|words| u64::from(words.n_chars())).sum() };
        let is_read = sources_read(self.study, self.facts);
        let n_sought = |words: &[Words]| if is_read[words[0].source as usize] { n_chars(words) } else { 0 };
        let query = frame([
            ("slot", sources.iter().map(|words| layout.slot(words[0].group, words[0].case) as u64).collect()),
            ("chars", sources.iter().map(|words| n_chars(words)).collect()),
            ("sought", sources.iter().map(|words| n_sought(words)).collect()),
        ])?
        .group_by([col("slot")])
        .agg([count("sources"), total("chars"), total("sought")]);
        for [slot, sources, chars, sought] in rows(query, ["slot", "sources", "chars", "sought"])? {
            slots[slot as usize].n_sources = sources as usize;
            slots[slot as usize].n_chars = chars;
            slots[slot as usize].n_sought_chars = sought;
        }
        let codings = || self.facts.codings.iter();
        let slot = |fact| layout.slot(self.grouping.of_fact(fact), fact.case) as u64;
        let query = frame([
            ("slot", codings().map(slot).collect()),
            ("source", codings().map(|fact| u64::from(fact.source)).collect()),
        ])?
        .group_by([col("slot"), col("source")])
        .agg([count("codings")]);
        for [slot, source, codings] in rows(query, ["slot", "source", "codings"])? {
            slots[slot as usize].add(source as u32, codings as usize);
        }
        let (hits, passages) = &self.own;
        for passage in passages {
            let first = &hits[passage.hits.start];
            slots[layout.slot(first.group, first.case)].n_passages += 1;
        }
        Ok(slots)
    }

    /// Returns how many passages there are over all codes, words that belong to several cases counted once.
    pub(crate) fn n_own_passages(&self) -> usize {
        let (hits, passages) = &self.own;
        n_passages_per_row(self.study.codebook.codes.len(), hits, passages).iter().sum()
    }

    /// Returns the cells, group by group, factor by factor, case by case.
    pub(crate) fn cells(&self, layout: &Layout, slots: &[Slot]) -> Outcome<Vec<Cell>> {
        let mut cells = Vec::with_capacity(slots.len() * layout.n_factors);
        for group in slots.chunks(layout.n_cases) {
            for _ in 0..layout.n_factors {
                cells.extend(group.iter().map(Cell::without_codings));
            }
        }
        self.count(&mut cells, layout);
        if slots.first().is_some_and(|slot| slot.n_words.is_some()) {
            self.count_words(&mut cells, layout);
        }
        add_factor_totals(&mut cells, layout);
        Ok(cells)
    }

    /// Counts the words of the material, for the cells to be made from.
    pub(crate) fn count_material_words(&self, slots: &mut [Slot], layout: &Layout) {
        let (mut parts, mut places) = (Vec::with_capacity(self.material.len()), Vec::new());
        for same in self.material.chunk_by(|a, b| a.place() == b.place()) {
            let part = |words: &Words| {
                let (start, end) = words.chars();
                Part { source: words.source, place: places.len(), start, end }
            };
            parts.extend(same.iter().map(part));
            places.push(layout.slot(same[0].group, same[0].case));
        }
        slots.iter_mut().for_each(|slot| slot.n_words = Some(0));
        for (part, n) in parts.iter().zip(n_words(self.study, &parts)) {
            *slots[places[part.place]].n_words.get_or_insert(0) += n;
        }
    }

    /// Counts the words of the passages.
    fn count_words(&self, cells: &mut [Cell], layout: &Layout) {
        let place = |passage: &Stretch| self.first_hit(passage).place();
        let (mut parts, mut places) = (Vec::with_capacity(self.passages.len()), Vec::new());
        for same in self.passages.chunk_by(|a, b| place(a) == place(b)) {
            let first = self.first_hit(&same[0]);
            let part = |chars: CharSpan| {
                let (start, end) = (chars.start.0, chars.end.0);
                Part { source: first.source, place: places.len(), start, end }
            };
            parts.extend(same.iter().filter_map(|passage| passage.chars).map(part));
            places.push(layout.cell(first));
        }
        for (part, n) in parts.iter().zip(n_words(self.study, &parts)) {
            *cells[places[part.place]].n_words.get_or_insert(0) += n;
        }
    }

    /// Counts what stands in each cell with codings. Passages stand in the order of cells, so each cell is a run of them;
    /// rows are counted side by side.
    fn count(&self, cells: &mut [Cell], layout: &Layout) {
        let row = |passage: &Stretch| {
            let hit = self.first_hit(passage);
            (hit.group, hit.row)
        };
        let case = |passage: &Stretch| self.first_hit(passage).case;
        let rows: Vec<&[Stretch]> = self.passages.chunk_by(|a, b| row(a) == row(b)).collect();
        let counted: Vec<Vec<(usize, Counted)>> = rows
            .par_iter()
            .map(|row| {
                let cells = row.chunk_by(|a, b| case(a) == case(b));
                cells.map(|run| (layout.cell(self.first_hit(&run[0])), self.counted(run))).collect()
            })
            .collect();
        for (cell, counted) in counted.into_iter().flatten() {
            cells[cell].set(counted);
        }
    }

    /// Counts the passages of one cell.
    fn counted(&self, passages: &[Stretch]) -> Counted {
        let mut counted = Counted::default();
        let source = |passage: &Stretch| self.first_hit(passage).source;
        for of_source in passages.chunk_by(|a, b| source(a) == source(b)) {
            let n_codings = of_source.iter().map(|passage| passage.hits.len()).sum();
            counted.n_sources += 1;
            counted.top_source_codings = counted.top_source_codings.max(n_codings);
            counted.n_codings += n_codings;
            of_source.iter().for_each(|passage| self.add(&mut counted, passage));
        }
        let hits = &self.hits[passages[0].hits.start..passages[passages.len() - 1].hits.end];
        self.collect_voices(&mut counted, hits);
        counted
    }

    fn add(&self, counted: &mut Counted, passage: &Stretch) {
        let hits = &self.hits[passage.hits.clone()];
        counted.passages += Pointing::of(self.facts, &self.hits, passage);
        counted.chars_summed += hits.iter().map(|hit| u64::from(hit.n_chars())).sum::<u64>();
        counted.chars_union += u64::from(passage.n_chars());
        counted.chars_covered += u64::from(self.n_covered(passage));
    }

    fn first_hit(&self, passage: &Stretch) -> &Hit {
        &self.hits[passage.hits.start]
    }

    fn n_covered(&self, passage: &Stretch) -> u32 {
        let Hit { group, case, source, .. } = *self.first_hit(passage);
        passage.chars.map_or(0, |chars| n_covered(&self.material, (group, case, source), chars))
    }

    /// Fills in kinds, roles and speakers from the hits of a cell.
    fn collect_voices(&self, counted: &mut Counted, hits: &[Hit]) {
        let kind = |hit: &Hit| self.kinds.of_source[hit.source as usize];
        let role = |hit: &Hit| self.answering(hit)?.role;
        let kinds = distinct(hits.iter().map(kind));
        let roles = distinct(hits.iter().filter_map(role));
        counted.kinds = kinds.into_iter().map(|kind| self.kinds.ids[kind as usize].clone()).collect();
        counted.roles = roles.into_iter().map(|role| self.role(role).id.clone()).collect();
        counted.n_speakers = distinct(hits.iter().filter_map(|hit| self.answering(hit)?.speaker)).len();
        counted.n_kind_role_pairs =
            distinct(hits.iter().filter_map(|hit| Some((kind(hit), role(hit)?)))).len();
    }

    fn role(&self, role: u32) -> &Role {
        &self.study.settings.roles[role as usize]
    }

    /// Returns by whom something was said, unless it was somebody who asks the questions.
    fn answering(&self, hit: &Hit) -> Option<Setting> {
        let setting = self.facts.codings[hit.fact as usize].setting;
        (!setting.asks(self.study)).then_some(setting)
    }
}

impl Cell {
    fn without_codings(slot: &Slot) -> Self {
        let has_material = slot.n_sources > 0;
        Self {
            state: if has_material { CellState::NotFound } else { CellState::NoMaterial },
            n_codings: 0,
            n_passages: 0,
            n_promoting: 0,
            n_hindering: 0,
            n_ambivalent: 0,
            n_without_direction: 0,
            n_sources: 0,
            top_source_codings: 0,
            kinds: Vec::new(),
            roles: Vec::new(),
            n_speakers: 0,
            n_kind_role_pairs: 0,
            chars_summed: 0,
            chars_union: 0,
            chars_covered: 0,
            material_chars: slot.n_chars,
            sought_chars: slot.n_sought_chars,
            material_sources: slot.n_sources,
            n_words: slot.n_words.map(|_| 0),
            material_words: slot.n_words,
            case_codings: slot.n_codings,
            case_passages: slot.n_passages,
            factor_codings: 0,
        }
    }

    fn set(&mut self, counted: Counted) {
        self.n_codings = counted.n_codings;
        self.n_passages = counted.passages.passages;
        self.n_promoting = counted.passages.promoting;
        self.n_hindering = counted.passages.hindering;
        self.n_ambivalent = counted.passages.ambivalent;
        self.n_without_direction = counted.passages.without;
        self.n_sources = counted.n_sources;
        self.top_source_codings = counted.top_source_codings;
        self.kinds = counted.kinds;
        self.roles = counted.roles;
        self.n_speakers = counted.n_speakers;
        self.n_kind_role_pairs = counted.n_kind_role_pairs;
        self.chars_summed = counted.chars_summed;
        self.chars_union = counted.chars_union;
        self.chars_covered = counted.chars_covered;
        self.state = counted.passages.state().expect("a cell that is counted has passages");
    }
}

impl CellState {
    /// Returns what a cell with codings says, by which valences its passages have.
    pub(crate) fn of(promoting: bool, hindering: bool, ambivalent: bool) -> Self {
        match (promoting, hindering, ambivalent) {
            (true, true, _) => CellState::Both,
            (true, false, _) => CellState::Promoting,
            (false, true, _) => CellState::Hindering,
            (false, false, true) => CellState::Ambivalent,
            (false, false, false) => CellState::Coded,
        }
    }
}

fn add_factor_totals(cells: &mut [Cell], layout: &Layout) {
    for cells_of_factor in cells.chunks_mut(layout.n_cases) {
        let total = cells_of_factor.iter().map(|cell| cell.n_codings).sum();
        for cell in cells_of_factor {
            cell.factor_codings = total;
        }
    }
}
