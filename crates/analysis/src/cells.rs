//! The cells of the case × factor table, counted with polars over columns of positions.

use crate::frame::{count, frame, rows, total};
use crate::groups::{Grouping, Kinds};
use crate::hits::{Hit, Rows, Stretch, hits, passages};
use crate::material::{Words, material, n_covered};
use crate::{Cell, CellState};
use draad_core::facts::{Facts, Setting};
use draad_core::{Study, Valence, diagnostic::Outcome};
use polars::prelude::col;

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
    fn column(&self, case: u32) -> u32 {
        self.column_of_case[case as usize].expect("facts hold only cases that pass")
    }

    /// Returns the number of a cell.
    fn cell(&self, hit: &Hit) -> u32 {
        let factor = self.factor_of_row[hit.row as usize].expect("a row with a coding is shown");
        (hit.group * self.n_factors as u32 + factor) * self.n_cases as u32 + self.column(hit.case)
    }

    /// Returns the number of a case within a group.
    fn slot(&self, group: u32, case: u32) -> u32 {
        group * self.n_cases as u32 + self.column(case)
    }
}

/// Material and codings of one case in one group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Slot {
    /// Characters of material.
    pub(crate) n_chars: u64,
    /// Sources with material.
    pub(crate) n_sources: usize,
    /// Codings.
    pub(crate) n_codings: usize,
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

