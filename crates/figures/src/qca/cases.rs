//! Ids of cases in a row: in a column of their own, or on lines under it.

use crate::canvas::{Anchor, Ink};
use crate::flow::{flow, n_lines};
use crate::sheet::Line;
use crate::style::Style;
use crate::text::SMALL;
use draad_analysis::qca::{Analysed, Qca};

/// Between two ids.
pub(crate) const ID_GAP: f64 = 1.5;
const ID_LINE: f64 = 2.9;
/// Space in a row above and below its ids together.
const AROUND: f64 = 1.3;
/// What follows the id of a case without the outcome, and of one exactly half in it.
const WITHOUT: &str = "×";
const HALF: &str = "½";

/// Returns the ids of cases, by their positions in the data, those without the outcome marked.
pub(crate) fn marked_ids(qca: &Qca, analysed: &Analysed, places: &[usize]) -> Vec<String> {
    let mark = |&place: &usize| {
        let sign = match analysed.outcome_of(place) {
            Some(true) => "",
            Some(false) => WITHOUT,
            None => HALF,
        };
        format!("{}{sign}", qca.case(place).id)
    };
    places.iter().map(mark).collect()
}

/// Where ids stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct CaseIds {
    /// Their left edge, and how wide they may run.
    pub(crate) left: f64,
    pub(crate) width: f64,
    /// Whether they have a column of their own; else they stand under the rest of their row.
    pub(crate) is_beside: bool,
}

impl CaseIds {
    fn places(&self, ids: &[String]) -> Vec<(usize, f64)> {
        let widths: Vec<f64> = ids.iter().map(|id| SMALL.width_mm(id)).collect();
        flow(&widths, self.width, ID_GAP)
    }

    /// Makes each row as high as its ids need.
    pub(crate) fn make_room<T: Copy>(&self, lines: &mut [Line<T>], ids_of: impl Fn(T) -> Vec<String>) {
        for line in lines {
            let Line::Row { item, height, .. } = line else { continue };
            let needed = self.height(&ids_of(*item));
            match self.is_beside {
                true => *height = height.max(needed + AROUND),
                false => *height += needed,
            }
        }
    }

    fn height(&self, ids: &[String]) -> f64 {
        n_lines(&self.places(ids)) as f64 * ID_LINE
    }

    /// Returns the middle of what stands above the ids, or beside them, of a row with this middle.
    pub(crate) fn middle(&self, ids: &[String], middle: f64) -> f64 {
        if self.is_beside { middle } else { middle - self.height(ids) / 2.0 }
    }

    /// Writes the ids of a row with this middle and these lines of a name.
    pub(crate) fn draw(&self, ink: &mut Ink, ids: &[String], middle: f64, style: &Style) {
        let places = self.places(ids);
        let below_first = (n_lines(&places).max(1) - 1) as f64 * ID_LINE;
        let first = match self.is_beside {
            true => middle + SMALL.baseline_below_middle() - below_first / 2.0,
            false => {
                let above = self.middle(ids, middle);
                above + crate::sheet::ROW / 2.0 + SMALL.em_mm() * 0.8
            }
        };
        for (id, (line, x)) in ids.iter().zip(places) {
            let at = (self.left + x, first + line as f64 * ID_LINE);
            ink.text(&SMALL.set(id, self.width, 1).join(""), at, Anchor::Start, SMALL, style.theme.ink);
        }
    }
}
