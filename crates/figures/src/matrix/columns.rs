//! Columns: how wide, under which heads, on which page; and the margin of `k of n`.

use super::say;
use crate::caption::integer;
use crate::flow::even_parts;
use crate::style::{Format, Style};
use crate::text::{BODY, SMALL, SMALL_HEAD, Type};
use draad_analysis::CasesByFactors;
use draad_core::CodeKind;
use draad_words::Words;
use std::ops::Range;

/// Space between labels and cells, and between cells and the margin, in millimetres.
pub(super) const LABEL_GAP: f64 = 2.0;
/// Space between outcome groups.
pub(super) const GROUP_GAP: f64 = 1.8;
/// Space between the columns of the margin.
const MARGIN_GAP: f64 = 2.0;
const LEAST_CELL: f64 = 2.9;
const WIDEST_CELL: f64 = 8.5;
/// Space that texts of neighbouring columns keep.
const TEXT_GAP: f64 = 0.9;
/// Ids wider than this are numbered, with a key, where their columns are narrower.
const WIDEST_ID: f64 = 9.0;
/// The part of the width that the margin may take before its groups are taken together.
const WIDEST_MARGIN: f64 = 0.42;

/// What is the same on every page.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    /// Width of the factors' names.
    pub(super) label_width: f64,
    /// Type of the factors' names.
    pub(super) label_type: Type,
    /// Width of a cell.
    pub(super) cell_width: f64,
    /// Cases in drawing order, with their outcome group.
    pub(super) order: Vec<(usize, usize)>,
    /// Positions in `order`, page by page.
    pub(super) parts: Vec<Range<usize>>,
    /// Text above each column, in drawing order.
    pub(super) heads: Vec<String>,
    /// Whether the heads are numbers that need a key.
    pub(super) numbered: bool,
    /// Numbers below each column, in drawing order: sources, passages.
    pub(super) feet: Vec<[String; 2]>,
    /// Whether every second head stands higher.
    pub(super) staggered_heads: bool,
    /// Whether every second foot stands lower.
    pub(super) staggered_feet: bool,
    /// The margin.
    pub(super) margins: Vec<Margin>,
    /// Whether `k of n` is written `k/n`.
    pub(super) compact: bool,
}

/// A column of the margin.
#[derive(Clone, Debug)]
pub(super) struct Margin {
    /// The outcome group, or nothing for all cases.
    pub(super) group: Option<usize>,
    /// What stands above it.
    pub(super) label: String,
    /// Width.
    pub(super) width: f64,
    /// Width of the widest `k`: these are set flush right.
    pub(super) k_width: f64,
}

/// A way to divide the width.
struct Division {
    compact: bool,
    label_width: f64,
    label_type: Type,
    margins: Vec<Margin>,
    cells: f64,
}

impl Columns {
    pub(super) fn new(table: &CasesByFactors, group: usize, factors: &[usize], style: &Style) -> Self {
        let words = style.words;
        let in_group = |(group, of): (usize, &draad_analysis::OutcomeGroup)| {
            of.cases.iter().map(move |&case| (group, case)).collect::<Vec<_>>()
        };
        let order: Vec<_> = table.outcome_groups.iter().enumerate().flat_map(in_group).collect();
        let feet: Vec<_> = order.iter().map(|&(_, case)| foot(table, group, case, words)).collect();
        let ids: Vec<String> = order.iter().map(|&(_, case)| table.cases[case].id.to_string()).collect();
        let id_width = SMALL.widest_mm(ids.iter().map(String::as_str));
        let foot_width = SMALL.widest_mm(feet.iter().flatten().map(String::as_str));

        let wide = Division::new(table, group, factors, style, false);
        let narrow = Division::new(table, group, factors, style, true);
        let n = order.len() as f64;
        let numbered = id_width > WIDEST_ID && wide.cells / n < id_width + TEXT_GAP;
        let heads = if numbered { (1..=order.len()).map(|number| number.to_string()).collect() } else { ids };
        let head_width = SMALL.widest_mm(heads.iter().map(String::as_str));
        let least = LEAST_CELL.max((head_width.max(foot_width) + TEXT_GAP) / 2.0);

        let division = if wide.cells / n >= least || narrow.cells / n < least && wide.cells >= 8.0 * least {
            wide
        } else {
            narrow
        };
        let most = ((division.cells / least) as usize).max(1);
        let parts = even_parts(order.len(), most);
        let columns = parts.iter().map(Range::len).max().unwrap_or(1) as f64;
        let widest = WIDEST_CELL.max(head_width + TEXT_GAP);
        let cell_width = (division.cells / columns).clamp(least.min(division.cells), widest);
        Self {
            label_width: division.label_width,
            label_type: division.label_type,
            cell_width,
            order,
            parts,
            staggered_heads: head_width + TEXT_GAP > cell_width,
            staggered_feet: foot_width + TEXT_GAP > cell_width,
            heads,
            numbered,
            feet,
            margins: division.margins,
            compact: division.compact,
        }
    }

