//! In which order cases and factors stand.

use super::criteria::Arrangement;
use crate::attribute;
use crate::compute::rank_of_level;
use crate::presence::Presence;
use crate::problem;
use crate::similarity::LEAST_CASES;
use draad_core::diagnostic::Outcome;
use draad_core::filter::list;
use draad_core::{AttributeId, CaseId, Code, Problem, Study};
use draad_measures::Undefined;
use draad_measures::cluster::average_linkage;
use draad_measures::correspondence::{Correspondence, Point};
use draad_measures::distances::Distances;
use draad_measures::leaf_order::optimal_leaf_order;
use draad_measures::marks::Marks;
use serde::Serialize;

/// Order of the cases.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowOrder {
    /// By outcome, then balance (most promoting first), then id.
    #[default]
    Outcome,
    /// By balance, then id.
    Balance,
    /// By an attribute of the cases, then balance, then id.
    Attribute(AttributeId),
    /// Along the first axis of a correspondence analysis of cases and factors.
    Axis,
    /// By an optimal leaf order: neighbours share most factors.
    Leaf,
    /// By hand; cases that are not named come after these, by outcome.
    ByHand(Vec<CaseId>),
}

/// Order of the factors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ColumnOrder {
    /// By their usual direction, then level, then number of cases (most first), then id.
    #[default]
    Valence,
    /// By the level at which they work, then direction, then number of cases, then id.
    Level,
    /// Along the first axis of a correspondence analysis of cases and factors.
    Axis,
    /// By an optimal leaf order: neighbours occur in the same cases.
    Leaf,
}

impl RowOrder {
    /// Returns the order that a word means, in Dutch or English: a keyword, an attribute or else cases with commas.
    ///
    /// # Errors
    /// `TableValueUnknown` when it is none of these; `UnknownCase` or `OrderNamesTwice` when a list names a case that is
    /// not there, or one twice.
    pub fn named(study: &Study, text: &str) -> Outcome<Self> {
        match text {
            "outcome" | "uitkomst" => return Ok(Self::Outcome),
            "balance" | "balans" => return Ok(Self::Balance),
            "axis" | "as" => return Ok(Self::Axis),
            "leaf" | "blad" => return Ok(Self::Leaf),
            _ => {}
        }
        if let Some(attribute) = study.settings.attribute(text) {
            return Ok(Self::Attribute(attribute.id.clone()));
        }
        let mut cases: Vec<CaseId> = Vec::new();
        for name in text.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            let Some(case) = study.case_called(name) else {
                return Err(problem(unknown(study, text, name)));
            };
            if cases.contains(&case.id) {
                return Err(problem(Problem::OrderNamesTwice { case: case.id.to_string() }));
            }
            cases.push(case.id.clone());
        }
        if cases.is_empty() { Err(problem(unknown(study, text, text))) } else { Ok(Self::ByHand(cases)) }
    }

    /// Returns the order as a word: that of files, and of sentences.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Outcome => "outcome",
            Self::Balance => "balance",
            Self::Attribute(_) => "attribute",
            Self::Axis => "axis",
            Self::Leaf => "leaf",
            Self::ByHand(_) => "by-hand",
        }
    }
}

/// Returns what is wrong with a name: one of several is a case that is not there, one alone can be anything.
fn unknown(study: &Study, text: &str, name: &str) -> Problem {
    if text.contains(',') {
        return Problem::UnknownCase { case: name.to_owned() };
    }
    let attributes = study.settings.attributes.iter().map(|attribute| attribute.id.as_str());
    let known = list(["outcome", "balance", "axis", "leaf"].into_iter().chain(attributes));
    Problem::TableValueUnknown { option: "order".to_owned(), value: name.to_owned(), known }
}

impl ColumnOrder {
    /// Returns the order that a word means, in Dutch or English.
    ///
    /// # Errors
    /// `TableValueUnknown`, with those that there are.
    pub fn named(text: &str) -> Outcome<Self> {
        match text {
            "valence" | "richting" => Ok(Self::Valence),
            "level" | "niveau" => Ok(Self::Level),
            "axis" | "as" => Ok(Self::Axis),
            "leaf" | "blad" => Ok(Self::Leaf),
            _ => Err(problem(Problem::TableValueUnknown {
                option: "columns".to_owned(),
                value: text.to_owned(),
                known: "valence, level, axis, leaf".to_owned(),
            })),
        }
    }
}

