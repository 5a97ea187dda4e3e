//! `triangulation`

use super::{Answer, Asked, Codes, Kind};
use crate::Project;
use crate::results::Results;
use crate::show::{Section, View, basis_note, by_section, k_of_n, open_cell};
use draad_analysis::table::Table;
use draad_analysis::{Basis, Statement, Support, TriangulatedFactor, Triangulation};
use draad_core::diagnostic::Outcome;
use draad_core::{CodeKind, KindId, RoleId};
use draad_figures::case_order;
use draad_words::Words;
use std::sync::Arc;

pub(super) const KIND: Kind = Kind {
    name: "triangulation",
    takes: &["outcome", "unfolded", "min-kinds", "min-roles", "top-share", "limit", "leave-out"],
    codes: Codes::Folded,
    compute,
};

/// Rows that a list shows unless asked otherwise.
const USUAL_LIMIT: usize = 40;

/// Marks of a coded cell.
const TRIANGULATED: &str = "▲";
const SEVERAL_SOURCES: &str = "△";
const SINGLE_SOURCE: &str = "1";
const DOMINATED: &str = "!";
const CONTRADICTED: &str = "≠";

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let table = asked.shared(Results::triangulation, || {
        Triangulation::from_facts(asked.project.study(), asked.facts, &asked.options)
    })?;
    Ok(Box::new(Limited { table, limit: asked.request.options.limit }))
}

/// The table with how many rows its lists show to readers.
struct Limited {
    table: Arc<Triangulation>,
    limit: Option<usize>,
}

impl Answer for Limited {
    fn basis(&self) -> &Basis {
        &self.table.basis
    }

    fn tables(&self) -> Vec<Table> {
        self.table.tables()
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let shown = Shown { project, words: project.words, table: &self.table };
        let lists = [shown.single_sources(), shown.talkative(), shown.contradictions()];
        let limited = |view: View| view.limited(&project.words, self.limit.unwrap_or(USUAL_LIMIT));
        let factors = match self.limit {
            Some(_) => limited(shown.factors()),
            None => shown.factors(),
        };
        std::iter::once(factors).chain(lists.into_iter().flatten().map(limited)).collect()
    }

    fn statements(&self) -> Vec<Statement> {
        self.table.statements()
    }
}

/// A list of cells: per factor the cells of which something holds, each with what is said of it.
struct List<'l> {
    title: &'static str,
    note: &'static str,
    holds: &'l dyn Fn(&Support) -> bool,
    say: &'l dyn Fn(&Support) -> String,
}

struct Shown<'p> {
    project: &'p Project,
    words: Words,
    table: &'p Triangulation,
}

