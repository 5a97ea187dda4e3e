//! Words that are typical of one level of a key, against the rest.

use super::basis::{DISPERSION, Measure};
use super::key::{Key, Levels};
use super::material::Material;
use super::rank::{Order, Row};
use super::side::Side;
use super::{Basis, Extent, Request, Use, fails, nothing_to_show};
use crate::Project;
use draad_analysis::table::{Column, Table, Value};
use draad_core::Problem;
use draad_core::diagnostic::Outcome;
use draad_index::wordlist::{Cell, Cells, Items, Piece, Shown};
use draad_measures::keyness::Frequencies;
use rayon::prelude::*;
use std::cmp::Ordering;

const MEASURES: [Measure; 4] = [
    Measure {
        column: "log_likelihood",
        definition: "2 (O1 ln(O1/E1) + O2 ln(O2/E2)) over the two frequencies of the word (Rayson & Garside 2000)",
    },
    Measure {
        column: "g_squared",
        definition: "2 sum O ln(O/E) over the four cells of word and other words, target and rest (Dunning 1993)",
    },
    Measure {
        column: "log_ratio",
        definition: "log2 of the relative frequency in the target over that in the rest; a frequency of 0 counts as 1/2 (Hardie 2014)",
    },
    DISPERSION,
];

/// What to hold against the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared {
    /// One level, as `key=level`.
    Level(String),
    /// Each level of a key.
    Each(String),
}

/// Words that are typical of levels of a key.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyness {
    /// What the list rests on.
    pub basis: Basis,
    /// The key.
    pub key: Key,
    /// Whether the words are those that are rarer there than in the rest.
    pub rarer: bool,
    /// The levels that have words, in their order.
    pub levels: Vec<LevelWords>,
}

/// Words that are typical of one level.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelWords {
    /// The level's id.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// What belongs to the level.
    pub target: Extent,
    /// All else that passes the filter.
    pub rest: Extent,
    /// How many words would be listed without a limit.
    pub n_candidates: usize,
    /// The words.
    pub rows: Vec<TypicalWord>,
}

/// A word that is typical of a level.
#[derive(Clone, Debug, PartialEq)]
pub struct TypicalWord {
    /// The word.
    pub shown: Shown,
    /// How it is used there.
    pub target: Use,
    /// How it is used elsewhere.
    pub rest: Use,
    /// Two-cell log-likelihood.
    pub log_likelihood: f64,
    /// Four-cell G².
    pub g_squared: f64,
    /// Log ratio.
    pub log_ratio: f64,
}

/// Lists the words that are typical of a level, or of each level of a key, against the rest of what passes the filter; or,
/// with `rarer`, those that are rarer there. Counts and sources that are asked for are those of the side where the word is
/// more frequent.
///
/// # Errors
/// When the filter, key or level names something that the study does not have, or one of the two sides has no words.
pub fn keyness(project: &Project, request: &Request, compared: &Compared, rarer: bool) -> Outcome<Keyness> {
    let order =
        Order::asked(request, &[Order::Ll, Order::LogRatio, Order::Count, Order::Sources, Order::Word])?;
    let (levels, only) = levels(project, compared)?;
    let material = Material::read(project, request)?;
    let comparison = Comparison::new(project, request, &material, &levels, rarer, order);
    let chosen: Vec<usize> = match only {
        Some(level) => {
            comparison.check(level)?;
            vec![level]
        }
        None => (0..levels.values.len()).filter(|&level| comparison.check(level).is_ok()).collect(),
    };
    if chosen.is_empty() {
        return nothing_to_show("no-rest");
    }
    let levels_found = chosen.into_iter().map(|level| comparison.level(level)).collect();
    let basis = Basis::new(project, request, &material, order, &MEASURES);
    Ok(Keyness { basis, key: levels.key.clone(), rarer, levels: levels_found })
}

/// Returns the levels of the key, and the one that is asked for.
fn levels(project: &Project, compared: &Compared) -> Outcome<(Levels, Option<usize>)> {
    let study = project.study();
    match compared {
        Compared::Each(key) => Ok((Levels::new(study, Key::named(study, key.trim())?)?, None)),
        Compared::Level(text) => {
            let Some((key, level)) = text.split_once('=') else {
                return fails(Problem::WordLevelInvalid { text: text.clone() });
            };
            let levels = Levels::new(study, Key::named(study, key.trim())?)?;
            let only = levels.called(level.trim())?;
            Ok((levels, Some(only)))
        }
    }
}

/// A comparison of levels with the rest.
struct Comparison<'m, 's> {
    project: &'m Project,
    request: &'m Request,
    levels: &'m Levels,
    rarer: bool,
    order: Order,
    cells: Cells,
    items: Items<'m, 's>,
    /// Per item the counts by cell; nothing for an item that is not listed.
    counts: Vec<Vec<(u32, u64)>>,
}

