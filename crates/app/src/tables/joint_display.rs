//! `joint-display`

use super::{Answer, Asked, Codes, Kind};
use crate::Project;
use crate::show::{Section, View, basis_note, group_name, marks, measured, reasons};
use draad_analysis::joint_display::{
    Apart, FactorPassages, JointDisplay, JointOptions, JointRow, ScoreSummary,
};
use draad_analysis::table::Table;
use draad_analysis::{Basis, Group, GroupKey};
use draad_core::CodeId;
use draad_core::diagnostic::Outcome;
use draad_figures::outcome_group_name;
use draad_measures::{Measured, Undefined};
use draad_words::Words;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const KIND: Kind = Kind {
    name: "joint-display",
    takes: &["by", "outcome", "instrument", "item"],
    codes: Codes::Own,
    compute,
};

/// How many factors people read beside a score; a file holds all.
const LISTED: usize = 6;

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let options = &asked.request.options;
    let own = JointOptions { instrument: options.instrument.clone(), item: options.item.clone() };
    let options = asked.with_by()?;
    Ok(Box::new(JointDisplay::from_facts(asked.project.study(), asked.facts, &options, &own)?))
}

impl Answer for JointDisplay {
    fn basis(&self) -> &Basis {
        &self.basis
    }

    fn tables(&self) -> Vec<Table> {
        JointDisplay::tables(self)
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let reading = Reading { project, words: &project.words, display: self };
        let read = reading.read_these();
        std::iter::once(reading.joint()).chain(read).chain([reading.factors(), reading.items()]).collect()
    }
}

struct Reading<'r> {
    project: &'r Project,
    words: &'r Words,
    display: &'r JointDisplay,
}

