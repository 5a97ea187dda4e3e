//! The cells of the case × factor table, counted with polars over columns of positions.

use crate::frame::{count, frame, rows, total};
use crate::groups::{Grouping, Kinds};
use crate::hits::{Hit, Stretch};
use crate::{Cell, CellState};
use draad_core::facts::Facts;
use draad_core::{Study, Valence, diagnostic::Outcome};
use polars::prelude::col;

/// Where rows and columns stand in the table.
pub(crate) struct Layout {
    /// Number of values of the further key.
    pub(crate) n_groups: usize,
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

/// Returns what there is per case, group by group.
pub(crate) fn slots(layout: &Layout, facts: &Facts, grouping: &Grouping) -> Outcome<Vec<Slot>> {
    let mut slots = vec![Slot::default(); layout.n_groups * layout.n_cases];
    let material = facts.material.iter().flat_map(|material| {
        let groups = grouping.of_material(material);
        groups.map(move |group| {
            (
                layout.slot(group, material.case),
                material.source,
                material.chars.len(),
            )
        })
    });
    let (slot, (source, chars)) = material
        .map(|(slot, source, chars)| (slot, (source, chars)))
        .unzip();
    let query = frame([("slot", slot), ("source", source), ("chars", chars)])?
        .group_by([col("slot"), col("source")])
        .agg([total("chars")])
        .group_by([col("slot")])
        .agg([total("chars"), count().alias("sources")]);
    for [slot, chars, sources] in rows(query, ["slot", "chars", "sources"])? {
        slots[slot as usize].n_chars = chars;
        slots[slot as usize].n_sources = sources as usize;
    }
    let codings = facts.codings.iter();
    let (slot, source) = codings
        .map(|fact| (layout.slot(grouping.of_fact(fact), fact.case), fact.source))
        .unzip();
    let query = frame([("slot", slot), ("source", source)])?
        .group_by([col("slot"), col("source")])
        .agg([count().alias("codings")]);
    for [slot, source, codings] in rows(query, ["slot", "source", "codings"])? {
        slots[slot as usize].add(source as u32, codings as usize);
    }
    Ok(slots)
}

impl Slot {
    fn add(&mut self, source: u32, n_codings: usize) {
        self.n_codings += n_codings;
        let is_top = n_codings > self.top_source_codings
            || n_codings == self.top_source_codings && self.top_source.is_none_or(|top| source < top);
        if is_top {
            self.top_source_codings = n_codings;
            self.top_source = Some(source);
        }
    }
}

/// Returns the cells, group by group, factor by factor, case by case.
pub(crate) fn cells(
    study: &Study,
    facts: &Facts,
    kinds: &Kinds,
    layout: &Layout,
    slots: &[Slot],
    hits: &[Hit],
    passages: &[Stretch],
) -> Outcome<Vec<Cell>> {
    let mut cells = Vec::with_capacity(layout.n_groups * layout.n_factors * layout.n_cases);
    for group in slots.chunks(layout.n_cases) {
        for _ in 0..layout.n_factors {
            cells.extend(group.iter().map(Cell::without_codings));
        }
    }
    count_codings(&mut cells, layout, hits)?;
    count_passages(&mut cells, layout, facts, hits, passages)?;
    collect_voices(&mut cells, study, facts, kinds, layout, hits)?;
    add_factor_totals(&mut cells, layout);
    Ok(cells)
}

impl Cell {
    fn without_codings(slot: &Slot) -> Self {
        let state = if slot.n_sources > 0 {
            CellState::NotFound
        } else {
            CellState::NoMaterial
        };
        Self {
            state,
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

fn count_codings(cells: &mut [Cell], layout: &Layout, hits: &[Hit]) -> Outcome<()> {
    let query = frame([
        ("cell", hits.iter().map(|hit| layout.cell(hit)).collect()),
        ("source", hits.iter().map(|hit| hit.source).collect()),
        ("chars", hits.iter().map(Hit::n_chars).collect()),
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
    for [cell, sources, codings, top, chars] in rows(query, ["cell", "sources", "codings", "top", "chars"])? {
        let cell = &mut cells[cell as usize];
        cell.n_sources = sources as usize;
        cell.n_codings = codings as usize;
        cell.top_source_codings = top as usize;
        cell.chars_summed = chars;
    }
    Ok(())
}

fn count_passages(
    cells: &mut [Cell],
    layout: &Layout,
    facts: &Facts,
    hits: &[Hit],
    passages: &[Stretch],
) -> Outcome<()> {
    let having = |valence| {
        let has = move |hit: &Hit| facts.codings[hit.fact as usize].valence == Some(valence);
        passages
            .iter()
            .map(|passage| u32::from(hits[passage.hits.clone()].iter().any(has)))
            .collect()
    };
    let query = frame([
        (
            "cell",
            passages
                .iter()
                .map(|passage| layout.cell(&hits[passage.hits.start]))
                .collect(),
        ),
        ("chars", passages.iter().map(Stretch::n_chars).collect()),
        ("promoting", having(Valence::Promoting)),
        ("hindering", having(Valence::Hindering)),
        ("ambivalent", having(Valence::Ambivalent)),
    ])?
    .group_by([col("cell")])
    .agg([
        count().alias("passages"),
        total("chars"),
        total("promoting"),
        total("hindering"),
        total("ambivalent"),
    ]);
    let columns = [
        "cell",
        "passages",
        "chars",
        "promoting",
        "hindering",
        "ambivalent",
    ];
    for [cell, passages, chars, promoting, hindering, ambivalent] in rows(query, columns)? {
        let cell = &mut cells[cell as usize];
        cell.n_passages = passages as usize;
        cell.chars_union = chars;
        cell.n_promoting = promoting as usize;
        cell.n_hindering = hindering as usize;
        cell.n_ambivalent = ambivalent as usize;
        cell.state = cell.direction();
    }
    Ok(())
}

/// Fills in kinds, roles and speakers. People who ask questions have no voice.
fn collect_voices(
    cells: &mut [Cell],
    study: &Study,
    facts: &Facts,
    kinds: &Kinds,
    layout: &Layout,
    hits: &[Hit],
) -> Outcome<()> {
    let setting = |hit: &Hit| facts.codings[hit.fact as usize].setting;
    let asks = |role: u32| study.settings.roles[role as usize].asks;
    let kind = |hit: &Hit| kinds.of_source[hit.source as usize];
    let role = |hit: &Hit| setting(hit).role.filter(|&role| !asks(role));
    let speaker = |hit: &Hit| {
        setting(hit)
            .speaker
            .filter(|_| !setting(hit).role.is_some_and(asks))
    };

    for [cell, kind] in distinct(layout, hits, |hit| Some(kind(hit)))? {
        cells[cell as usize].kinds.push(kinds.ids[kind as usize].clone());
    }
    for [cell, role] in distinct(layout, hits, role)? {
        cells[cell as usize]
            .roles
            .push(study.settings.roles[role as usize].id.clone());
    }
    for [cell, _] in distinct(layout, hits, speaker)? {
        cells[cell as usize].n_speakers += 1;
    }
    let n_roles = study.settings.roles.len() as u32;
    for [cell, _] in distinct(layout, hits, |hit| Some(kind(hit) * n_roles + role(hit)?))? {
        cells[cell as usize].n_kind_role_pairs += 1;
    }
    Ok(())
}

/// Returns the distinct pairs of a cell and a value, sorted.
fn distinct(layout: &Layout, hits: &[Hit], value: impl Fn(&Hit) -> Option<u32>) -> Outcome<Vec<[u64; 2]>> {
    let (cell, value) = hits
        .iter()
        .filter_map(|hit| Some((layout.cell(hit), value(hit)?)))
        .unzip();
    let query = frame([("cell", cell), ("value", value)])?
        .group_by([col("cell"), col("value")])
        .agg([count().alias("codings")]);
    let mut pairs = rows(query, ["cell", "value"])?;
    pairs.sort_unstable();
    Ok(pairs)
}

fn add_factor_totals(cells: &mut [Cell], layout: &Layout) {
    for cells_of_factor in cells.chunks_mut(layout.n_cases) {
        let total = cells_of_factor.iter().map(|cell| cell.n_codings).sum();
        for cell in cells_of_factor {
            cell.factor_codings = total;
        }
    }
}
