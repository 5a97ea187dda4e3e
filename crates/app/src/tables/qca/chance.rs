//! How soon random data look as tidy.

use super::Reading;
use crate::show::{Section, View};
use draad_analysis::qca::Chance;

impl Reading<'_> {
    /// A sentence or two.
    pub(super) fn chance(&self, chance: &Chance) -> View {
        let words = self.words;
        // of a hundred, so that nobody reads it as a share of the cases
        let in_hundred = |share: f64| words.number(share * 100.0, if share < 0.095 { 1 } else { 0 });
        let args = [
            ("with", chance.n_with.into()),
            ("without", chance.n_without.into()),
            ("rows", words.whole(chance.n_rows).into()),
            ("share", in_hundred(chance.share).into()),
            ("contradictions", chance.n_contradictions.into()),
        ];
        let mut notes = vec![words.say("qca-chance-note")];
        if let Some(share) = chance.drawn_share() {
            let drawn = [
                ("share", in_hundred(share).into()),
                ("runs", words.whole(chance.runs as u64).into()),
                ("seed", chance.seed.to_string().into()),
            ];
            notes.push(words.say_with("qca-chance-drawn", drawn));
        }
        let told = Section { title: words.say_with("qca-chance", args), rows: Vec::new() };
        View {
            part: "qca-chance",
            title: words.say("qca-chance-title"),
            sections: vec![told],
            notes,
            ..View::default()
        }
    }
}
