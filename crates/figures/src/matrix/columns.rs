//! Columns: how wide, under which heads, on which page; and the margin of `k of n`.

use super::say;
use crate::flow::even_parts;
use crate::style::{Format, Style};
use crate::text::{BODY, SMALL, Type, words_of};
use draad_analysis::CasesByFactors;
use draad_words::{Words, capitalised};
use std::ops::Range;

/// Space between labels and cells, and between cells and the margin, in millimetres.
pub(super) const LABEL_GAP: f64 = 1.8;
/// Space between the columns of the margin.
const MARGIN_GAP: f64 = 1.8;
const LEAST_CELL: f64 = 2.9;
const WIDEST_CELL: f64 = 8.5;
/// Space that texts of neighbouring columns keep.
const TEXT_GAP: f64 = 0.9;
/// Space that numbers below neighbouring columns keep.
const FOOT_GAP: f64 = 0.5;
/// Ids wider than this are numbered, with a key, where their columns are narrower.
const WIDEST_ID: f64 = 9.0;
/// A word above the margin that is wider is broken.
const WIDEST_WORD: f64 = 18.0;
/// A page with fewer cases than this is hardly a comparison.
const FEW: f64 = 8.0;
/// With more outcome groups than this, the margin is for all cases together.
const MOST_GROUPS: usize = 6;

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
    /// Whether every second number stands lower: sources, passages.
    pub(super) staggered_feet: [bool; 2],
    /// The margin.
    pub(super) margins: Vec<Margin>,
    /// Whether `k of n` is written `k/n`.
    pub(super) compact: bool,
    /// Space between outcome groups.
    group_gap: f64,
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

/// How much the margin says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Detail {
    /// `k of n` per group, under the names of the groups.
    Wide,
    /// `k/n` per group, closer together.
    Compact,
    /// `k/n` for all cases together.
    Least,
}

/// A way to divide the width.
struct Division {
    detail: Detail,
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
        let foot_widths =
            [0, 1].map(|line| SMALL.widest_mm(feet.iter().map(|foot| foot[line].as_str())) + FOOT_GAP);

