//! How soon random data look as tidy.

use super::Reading;
use crate::show::{Section, View};
use draad_analysis::qca::Chance;

impl Reading<'_> {
    /// One row per number.
    pub(super) fn chance(&self, chance: &Chance) -> View {
        let words = self.words;
        // of a hundred, so that nobody reads it as a share of the cases
        let in_hundred = |share: f64| words.number(share * 100.0, 1);
        let row = |key: &str, value: String| vec![words.say(key), value];
        let mut rows = vec![
            row("qca-chance-with", words.whole(chance.n_with as u64)),
            row("qca-chance-without", words.whole(chance.n_without as u64)),
            row("qca-chance-rows", words.whole(chance.n_rows)),
            row("qca-chance-share", in_hundred(chance.share)),
        ];
        if let Some(share) = chance.drawn_share() {
            let args =
                [("runs", words.whole(chance.runs as u64).into()), ("seed", chance.seed.to_string().into())];
            rows.push(vec![words.say_with("qca-chance-drawn", args), in_hundred(share)]);
        }
        rows.push(row("qca-chance-contradictions", words.whole(chance.n_contradictions as u64)));
        View {
            part: "qca-chance",
            title: words.say("qca-chance-title"),
            header: vec![String::new(), words.say("qca-head-number")],
            n_left: 1,
            sections: vec![Section { title: String::new(), rows }],
            notes: vec![words.say("qca-chance-note")],
            ..View::default()
        }
    }
}