    /// Returns the left edges of the cells of a page, when the first begins at `left`.
    pub(super) fn lefts(&self, part: &Range<usize>, left: f64) -> Vec<f64> {
        let first_group = self.order[part.start].0;
        let mut gaps = 0.0;
        let mut group = first_group;
        let place = |(n, at): (usize, usize)| {
            if self.order[at].0 != group {
                group = self.order[at].0;
                gaps += GROUP_GAP;
            }
            left + n as f64 * self.cell_width + gaps
        };
        part.clone().enumerate().map(place).collect()
    }

    /// Returns the left edges of the columns of the margin, when the cells end at `right`.
    pub(super) fn margin_lefts(&self, right: f64) -> Vec<f64> {
        let mut left = right + LABEL_GAP;
        let place = |margin: &Margin| {
            let at = left;
            left += margin.width + MARGIN_GAP;
            at
        };
        self.margins.iter().map(place).collect()
    }
}

impl Division {
    fn new(table: &CasesByFactors, group: usize, factors: &[usize], style: &Style, compact: bool) -> Self {
        let content = style.format.width_mm() - 2.0 * style.format.edge_mm();
        let label_type = if style.format == Format::OneColumn { SMALL } else { BODY };
        let most = content * if compact { 0.28 } else { 0.34 };
        let name = |&factor: &usize| say::factor_name(&table.factors[factor], style.words);
        let lines = factors.iter().flat_map(|factor| label_type.wrap(&name(factor), most, 2)).collect::<Vec<_>>();
        let feet = [style.words.say("figure-sources"), style.words.say("figure-passages")];
        let label_width = label_type
            .widest_mm(lines.iter().map(String::as_str))
            .max(SMALL.widest_mm(feet.iter().map(String::as_str)));
        let margins = margins(table, group, factors, style.words, compact, content * WIDEST_MARGIN);
        let margin_width: f64 = margins.iter().map(|margin| margin.width + MARGIN_GAP).sum();
        let gaps = GROUP_GAP * table.outcome_groups.len().saturating_sub(1) as f64;
        let cells = content - label_width - 2.0 * LABEL_GAP - (margin_width - MARGIN_GAP) - gaps;
        Self { compact, label_width, label_type, margins, cells: cells.max(LEAST_CELL) }
    }
}

/// Returns a margin per outcome group, or one for all cases where these would take more than `most` millimetres.
fn margins(
    table: &CasesByFactors,
    group: usize,
    factors: &[usize],
    words: Words,
    compact: bool,
    most: f64,
) -> Vec<Margin> {
    let margin = |of: Option<usize>, label: String, is_last: bool| {
        let counts: Vec<_> = factors.iter().map(|&factor| k_of_n(table, group, factor, of)).collect();
        let k_width = counts.iter().map(|(k, _)| SMALL.width_mm(&k.to_string())).fold(0.0, f64::max);
        let widest = counts.iter().map(|&count| SMALL.width_mm(&say::k_of_n(words, count, compact))).fold(0.0, f64::max);
        let longest_word = SMALL.widest_mm(label.split_whitespace());
        let label_width = if is_last || !compact { longest_word.min(18.0) } else { 0.0 };
        Margin { group: of, width: widest.max(label_width), k_width, label }
    };
    let n = table.outcome_groups.len();
    let per_group: Vec<Margin> =
        (0..n).map(|of| margin(Some(of), say::group_name(table, of, words), of + 1 == n)).collect();
    let width: f64 = per_group.iter().map(|margin| margin.width + MARGIN_GAP).sum();
    if width <= most { per_group } else { vec![margin(None, words.say("all-cases"), true)] }
}

/// Returns in how many cases of a group (of all groups) the factor occurs, and in how many there is material.
pub(super) fn k_of_n(table: &CasesByFactors, group: usize, factor: usize, of: Option<usize>) -> (usize, usize) {
    match of {
        Some(of) => table.k_of_n(group, factor, of),
        None => (0..table.outcome_groups.len())
            .map(|of| table.k_of_n(group, factor, of))
            .fold((0, 0), |(k, n), (more_k, more_n)| (k + more_k, n + more_n)),
    }
}

/// Returns the number of sources with material in a case, and of passages over its factors. A parent code repeats what
/// is below it and is left out where it is a heading.
pub(super) fn foot_numbers(table: &CasesByFactors, group: usize, case: usize) -> [usize; 2] {
    let own = (0..table.factors.len()).filter(|&factor| table.factors[factor].kind != CodeKind::Heading);
    let passages = own.map(|factor| table.cell(group, factor, case).n_passages).sum();
    let sources = (0..table.factors.len()).map(|factor| table.cell(group, factor, case).material_sources).max();
    [sources.unwrap_or(table.cases[case].n_sources), passages]
}

fn foot(table: &CasesByFactors, group: usize, case: usize, words: Words) -> [String; 2] {
    foot_numbers(table, group, case).map(|number| integer(words, number as u64))
}

/// Returns the type of heads above a group of cases.
pub(super) fn group_head_type() -> Type {
    SMALL_HEAD
}
