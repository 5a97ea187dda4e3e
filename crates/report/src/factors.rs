//! A page per factor: what it means, where it occurs, and its passages by case and perspective.

use crate::lists::{ListView, Lists};
use crate::literature::FactorLiteratureView;
use crate::quotes::{PerspectiveView, Quotes};
use crate::reader::{Link, Reader, state_mark};
use crate::sources::Contexts;
use crate::{address, findings, literature};
use draad_analysis::{Cell, CellState, FactorRow, Passage};
use draad_core::{About, Code, CodeKind, Language, Valence};
use rayon::prelude::*;
use serde::Serialize;
use std::collections::BTreeMap;

/// A factor.
#[derive(Debug, Serialize)]
pub(crate) struct FactorView {
    id: String,
    code: String,
    name: String,
    /// Its name in the other language, to be found by it; empty where it is the same.
    also: String,
    mark: &'static str,
    kind: String,
    level: String,
    provenance: String,
    definition: String,
    include: String,
    exclude: String,
    example: String,
    summary: String,
    /// Whether the page shows where it occurs; a heading leaves that to the codes below it.
    has_cells: bool,
    below: Vec<Link>,
    groups: Vec<GroupView>,
    deviations: Vec<DeviationView>,
    literature: Option<FactorLiteratureView>,
    /// Its passages by phase, role and kind of source.
    lists: Vec<ListView>,
    /// Address of its two sides; empty where it points one way.
    tension: String,
    memos: Vec<findings::MemoView>,
}

/// A factor in the cases with one outcome.
#[derive(Debug, Serialize)]
struct GroupView {
    id: String,
    name: String,
    k_of_n: String,
    occurs: Vec<Link>,
    not_found: Vec<Link>,
    no_material: Vec<Link>,
    cells: Vec<CellView>,
}

/// A factor in a case.
#[derive(Debug, Serialize)]
struct CellView {
    id: String,
    case: Link,
    mark: &'static str,
    state: String,
    numbers: String,
    notes: Vec<String>,
    perspectives: Vec<PerspectiveView>,
}

/// Cases in which a factor and the outcome do not go together as the factor's direction says.
#[derive(Debug, Serialize)]
struct DeviationView {
    sentence: String,
    cases: Vec<Link>,
}

impl FactorView {
    /// Returns the link to it.
    pub(crate) fn link(&self) -> Link {
        Link { text: self.name.clone(), to: self.id.clone(), about: String::new(), mark: self.mark }
    }
}

/// Returns the factors in the order of the table.
pub(crate) fn view(reader: &Reader, quotes: &Quotes, contexts: &Contexts, lists: &Lists) -> Vec<FactorView> {
    let rows = reader.input.table.factors.par_iter().enumerate();
    rows.map(|(idx, row)| factor(reader, quotes, contexts, lists, idx, row)).collect()
}

/// Returns the name of a factor's mark: its usual direction.
fn mark(row: &FactorRow) -> &'static str {
    match row.valence {
        Some(Valence::Promoting) => "promoting",
        Some(Valence::Hindering) => "hindering",
        Some(Valence::Ambivalent) => "ambivalent",
        None => "coded",
    }
}

/// Returns the link to the page of a factor.
pub(crate) fn link(reader: &Reader, row: &FactorRow) -> Link {
    Link {
        text: reader.code_name(&row.id),
        to: address::factor(&row.id),
        about: String::new(),
        mark: mark(row),
    }
}

fn factor(
    reader: &Reader,
    quotes: &Quotes,
    contexts: &Contexts,
    lists: &Lists,
    idx: usize,
    row: &FactorRow,
) -> FactorView {
    let code = reader.study.codebook.get(&row.id);
    let text = |field: fn(&Code) -> &String| code.map(|code| field(code).clone()).unwrap_or_default();
    let has_cells = row.n_cases > 0 && !reader.only_adds_up(row);
    let n_groups = if has_cells { reader.input.table.outcome_groups.len() } else { 0 };
    FactorView {
        id: address::factor(&row.id),
        code: row.id.to_string(),
        name: reader.code_name(&row.id),
        also: code.map(|code| other_name(reader, code)).unwrap_or_default(),
        mark: mark(row),
        kind: kind_sentence(reader, row),
        level: row.level.as_ref().map(|level| reader.level_name(level)).unwrap_or_default(),
        provenance: text(|code| &code.source),
        definition: text(|code| &code.definition),
        include: text(|code| &code.include),
        exclude: text(|code| &code.exclude),
        example: text(|code| &code.example),
        summary: summary(reader, idx, row),
        has_cells,
        below: if reader.only_adds_up(row) { codes_below(reader, row) } else { Vec::new() },
        groups: (0..n_groups).map(|group| group_view(reader, quotes, contexts, idx, group)).collect(),
        deviations: if has_cells { deviations(reader, idx) } else { Vec::new() },
        literature: literature::beside(reader, idx, row),
        lists: if has_cells { lists.of(&row.id).to_vec() } else { Vec::new() },
        tension: tension(reader, row),
        memos: findings::memos_about(reader, |about| matches!(about, About::Code(code) if *code == row.id)),
    }
}