impl Shown<'_> {
    /// One row per factor with a mark per case, and in how many cases each flag holds.
    fn factors(&self) -> View {
        let (words, table) = (&self.words, self.table);
        let cases = table.cases.iter().map(|case| case.id.to_string());
        let counts = ["triangulated", "single-source", "dominated", "contradicted"];
        let counts = counts.map(|name| words.say(&format!("triangulation-{name}")));
        let header = std::iter::once(words.say("table-factor")).chain(cases).chain(counts).collect();
        let part = |factor: usize| table.factors[factor].factor.section();
        let sections = by_section(words, table.factors.len(), part, |factor| self.factor_row(factor));
        View {
            part: "triangulation-factors",
            header,
            n_left: 1,
            sections,
            notes: self.notes(),
            ..View::default()
        }
    }

    fn factor_row(&self, place: usize) -> Vec<String> {
        let row = &self.table.factors[place];
        let mut cells = vec!["·".to_owned(); self.table.cases.len()];
        row.no_material.iter().for_each(|&case| cells[case] = "–".to_owned());
        for cell in self.table.cells_of(place) {
            cells[cell.case] = self.mark(cell);
        }
        let n = row.factor.n_cases;
        let counts = [row.n_triangulated, row.n_single_source, row.n_dominated, row.n_contradicted];
        let counts = counts.map(|k| if n == 0 { "–".to_owned() } else { k_of_n(&self.words, (k, n)) });
        std::iter::once(self.factor_name(row)).chain(cells).chain(counts).collect()
    }

    fn mark(&self, cell: &Support) -> String {
        let thresholds = &self.table.basis.thresholds;
        let support = match () {
            () if cell.is_triangulated(thresholds) => TRIANGULATED,
            () if cell.is_single_source() => SINGLE_SOURCE,
            () => SEVERAL_SOURCES,
        };
        let flags = [(DOMINATED, cell.is_dominated(thresholds)), (CONTRADICTED, cell.is_contradicted)];
        let flags: String = flags.into_iter().filter(|(_, holds)| *holds).map(|(mark, _)| mark).collect();
        format!("{support}{flags}")
    }

    fn notes(&self) -> Vec<String> {
        let (words, basis) = (&self.words, &self.table.basis);
        let thresholds = [
            ("kinds", basis.thresholds.kinds.into()),
            ("roles", basis.thresholds.roles.into()),
            ("share", words.number(basis.thresholds.top_source_share, 2).into()),
        ];
        let mut notes =
            vec![words.say_with("triangulation-marks", thresholds), words.say("triangulation-k-of-n")];
        if self.table.factors.iter().any(|factor| factor.factor.n_cases == 0) {
            notes.push(words.say("triangulation-unused"));
        }
        notes.push(words.say("triangulation-roles"));
        notes.push(case_order(basis, *words));
        notes.extend(self.open_note());
        notes.push(basis_note(self.project, basis));
        notes
    }

    fn open_note(&self) -> Option<String> {
        let cell = self.table.cells.first()?;
        let (case, factor) = (&self.table.cases[cell.case].id, &self.table.factors[cell.factor].factor.id);
        let command = format!("draad table triangulation --cell {case},{factor}");
        Some(open_cell(&self.words, command))
    }

    /// What rests on one source: to look at.
    fn single_sources(&self) -> Option<View> {
        let say = |cell: &Support| {
            let kinds = cell.kinds.iter().map(|kind| self.kind_name(kind));
            let roles = cell.roles.iter().map(|role| self.role_name(role));
            let voices = kinds.chain(roles).collect::<Vec<_>>().join(", ");
            format!("{}: {} ({voices})", self.table.cases[cell.case].id, cell.top_source)
        };
        self.list(&List {
            title: "triangulation-list-single",
            note: "triangulation-list-single-note",
            holds: &Support::is_single_source,
            say: &say,
        })
    }

    /// Where one source speaks for several.
    fn talkative(&self) -> Option<View> {
        let say = |cell: &Support| {
            let share = k_of_n(&self.words, (cell.top_source_codings, cell.n_codings));
            format!("{}: {} ({share})", self.table.cases[cell.case].id, cell.top_source)
        };
        self.list(&List {
            title: "triangulation-list-dominated",
            note: "triangulation-list-dominated-note",
            holds: &|cell| cell.is_dominated(&self.table.basis.thresholds),
            say: &say,
        })
    }

    /// Where perspectives differ on the direction of a factor.
    fn contradictions(&self) -> Option<View> {
        let names =
            |roles: &[RoleId]| roles.iter().map(|role| self.role_name(role)).collect::<Vec<_>>().join(", ");
        let say = |cell: &Support| {
            let (promoting, hindering) = (names(&cell.promoting_roles), names(&cell.hindering_roles));
            format!("{}: ● {promoting} ◆ {hindering}", self.table.cases[cell.case].id)
        };
        self.list(&List {
            title: "triangulation-list-contradicted",
            note: "triangulation-list-contradicted-note",
            holds: &|cell| cell.is_contradicted,
            say: &say,
        })
    }

    /// One row per factor that has such cells; nothing when none has. Headings repeat what is below them, and are left out.
    fn list(&self, list: &List) -> Option<View> {
        let row = |(place, factor): (usize, &TriangulatedFactor)| {
            let cells: Vec<&Support> =
                self.table.cells_of(place).iter().filter(|cell| (list.holds)(cell)).collect();
            let said = cells.iter().map(|cell| (list.say)(cell)).collect::<Vec<_>>().join("; ");
            let is_shown = !cells.is_empty() && factor.factor.kind != CodeKind::Heading;
            is_shown.then(|| vec![self.factor_name(factor), said])
        };
        let rows: Vec<Vec<String>> = self.table.factors.iter().enumerate().filter_map(row).collect();
        if rows.is_empty() {
            return None;
        }
        Some(View {
            part: "triangulation",
            title: self.words.say(list.title),
            header: vec![self.words.say("table-factor"), self.words.say("triangulation-cases")],
            n_left: 1,
            n_prose: 1,
            sections: vec![Section { title: String::new(), rows }],
            notes: vec![self.words.say(list.note)],
        })
    }

    fn factor_name(&self, row: &TriangulatedFactor) -> String {
        row.factor.name.or(self.words.language, &row.factor.id)
    }

    fn kind_name(&self, id: &KindId) -> String {
        self.project.study().settings.kind_name(id, self.words.language)
    }

    fn role_name(&self, id: &RoleId) -> String {
        self.project.study().settings.role_name(id, self.words.language)
    }
}