impl<'m, 's> Comparison<'m, 's> {
    fn new(
        project: &'m Project,
        request: &'m Request,
        material: &'m Material<'s>,
        levels: &'m Levels,
        rarer: bool,
        order: Order,
    ) -> Self {
        let n_levels = levels.values.len() as u32;
        let groups = |piece: &Piece| {
            let cases = piece.cases.iter().map(|case| n_levels + case);
            Some(levels.of(piece).into_iter().chain(cases).collect())
        };
        let cells = Cells::new(&material.corpus, groups);
        let items = Items::words(&material.corpus, &material.terms);
        let listable = material.listable(&items);
        let of_item = |item: usize| {
            let is_candidate = listable[item] && items.n(item) >= request.least.count;
            if is_candidate { items.counts(item, &cells) } else { Vec::new() }
        };
        let counts = (0..items.len()).into_par_iter().map(of_item).collect();
        Self { project, request, levels, rarer, order, cells, items, counts }
    }

    fn sides(&self, level: usize) -> (Side, Side) {
        let n_levels = self.levels.values.len();
        let is_target = |cell: &Cell| cell.groups.contains(&(level as u32));
        let side = |wanted: bool| Side::new(&self.cells, n_levels, |cell| is_target(cell) == wanted);
        (side(true), side(false))
    }

    /// Says which of the two sides has no words.
    fn check(&self, level: usize) -> Outcome<()> {
        let (target, rest) = self.sides(level);
        match (target.extent().n_words, rest.extent().n_words) {
            (0, _) => nothing_to_show("no-words-of-level"),
            (_, 0) => nothing_to_show("no-rest"),
            _ => Ok(()),
        }
    }

    fn level(&self, level: usize) -> LevelWords {
        let sides = self.sides(level);
        let row = |item: usize| self.word(item, &sides);
        let mut rows: Vec<TypicalWord> = (0..self.items.len()).into_par_iter().filter_map(row).collect();
        self.order.sort(&mut rows);
        let n_candidates = rows.len();
        rows.truncate(self.request.limit.unwrap_or(usize::MAX));
        LevelWords {
            id: self.levels.values[level].0.clone(),
            name: self.levels.name(level, self.project.words.language),
            target: sides.0.extent(),
            rest: sides.1.extent(),
            n_candidates,
            rows,
        }
    }

    /// Returns a word with its measures, where it is typical and frequent enough.
    fn word(&self, item: usize, (target, rest): &(Side, Side)) -> Option<TypicalWord> {
        let counts = &self.counts[item];
        if counts.is_empty() {
            return None;
        }
        let (own, others) = (target.count(counts), rest.count(counts));
        let frequencies = Frequencies::new(own.n, target.extent().n_words, others.n, rest.extent().n_words)?;
        let (wanted, side, counted) = match self.rarer {
            false => (Ordering::Greater, target, own),
            true => (Ordering::Less, rest, others),
        };
        let is_listed = frequencies.direction() == wanted && self.request.least.takes(counted, side.extent());
        is_listed.then(|| TypicalWord {
            shown: self.items.shown(item),
            target: target.usage(counts),
            rest: rest.usage(counts),
            log_likelihood: frequencies.log_likelihood(),
            g_squared: frequencies.g_squared(),
            log_ratio: frequencies.log_ratio(),
        })
    }
}

impl Row for TypicalWord {
    fn shown(&self) -> &Shown {
        &self.shown
    }

    fn frequency(&self) -> u64 {
        self.target.n + self.rest.n
    }

    fn value(&self, order: Order) -> Option<f64> {
        match order {
            Order::Ll => Some(self.log_likelihood),
            Order::LogRatio => Some(self.log_ratio.abs()),
            Order::Count => Some(self.target.n as f64),
            Order::Sources => Some(self.target.n_sources as f64),
            Order::LogDice | Order::Mi | Order::Word => None,
        }
    }
}

impl Keyness {
    /// Returns the list with every measure, a row per level and word.
    pub fn table(&self) -> Table {
        let head = [Column::text("key"), Column::text("level"), Column::text("word"), Column::text("forms")];
        let measures = ["log_likelihood", "g_squared", "log_ratio"].map(Column::number);
        let sides = Use::columns("").into_iter().chain(Use::columns("_rest"));
        let columns = head.into_iter().chain(sides).chain(measures).chain(Use::spread_columns()).collect();
        let rows = self.levels.iter().flat_map(|level| level.rows.iter().map(|row| self.cells(level, row)));
        Table { name: "typical_words", columns, rows: rows.collect() }
    }

    fn cells(&self, level: &LevelWords, row: &TypicalWord) -> Vec<Value> {
        let head: [Value; 4] = [
            Value::text(self.key.id()),
            Value::text(&level.id),
            Value::text(&row.shown.word),
            Value::list(&row.shown.forms),
        ];
        let measures: [Value; 3] = [row.log_likelihood.into(), row.g_squared.into(), row.log_ratio.into()];
        let sides = row.target.cells().into_iter().chain(row.rest.cells());
        head.into_iter().chain(sides).chain(measures).chain(row.target.spread_cells()).collect()
    }
}
