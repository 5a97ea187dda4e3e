//! Exact tests, with what they can say at most, and how many were made.

use super::Reading;
use crate::show::{View, because};
use draad_analysis::association::{ALPHA, FactorAssociation, FactorTests, Family, Ways};
use draad_measures::{Measured, Undefined};

/// Decimals of a p-value.
const DECIMALS: usize = 4;

impl Reading<'_> {
    /// One row per factor: the smallest p that its margins allow, Fisher's test, mid-p, and p adjusted in its family.
    pub(super) fn p_values(&self) -> View {
        let options = &self.association.options;
        let mut heads = self.heads(["least", "fisher", "mid-p"]);
        heads.push(self.words.say(&format!("association-adjust-{}", <&str>::from(options.adjust))));
        heads.push(self.words.say("association-tarone"));
        if options.unconditional {
            heads.extend(self.heads(["boschloo", "barnard"]));
        }
        let title = self.words.say("association-tests-title");
        let mut view =
            self.part("association-tests", title, heads, 0, |place, factor| self.test_row(place, factor));
        view.notes = self.test_notes();
        view
    }

    fn test_row(&self, place: usize, factor: &FactorAssociation) -> Vec<String> {
        let options = &self.association.options;
        let of = |number: &dyn Fn(&FactorTests) -> Measured| {
            self.p(factor.tests.as_ref().map_err(|reason| *reason).and_then(number))
        };
        let adjusted = self.association.family(options.family).adjusted(options.adjust, place);
        let mut row = vec![
            of(&|tests| Ok(tests.fisher.least_attainable)),
            of(&|tests| Ok(tests.fisher.two_sided)),
            of(&|tests| tests.fisher.mid_p),
            self.p(adjusted.ok_or(Undefined::EmptyMargin)),
            self.can_say(place, factor),
        ];
        if options.unconditional {
            let asked = |value: Option<Measured>| value.unwrap_or(Err(Undefined::EmptyMargin));
            row.extend([of(&|tests| asked(tests.boschloo)), of(&|tests| asked(tests.barnard))]);
        }
        row
    }

    /// Returns whether the test can say anything beside so many others.
    fn can_say(&self, place: usize, factor: &FactorAssociation) -> String {
        let key = match self.association.tarone.tested.contains(&place) {
            _ if factor.tests.is_err() => return "–".to_owned(),
            true => "association-can-say",
            false => "association-cannot-say",
        };
        self.words.say(key)
    }

    /// Returns a p-value; what is smaller than the last digit is said to be so.
    pub(super) fn p(&self, value: Measured) -> String {
        let least = 10.0_f64.powi(-(DECIMALS as i32));
        match value {
            Ok(p) if p < least => format!("< {}", self.words.number(least, DECIMALS)),
            Ok(p) => self.words.number(p, DECIMALS),
            Err(_) => "–".to_owned(),
        }
    }

    fn test_notes(&self) -> Vec<String> {
        let words = self.words;
        let mut notes: Vec<String> = self.too_few().into_iter().collect();
        if self.association.all.members.is_empty() {
            return notes;
        }
        notes.extend(
            ["association-what-p", "association-not-drawn", "association-what-least"]
                .map(|key| words.say(key)),
        );
        notes.push(words.say("association-what-mid-p"));
        notes.push(self.family_note());
        notes.push(self.tarone_note());
        if self.association.all.members.len() > 1 {
            notes.push(self.chance_note());
        }
        if self.association.options.unconditional {
            notes.push(words.say("association-what-unconditional"));
        }
        if self
            .association
            .factors
            .iter()
            .any(|factor| factor.tests.is_ok() && factor.table.has_empty_margin())
        {
            notes.push(words.say("association-nothing-to-test"));
        }
        notes
    }

    fn family_note(&self) -> String {
        let (association, words) = (self.association, self.words);
        let family = association.options.family;
        let key = format!("association-family-{}", <&str>::from(family));
        let args = [
            (
                "adjusted",
                words.say(&format!("association-adjust-{}", <&str>::from(association.options.adjust))).into(),
            ),
            ("n", association.all.members.len().into()),
            ("testable", association.family(Family::Testable).members.len().into()),
            ("alpha", words.number(ALPHA, 2).into()),
        ];
        words.say_with(&key, args)
    }

    fn tarone_note(&self) -> String {
        let tarone = &self.association.tarone;
        let args = [
            ("n", tarone.tested.len().into()),
            ("k", tarone.k.into()),
            ("alpha", self.words.number(ALPHA, 2).into()),
            ("limit", self.words.number(tarone.limit, DECIMALS).into()),
        ];
        self.words.say_with("association-what-tarone", args)
    }

    /// Returns what looking at so many factors does by itself.
    fn chance_note(&self) -> String {
        let words = self.words;
        match self.association.ways_with_any() {
            Ok(Ways { n, all }) => {
                let per_hundred = (n as f64 / all as f64 * 100.0).round() as u64;
                let args = [
                    ("n", words.whole(n).into()),
                    ("all", words.whole(all).into()),
                    ("share", words.whole(per_hundred).into()),
                    ("alpha", words.number(ALPHA, 2).into()),
                ];
                words.say_with("association-chance", args)
            }
            Err(reason) => {
                let args =
                    [("reason", because(words, reason).into()), ("alpha", words.number(ALPHA, 2).into())];
                words.say_with("association-chance-simulated", args)
            }
        }
    }
}