/// Returns the name of a code in the language that the page is not in, where it has another.
fn other_name(reader: &Reader, code: &Code) -> String {
    let other = match reader.language() {
        Language::Nl => Language::En,
        Language::En => Language::Nl,
    };
    let name = code.name(other);
    if name == code.name(reader.language()) { String::new() } else { name.to_owned() }
}

/// Returns the address of the two sides of a factor, where it has two.
fn tension(reader: &Reader, row: &FactorRow) -> String {
    let in_tension = reader.input.tensions.iter().flat_map(|tensions| &tensions.factors);
    let found = in_tension.map(|factor| &factor.id).find(|id| **id == row.id);
    found.map(address::tension).unwrap_or_default()
}

/// Returns the codes directly below a heading.
fn codes_below(reader: &Reader, heading: &FactorRow) -> Vec<Link> {
    let parent = |row: &FactorRow| reader.study.codebook.get(&row.id).and_then(|code| code.parent.as_ref());
    let below = reader.input.table.factors.iter().filter(|row| parent(row) == Some(&heading.id));
    below.map(|row| link(reader, row)).collect()
}

fn kind_sentence(reader: &Reader, row: &FactorRow) -> String {
    match row.kind {
        CodeKind::Factor if row.valence.is_some() => {
            let direction = reader.valence(row.valence);
            reader.words.say_with("report-factor-usually", [("direction", direction.into())])
        }
        CodeKind::Factor => reader.words.say("report-factor-open"),
        CodeKind::Theme => reader.words.say("report-theme"),
        CodeKind::Heading => reader.words.say("report-heading"),
    }
}

fn summary(reader: &Reader, factor: usize, row: &FactorRow) -> String {
    if row.n_cases == 0 {
        return reader.words.say("report-factor-not-coded");
    }
    let table = reader.input.table;
    let cells = || (0..table.cases.len()).map(|case| table.cell(0, factor, case));
    let n_with_material = cells().filter(|cell| cell.state != CellState::NoMaterial).count();
    let kinds: std::collections::BTreeSet<_> = cells().flat_map(|cell| &cell.kinds).collect();
    let roles: std::collections::BTreeSet<_> = cells().flat_map(|cell| &cell.roles).collect();
    reader.words.say_with(
        "report-factor-summary",
        [
            ("cases", reader.k_of_n(row.n_cases, n_with_material).into()),
            ("passages", reader.counted("n-passages", row.n_passages).into()),
            ("kinds", reader.counted("report-n-kinds", kinds.len()).into()),
            ("roles", reader.counted("report-n-roles", roles.len()).into()),
        ],
    )
}

fn group_view(
    reader: &Reader,
    quotes: &Quotes,
    contexts: &Contexts,
    factor: usize,
    group: usize,
) -> GroupView {
    let table = reader.input.table;
    let (row, outcome) = (&table.factors[factor], &table.outcome_groups[group]);
    let in_state = |wanted: fn(CellState) -> bool| -> Vec<usize> {
        let has = |case: &usize| wanted(table.cell(0, factor, *case).state);
        outcome.cases.iter().copied().filter(has).collect()
    };
    let (k, n) = table.k_of_n(0, factor, group);
    let coded = in_state(CellState::is_coded);
    GroupView {
        id: address::group(&row.id, group),
        name: reader.group_name(outcome),
        k_of_n: reader.k_of_n(k, n),
        occurs: coded.iter().map(|&case| cell_link(reader, factor, case)).collect(),
        not_found: reader.case_links(&in_state(|state| state == CellState::NotFound)),
        no_material: reader.case_links(&in_state(|state| state == CellState::NoMaterial)),
        cells: coded.iter().map(|&case| cell_view(reader, quotes, contexts, factor, case)).collect(),
    }
}

