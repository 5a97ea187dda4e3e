//! The case × factor matrix: which factors occur where, and how they lean.
//!
//! Factors are rows and cases are columns, because names of factors are long and names of cases short; so no label is
//! ever turned. Figures too wide or too high for a page go on over several, with their heads repeated.

mod columns;
mod draw;
mod key;
mod rows;
mod say;

use crate::canvas::Ids;
use crate::figure::Figure;
use crate::marks::{Mark, Pairs, fitting_unit, marks_of};
use crate::scale::{AreaScale, choose_cap, legible_cap};
use crate::sheet::ROW;
use crate::style::Style;
use columns::Columns;
use draad_analysis::{CasesByFactors, CellState};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, Study};

pub use crate::marks::SizeBy;

/// Radius in millimetres that a mark for the number 1 has at least, to be told from the dot for "not coded".
const LEAST_UNIT: f64 = 0.33;

/// Choices for the matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MatrixOptions {
    /// What the area of a mark stands for.
    pub size: SizeBy,
    /// The number above which marks grow no further; nothing means a fitting one.
    pub cap: Option<usize>,
    /// Leaves out factors that occur in no case.
    pub without_unused: bool,
    /// Draws the heads of the codebook's tree too, as rows: they add up what is below them, so their marks are large
    /// and make all others small.
    pub with_headings: bool,
    /// Position in [`CasesByFactors::groups`]: which value of the further key is drawn.
    pub group: usize,
}

/// Draws the matrix. `study` gives things their names.
///
/// # Errors
/// `NothingToShow` without cases or without factors.
pub fn matrix(
    table: &CasesByFactors,
    study: &Study,
    options: &MatrixOptions,
    style: &Style,
) -> Outcome<Figure> {
    let factors = rows::factors_in_order(table, options);
    if table.cases.is_empty() || options.group >= table.groups.len() {
        return Err(nothing("no-cases"));
    }
    if factors.is_empty() {
        return Err(nothing("no-factors"));
    }
    let matrix = Matrix::new(table, study, options, style, factors);
    let alt = matrix.alt();
    let pages = matrix.draw(&mut Ids::default(), &alt);
    Ok(Figure::new("matrix", pages, matrix.caption(), alt, style.words))
}

fn nothing(reason: &str) -> Box<Diagnostic> {
    let problem = Problem::NothingToShow { reason: reason.to_owned() };
    Box::new(Diagnostic::error(Place::default(), problem))
}

/// Everything that is decided before the first mark is drawn.
struct Matrix<'a> {
    table: &'a CasesByFactors,
    study: &'a Study,
    options: &'a MatrixOptions,
    style: &'a Style,
    factors: Vec<usize>,
    columns: Columns,
    pairs: Pairs,
    scale: AreaScale,
}

impl<'a> Matrix<'a> {
    fn new(
        table: &'a CasesByFactors,
        study: &'a Study,
        options: &'a MatrixOptions,
        style: &'a Style,
        factors: Vec<usize>,
    ) -> Self {
        let columns = Columns::new(table, options.group, &factors, style);
        let cells = factors.iter().flat_map(|&factor| (0..table.cases.len()).map(move |case| (factor, case)));
        let marks: Vec<Vec<Mark>> = cells
            .map(|(factor, case)| marks_of(table.cell(options.group, factor, case), options.size))
            .collect();
        let numbers: Vec<usize> = marks.iter().flatten().map(|mark| mark.number).collect();
        let max = numbers.iter().copied().max().unwrap_or(0);
        let cell = (columns.cell_width - 0.3, ROW - 0.4);
        let pairs = if columns.cell_width < ROW { Pairs::Stacked } else { Pairs::Beside };
        let unit_for = |cap| fitting_unit(&marks, cap, cell, pairs);
        let cap = match options.cap {
            Some(cap) => cap.max(1),
            None => legible_cap(choose_cap(numbers), LEAST_UNIT, unit_for),
        };
        let scale = AreaScale { unit_mm: unit_for(cap.min(max).max(1)), cap, max };
        Self { table, study, options, style, factors, columns, pairs, scale }
    }

    /// Returns how many of the drawn cells are in a state.
    fn count(&self, state: CellState) -> usize {
        let cases = 0..self.table.cases.len();
        let in_row =
            |&factor: &usize| cases.clone().filter(|&case| self.cell(factor, case).state == state).count();
        self.factors.iter().map(in_row).sum()
    }

    fn cell(&self, factor: usize, case: usize) -> &draad_analysis::Cell {
        self.table.cell(self.options.group, factor, case)
    }
}
