//! The difference of each factor, the cases behind it, and those that do not fit.

use super::{LISTED_VALUES, Reading};
use crate::show::{View, k_of_n, open_cell, reasons, signed};
use crate::tables::contrast::{deviant_lines, material_note};
use draad_analysis::association::{FactorAssociation, LEAST_CASES, Standing};
use draad_measures::Undefined;

impl Reading<'_> {
    /// One row per factor: k of n on both sides with the cases, the difference with its interval, and cases that do not fit.
    pub(super) fn difference(&self) -> View {
        let heads = [self.focal_name(), self.others_name()].into_iter();
        let heads = heads.chain(self.heads(["difference", "deviant"])).collect();
        let [a, b, c, d] = Standing::CELLS;
        let mut view = self.part("association", self.title(), heads, 4, |_, factor| {
            vec![
                self.side(factor, a, c),
                self.side(factor, b, d),
                self.difference_of(factor),
                self.deviant(factor),
            ]
        });
        view.notes = self.difference_notes();
        view
    }

    fn title(&self) -> String {
        let attribute = &self.association.test.attribute;
        let known = self.project.study().settings.attribute(attribute.as_str());
        let attribute = known.map_or_else(|| attribute.to_string(), |known| known.name(self.words.language));
        let n = |has_outcome| {
            let n = self.association.side(Some(has_outcome)).count();
            self.words.say_with("n-cases", [("n", n.into())])
        };
        let args = [
            ("outcome", attribute.into()),
            ("focal", self.focal_name().into()),
            ("with", n(true).into()),
            ("others", self.others_name().into()),
            ("without", n(false).into()),
        ];
        self.words.say_with("association-title", args)
    }

    /// "5 van 6" with the cases below it.
    fn side(&self, factor: &FactorAssociation, present: Standing, absent: Standing) -> String {
        let k = factor.cases(present).count();
        let k_of_n = k_of_n(self.words, (k, k + factor.cases(absent).count()));
        let cases = self.cases(factor.cases(present));
        if cases.is_empty() { k_of_n } else { format!("{k_of_n}\n{cases}") }
    }

    fn difference_of(&self, factor: &FactorAssociation) -> String {
        let difference = signed(self.words, factor.table.risk_difference());
        match self.limits(factor.newcombe(self.association.options.confidence)) {
            Some(limits) => format!("{difference}\n{limits}"),
            None => difference,
        }
    }

    /// Returns the deviant cases; of a code that occurs nowhere every case would be one, which says nothing.
    fn deviant(&self, factor: &FactorAssociation) -> String {
        if factor.of_cases.is_empty() {
            return String::new();
        }
        let outcome_of = |case| self.outcome_of(case);
        deviant_lines(self.words, factor.valence, &factor.deviant, outcome_of, |cases| self.cases(cases))
    }

    fn difference_notes(&self) -> Vec<String> {
        let words = self.words;
        let mut notes = vec![words.say_with("association-cell", [("outcome", self.focal_name().into())])];
        notes.push(words.say(match self.association.basis.filter.valences.is_empty() {
            true => "association-any-direction",
            false => "association-some-directions",
        }));
        notes.push(words.say("association-what-difference"));
        if !self.association.all.members.is_empty() {
            let confidence = [("confidence", self.confidence().into())];
            notes.push(words.say_with("association-what-interval", confidence));
        }
        notes.extend(self.too_few());
        notes.push(words.say("association-not-drawn"));
        notes.push(words.say("association-order"));
        notes.push(words.say(match self.association.groups.iter().any(|group| group.expects.is_some()) {
            true => "association-what-deviant",
            false => "association-no-deviant",
        }));
        notes.extend(self.left_out());
        notes.extend(self.material());
        let undefined =
            self.association.factors.iter().filter_map(|factor| factor.table.risk_difference().err());
        notes.extend(reasons(words, undefined));
        notes.extend(self.open_note());
        notes
    }

    /// Returns how much material there is on each side, and how many sources count on both.
    pub(super) fn material(&self) -> Vec<String> {
        let sides = [(true, self.focal_name()), (false, self.others_name())].into_iter();
        let sides = sides.zip(self.association.material).map(|((has_outcome, name), material)| {
            let n_cases = self.association.side(Some(has_outcome)).count();
            (name, n_cases, material.n_sources, material.n_chars)
        });
        let mut notes = vec![material_note(self.words, sides)];
        if self.association.n_shared_sources > 0 {
            let n = [("n", self.association.n_shared_sources.into())];
            notes.push(self.words.say_with("association-shared-sources", n));
        }
        notes
    }

    /// Says that one side has no case at all, where that is so, and which values there are to choose from.
    pub(super) fn nothing_to_compare(&self) -> Option<Vec<String>> {
        let is_empty = |has_outcome| self.association.side(Some(has_outcome)).next().is_none();
        let key = match (is_empty(true), is_empty(false)) {
            (true, _) => "association-none-with",
            (false, true) => "association-none-without",
            (false, false) => return None,
        };
        let outcome = self.association.test.to_string();
        let mut notes = vec![self.words.say_with(key, [("outcome", outcome.into())])];
        notes.extend(self.values_there_are());
        notes.extend(self.left_out());
        Some(notes)
    }

    /// Lists the values that cases have, as they are asked for.
    fn values_there_are(&self) -> Option<String> {
        let groups = self.association.groups.iter().filter(|group| !group.cases.is_empty());
        let mut values: Vec<&str> = groups.filter_map(|group| group.level.as_deref()).collect();
        if values.len() > LISTED_VALUES {
            values.truncate(LISTED_VALUES);
            values.push("…");
        }
        let args = [
            ("attribute", self.association.test.attribute.to_string().into()),
            ("values", values.join(", ").into()),
        ];
        (!values.is_empty()).then(|| self.words.say_with("association-values", args))
    }

    /// Returns why nothing is tested, where that is so for some factor.
    pub(super) fn too_few(&self) -> Option<String> {
        let reasons = self.association.factors.iter().filter_map(|factor| factor.tests.as_ref().err());
        let fewest = reasons.filter_map(|reason| match reason {
            Undefined::TooFewCases { n, .. } => Some(*n),
            _ => None,
        });
        let args = [("n", fewest.min()?.into()), ("needed", LEAST_CASES.into())];
        Some(self.words.say_with("association-too-few", args))
    }

    /// Returns which cases are in no column, and why.
    fn left_out(&self) -> Vec<String> {
        let kinds = [
            (Standing::NotStated, "association-not-stated"),
            (Standing::NoMaterial, "association-no-material"),
            (Standing::NotCoded, "association-not-coded"),
        ];
        let somewhere = |standing: Standing, case: &usize| {
            self.association.factors.iter().any(|factor| factor.places[*case] == standing)
        };
        let line = |(standing, key): (Standing, &str)| {
            let cases = (0..self.association.cases.len()).filter(|case| somewhere(standing, case));
            let cases: Vec<&str> = cases.map(|case| self.association.cases[case].id.as_str()).collect();
            let args = [("cases", cases.join(", ").into())];
            (!cases.is_empty()).then(|| self.words.say_with(key, args))
        };
        kinds.into_iter().filter_map(line).collect()
    }

    /// One line how to open a number.
    fn open_note(&self) -> Option<String> {
        let present = |factor: &FactorAssociation| {
            let case = Standing::CELLS[..2].iter().find_map(|cell| factor.cases(*cell).next())?;
            Some(format!("draad associate --cell {},{}", self.association.cases[case].id, factor.id))
        };
        let command = self.association.factors.iter().find_map(present)?;
        Some(open_cell(self.words, command))
    }

    /// One row per factor: the cases in each of the four cells, and those in which nobody could find it.
    pub(super) fn cells(&self) -> View {
        let heads = self.heads(["a", "b", "c", "d", "apart"]);
        let title = self.words.say("association-cases-title");
        let mut view = self.part("association-cases", title, heads, 5, |_, factor| {
            let mut row = Standing::CELLS.map(|cell| self.counted(factor.cases(cell).collect())).to_vec();
            let apart = [Standing::NoMaterial, Standing::NotCoded, Standing::NotStated];
            row.push(self.cases(apart.into_iter().flat_map(|standing| factor.cases(standing))));
            row
        });
        let args = [("focal", self.focal_name().into()), ("others", self.others_name().into())];
        view.notes = vec![self.words.say_with("association-what-cells", args)];
        view
    }

    fn counted(&self, cases: Vec<usize>) -> String {
        match cases.len() {
            0 => "0".to_owned(),
            n => format!("{n}: {}", self.cases(cases)),
        }
    }
}
