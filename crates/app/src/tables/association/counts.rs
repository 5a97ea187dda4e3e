//! Passages per case on both sides.

use super::Reading;
use crate::show::{View, measured, reasons, signed};
use draad_analysis::association::FactorAssociation;
use draad_measures::Measured;
use draad_measures::association::{Permutation, arrangements};

impl Reading<'_> {
    /// One row per factor: the mean number of passages on both sides, and the exact permutation test in both conventions with
    /// the smallest p that these numbers of passages allow.
    pub(super) fn counts(&self) -> View {
        let heads = [self.focal_name(), self.others_name()].into_iter();
        let heads =
            heads.chain(self.heads(["mean-difference", "p-absolute", "p-doubled", "least"])).collect();
        let title = self.words.say("association-counts-title");
        let mut view = self.part("association-counts", title, heads, 0, |_, factor| self.count_row(factor));
        let words = self.words;
        view.notes = vec![words.say("association-what-counts")];
        view.notes.extend(self.material());
        view.notes.push(words.say("association-what-permutation"));
        view.notes.extend(self.arrangements());
        view.notes.extend(self.of_the_tests());
        let numbers = |factor: &FactorAssociation| match &factor.tests {
            Ok(tests) => tests.counts.absolute.err(),
            Err(reason) => Some(*reason),
        };
        view.notes.extend(reasons(words, self.association.factors.iter().filter_map(numbers)));
        view
    }

    /// Returns what has to stand beside these p-values, where there are any.
    fn of_the_tests(&self) -> Vec<String> {
        let is_tested = |factor: &&FactorAssociation| {
            factor.tests.as_ref().is_ok_and(|tests| tests.counts.absolute.is_ok())
        };
        let n = self.association.factors.iter().filter(is_tested).count();
        if n == 0 {
            return Vec::new();
        }
        vec![
            self.words.say("association-what-least-counts"),
            self.words.say_with("association-not-adjusted", [("n", n.into())]),
            self.words.say("association-not-drawn"),
        ]
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
            self.p(of(&|counts| counts.least_attainable)),
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