        let divisions = [Detail::Wide, Detail::Compact, Detail::Least];
        let divisions = divisions.map(|detail| Division::new(table, group, factors, style, detail));
        let n = order.len() as f64;
        let numbered = id_width > WIDEST_ID && divisions[0].cells / n < id_width + TEXT_GAP;
        let heads = if numbered { (1..=order.len()).map(|number| number.to_string()).collect() } else { ids };
        let head_width = SMALL.widest_mm(heads.iter().map(String::as_str));
        let least = LEAST_CELL.max((head_width + TEXT_GAP).max(foot_widths[0]).max(foot_widths[1]) / 2.0);
        let easy = (head_width + TEXT_GAP).max(crate::sheet::ROW);
        let division = choose(divisions, n * easy, n * least, FEW * least);
        let most = ((division.cells / least) as usize).max(1);
        let parts = even_parts(order.len(), most);
        let columns = parts.iter().map(Range::len).max().unwrap_or(1) as f64;
        let widest = WIDEST_CELL.max(head_width + TEXT_GAP);
        let cell_width = (division.cells / columns).clamp(least.min(division.cells), widest);
        Self {
            group_gap: division.group_gap(),
            label_width: division.label_width,
            label_type: division.label_type,
            cell_width,
            order,
            parts,
            staggered_heads: head_width + TEXT_GAP > cell_width,
            staggered_feet: foot_widths.map(|width| width > cell_width),
            heads,
            numbered,
            feet,
            margins: division.margins,
            compact: division.detail != Detail::Wide,
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
                gaps += self.group_gap;
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

/// Returns the first division with room for all cases at ease, a margin per group included; else the first with just
/// room for all; else the first with room for a few; else the last.
fn choose([wide, compact, least]: [Division; 3], at_ease: f64, all: f64, few: f64) -> Division {
    let first_with = |room: f64| [&wide, &compact, &least].iter().position(|division| division.cells >= room);
    let with_groups = first_with(at_ease).filter(|&at| at < 2);
    match with_groups.or_else(|| first_with(all)).or_else(|| first_with(few)) {
        Some(0) => wide,
        Some(1) => compact,
        _ => least,
    }
}

impl Division {
    fn new(table: &CasesByFactors, group: usize, factors: &[usize], style: &Style, detail: Detail) -> Self {
        let content = style.format.width_mm() - 2.0 * style.format.edge_mm();
        let label_type = if style.format == Format::OneColumn { SMALL } else { BODY };
        let most = content * if detail == Detail::Wide { 0.34 } else { 0.28 };
        let name = |&factor: &usize| say::drawn_name(&table.factors[factor], style.words);
        let lines =
            factors.iter().flat_map(|factor| label_type.wrap(&name(factor), most, 2)).collect::<Vec<_>>();
        let feet = [style.words.say("figure-sources"), style.words.say("figure-passages")];
        let label_width = label_type
            .widest_mm(lines.iter().map(String::as_str))
            .max(SMALL.widest_mm(feet.iter().map(String::as_str)));
        let margins = margins(table, group, factors, style.words, detail);
        let mut division = Self { detail, label_width, label_type, margins, cells: 0.0 };
        let margin_width: f64 = division.margins.iter().map(|margin| margin.width + MARGIN_GAP).sum();
        let gaps = division.group_gap() * table.outcome_groups.len().saturating_sub(1) as f64;
        let taken = label_width + 2.0 * LABEL_GAP + (margin_width - MARGIN_GAP) + gaps;
        division.cells = (content - taken).max(LEAST_CELL);
        division
    }

    fn group_gap(&self) -> f64 {
        if self.detail == Detail::Wide { 2.2 } else { 1.4 }
    }
}

/// Returns a margin per outcome group, or one for all cases.
fn margins(
    table: &CasesByFactors,
    group: usize,
    factors: &[usize],
    words: Words,
    detail: Detail,
) -> Vec<Margin> {
    let compact = detail != Detail::Wide;
    let margin = |of: Option<usize>, label: String, is_last: bool| {
        let counts: Vec<_> = factors.iter().map(|&factor| k_of_n(table, group, factor, of)).collect();
        let k_width = counts.iter().map(|(k, _)| SMALL.width_mm(&k.to_string())).fold(0.0, f64::max);
        let text_width = |&count: &(usize, usize)| {
            let indent = k_width - SMALL.width_mm(&count.0.to_string());
            indent + SMALL.width_mm(&say::k_of_n(words, count, compact))
        };
        let widest = counts.iter().map(text_width).fold(0.0, f64::max);
        let longest_word = SMALL.widest_mm(words_of(&label));
        let label_width = if is_last || !compact { longest_word.min(WIDEST_WORD) } else { 0.0 };
        Margin { group: of, width: widest.max(label_width), k_width, label }
    };
    let n = table.outcome_groups.len();
    match detail {
        _ if n > 1 && (detail == Detail::Least || n > MOST_GROUPS) => {
            vec![margin(None, capitalised(&words.say("all-cases")), true)]
        }
        _ => (0..n).map(|of| margin(Some(of), say::group_name(table, of, words), of + 1 == n)).collect(),
    }
}

/// Returns in how many cases of a group (of all groups) the factor occurs, and in how many there is material.
pub(super) fn k_of_n(
    table: &CasesByFactors,
    group: usize,
    factor: usize,
    of: Option<usize>,
) -> (usize, usize) {
    match of {
        Some(of) => table.k_of_n(group, factor, of),
        None => (0..table.outcome_groups.len())
            .map(|of| table.k_of_n(group, factor, of))
            .fold((0, 0), |(k, n), (more_k, more_n)| (k + more_k, n + more_n)),
    }
}

/// Returns the number of sources with material in a case, and of passages over all codes, each with its own codings
/// only. Both are the same in every row.
pub(super) fn foot_numbers(table: &CasesByFactors, group: usize, case: usize) -> [usize; 2] {
    let cell = table.cell(group, 0, case);
    [cell.material_sources, cell.case_passages]
}

fn foot(table: &CasesByFactors, group: usize, case: usize, words: Words) -> [String; 2] {
    foot_numbers(table, group, case).map(|number| words.whole(number as u64))
}
