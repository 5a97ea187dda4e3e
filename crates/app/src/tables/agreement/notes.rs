//! What the numbers mean, what is compared, and what is not.

use super::Reading;
use crate::show::reasons;
use draad_analysis::agreement::MIN_FOR_INTERVAL;
use draad_figures::coder_name;

/// How many ids a note names.
const NAMED: usize = 12;

impl Reading<'_> {
    /// Returns what the coefficients of codes mean.
    pub(super) fn code_notes(&self) -> Vec<String> {
        let own = &self.found.own;
        let mut notes = match self.is_on_spans() {
            true => {
                let overlap = self.words.number(own.overlap, 2);
                vec![
                    self.words.say("agreement-note-spans"),
                    self.words.say("agreement-note-u-alpha"),
                    self.words.say("agreement-note-chars"),
                    self.words.say_with("agreement-note-segments", [("overlap", overlap.into())]),
                    self.words.say("agreement-note-valence"),
                ]
            }
            false => {
                let categories = own.measure.categories().len();
                let args = [
                    ("unit", <&str>::from(own.unit).into()),
                    ("measure", <&str>::from(own.measure).into()),
                    ("q", categories.into()),
                ];
                vec![
                    self.words.say_with("agreement-note-units", args),
                    self.words.say("agreement-note-chance"),
                ]
            }
        };
        notes.push(self.words.say("agreement-note-cases"));
        notes.extend(self.interval_note());
        notes.push(self.words.say("agreement-note-conventions"));
        notes.extend(reasons(self.words, self.found.codes.iter().flat_map(Self::undefined)));
        notes
    }

    fn interval_note(&self) -> Option<String> {
        let own = &self.found.own;
        let args = [
            ("unit", <&str>::from(own.unit).into()),
            ("draws", self.words.whole(own.resamples as u64).into()),
            ("seed", own.seed.to_string().into()),
            ("needed", MIN_FOR_INTERVAL.into()),
        ];
        (own.resamples > 0).then(|| self.words.say_with("agreement-note-interval", args))
    }

    /// Returns who is compared on what, and what is left out.
    pub(super) fn compared(&self) -> Vec<String> {
        let (words, left_out) = (self.words, &self.found.left_out);
        let n_sources = self.found.basis.n_sources;
        let names = self.coder_names(0..self.found.coders.len() as u16);
        let key =
            if self.found.own.silent_readers { "agreement-compared-silent" } else { "agreement-compared" };
        let sources = words.say_with("n-sources", [("n", n_sources.into())]);
        let mut notes = vec![words.say_with(key, [("names", names.into()), ("sources", sources.into())])];
        let ids = |coders: &[draad_core::CoderId]| {
            let study = self.project.study();
            let names = coders.iter().map(|coder| coder_name(study, coder.as_str(), *words));
            names.collect::<Vec<_>>().join(", ")
        };
        if !left_out.layers.is_empty() {
            let n = left_out.layers.len();
            let args = [("names", ids(&left_out.layers).into()), ("n", n.into())];
            notes.push(words.say_with("agreement-layers", args));
        }
        if !left_out.alone.is_empty() {
            let args = [("names", ids(&left_out.alone).into()), ("n", left_out.alone.len().into())];
            notes.push(words.say_with("agreement-alone", args));
        }
        let counts = [
            ("agreement-whole-sources", left_out.n_whole_source),
            ("agreement-outside", left_out.n_outside),
            ("agreement-without-units", left_out.n_without_units),
        ];
        let counts = counts.into_iter().filter(|(_, n)| *n > 0);
        let unit = <&str>::from(self.found.own.unit);
        notes.extend(counts.map(|(key, n)| words.say_with(key, [("n", n.into()), ("unit", unit.into())])));
        notes.extend(self.unused());
        notes.extend(self.differing());
        notes
    }

    /// Says which codes nobody used in what is compared.
    fn unused(&self) -> Option<String> {
        let codebook = &self.project.study().codebook;
        let unused = &self.found.left_out.unused;
        let name = |id: &draad_core::CodeId| {
            codebook.get(id).map_or(id.as_str(), |code| code.name(self.words.language)).to_owned()
        };
        let names = unused.iter().take(NAMED).map(name).collect::<Vec<_>>().join(", ");
        let more = unused.len().saturating_sub(NAMED);
        let args = [("n", unused.len().into()), ("names", names.into()), ("more", more.into())];
        (!unused.is_empty()).then(|| self.words.say_with("agreement-unused", args))
    }

    /// Says how many disagreements there are to talk about, and how they are opened; silent readers have no part in them.
    fn differing(&self) -> Option<String> {
        let (n, all) = (self.shown.found.disagreements().count(), self.shown.found.stretches.len());
        let args = [("n", n.into()), ("all", all.into()), ("decided", self.shown.n_decided.into())];
        (all > 0 && !self.found.own.silent_readers).then(|| self.words.say_with("agreement-differing", args))
    }
}