/// How rows or columns of a table of marks are put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// As they stand.
    Given,
    /// Along the first axis.
    Axis,
    /// By an optimal leaf order.
    Leaf,
}

/// Puts the rows and columns of `marks` that have marks in order; those without come after them as they stand.
///
/// # Errors
/// There is no first axis: too few cases, or all have the same factors.
pub(super) fn arrange(marks: &Marks, rows: Way, columns: Way) -> Result<Arrangement, Undefined> {
    let (kept_rows, empty_rows): (Vec<usize>, Vec<usize>) =
        (0..marks.n_rows()).partition(|&row| marks.n_in_row(row) > 0);
    let counts = marks.n_in_columns();
    let (kept_columns, empty_columns): (Vec<usize>, Vec<usize>) =
        (0..marks.n_columns()).partition(|&column| counts[column] > 0);
    let kept = marks.arranged(&kept_rows, &kept_columns);
    let axis = match (rows, columns) {
        (Way::Axis, _) | (_, Way::Axis) => Some(first_axis(&kept)?),
        _ => None,
    };
    let order = |way: Way, marks: &Marks, points: fn(&Correspondence) -> &[Point]| match (way, &axis) {
        (Way::Axis, Some(axis)) => along(points(axis)),
        (Way::Leaf, _) => by_leaves(marks),
        _ => (0..marks.n_rows()).collect(),
    };
    let row_order = order(rows, &kept, |axis| &axis.rows);
    let column_order = match columns {
        Way::Given => (0..kept.n_columns()).collect(),
        way => order(way, &kept.transposed(), |axis| &axis.columns),
    };
    let named = |order: Vec<usize>, kept: &[usize], empty: Vec<usize>| {
        order.into_iter().map(|place| kept[place]).chain(empty).collect()
    };
    Ok(Arrangement {
        rows: named(row_order, &kept_rows, empty_rows),
        columns: named(column_order, &kept_columns, empty_columns),
    })
}

fn first_axis(marks: &Marks) -> Result<Correspondence, Undefined> {
    let at = |row: usize, column: usize| f64::from(u8::from(marks.has(row, column)));
    Correspondence::new(marks.n_rows(), marks.n_columns(), at, 1)
}

/// Returns the order along the first axis; what stands at one place stays in its order.
fn along(points: &[Point]) -> Vec<usize> {
    let place = |&point: &usize| (points[point].principal[0] * 1e9).round() as i64;
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by_key(place);
    order
}

/// Returns the optimal leaf order of the rows, none of which is empty.
fn by_leaves(marks: &Marks) -> Vec<usize> {
    let distances = Distances::new(marks.n_rows(), |first, second| {
        1.0 - marks.shared(first, second).jaccard().expect("no row is empty")
    });
    optimal_leaf_order(&average_linkage(&distances), &distances)
}

/// Returns an error when an order was asked for that so few cases do not have.
pub(super) fn check(presence: &Presence, rows: Way, columns: Way) -> Outcome<()> {
    if rows == Way::Given && columns == Way::Given {
        return Ok(());
    }
    let n = (0..presence.cases.len()).filter(|&case| presence.marks.n_in_row(case) > 0).count();
    if n < LEAST_CASES {
        return Err(problem(Problem::OrderNeedsCases { n, needed: LEAST_CASES }));
    }
    Ok(())
}

/// Returns positions of cases in the study ordered by hand: those that are named first.
pub(super) fn by_hand(study: &Study, by_outcome: &[u32], named: &[CaseId]) -> Vec<u32> {
    let place = |case: u32| {
        let id = &study.cases[case as usize].id;
        named.iter().position(|named| named == id).unwrap_or(named.len())
    };
    let mut order = by_outcome.to_vec();
    order.sort_by_cached_key(|&case| place(case));
    order
}

/// Sorts rows that stand by section by level first.
pub(super) fn by_level<'s>(study: &'s Study, rows: &mut [u32], code: impl Fn(u32) -> &'s Code) {
    rows.sort_by_cached_key(|&row| rank_of_level(study, code(row).level.as_ref()));
}

/// Returns an error when the study has no such attribute.
pub(super) fn attribute_exists(study: &Study, order: &RowOrder) -> Outcome<()> {
    match order {
        RowOrder::Attribute(id) => attribute::named(study, id).map(|_| ()),
        _ => Ok(()),
    }
}
