//! The legend of the matrix: marks that occur, sizes, and the key to numbered cases.

use super::{Matrix, SizeBy};
use crate::legend::{Entry, Legend, Sample};
use crate::marks::Shape;
use draad_analysis::CellState;

impl Matrix<'_> {
    /// The legend: marks that occur, sizes, and the key to numbered cases.
    pub(super) fn legend(&self) -> Legend {
        let format = self.style.format;
        let mut blocks = vec![self.mark_entries(), self.size_entries()];
        if self.columns.numbered {
            blocks.push(self.case_entries());
        }
        Legend::new(blocks, self.scale, format.width_mm() - 2.0 * format.edge_mm())
    }

    fn mark_entries(&self) -> Vec<Entry> {
        let words = self.style.words;
        let samples = [
            (CellState::Promoting, Sample::Shapes(vec![Shape::Circle]), "state-promoting"),
            (CellState::Hindering, Sample::Shapes(vec![Shape::Diamond]), "state-hindering"),
            (CellState::Both, Sample::Shapes(vec![Shape::Circle, Shape::Diamond]), "figure-legend-both"),
            (CellState::Ambivalent, Sample::Shapes(vec![Shape::DottedRing]), "state-ambivalent"),
            (CellState::Coded, Sample::Shapes(vec![Shape::Square]), "figure-legend-theme"),
            (CellState::NotFound, Sample::Absence, "state-not-found"),
            (CellState::NoMaterial, Sample::NoMaterial, "state-no-material"),
        ];
        let occurs = samples.into_iter().filter(|(state, ..)| self.count(*state) > 0);
        occurs.map(|(_, sample, key)| Entry { sample, text: words.say(key) }).collect()
    }

    fn size_entries(&self) -> Vec<Entry> {
        let words = self.style.words;
        if self.scale.max == 0 {
            return Vec::new();
        }
        let name = match self.options.size {
            SizeBy::Passages => "figure-legend-sizes-passages",
            SizeBy::Sources => "figure-legend-sizes-sources",
        };
        let mut entries = vec![Entry { sample: Sample::Words, text: words.say(name) }];
        let number = |n: usize| Entry { sample: Sample::Number(n), text: words.whole(n as u64) };
        entries.extend(self.scale.samples().into_iter().map(number));
        if self.scale.max > self.scale.cap {
            let cap = words.whole(self.scale.cap as u64);
            let text = words.say_with("figure-legend-more", [("n", cap.into())]);
            entries.push(Entry { sample: Sample::Capped, text });
        }
        entries
    }

    fn case_entries(&self) -> Vec<Entry> {
        let words = self.style.words;
        let mut entries = vec![Entry { sample: Sample::Words, text: words.say("figure-legend-cases") }];
        for (&(_, case), number) in self.columns.order.iter().zip(&self.columns.heads) {
            let text = format!("{number} = {}", self.table.cases[case].id);
            entries.push(Entry { sample: Sample::Words, text });
        }
        entries
    }
}
