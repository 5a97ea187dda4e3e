//! Passages per case on both sides.

use super::Reading;
use crate::show::{View, measured, reasons, signed};
use draad_analysis::association::FactorAssociation;
use draad_measures::Measured;
use draad_measures::association::{Permutation, arrangements};

impl Reading<'_> {
    /// One row per factor: the mean number of passages on both sides, and the exact permutation test in both conventions.
    pub(super) fn counts(&self) -> View {
        let heads = [self.focal_name(), self.others_name()].into_iter();
        let heads = heads.chain(self.heads(["mean-difference", "p-absolute", "p-doubled"])).collect();
        let title = self.words.say("association-counts-title");
        let mut view = self.part("association-counts", title, heads, 0, |_, factor| self.count_row(factor));
        let words = self.words;
        view.notes = vec![words.say("association-what-counts"), self.material()];
        view.notes.push(words.say("association-what-permutation"));
        view.notes.extend(self.arrangements());
        let numbers = |factor: &FactorAssociation| match &factor.tests {
            Ok(tests) => tests.counts.absolute.err(),
            Err(reason) => Some(*reason),
        };
        view.notes.extend(reasons(words, self.association.factors.iter().filter_map(numbers)));
        view
    }

    fn count_row(&self, factor: &FactorAssociation) -> Vec<String> {
        let of = |number: &dyn Fn(&Permutation) -> Measured| {
            factor.tests.as_ref().map_err(|reason| *reason).and_then(|tests| number(&tests.counts))
        };
        let means = factor.means();
        vec![
            measured(self.words, means.map(|means| means[0]), 1),
            measured(self.words, means.map(|means| means[1]), 1),
            signed(self.words, means.map(|means| means[2])),
            self.p(of(&|counts| counts.absolute)),
            self.p(of(&|counts| counts.doubled)),
        ]
    }

    /// Returns how many ways there are to deal out the outcome, where it is the same for all factors and can be written.
    fn arrangements(&self) -> Option<String> {
        let tested = |place: &usize| self.association.factors[*place].table;
        let mut tables = self.association.all.members.iter().map(tested);
        let first = tables.next()?;
        let same = |table: &draad_measures::association::TwoByTwo| {
            (table.focal(), table.others()) == (first.focal(), first.others())
        };
        let ways = arrangements(first.n(), first.focal()).filter(|_| tables.all(|table| same(&table)))?;
        let args = [
            ("ways", self.words.whole(ways).into()),
            ("n", first.n().into()),
            ("focal", first.focal().into()),
        ];
        Some(self.words.say_with("association-ways", args))
    }
}
