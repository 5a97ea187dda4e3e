//! Per code how much each coder has, and how far they agree.

use super::Reading;
use crate::show::{Section, View, basis_note, k_of_n, measured};
use draad_analysis::agreement::{CodeAgreement, CodeFound, CodeUse, SpanAgreement, UnitAgreement};
use draad_measures::agreement::Interval;
use draad_measures::{Measured, Undefined};

/// Coefficients on free spans, by the keys of their heads.
const OF_SPANS: [&str; 7] =
    ["u-alpha", "interval", "char-percent", "char-kappa", "segments", "valence", "in-cases"];

/// Coefficients in fixed units, by the keys of their heads.
const OF_UNITS: [&str; 7] = ["percent", "alpha", "interval", "kappa", "ac1", "brennan-prediger", "in-cases"];

impl Reading<'_> {
    /// A row per code.
    pub(super) fn codes(&self) -> View {
        let coders = (0..self.found.coders.len() as u16).map(|coder| self.coder(coder));
        let heads = if self.is_on_spans() { OF_SPANS } else { OF_UNITS };
        let heads = heads.iter().filter(|key| **key != "interval" || self.has_intervals());
        let header = std::iter::once(self.head("code")).chain(coders).chain(heads.map(|key| self.head(key)));
        let rows = self.found.codes.iter().map(|code| self.row(code)).collect();
        let mut notes = vec![self.words.say("agreement-purpose")];
        notes.extend(self.compared());
        notes.extend(self.code_notes());
        notes.push(basis_note(self.project, &self.found.basis));
        View {
            part: "agreement",
            title: self.words.say_with(
                "agreement-title",
                [
                    ("unit", <&str>::from(self.found.own.unit).into()),
                    ("measure", <&str>::from(self.found.own.measure).into()),
                ],
            ),
            header: header.collect(),
            n_left: 1,
            sections: vec![Section { title: String::new(), rows }],
            notes,
            ..View::default()
        }
    }

    fn row(&self, code: &CodeAgreement) -> Vec<String> {
        let used = code.used.iter().map(|used| self.used(used));
        let found = match &code.found {
            CodeFound::Spans(found) => self.on_spans(found),
            CodeFound::Units(found) => self.in_units(found),
        };
        let in_cases = k_of_n(self.words, (code.cases.n_all(), code.cases.found.len()));
        std::iter::once(self.code(code)).chain(used).chain(found).chain([in_cases]).collect()
    }

    /// How much a coder has: `12 · 3,4 %` of the characters, or `12 van 80` units.
    fn used(&self, used: &CodeUse) -> String {
        match (self.is_on_spans(), used.read) {
            (_, 0) => "–".to_owned(),
            (true, read) => {
                let share = self.percent(Ok(used.found as f64 / read as f64));
                format!("{} · {share}", self.words.whole(used.n_codings as u64))
            }
            (false, read) => k_of_n(self.words, (used.found as usize, read as usize)),
        }
    }

    fn on_spans(&self, found: &SpanAgreement) -> Vec<String> {
        let (matched, all) = found.segments;
        let rest = [
            self.percent(found.percent),
            measured(self.words, found.char_kappa, 2),
            k_of_n(self.words, (matched, all)),
            measured(self.words, found.valence_alpha, 2),
        ];
        let alpha = std::iter::once(measured(self.words, found.alpha, 2));
        alpha.chain(self.interval(found.interval)).chain(rest).collect()
    }

    fn in_units(&self, found: &UnitAgreement) -> Vec<String> {
        let first = [self.percent(found.percent), measured(self.words, found.alpha, 2)];
        let rest = [found.kappa, found.ac1, found.brennan_prediger];
        let rest = rest.map(|value| measured(self.words, value, 2));
        first.into_iter().chain(self.interval(found.interval)).chain(rest).collect()
    }

    /// The bounds, or a dash; nothing where no intervals were asked for.
    fn interval(&self, interval: Option<Result<Interval, Undefined>>) -> Option<String> {
        let bounds = |Interval { low, high, .. }| {
            format!("{} … {}", self.words.number(low, 2), self.words.number(high, 2))
        };
        interval.map(|interval| interval.map_or_else(|_| "–".to_owned(), bounds))
    }

    fn has_intervals(&self) -> bool {
        self.found.own.resamples > 0
    }

    /// Returns why dashes stand in the row of a code; why there is no interval stands elsewhere.
    pub(super) fn undefined(code: &CodeAgreement) -> Vec<Undefined> {
        let values: Vec<Measured> = match &code.found {
            CodeFound::Spans(found) => vec![found.alpha, found.char_kappa, found.valence_alpha],
            CodeFound::Units(found) => {
                vec![found.percent, found.alpha, found.kappa, found.ac1, found.brennan_prediger]
            }
        };
        values.into_iter().filter_map(Result::err).collect()
    }
}
