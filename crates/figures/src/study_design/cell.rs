//! One method in one phase: a tile with its number, and who was heard.

use super::say::Subject;
use crate::canvas::{Anchor, Canvas, Ink, Tag};
use crate::style::Theme;
use crate::text::{SMALL, SMALL_HEAD};
use draad_analysis::study_design::MethodRow;

/// Height of a line of text.
pub(super) const LINE: f64 = 3.2;
/// Side of the largest tile.
pub(super) const TILE: f64 = 11.0;
/// Side of the smallest tile, so that one person can be seen.
const LEAST_TILE: f64 = 1.6;
/// Side of a tile without a number, and the thickness of its edge.
const OPEN_TILE: f64 = 3.2;
const EDGE: f64 = 0.3;
/// Between a tile and what stands beside or below it.
pub(super) const GAP: f64 = 1.0;

/// A cell that is ready to be drawn.
pub(super) struct Cell<'a> {
    row: &'a MethodRow,
    phase: usize,
    side: f64,
    lines: Vec<String>,
}

impl<'a> Cell<'a> {
    /// Prepares a cell of which the text may be so wide; nothing where the method was not used.
    pub(super) fn new(subject: &Subject, row: &'a MethodRow, phase: usize, width: f64) -> Option<Self> {
        let groups = row.cells[phase].as_ref()?;
        let names = groups.iter().map(|group| subject.group_name(group));
        let lines = names.flat_map(|name| SMALL.set(&name, width, usize::MAX)).collect();
        let share = |n: u32| f64::from(n) / f64::from(subject.most());
        let side = row.total(phase).map_or(OPEN_TILE, |n| (TILE * share(n).sqrt()).max(LEAST_TILE));
        Some(Self { row, phase, side, lines })
    }

    /// Returns the side of the tile.
    pub(super) fn side(&self) -> f64 {
        self.side
    }

    /// Returns the height of the text.
    pub(super) fn text_height(&self) -> f64 {
        self.lines.len() as f64 * LINE
    }

    /// Draws the tile with its lower left corner at one place, and the text from another.
    pub(super) fn draw(&self, canvas: &mut Canvas, subject: &Subject, foot: (f64, f64), text: (f64, f64)) {
        let theme = &subject.style.theme;
        let tag = Tag {
            id: format!("design-{}-{}", self.row.name, subject.design.phases[self.phase].id),
            class: "method".into(),
            title: subject.title(self.row, self.phase),
            data: Vec::new(),
        };
        let total = self.row.total(self.phase).map(|n| subject.style.words.whole(u64::from(n)));
        canvas.group(&tag, |ink| {
            self.draw_tile(ink, total.as_deref(), foot, theme);
            for (n, line) in self.lines.iter().enumerate() {
                let baseline = text.1 + n as f64 * LINE + SMALL.em_mm() * 0.9;
                ink.text(line, (text.0, baseline), Anchor::Start, SMALL, theme.ink);
            }
        });
    }

    /// Draws the tile; its number stands in it, or beside it where it is too small.
    fn draw_tile(&self, ink: &mut Ink, total: Option<&str>, (left, bottom): (f64, f64), theme: &Theme) {
        let corner = (left, bottom - self.side);
        ink.rect(corner, (self.side, self.side), theme.neutral);
        let Some(total) = total else {
            let inside = self.side - 2.0 * EDGE;
            ink.rect((corner.0 + EDGE, corner.1 + EDGE), (inside, inside), theme.ground);
            return;
        };
        let fits = self.side >= SMALL_HEAD.width_mm(total) + 1.0 && self.side >= SMALL_HEAD.em_mm() + 0.6;
        if fits {
            let baseline = bottom - self.side / 2.0 + SMALL_HEAD.baseline_below_middle();
            ink.text(total, (left + self.side / 2.0, baseline), Anchor::Middle, SMALL_HEAD, theme.ground);
        } else {
            let at = (left + self.side + 0.7, bottom - 0.2);
            ink.text(total, at, Anchor::Start, SMALL_HEAD, theme.ink);
        }
    }
}
