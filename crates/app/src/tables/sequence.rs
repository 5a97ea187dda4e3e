//! `sequence`

use super::phases::{material, sections};
use super::{Answer, Asked, Codes, Kind, named};
use crate::Project;
use crate::show::{Section, View, basis_note, k_of_n, measured, open_cell, reasons};
use draad_analysis::sequence::around::{AroundEvent, Change, EventDay, Moment};
use draad_analysis::sequence::{LeftOut, Sequence, SequenceOptions, StepUnit};
use draad_analysis::table::Table;
use draad_analysis::{Basis, Presence};
use draad_core::diagnostic::Outcome;
use draad_figures::case_order;
use draad_words::Words;

pub(super) const KIND: Kind = Kind {
    name: "sequence",
    takes: &["outcome", "unfolded", "unit", "event", "limit"],
    codes: Codes::Own,
    compute,
};

/// Transitions shown unless asked otherwise.
const USUAL_LIMIT: usize = 30;

/// After a residual of which few are expected.
const FEW: &str = "°";

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let options = &asked.request.options;
    let unit = named::<StepUnit>("unit", options.unit.as_deref())?.unwrap_or_default();
    let own = SequenceOptions { unit, event: options.event.clone() };
    let table = Sequence::from_facts(asked.project.study(), asked.facts, &asked.options, &own)?;
    Ok(Box::new(Answered { table, limit: options.limit.unwrap_or(USUAL_LIMIT) }))
}

/// The table with how many transitions people read.
struct Answered {
    table: Sequence,
    limit: usize,
}

impl Answer for Answered {
    fn basis(&self) -> &Basis {
        &self.table.basis
    }

    fn tables(&self) -> Vec<Table> {
        self.table.tables()
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let words = &project.words;
        let around = self.table.around.iter();
        let around =
            around.flat_map(|around| [around_view(words, &self.table.basis, around), days(words, around)]);
        around.chain([transitions(project, &self.table).limited(words, self.limit)]).collect()
    }
}

/// One row per transition that occurs.
fn transitions(project: &Project, table: &Sequence) -> View {
    let words = &project.words;
    let heads = ["from", "to", "cases", "times", "after", "expected", "residual"];
    let found = table.by_cases();
    let row = |&(from, to): &(usize, usize)| {
        let (count, transition) = (table.count(from, to), table.transition(from, to));
        let few = if transition.is_sparse() { FEW } else { "" };
        let residual = measured(words, transition.adjusted_residual(), 2);
        let names = [from, to].map(|code| table.codes[code].name.or(words.language, &table.codes[code].id));
        let numbers = [
            k_of_n(words, (count.n_cases as usize, table.n_cases)),
            words.whole(transition.n),
            k_of_n(words, (transition.n as usize, transition.n_from as usize)),
            measured(words, transition.expected(), 1),
            residual + few,
        ];
        names.into_iter().chain(numbers).collect()
    };
    View {
        part: "sequence",
        title: words.say("sequence-title"),
        header: heads.map(|head| words.say(&format!("sequence-{head}"))).to_vec(),
        n_left: 2,
        sections: vec![Section { title: String::new(), rows: found.iter().map(row).collect() }],
        notes: notes(project, table, &found),
        ..View::default()
    }
}

fn notes(project: &Project, table: &Sequence, found: &[(usize, usize)]) -> Vec<String> {
    let words = &project.words;
    let unit: &str = table.options.unit.into();
    if found.is_empty() {
        let said = ["sequence-none", "sequence-order"].map(|key| words.say(key)).into_iter();
        return said.chain(left_out(words, table)).chain([basis_note(project, &table.basis)]).collect();
    }
    let mut notes = Vec::new();
    let args = [("transitions", words.whole(table.n_transitions).into()), ("cases", table.n_cases.into())];
    notes.push(words.say_with("sequence-counts", args));
    notes.push(words.say(&format!("sequence-unit-{unit}")));
    notes.push(words.say("sequence-order"));
    if table.n_same_stretch > 0 {
        let n = words.whole(table.n_same_stretch);
        notes.push(words.say_with("sequence-same-stretch", [("n", n.into())]));
    }
    notes.extend(left_out(words, table));
    notes.push(words.say("sequence-residual-note"));
    if found.iter().any(|&(from, to)| table.transition(from, to).is_sparse()) {
        notes.push(words.say("sequence-few"));
    }
    let residual = |&(from, to): &(usize, usize)| table.transition(from, to).adjusted_residual().err();
    notes.extend(reasons(words, found.iter().filter_map(residual)));
    notes.extend(open_note(project, table, found));
    notes.push(basis_note(project, &table.basis));
    notes
}

