//! What leans where: by the values of each key, who contradicts whom, and how it changes over the phases.

use super::Reading;
use crate::show::{Section, View, k_of_n, marks, state_mark};
use draad_analysis::tensions::{ByKey, Change, Flip, KeyUsed, Tension};
use draad_analysis::{By, Level, Occurrence, TensionKey};
use strum::IntoEnumIterator;

impl Reading<'_> {
    /// Returns a view per key: of the only key that was asked for a row per value, of several keys a column per value.
    pub(super) fn by_value(&self) -> Vec<View> {
        let keys = || self.tensions.keys.iter().enumerate().filter(|(_, used)| used.undefined.is_none());
        match (self.tensions.factors.is_empty(), &self.tensions.keys[..]) {
            (true, _) => Vec::new(),
            (false, [_]) => keys().map(|(place, used)| self.in_rows(place, used)).collect(),
            // the table of cases by factors shows each case
            _ => keys()
                .filter(|(_, used)| used.key != TensionKey::Case)
                .map(|(place, used)| self.in_columns(place, used))
                .collect(),
        }
    }

    fn value_title(&self, used: &KeyUsed) -> String {
        self.words.say_with("tensions-by", [("key", self.key_name(&used.key).into())])
    }

    /// A column per value: in how many cases it promotes and hinders, of how many.
    fn in_columns(&self, place: usize, used: &KeyUsed) -> View {
        let cell = |factor: &Tension, (position, level): (usize, &Level)| match factor.keys[place]
            .occurrence(position)
        {
            Some(found) => self.cases_of(found, level),
            None => if level.n_cases == 0 { "–" } else { "·" }.to_owned(),
        };
        let row = |factor: &Tension| {
            let cells = used.levels.iter().enumerate().map(|level| cell(factor, level));
            std::iter::once(self.name(factor)).chain(cells).collect()
        };
        let names = used.levels.iter().map(|level| self.level_name(level));
        View {
            part: "tensions-by-value",
            title: self.value_title(used),
            header: std::iter::once(self.words.say("table-factor")).chain(names).collect(),
            n_left: 1,
            sections: vec![Section { title: String::new(), rows: self.detailed().iter().map(row).collect() }],
            notes: self.value_notes(used),
            ..View::default()
        }
    }

    /// `●5◆2 van 13`: cases in which it promotes and hinders, of those with such material.
    fn cases_of(&self, found: &Occurrence, level: &Level) -> String {
        let ambivalent =
            found.passages.ambivalent > 0 && found.promoting.is_empty() && found.hindering.is_empty();
        let marked = match ambivalent {
            true => marks(0, 0, found.cases.len(), 0),
            false => marks(found.promoting.len(), found.hindering.len(), 0, 0),
        };
        let marked = if marked.is_empty() { marks(0, 0, 0, found.cases.len()) } else { marked };
        let args = [("k", marked.into()), ("n", level.n_cases.into())];
        self.words.say_with("k-of-n", args)
    }

    /// A row per value, with passages, sources and the names of the cases.
    fn in_rows(&self, place: usize, used: &KeyUsed) -> View {
        let words = self.words;
        let heads =
            ["value", "says", "promotes", "hinders", "passages", "sources", "promotes-in", "hinders-in"];
        let row = |level: &Level, found: &Occurrence| {
            let k = |cases: &[usize]| k_of_n(words, (cases.len(), level.n_cases));
            let of = &found.passages;
            let sources = (found.n_sources, level.n_sources);
            vec![
                self.level_name(level),
                state_mark(found.state).to_owned(),
                k(&found.promoting),
                k(&found.hindering),
                marks(of.promoting, of.hindering, of.ambivalent, of.without),
                k_of_n(words, sources),
                self.cases(found.promoting.iter().copied()),
                self.cases(found.hindering.iter().copied()),
            ]
        };
        let section = |factor: &Tension| Section {
            title: self.name(factor),
            rows: factor.keys[place]
                .occurrences
                .iter()
                .map(|found| row(&used.levels[found.level], found))
                .collect(),
        };
        View {
            part: "tensions-by-value",
            title: self.value_title(used),
            header: heads.map(|head| words.say(&format!("tensions-head-{head}"))).to_vec(),
            n_left: 2,
            n_prose: 2,
            sections: self.detailed().iter().map(section).collect(),
            notes: self.value_notes(used),
        }
    }

    fn value_notes(&self, used: &KeyUsed) -> Vec<String> {
        let words = self.words;
        let material = |level: &Level| {
            let args = [
                ("name", self.level_name(level).into()),
                ("cases", words.say_with("n-cases", [("n", level.n_cases.into())]).into()),
                ("sources", words.say_with("n-sources", [("n", level.n_sources.into())]).into()),
                ("chars", words.whole(level.n_chars).into()),
            ];
            words.say_with("tensions-material-of", args)
        };
        let levels = used.levels.iter().map(material).collect::<Vec<_>>().join("; ");
        let args = [("key", self.key_name(&used.key).into()), ("levels", levels.into())];
        let mut notes = vec![words.say("tensions-value-cell"), words.say_with("tensions-material", args)];
        if used.levels.iter().any(|level| !level.compared) {
            notes.push(words.say("tensions-not-compared"));
        }
        notes.extend(self.limit_note(self.detailed().len()));
        notes
    }

    /// Which values contradict each other within cases: roles, or the key that was asked for.
    pub(super) fn contradictions(&self) -> Option<View> {
        let shown = |used: &&(usize, &KeyUsed)| {
            self.tensions.keys.len() == 1 || used.1.key == TensionKey::By(By::Role)
        };
        let keys: Vec<(usize, &KeyUsed)> = self.tensions.keys.iter().enumerate().collect();
        let (place, used) = *keys.iter().find(shown)?;
        let rows = |factor: &Tension| {
            let row = |pair: &draad_analysis::tensions::LevelPair| {
                vec![
                    self.name(factor),
                    format!("● {}", self.level_name(&used.levels[pair.promoting])),
                    format!("◆ {}", self.level_name(&used.levels[pair.hindering])),
                    pair.cases.len().to_string(),
                    self.cases(pair.cases.iter().copied()),
                ]
            };
            factor.keys[place].pairs.iter().map(row).collect::<Vec<_>>()
        };
        let rows: Vec<Vec<String>> = self.detailed().iter().flat_map(rows).collect();
        let heads = ["promotes", "hinders", "n-cases", "cases"];
        let heads = heads.map(|head| self.words.say(&format!("tensions-head-{head}")));
        let key = self.key_name(&used.key);
        (!rows.is_empty()).then(|| View {
            part: "tensions-contradictions",
            title: self.words.say_with("tensions-contradictions-title", [("key", key.clone().into())]),
            header: std::iter::once(self.words.say("table-factor")).chain(heads).collect(),
            n_left: 3,
            n_prose: 1,
            sections: vec![Section { title: String::new(), rows }],
            notes: vec![self.words.say_with("tensions-contradictions", [("key", key.into())])],
        })
    }

    /// How directions change over the phases, with the names of the cases.
    pub(super) fn changes(&self) -> Option<View> {
        let is_phase = |used: &&KeyUsed| used.key == TensionKey::By(By::Phase);
        let place = self.tensions.keys.iter().position(|used| is_phase(&used))?;
        let used = &self.tensions.keys[place];
        let rows = |factor: &Tension| {
            let row = |change| self.change_row(factor, used, &factor.keys[place], change);
            Change::iter().filter_map(row).collect::<Vec<_>>()
        };
        let rows: Vec<Vec<String>> = self.detailed().iter().flat_map(rows).collect();
        let phases = used.levels.iter().filter(|level| level.compared).map(|level| self.level_name(level));
        let phases = phases.collect::<Vec<_>>().join(", ");
        let heads = ["change", "n-cases", "courses"];
        let heads = heads.map(|head| self.words.say(&format!("tensions-head-{head}")));
        (!rows.is_empty()).then(|| View {
            part: "tensions-within-cases",
            title: self.words.say("tensions-changes-title"),
            header: std::iter::once(self.words.say("table-factor")).chain(heads).collect(),
            n_left: 2,
            n_prose: 1,
            sections: vec![Section { title: String::new(), rows }],
            notes: vec![self.words.say_with("tensions-changes", [("phases", phases.into())])],
        })
    }

    fn change_row(
        &self,
        factor: &Tension,
        used: &KeyUsed,
        by: &ByKey,
        change: Change,
    ) -> Option<Vec<String>> {
        let flips: Vec<&Flip> = by.flips.iter().filter(|flip| flip.change == Some(change)).collect();
        let course = |flip: &&Flip| {
            let states = flip.states.iter().zip(&used.levels).filter(|(_, level)| level.compared);
            let course = states.map(|(state, _)| state_mark(*state)).collect::<Vec<_>>().join(" ");
            format!("{} ({course})", self.tensions.cases[flip.case])
        };
        let cases = flips.iter().map(course).collect::<Vec<_>>().join(", ");
        let name = self.words.say(&format!("tensions-change-{}", <&str>::from(change)));
        (!flips.is_empty()).then(|| vec![self.name(factor), name, flips.len().to_string(), cases])
    }
}
