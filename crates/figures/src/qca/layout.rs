//! Rows of signs: a short name, a column per condition, numbers, and ids of cases.

use super::cases::{CaseIds, ID_GAP};
use super::condition_name;
use super::signs::LARGEST;
use crate::canvas::{Anchor, Ink};
use crate::heads::{Head, Heads};
use crate::style::{Colour, Style};
use crate::text::SMALL;
use draad_analysis::qca::Qca;
use draad_core::Study;

/// Between the columns.
const GAP: f64 = 2.4;
/// The distance between conditions: at most, and where ids still stand beside the rest.
const WIDEST: f64 = 18.0;
const NARROWEST: f64 = 3.4;
/// How many ids side by side a column of them holds at least, and which part of the room it takes at most.
const IDS_BESIDE: f64 = 2.0;
const IDS_PART: f64 = 0.45;
/// Room left between the signs of two conditions.
const BETWEEN_SIGNS: f64 = 0.3;

/// What has to find a place.
pub(crate) struct Wanted<'a> {
    /// Head and width of the names.
    pub(crate) names: (String, f64),
    /// Per column of numbers its head, and the width of its widest number.
    pub(crate) numbers: Vec<(String, f64)>,
    /// The ids of each row.
    pub(crate) ids: &'a [Vec<String>],
}

impl Wanted<'_> {
    /// Returns the widths of the columns of numbers: those of their heads where all of that fits in the room.
    fn widths(&self, room: f64) -> Vec<f64> {
        let roomy: Vec<f64> =
            self.numbers.iter().map(|(head, width)| width.max(SMALL.width_mm(head))).collect();
        match roomy.iter().map(|width| width + GAP).sum::<f64>() <= room {
            true => roomy,
            false => self.numbers.iter().map(|(_, width)| *width).collect(),
        }
    }

    /// Returns the room for a column of ids: the longest row where it fits in its part of the room, else a few.
    fn room_for_ids(&self, room: f64) -> f64 {
        let row = |ids: &Vec<String>| ids.iter().map(|id| SMALL.width_mm(id) + ID_GAP).sum::<f64>();
        let longest = self.ids.iter().map(row).fold(0.0, f64::max);
        let widest_id = SMALL.widest_mm(self.ids.iter().flatten().map(String::as_str));
        longest.min(room * IDS_PART).max((widest_id + ID_GAP) * IDS_BESIDE) + GAP
    }
}

/// Where things stand; in millimetres.
pub(crate) struct Layout {
    /// The middle of each condition's column.
    pub(crate) middles: Vec<f64>,
    /// Left edge and width of each column of numbers.
    numbers: Vec<(f64, f64)>,
    pub(crate) cases: CaseIds,
    pub(crate) heads: Heads,
    /// Radius of the largest sign.
    pub(crate) radius: f64,
    pub(crate) right: f64,
}

impl Layout {
    /// Finds a place for everything.
    pub(crate) fn new(qca: &Qca, study: &Study, style: &Style, wanted: &Wanted) -> Self {
        let left = style.format.edge_mm();
        let right = style.format.width_mm() - left;
        let n = qca.conditions.len().max(1) as f64;
        let from = left + wanted.names.1 + GAP;
        let widths = wanted.widths((right - from) * (1.0 - IDS_PART) - n * NARROWEST);
        let room = right - from - widths.iter().map(|width| width + GAP).sum::<f64>();
        let ids = wanted.room_for_ids(room);
        let is_beside = room - ids >= n * NARROWEST;
        let room = room - if is_beside { ids } else { 0.0 };
        let pitch = (room / n).min(WIDEST);
        let radius = LARGEST.min((pitch - BETWEEN_SIGNS) / 2.0);
        let middles: Vec<f64> =
            (0..qca.conditions.len()).map(|place| from + (place as f64 + 0.5) * pitch).collect();
        // where there is room, the head of the last condition gets as much of it as those of the others
        let spare = (room - n * pitch).clamp(0.0, (pitch / 2.0 - radius - GAP).max(0.0));
        let mut x = from + n * pitch + spare;
        let mut numbers = Vec::new();
        for width in widths {
            x += GAP;
            numbers.push((x, width));
            x += width;
        }
        let cases = match is_beside {
            true => CaseIds { left: x + GAP, width: right - x - GAP, is_beside },
            false => CaseIds { left: from, width: right - from, is_beside },
        };
        let mut layout =
            Self { middles, numbers, cases, heads: Heads::place(Vec::new(), 0.0), radius, right };
        layout.heads = layout.heads(qca, study, style, wanted);
        layout
    }

    fn heads(&self, qca: &Qca, study: &Study, style: &Style, wanted: &Wanted) -> Heads {
        let words = style.words;
        let head = |text: String, left: f64, width: f64| Head {
            text,
            kind: SMALL,
            left,
            right: left + width,
            bracket: true,
        };
        let edge = style.format.edge_mm();
        let first = (!wanted.names.0.is_empty()).then(|| head(wanted.names.0.clone(), edge, wanted.names.1));
        let names = qca.conditions.iter().map(|condition| condition_name(condition, study, words));
        let conditions = names.zip(&self.middles);
        let conditions = conditions.map(|(name, middle)| head(name, middle - self.radius, 2.0 * self.radius));
        let numbers = wanted.numbers.iter().zip(&self.numbers);
        let numbers = numbers.map(|((text, _), &(left, width))| head(text.clone(), left, width));
        let CaseIds { left, width, is_beside } = self.cases;
        let cases = is_beside.then(|| head(words.say("qca-head-cases"), left, width));
        Heads::place(first.into_iter().chain(conditions).chain(numbers).chain(cases).collect(), self.right)
    }

    /// Returns the left edge of a column of numbers.
    pub(crate) fn number_left(&self, column: usize) -> f64 {
        self.numbers[column].0
    }

    /// Writes the numbers of a row.
    pub(crate) fn draw_numbers(&self, ink: &mut Ink, texts: &[String], middle: f64, colour: Colour) {
        let baseline = middle + SMALL.baseline_below_middle();
        for (text, &(left, width)) in texts.iter().zip(&self.numbers) {
            ink.text(text, (left + width, baseline), Anchor::End, SMALL, colour);
        }
    }
}

/// Returns the width of the widest text of each column.
pub(crate) fn widths<const N: usize>(rows: &[[String; N]]) -> [f64; N] {
    std::array::from_fn(|column| SMALL.widest_mm(rows.iter().map(|row| row[column].as_str())))
}