impl Reading<'_> {
    fn say(&self, key: &str) -> String {
        self.words.say(&format!("joint-display-{key}"))
    }

    fn name(&self, group: &Group) -> String {
        match &group.key {
            GroupKey::All => String::new(),
            key => group_name(self.words, key, &group.label),
        }
    }

    fn phase(&self, row: &JointRow) -> String {
        row.phase.map_or_else(|| self.say("all-phases"), |phase| self.name(&self.display.phases[phase]))
    }

    /// Whether roles are told apart, and whether there are several questionnaires: each has a column then.
    fn extra(&self) -> [bool; 2] {
        let by_role = self.display.roles.iter().any(|group| group.key != GroupKey::All);
        [by_role, self.display.instruments.len() > 1]
    }

    /// Returns what stands before the numbers of a row: phase, and role and questionnaire where there are several.
    fn key(&self, row: &JointRow, instrument: usize) -> Vec<String> {
        let [by_role, by_instrument] = self.extra();
        let mut key = vec![self.phase(row)];
        key.extend(by_role.then(|| self.name(&self.display.roles[row.role])));
        key.extend(by_instrument.then(|| self.display.instruments[instrument].name.clone()));
        key
    }

    fn key_heads(&self) -> Vec<String> {
        let [by_role, by_instrument] = self.extra();
        let mut heads = vec![self.say("phase")];
        heads.extend(by_role.then(|| self.say("role")));
        heads.extend(by_instrument.then(|| self.say("instrument")));
        heads
    }

    /// Makes a section per case, of the rows that `row` makes.
    fn sections(&self, rows: impl Fn(&JointRow) -> Vec<Vec<String>>) -> Vec<Section> {
        let of_case = self.display.rows.chunk_by(|a, b| a.case == b.case);
        let section = |of_case: &[JointRow]| Section {
            title: self.case_name(of_case[0].case),
            rows: of_case.iter().flat_map(&rows).collect(),
        };
        of_case.map(section).collect()
    }

    /// Returns a case's id, name and outcome.
    fn case_name(&self, position: usize) -> String {
        let id = &self.display.cases[position];
        let name = self.project.study().cases.get(id).map_or("", |case| case.name.as_str());
        let group = self.display.outcome_groups.iter().find(|group| group.cases.contains(&position));
        let has_outcome = self.display.basis.outcome.is_some();
        let outcome = group.filter(|_| has_outcome);
        let outcome = outcome.map(|group| outcome_group_name(&self.display.basis, group, *self.words));
        let parts = [id.to_string(), name.to_owned(), outcome.unwrap_or_default()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn joint(&self) -> View {
        let keys = ["mean", "change", "balance", "promoting", "hindering"];
        let mut header = self.key_heads();
        header.extend(keys.map(|key| self.say(key)));
        header.insert(header.len() - 2, String::new());
        let n_left = self.key_heads().len();
        let rows = |row: &JointRow| {
            let of_instrument = |(place, scores)| self.row(row, place, scores);
            row.scores.iter().enumerate().map(of_instrument).collect()
        };
        View {
            part: "joint-display",
            title: self.say("title"),
            header,
            n_left,
            n_prose: 2,
            sections: self.sections(rows),
            notes: self.notes(),
        }
    }

    fn row(&self, row: &JointRow, place: usize, scores: &ScoreSummary) -> Vec<String> {
        let mut cells = self.key(row, place);
        cells.extend([
            self.mean(scores.mean, scores.n_answers),
            self.signed(scores.change),
            self.signed(row.balance()),
            row.apart(place).map_or_else(String::new, |_| "≠".to_owned()),
            self.factor_list(&row.promoting),
            self.factor_list(&row.hindering),
        ]);
        cells
    }

    fn mean(&self, mean: Measured, n: usize) -> String {
        mean.map_or_else(|_| "–".to_owned(), |mean| format!("{} ({n})", self.words.number(mean, 1)))
    }

    /// Returns a number with its sign.
    fn signed(&self, value: Measured) -> String {
        let text = measured(self.words, value, 1);
        let is_positive =
            value.is_ok_and(|value| value > 0.0) && text.contains(|c: char| ('1'..='9').contains(&c));
        if is_positive { format!("+{text}") } else { text }
    }

    /// Returns the factors with the most passages, and how many more there are.
    fn factor_list(&self, factors: &[FactorPassages]) -> String {
        let one =
            |factor: &FactorPassages| format!("{} {}", self.factor_name(&factor.factor), factor.n_passages);
        let list = factors.iter().take(LISTED).map(one).collect::<Vec<_>>().join(", ");
        match factors.len().saturating_sub(LISTED) {
            0 => list,
            n => self.words.say_with("joint-display-and-more", [("list", list.into()), ("n", n.into())]),
        }
    }

    fn factor_name(&self, id: &CodeId) -> String {
        let code = self.project.study().codebook.get(id);
        code.map_or(id.as_str(), |code| code.name(self.words.language)).to_owned()
    }

    fn notes(&self) -> Vec<String> {
        let instruments = &self.display.instruments;
        let sum = |count: fn(&draad_analysis::joint_display::Instrument) -> usize| {
            instruments.iter().map(count).sum::<usize>()
        };
        let unanswered = sum(|instrument| instrument.n_unanswered);
        let phase = [
            ("undated", sum(|instrument| instrument.n_undated).into()),
            ("outside", sum(|instrument| instrument.n_in_no_period).into()),
        ];
        let apart = if self.apart().next().is_some() { "apart-note" } else { "none-apart" };
        let mut notes = vec![
            self.words.say_with("joint-display-mean-note", [("unanswered", unanswered.into())]),
            self.say("change-note"),
            self.words.say_with("joint-display-phase-note", phase),
            self.say("factor-note"),
            self.say(apart),
            self.say("filter-note"),
        ];
        notes.extend(reasons(self.words, self.undefined()));
        notes.extend(self.open_note());
        notes.push(basis_note(self.project, &self.display.basis));
        notes
    }

    fn undefined(&self) -> Vec<Undefined> {
        let scores = self.display.rows.iter().flat_map(|row| &row.scores);
        let of_scores = scores.flat_map(|scores| [scores.mean.err(), scores.change.err()]);
        of_scores.chain(self.display.rows.iter().map(|row| row.balance().err())).flatten().collect()
    }

    /// Says how a factor in a phase is opened.
    fn open_note(&self) -> Option<String> {
        let row = self.display.rows.iter().find(|row| row.phase.is_some() && !row.promoting.is_empty())?;
        let mut cell = format!("{},{}", self.display.cases[row.case], row.promoting[0].factor);
        cell += &self.address(row);
        cell += ",valence=promoting";
        Some(self.words.say_with("joint-display-open", [("cell", cell.into())]))
    }

    /// Returns phase and role as `--cell` takes them.
    fn address(&self, row: &JointRow) -> String {
        let value =
            |key: &str, group: &Group| group.key.id().map_or_else(String::new, |id| format!(",{key}={id}"));
        let phase = row.phase.map(|phase| value("phase", &self.display.phases[phase])).unwrap_or_default();
        phase + &value("role", &self.display.roles[row.role])
    }

    /// Returns the rows in which scores and material point apart, with the questionnaire.
    fn apart(&self) -> impl Iterator<Item = (&JointRow, usize, Apart)> {
        self.display.rows.iter().flat_map(|row| {
            (0..row.scores.len()).filter_map(move |place| Some((row, place, row.apart(place)?)))
        })
    }

    /// Lists where to read, if there is such a place.
    fn read_these(&self) -> Option<View> {
        let row = |(row, place, apart): (&JointRow, usize, Apart)| {
            let change = self.signed(row.scores[place].change);
            let key = format!("joint-display-{}", <&str>::from(apart));
            let (happens, factors) = (
                self.words.say_with(&key, [("change", change.into())]),
                match apart {
                    Apart::FallsWhilePromoting => &row.promoting,
                    Apart::RisesWhileHindering => &row.hindering,
                },
            );
            let mut cells = vec![self.display.cases[row.case].to_string()];
            cells.extend(self.key(row, place));
            cells.extend([happens, self.factor_list(factors)]);
            cells
        };
        let rows: Vec<Vec<String>> = self.apart().map(row).collect();
        let mut header = vec![self.say("case")];
        header.extend(self.key_heads());
        let n_left = header.len();
        header.extend([self.say("apart"), self.say("factors")]);
        (!rows.is_empty()).then(|| View {
            part: "joint-display",
            title: self.say("read-title"),
            header,
            n_left,
            n_prose: 2,
            sections: vec![Section { title: String::new(), rows }],
            notes: Vec::new(),
        })
    }

    /// In how many cases each factor works which way, per phase.
    fn factors(&self) -> View {
        let codes = &self.project.study().codebook.codes;
        let n_phases = self.display.phases.len();
        let mut counts: BTreeMap<usize, Vec<[usize; 3]>> = BTreeMap::new();
        for (factor, phase, valence, _) in self.occurrences() {
            let row = counts.entry(factor).or_insert_with(|| vec![[0; 3]; n_phases + 1]);
            row[phase.unwrap_or(n_phases)][valence] += 1;
        }
        let mark = |[promoting, hindering, ambivalent]: [usize; 3]| {
            let text = marks(promoting, hindering, ambivalent, 0);
            if text.is_empty() { "·".to_owned() } else { text }
        };
        let row = |(factor, counts): (usize, Vec<[usize; 3]>)| {
            std::iter::once(self.factor_name(&codes[factor].id)).chain(counts.into_iter().map(mark)).collect()
        };
        let phases = self.display.phases.iter().map(|group| self.name(group));
        let heads =
            std::iter::once(self.words.say("table-factor")).chain(phases).chain([self.say("all-phases")]);
        View {
            part: "joint-display-factors",
            title: self.say("factors-title"),
            header: heads.collect(),
            n_left: 1,
            sections: vec![Section { title: String::new(), rows: counts.into_iter().map(row).collect() }],
            notes: vec![self.say("factors-note")],
            ..View::default()
        }
    }

    /// Returns each factor, by its position in the codebook, with the phases, valences (0 to 2) and cases in which it occurs.
    fn occurrences(&self) -> BTreeSet<(usize, Option<usize>, usize, usize)> {
        let codes = &self.project.study().codebook.codes;
        let of_row = |row: &JointRow| {
            let lists = [&row.promoting, &row.hindering, &row.ambivalent].into_iter().enumerate();
            let factors = lists.flat_map(|(valence, list)| list.iter().map(move |factor| (valence, factor)));
            let place = |(valence, factor): (usize, &FactorPassages)| {
                Some((codes.get_index_of(&factor.factor)?, row.phase, valence, row.case))
            };
            factors.filter_map(place).collect::<Vec<_>>()
        };
        self.display.rows.iter().flat_map(of_row).collect()
    }

    fn items(&self) -> View {
        let [_, by_instrument] = self.extra();
        let items = self.display.instruments.iter().flat_map(|instrument| {
            instrument.items.iter().map(move |item| match by_instrument {
                true => format!("{}: {item}", instrument.name),
                false => item.clone(),
            })
        });
        let [by_role, _] = self.extra();
        let mut heads = vec![self.say("phase")];
        heads.extend(by_role.then(|| self.say("role")));
        let n_left = heads.len();
        let rows = |row: &JointRow| {
            let mut cells = vec![self.phase(row)];
            cells.extend(by_role.then(|| self.name(&self.display.roles[row.role])));
            let items = row.scores.iter().flat_map(|scores| &scores.items);
            cells.extend(items.map(|item| self.mean(item.mean, item.n_answers)));
            vec![cells]
        };
        View {
            part: "joint-display-items",
            title: self.say("items-title"),
            header: heads.into_iter().chain(items).collect(),
            n_left,
            sections: self.sections(rows),
            notes: Vec::new(),
            ..View::default()
        }
    }
}
