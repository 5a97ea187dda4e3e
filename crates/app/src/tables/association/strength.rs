//! Further measures of how far factor and outcome go together.

use super::Reading;
use crate::show::{View, reasons, signed};
use draad_analysis::association::FactorAssociation;
use draad_measures::Undefined;
use draad_measures::association::{HalfAdded, OddsLimits, TwoByTwo, odds_ratio, odds_ratio_limits};

impl Reading<'_> {
    /// One row per factor: φ, how far it is of what the margins allow, Q, and odds ratios.
    pub(super) fn strength(&self) -> View {
        let heads = self.heads(["phi", "phi-of-reachable", "yule-q", "odds-half", "odds-conditional"]);
        let title = self.words.say("association-measures-title");
        let mut view =
            self.part("association-measures", title, heads, 0, |_, factor| self.strength_row(factor));
        let words = self.words;
        view.notes = ["association-what-phi", "association-what-odds"].map(|key| words.say(key)).to_vec();
        let confidence = [("confidence", self.confidence().into())];
        view.notes.push(words.say_with("association-what-conditional", confidence));
        let undefined =
            self.association.factors.iter().filter_map(|factor| factor.strength(TwoByTwo::phi).err());
        view.notes.extend(reasons(words, undefined.filter(|reason| *reason != Undefined::EmptyMargin)));
        if self.association.factors.iter().any(|factor| factor.table.has_empty_margin()) {
            view.notes.push(words.say("association-same-everywhere"));
        }
        view
    }

    fn strength_row(&self, factor: &FactorAssociation) -> Vec<String> {
        let measures = [TwoByTwo::phi, TwoByTwo::phi_of_reachable, TwoByTwo::yule_q];
        let mut row = measures.map(|measure| signed(self.words, factor.strength(measure))).to_vec();
        row.push(self.ratio(factor.strength(|table| table.odds_ratio_half_added(HalfAdded::Always))));
        let confidence = self.association.options.confidence;
        let limits = factor.strength(|table| odds_ratio_limits(table, confidence));
        let ratio = self.ratio(factor.strength(odds_ratio));
        row.push(match limits {
            Ok(OddsLimits { lower, upper }) => {
                let args = [("lower", self.ratio(Ok(lower)).into()), ("upper", self.ratio(upper).into())];
                format!("{ratio} ({})", self.words.say_with("association-limits", args))
            }
            Err(_) => ratio,
        });
        row
    }
}
