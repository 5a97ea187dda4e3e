//! Factors by outcome, and the cases that do not fit.

use super::Reading;
use crate::show::{Section, View, k_of_n, open_cell, reasons, row_limit};
use draad_analysis::contrast::{Deviant, Deviation, FactorContrast, Happens};
use draad_core::Valence;
use draad_words::Words;

/// What stands before the cases in which something happens.
const SIGNS: [(Happens, &str); 2] = [(Happens::Promotes, "●"), (Happens::Hinders, "◆")];

impl Reading<'_> {
    /// One row per factor: per outcome k of n with the names of the cases, and the cases that do not fit.
    pub(super) fn factors(&self) -> View {
        let words = self.words;
        let n_shown = self.limit.unwrap_or(usize::MAX).min(self.contrast.factors.len());
        let groups = self.contrast.groups.iter().map(|group| self.group_name(group));
        let header =
            [words.say("table-factor")].into_iter().chain(groups).chain([words.say("contrast-deviant")]);
        let row = |factor: &FactorContrast| {
            let groups = (0..self.contrast.groups.len()).map(|group| self.in_group(factor, group));
            let name = factor.name.or(words.language, &factor.id);
            std::iter::once(name).chain(groups).chain([self.deviant_of(factor)]).collect()
        };
        View {
            part: "contrast",
            title: self.title(),
            header: header.collect(),
            n_left: 1,
            n_prose: self.contrast.groups.len() + 1,
            sections: vec![Section {
                title: String::new(),
                rows: self.contrast.factors[..n_shown].iter().map(row).collect(),
            }],
            notes: self.factor_notes(n_shown),
        }
    }

    fn title(&self) -> String {
        let outcome =
            self.contrast.basis.outcome.as_ref().map(|outcome| self.attribute_name(&outcome.attribute));
        self.words.say_with("contrast-title", [("outcome", outcome.unwrap_or_default().into())])
    }

    /// `6 van 6` with below it the cases by direction, and those without direction.
    fn in_group(&self, factor: &FactorContrast, group: usize) -> String {
        let Ok(occurs) = self.contrast.k_of_n(factor, group, Happens::Occurs) else {
            return "–".to_owned();
        };
        let in_group = &factor.groups[group];
        let named = |(happens, sign): (Happens, &str)| {
            let cases = in_group.cases(happens);
            (!cases.is_empty())
                .then(|| format!("{sign} {}: {}", cases.len(), self.cases(cases.iter().copied())))
        };
        let directed =
            |case: &usize| SIGNS.iter().any(|(happens, _)| in_group.cases(*happens).contains(case));
        let others: Vec<usize> =
            in_group.cases(Happens::Occurs).iter().copied().filter(|case| !directed(case)).collect();
        let others =
            (!others.is_empty()).then(|| format!("◐■ {}: {}", others.len(), self.cases(others.clone())));
        let lines = std::iter::once(k_of_n(self.words, occurs)).chain(SIGNS.into_iter().filter_map(named));
        lines.chain(others).collect::<Vec<_>>().join("\n")
    }

    fn deviant_of(&self, factor: &FactorContrast) -> String {
        if factor.is_unused() {
            return String::new();
        }
        let outcome_of = |case: usize| self.outcome_of(case);
        deviant_lines(self.words, factor.valence, &factor.deviant, outcome_of, |cases| self.cases(cases))
    }

    fn factor_notes(&self, n_shown: usize) -> Vec<String> {
        let words = self.words;
        let mut notes: Vec<String> = self.undefined_note().into_iter().collect();
        let n_all = self.contrast.factors.len();
        notes.extend(row_limit(words, n_shown, n_all));
        notes.extend(["contrast-cell", "contrast-order", "contrast-what-deviant"].map(|key| words.say(key)));
        notes.extend(self.not_sought());
        notes.extend([self.material_note(), words.say("contrast-case-order")]);
        notes.extend(self.undefined_cells());
        notes.extend(self.open_note());
        notes
    }

    /// Returns which cases and codes cannot deviate, because nobody looked.
    fn not_sought(&self) -> Vec<String> {
        let cases = &self.contrast.cases;
        let is_unread = |case: &usize| cases[*case].n_sources > 0 && !cases[*case].is_read;
        let unread: Vec<usize> = (0..cases.len()).filter(is_unread).collect();
        let unread = (!unread.is_empty()).then(|| {
            self.words.say_with("contrast-not-coded-yet", [("cases", self.case_list(unread).into())])
        });
        let unused = self.contrast.factors.iter().any(FactorContrast::is_unused);
        unread.into_iter().chain(unused.then(|| self.words.say("contrast-never-coded"))).collect()
    }

    /// Returns why dashes stand in the table.
    fn undefined_cells(&self) -> Vec<String> {
        let cells = self.contrast.factors.iter().flat_map(|factor| {
            let group = |group| self.contrast.k_of_n(factor, group, Happens::Occurs).err();
            (0..self.contrast.groups.len()).filter_map(group)
        });
        let (no_cases, others): (Vec<_>, Vec<_>) = cells.partition(|reason| reason.counts().is_some());
        let no_cases = no_cases.first().map(|_| self.words.say("contrast-no-cases"));
        no_cases.into_iter().chain(reasons(self.words, others)).collect()
    }

    /// One line how to open a number.
    fn open_note(&self) -> Option<String> {
        let outcome = &self.contrast.basis.outcome.as_ref()?.attribute;
        let factor = self.contrast.factors.first()?;
        let occurs = |group: &usize| !factor.groups[*group].cases(Happens::Occurs).is_empty();
        let group = (0..self.contrast.groups.len())
            .filter(occurs)
            .find_map(|group| self.contrast.groups[group].level.as_ref())?;
        let command = format!("draad table --cell '{},{outcome}={group}'", factor.id);
        Some(open_cell(self.words, command))
    }

    /// One row per case that does not fit some factor, with what it deviates in.
    pub(super) fn deviant(&self) -> Option<View> {
        let words = self.words;
        let rows: Vec<Vec<String>> =
            (0..self.contrast.cases.len()).filter_map(|case| self.deviant_row(case)).collect();
        (!rows.is_empty()).then(|| View {
            part: "contrast-deviant-cases",
            title: words.say("contrast-deviant-title"),
            header: ["case", "outcome", "material", "deviates-in"]
                .map(|head| words.say(&format!("contrast-head-{head}")))
                .to_vec(),
            n_left: 3,
            n_prose: 1,
            sections: vec![Section { title: String::new(), rows }],
            notes: vec![words.say("contrast-deviant-rows")],
        })
    }

    fn deviant_row(&self, case: usize) -> Option<Vec<String>> {
        let mut lines: Vec<(String, Vec<String>)> = Vec::new();
        for factor in self.contrast.factors.iter().filter(|factor| !factor.is_unused()) {
            for deviant in factor.deviant.iter().filter(|deviant| deviant.case == case) {
                let says = deviation(self.words, factor.valence, deviant.deviation, &self.outcome_of(case));
                let name = factor.name.or(self.words.language, &factor.id);
                match lines.iter_mut().find(|(known, _)| *known == says) {
                    Some((_, names)) => names.push(name),
                    None => lines.push((says, vec![name])),
                }
            }
        }
        lines.sort();
        let line = |(says, names): &(String, Vec<String>)| format!("{says}: {}", names.join(", "));
        let of_case = &self.contrast.cases[case];
        let args = [
            ("sources", self.words.say_with("n-sources", [("n", of_case.n_sources.into())]).into()),
            ("chars", self.words.whole(of_case.n_chars).into()),
        ];
        (!lines.is_empty()).then(|| {
            vec![
                of_case.id.to_string(),
                self.outcome_of(case),
                self.words.say_with("contrast-material-of-case", args),
                lines.iter().map(line).collect::<Vec<_>>().join("\n"),
            ]
        })
    }
}

