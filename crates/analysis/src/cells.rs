//! The cells of the case × factor table, counted with polars over columns of positions.

use crate::frame::{count, frame, rows, total};
use crate::groups::{Grouping, Kinds};
use crate::hits::{Hit, Rows, Stretch, distinct, hits, n_passages_per_row, passages};
use crate::material::{Words, material, n_covered};
use crate::token::{Part, n_words};
use crate::{Cell, CellState};
use draad_core::facts::{Facts, Setting};
use draad_core::settings::Role;
use draad_core::{CharSpan, Study, Valence, diagnostic::Outcome};
use fixedbitset::FixedBitSet;
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
        let sources: Vec<&[Words]> = self.material.chunk_by(|a, b| a.place() == b.place()).collect();
        let n_chars = |words: &[Words]| -> u64 { words.iter().map(|words| u64::from(words.n_chars())).sum() };
        let mut is_read = FixedBitSet::with_capacity(self.study.sources.len());
        is_read.extend(self.facts.readings.iter().map(|reading| reading.source as usize));
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
        let (hits, passages) = self.own_passages();
        for passage in &passages {
            let first = &hits[passage.hits.start];
            slots[layout.slot(first.group, first.case)].n_passages += 1;
        }
        Ok(slots)
    }

    /// Returns the passages of every code with its own codings only, and the hits they are made of.
    fn own_passages(&self) -> (Vec<Hit>, Vec<Stretch>) {
        let rows = Rows::own(&self.study.codebook);
        let hits = hits(self.facts, &rows, |fact| self.grouping.of_fact(fact));
        let passages = passages(&hits);
        (hits, passages)
    }

    /// Returns how many passages there are over all codes, words that belong to several cases counted once.
    pub(crate) fn n_own_passages(&self) -> usize {
        let (hits, passages) = self.own_passages();
        n_passages_per_row(self.study.codebook.codes.len(), &hits, &passages).iter().sum()
    }

    /// Returns the cells, group by group, factor by factor, case by case.
    pub(crate) fn cells(&self, layout: &Layout, slots: &[Slot]) -> Outcome<Vec<Cell>> {
        let mut cells = Vec::with_capacity(slots.len() * layout.n_factors);
        for group in slots.chunks(layout.n_cases) {
            for _ in 0..layout.n_factors {
                cells.extend(group.iter().map(Cell::without_codings));
            }
        }
        self.count(&mut cells, layout)?;
        if slots.first().is_some_and(|slot| slot.n_words.is_some()) {
            self.count_words(&mut cells, layout);
        }
        self.collect_voices(&mut cells, layout);
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

    /// Counts codings, passages and characters: per source first, then over the sources of a cell.
    fn count(&self, cells: &mut [Cell], layout: &Layout) -> Outcome<()> {
        let place = |passage: &Stretch| self.first_hit(passage).place();
        let sources: Vec<&[Stretch]> = self.passages.chunk_by(|a, b| place(a) == place(b)).collect();
        let added = |number: &dyn Fn(&Stretch) -> u64| -> Vec<u64> {
            sources.iter().map(|passages| passages.iter().map(number).sum()).collect()
        };
        let having = |valence| added(&|passage| u64::from(self.has(passage, valence)));
        let query = frame([
            (
                "cell",
                sources.iter().map(|passages| layout.cell(self.first_hit(&passages[0])) as u64).collect(),
            ),
            ("codings", added(&|passage| passage.hits.len() as u64)),
            ("passages", added(&|_| 1)),
            ("promoting", having(Valence::Promoting)),
            ("hindering", having(Valence::Hindering)),
            ("ambivalent", having(Valence::Ambivalent)),
            ("without", added(&|passage| u64::from(self.has_no_direction(passage)))),
            ("summed", added(&|passage| self.chars_summed(passage))),
            ("union", added(&|passage| u64::from(passage.n_chars()))),
            ("covered", added(&|passage| u64::from(self.n_covered(passage)))),
        ])?
        .group_by([col("cell")])
        .agg([
            count("sources"),
            col("codings").max().alias("top"),
            total("codings"),
            total("passages"),
            total("promoting"),
            total("hindering"),
            total("ambivalent"),
            total("without"),
            total("summed"),
            total("union"),
            total("covered"),
        ]);
        let columns = [
            "cell",
            "sources",
            "top",
            "codings",
            "passages",
            "promoting",
            "hindering",
            "ambivalent",
            "without",
            "summed",
            "union",
            "covered",
        ];
        for [cell, counts @ ..] in rows(query, columns)? {
            cells[cell as usize].set_counts(counts);
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

    fn has_no_direction(&self, passage: &Stretch) -> bool {
        let mut hits = self.hits[passage.hits.clone()].iter();
        hits.all(|hit| self.facts.codings[hit.fact as usize].valence.is_none())
    }

    fn chars_summed(&self, passage: &Stretch) -> u64 {
        self.hits[passage.hits.clone()].iter().map(|hit| u64::from(hit.n_chars())).sum()
    }

    fn n_covered(&self, passage: &Stretch) -> u32 {
        let Hit { group, case, source, .. } = *self.first_hit(passage);
        passage.chars.map_or(0, |chars| n_covered(&self.material, (group, case, source), chars))
    }

    /// Fills in kinds, roles and speakers; the hits of a cell stand together.
    fn collect_voices(&self, cells: &mut [Cell], layout: &Layout) {
        let place = |hit: &Hit| (hit.group, hit.row, hit.case);
        for hits in self.hits.chunk_by(|a, b| place(a) == place(b)) {
            let kind = |hit: &Hit| self.kinds.of_source[hit.source as usize];
            let role = |hit: &Hit| self.answering(hit)?.role;
            let kinds = distinct(hits.iter().map(kind));
            let roles = distinct(hits.iter().filter_map(role));
            let cell = &mut cells[layout.cell(&hits[0])];
            cell.kinds = kinds.into_iter().map(|kind| self.kinds.ids[kind as usize].clone()).collect();
            cell.roles = roles.into_iter().map(|role| self.role(role).id.clone()).collect();
            cell.n_speakers = distinct(hits.iter().filter_map(|hit| self.answering(hit)?.speaker)).len();
            cell.n_kind_role_pairs =
                distinct(hits.iter().filter_map(|hit| Some((kind(hit), role(hit)?)))).len();
        }
    }

    fn role(&self, role: u32) -> &Role {
        &self.study.settings.roles[role as usize]
    }

    /// Returns by whom something was said, unless it was somebody who asks the questions.
    fn answering(&self, hit: &Hit) -> Option<Setting> {
        let setting = self.facts.codings[hit.fact as usize].setting;
        (!setting.role.is_some_and(|role| self.role(role).asks)).then_some(setting)
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

    fn set_counts(&mut self, counts: [u64; 11]) {
        let [
            sources,
            top,
            codings,
            passages,
            promoting,
            hindering,
            ambivalent,
            without,
            summed,
            union,
            covered,
        ] = counts;
        self.n_sources = sources as usize;
        self.top_source_codings = top as usize;
        self.n_codings = codings as usize;
        self.n_passages = passages as usize;
        self.n_promoting = promoting as usize;
        self.n_hindering = hindering as usize;
        self.n_ambivalent = ambivalent as usize;
        self.n_without_direction = without as usize;
        self.chars_summed = summed;
        self.chars_union = union;
        self.chars_covered = covered;
        self.state = CellState::of(self.n_promoting > 0, self.n_hindering > 0, self.n_ambivalent > 0);
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