/// What has no place in the order, if anything.
fn left_out(words: &Words, table: &Sequence) -> Option<String> {
    let LeftOut { n_undated_sources, n_undated_codings, n_whole } = table.left_out;
    let args = [
        ("codings", n_undated_codings.into()),
        ("sources", n_undated_sources.into()),
        ("whole", n_whole.into()),
    ];
    (n_undated_codings + n_whole > 0).then(|| words.say_with("sequence-left-out", args))
}

/// How to read the passages of the first transition.
fn open_note(project: &Project, table: &Sequence, found: &[(usize, usize)]) -> Option<String> {
    let &(from, to) = found.first()?;
    let codes = [from, to].map(|code| table.codes[code].id.to_string());
    let codes = if from == to { codes[0].clone() } else { codes.join(" ") };
    let command = format!("draad quotes {codes} --by case");
    Some(project.words.say_with("company-open", [("command", command.into())]))
}

/// One row per factor: before, that day, after, and in which cases it stands on one side only.
fn around_view(words: &Words, basis: &Basis, around: &AroundEvent) -> View {
    let grid = &around.grid;
    let columns = [Moment::Before, Moment::SameDay, Moment::After].map(|moment| moment as usize);
    let side = |factor: usize, change: Change| {
        let mut ids: Vec<String> =
            around.cases_with(factor, change).map(|case| grid.cases[case].id.to_string()).collect();
        ids.sort_unstable();
        if ids.is_empty() { "·".to_owned() } else { format!("{}: {}", ids.len(), ids.join(" ")) }
    };
    let row = |factor: usize| {
        let counts = columns.iter().map(|&column| k_of_n(words, grid.k_of_n(factor, column)));
        counts.chain([Change::OnlyBefore, Change::OnlyAfter].map(|change| side(factor, change))).collect()
    };
    let mut amounts = material(words, grid, &columns);
    amounts.rows.iter_mut().for_each(|row| row.extend([String::new(), String::new()]));
    let heads =
        ["around-before", "around-same-day", "around-after", "around-only-before", "around-only-after"];
    View {
        part: "around-event",
        title: words.say_with("around-title", [("event", around.kind.clone().into())]),
        header: std::iter::once("table-factor").chain(heads).map(|key| words.say(key)).collect(),
        n_left: 1,
        n_prose: 2,
        sections: std::iter::once(amounts).chain(sections(words, grid, |_, factor| row(factor))).collect(),
        notes: around_notes(words, basis, around),
    }
}

fn around_notes(words: &Words, basis: &Basis, around: &AroundEvent) -> Vec<String> {
    let n_compared = around.n_compared();
    let mut notes = vec![words.say("around-k-of-n")];
    notes.push(match n_compared {
        0 => words.say("around-none-compared"),
        n => words.say_with("around-compared", [("n", n.into())]),
    });
    notes.push(words.say("around-time"));
    let n_undated: u32 = around.n_undated_codings;
    if n_undated > 0 {
        notes.push(words.say_with("around-no-date", [("codings", n_undated.into())]));
    }
    notes.push(case_order(basis, *words));
    let grid = &around.grid;
    let places =
        (0..grid.factors.len()).flat_map(|factor| (0..grid.cases.len()).map(move |case| (factor, case)));
    let is_after = |&(factor, case): &(usize, usize)| {
        grid.presence(factor, case, Moment::After as usize) == Presence::Coded
    };
    if let Some((factor, case)) = places.into_iter().find(is_after) {
        let command = format!("draad table --cell {},{}", grid.cases[case].id, grid.factors[factor].id);
        notes.push(open_cell(words, command));
    }
    notes
}

/// The event in each case, and the material around it.
fn days(words: &Words, around: &AroundEvent) -> View {
    let heads = ["around-day", "around-chars-before", "around-chars-same-day", "around-chars-after"];
    let day = |day: EventDay| match day {
        EventDay::Held(day) => words.day(day),
        other => words.say(&format!("event-{}", <&str>::from(other))),
    };
    let row = |case: usize| {
        let chars = |moment: Moment| words.whole(around.grid.amount(case, moment as usize).n_chars);
        let chars = Moment::ALL.map(|moment| match around.days[case] {
            EventDay::Held(_) => chars(moment),
            _ => "–".to_owned(),
        });
        [around.grid.cases[case].id.to_string(), day(around.days[case])].into_iter().chain(chars).collect()
    };
    let rows = (0..around.days.len()).map(row).collect();
    let heads = std::iter::once("table-case").chain(heads).chain(["around-chars-undated"]);
    View {
        part: "events",
        title: words.say("around-events-title"),
        header: heads.map(|key| words.say(key)).collect(),
        n_left: 2,
        sections: vec![Section { title: String::new(), rows }],
        ..View::default()
    }
}