/// Returns the cases that do not fit a factor, a line for each way in which they do not: "bevordert, toch vastgelopen: p04".
pub(in crate::tables) fn deviant_lines(
    words: &Words,
    valence: Option<Valence>,
    deviant: &[Deviant],
    outcome_of: impl Fn(usize) -> String,
    list: impl Fn(Vec<usize>) -> String,
) -> String {
    let line = |way: Deviation| {
        let cases = deviant.iter().filter(|deviant| deviant.deviation == way).map(|deviant| deviant.case);
        let cases: Vec<usize> = cases.collect();
        let says = deviation(words, valence, way, &outcome_of(*cases.first()?));
        Some(format!("{says}: {}", list(cases)))
    };
    let ways = [Deviation::WorksAgainstOutcome, Deviation::MissingForOutcome];
    ways.into_iter().filter_map(line).collect::<Vec<_>>().join("\n")
}

/// "bevordert, toch vastgelopen"
fn deviation(words: &Words, valence: Option<Valence>, way: Deviation, outcome: &str) -> String {
    let direction = match valence {
        Some(Valence::Hindering) => "hindering",
        _ => "promoting",
    };
    let key = format!("contrast-{direction}-{}", <&str>::from(way));
    words.say_with(&key, [("outcome", outcome.into())])
}