/// Returns the link to a coded cell, with the case as its text.
fn cell_link(reader: &Reader, factor: usize, case: usize) -> Link {
    let table = reader.input.table;
    let (cell, case) = (table.cell(0, factor, case), &table.cases[case].id);
    Link {
        text: case.to_string(),
        to: address::cell(&table.factors[factor].id, case),
        about: format!("{}: {}", reader.case_name(case), numbers(reader, cell)),
        mark: state_mark(cell.state),
    }
}

fn cell_view(reader: &Reader, quotes: &Quotes, contexts: &Contexts, factor: usize, case: usize) -> CellView {
    let table = reader.input.table;
    let (row, cell, case) = (&table.factors[factor], table.cell(0, factor, case), &table.cases[case].id);
    CellView {
        id: address::cell(&row.id, case),
        case: Link { text: reader.case_name(case), ..reader.case_link(case) },
        mark: state_mark(cell.state),
        state: reader.state(cell.state),
        numbers: numbers(reader, cell),
        notes: source_notes(reader, cell, &quotes.of(&row.id, case)),
        perspectives: quotes.by_perspective(reader, contexts, &row.id, case),
    }
}

/// Returns what stands behind a cell: passages, sources, kinds and roles.
pub(crate) fn numbers(reader: &Reader, cell: &Cell) -> String {
    let kinds: Vec<_> = cell.kinds.iter().map(|kind| reader.kind_name(kind)).collect();
    let roles: Vec<_> = cell.roles.iter().map(|role| reader.role_name(role)).collect();
    let mut parts =
        vec![reader.counted("n-passages", cell.n_passages), reader.counted("n-sources", cell.n_sources)];
    parts.extend([kinds, roles].iter().filter(|names| !names.is_empty()).map(|names| names.join(", ")));
    parts.join(" · ")
}

/// Returns a note when all codings stand in one source, or most of them do.
fn source_notes(reader: &Reader, cell: &Cell, passages: &[(usize, &Passage)]) -> Vec<String> {
    let sources =
        |(_, passage): &(usize, &'_ Passage)| vec![passage.source.to_string(); passage.codings.len()];
    let source = || most_frequent(passages.iter().flat_map(sources));
    let note = |key| {
        let args = [
            ("source", source().unwrap_or_default().into()),
            ("k", cell.top_source_codings.into()),
            ("n", cell.n_codings.into()),
        ];
        vec![reader.words.say_with(key, args)]
    };
    if cell.is_single_source() && cell.n_passages > 1 {
        note("report-single-source")
    } else if cell.is_dominated(&reader.input.table.basis.thresholds) {
        note("report-talkative-source")
    } else {
        Vec::new()
    }
}

/// Returns the name that occurs most often, the first by alphabet of several.
fn most_frequent(names: impl Iterator<Item = String>) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    let most = counts.into_iter().max_by(|(a, m), (b, n)| (m, b).cmp(&(n, a)));
    most.map(|(name, _)| name)
}

/// Returns the cases that do not fit the factor's direction: where it is there, and where it is not.
fn deviations(reader: &Reader, factor: usize) -> Vec<DeviationView> {
    let table = reader.input.table;
    let is_coded = |case: &usize| table.cell(0, factor, *case).state.is_coded();
    let (present, absent): (Vec<_>, Vec<_>) = table.deviant_cases(0, factor).into_iter().partition(is_coded);
    let views = [
        deviation(reader, "report-present-although", &present, |case| cell_link(reader, factor, case)),
        deviation(reader, "report-absent-although", &absent, |case| reader.case_link(&table.cases[case].id)),
    ];
    views.into_iter().flatten().collect()
}

fn deviation(
    reader: &Reader,
    key: &str,
    cases: &[usize],
    link: impl Fn(usize) -> Link,
) -> Option<DeviationView> {
    let table = reader.input.table;
    let outcome = &table.outcome_groups[table.cases[*cases.first()?].outcome_group];
    Some(DeviationView {
        sentence: reader.words.say_with(key, [("outcome", reader.group_name(outcome).into())]),
        cases: cases.iter().map(|&case| link(case)).collect(),
    })
}