/// Everything that cells are counted from, laid out by the values of the further key.
pub(crate) struct Tally<'s> {
    study: &'s Study,
    facts: &'s Facts,
    kinds: &'s Kinds<'s>,
    pub(crate) grouping: Grouping<'s>,
    material: Vec<Words>,
    pub(crate) hits: Vec<Hit>,
    pub(crate) passages: Vec<Stretch>,
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
        let hits = hits(facts, rows, |fact| grouping.of_fact(fact));
        Self {
            study,
            facts,
            kinds,
            material: material(facts, &grouping),
            passages: passages(&hits),
            hits,
            grouping,
        }
    }

    /// Returns what there is per case, group by group.
    pub(crate) fn slots(&self, layout: &Layout) -> Outcome<Vec<Slot>> {
        let mut slots = vec![Slot::default(); self.grouping.groups.len() * layout.n_cases];
        let material = || self.material.iter();
        let query = frame([
            (
                "slot",
                material()
                    .map(|words| layout.slot(words.group, words.case))
                    .collect(),
            ),
            ("source", material().map(|words| words.source).collect()),
            ("chars", material().map(Words::n_chars).collect()),
        ])?
        .group_by([col("slot"), col("source")])
        .agg([total("chars")])
        .group_by([col("slot")])
        .agg([total("chars"), count().alias("sources")]);
        for [slot, chars, sources] in rows(query, ["slot", "chars", "sources"])? {
            slots[slot as usize].n_chars = chars;
            slots[slot as usize].n_sources = sources as usize;
        }
        let slot_and_source = |fact| (layout.slot(self.grouping.of_fact(fact), fact.case), fact.source);
        let (slot, source) = self.facts.codings.iter().map(slot_and_source).unzip();
        let query = frame([("slot", slot), ("source", source)])?
            .group_by([col("slot"), col("source")])
            .agg([count().alias("codings")]);
        for [slot, source, codings] in rows(query, ["slot", "source", "codings"])? {
            slots[slot as usize].add(source as u32, codings as usize);
        }
        Ok(slots)
    }

    /// Returns the cells, group by group, factor by factor, case by case.
    pub(crate) fn cells(&self, layout: &Layout, slots: &[Slot]) -> Outcome<Vec<Cell>> {
        let mut cells = Vec::with_capacity(slots.len() * layout.n_factors);
        for group in slots.chunks(layout.n_cases) {
            for _ in 0..layout.n_factors {
                cells.extend(group.iter().map(Cell::without_codings));
            }
        }
        self.count_codings(&mut cells, layout)?;
        self.count_passages(&mut cells, layout)?;
        self.collect_voices(&mut cells, layout)?;
        add_factor_totals(&mut cells, layout);
        Ok(cells)
    }

    fn count_codings(&self, cells: &mut [Cell], layout: &Layout) -> Outcome<()> {
        let hits = || self.hits.iter();
        let query = frame([
            ("cell", hits().map(|hit| layout.cell(hit)).collect()),
            ("source", hits().map(|hit| hit.source).collect()),
            ("chars", hits().map(Hit::n_chars).collect()),
        ])?
        .group_by([col("cell"), col("source")])
        .agg([count().alias("codings"), total("chars")])
        .group_by([col("cell")])
        .agg([
            count().alias("sources"),
            total("codings"),
            col("codings").max().alias("top"),
            total("chars"),
        ]);
        for [cell, sources, codings, top, chars] in
            rows(query, ["cell", "sources", "codings", "top", "chars"])?
        {
            let cell = &mut cells[cell as usize];
            cell.n_sources = sources as usize;
            cell.n_codings = codings as usize;
            cell.top_source_codings = top as usize;
            cell.chars_summed = chars;
        }
        Ok(())
    }

    fn count_passages(&self, cells: &mut [Cell], layout: &Layout) -> Outcome<()> {
        let passages = || self.passages.iter();
        let having = |valence| {
            passages()
                .map(|passage| u32::from(self.has(passage, valence)))
                .collect()
        };
        let query = frame([
            (
                "cell",
                passages()
                    .map(|passage| layout.cell(self.first_hit(passage)))
                    .collect(),
            ),
            ("chars", passages().map(Stretch::n_chars).collect()),
            (
                "covered",
                passages().map(|passage| self.n_covered(passage)).collect(),
            ),
            ("promoting", having(Valence::Promoting)),
            ("hindering", having(Valence::Hindering)),
            ("ambivalent", having(Valence::Ambivalent)),
        ])?
        .group_by([col("cell")])
        .agg([
            count().alias("passages"),
            total("chars"),
            total("covered"),
            total("promoting"),
            total("hindering"),
            total("ambivalent"),
        ]);
        let columns = [
            "cell",
            "passages",
            "chars",
            "covered",
            "promoting",
            "hindering",
            "ambivalent",
        ];
        for [cell, passages, chars, covered, promoting, hindering, ambivalent] in rows(query, columns)? {
            let cell = &mut cells[cell as usize];
            cell.n_passages = passages as usize;
            cell.chars_union = chars;
            cell.chars_covered = covered;
            cell.n_promoting = promoting as usize;
            cell.n_hindering = hindering as usize;
            cell.n_ambivalent = ambivalent as usize;
            cell.state = cell.direction();
        }
        Ok(())
    }

    fn first_hit(&self, passage: &Stretch) -> &Hit {
        &self.hits[passage.hits.start]
    }

    fn has(&self, passage: &Stretch, valence: Valence) -> bool {
        let mut hits = self.hits[passage.hits.clone()].iter();
        hits.any(|hit| self.facts.codings[hit.fact as usize].valence == Some(valence))
    }

    fn n_covered(&self, passage: &Stretch) -> u32 {
        let Hit {
            group, case, source, ..
        } = *self.first_hit(passage);
        passage
            .chars
            .map_or(0, |chars| n_covered(&self.material, (group, case, source), chars))
    }

    /// Fills in kinds, roles and speakers.
    fn collect_voices(&self, cells: &mut [Cell], layout: &Layout) -> Outcome<()> {
        let roles = &self.study.settings.roles;
        let kind = |hit: &Hit| self.kinds.of_source[hit.source as usize];
        let role = |hit: &Hit| self.answering(hit)?.role;
        let speaker = |hit: &Hit| self.answering(hit)?.speaker;
        let pair = |hit: &Hit| Some(kind(hit) * roles.len() as u32 + role(hit)?);

        for [cell, kind] in self.distinct(layout, |hit| Some(kind(hit)))? {
            cells[cell as usize]
                .kinds
                .push(self.kinds.ids[kind as usize].clone());
        }
        for [cell, role] in self.distinct(layout, role)? {
            cells[cell as usize].roles.push(roles[role as usize].id.clone());
        }
        for [cell, _] in self.distinct(layout, speaker)? {
            cells[cell as usize].n_speakers += 1;
        }
        for [cell, _] in self.distinct(layout, pair)? {
            cells[cell as usize].n_kind_role_pairs += 1;
        }
        Ok(())
    }

    /// Returns by whom something was said, unless it was somebody who asks the questions.
    fn answering(&self, hit: &Hit) -> Option<Setting> {
        let setting = self.facts.codings[hit.fact as usize].setting;
        let asks = |role: u32| self.study.settings.roles[role as usize].asks;
        (!setting.role.is_some_and(asks)).then_some(setting)
    }

    /// Returns the distinct pairs of a cell and a value, sorted.
    fn distinct(&self, layout: &Layout, value: impl Fn(&Hit) -> Option<u32>) -> Outcome<Vec<[u64; 2]>> {
        let pair = |hit| Some((layout.cell(hit), value(hit)?));
        let (cell, value) = self.hits.iter().filter_map(pair).unzip();
        let query = frame([("cell", cell), ("value", value)])?
            .group_by([col("cell"), col("value")])
            .agg([count().alias("codings")]);
        let mut pairs = rows(query, ["cell", "value"])?;
        pairs.sort_unstable();
        Ok(pairs)
    }
}

impl Cell {
    fn without_codings(slot: &Slot) -> Self {
        let has_material = slot.n_sources > 0;
        Self {
            state: if has_material {
                CellState::NotFound
            } else {
                CellState::NoMaterial
            },
            n_codings: 0,
            n_passages: 0,
            n_promoting: 0,
            n_hindering: 0,
            n_ambivalent: 0,
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
            material_sources: slot.n_sources,
            case_codings: slot.n_codings,
            factor_codings: 0,
        }
    }

    /// Returns what the numbers of passages say about a cell that has codings.
    fn direction(&self) -> CellState {
        match (self.n_promoting > 0, self.n_hindering > 0, self.n_ambivalent > 0) {
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
