//! Works that the page cites: in texts, beside factors, and as the list of references.

use crate::reader::{Link, Reader};
use crate::scope::Scope;
use crate::{ReportInput, address};
use draad_analysis::{CellState, FactorRow, literature};
use draad_core::{CodeKind, Finding, ReferenceKey, Study};
use draad_literature::{Literature, Run, plain};
use draad_words::Words;
use serde::Serialize;

/// The list of references.
#[derive(Debug, Serialize)]
pub(crate) struct ReferenceListView {
    works: Vec<WorkView>,
}

/// A work in the list.
#[derive(Debug, Serialize)]
struct WorkView {
    id: String,
    runs: Vec<RunView>,
}

/// A piece of a reference.
#[derive(Debug, Serialize)]
struct RunView {
    text: String,
    is_italic: bool,
}

/// What the literature says of a factor, beside the cases.
#[derive(Debug, Serialize)]
pub(crate) struct FactorLiteratureView {
    /// Says who names it, before the works; or that nobody does.
    lead: String,
    works: Vec<Link>,
    /// In how many cases it is shown; empty for a heading.
    shown: String,
}

/// Prints what the texts on the page cite, and what its codes and findings list.
pub(crate) fn of(study: &Study, input: &ReportInput, scope: &Scope, words: Words) -> Literature {
    let findings: Vec<&Finding> = study.findings.iter().filter(|one| scope.holds_finding(one)).collect();
    let memos = study.memos.iter();
    let memos =
        memos.filter(|memo| memo.about.is_empty() || memo.about.iter().any(|about| scope.holds(about)));
    let texts =
        findings.iter().map(|finding| finding.body.as_str()).chain(memos.map(|memo| memo.body.as_str()));
    let codes = input.table.factors.iter().filter_map(|row| study.codebook.get(&row.id));
    let keys = codes.flat_map(|code| &code.references);
    let keys: Vec<&ReferenceKey> =
        keys.chain(findings.iter().flat_map(|finding| &finding.references)).collect();
    Literature::new(&study.references, words.language, texts, keys)
}

/// Returns the list of references; nothing when nothing is cited.
pub(crate) fn list(reader: &Reader) -> Option<ReferenceListView> {
    let run = |run: &Run| RunView { text: run.text.clone(), is_italic: run.is_italic };
    let listed = reader.literature.list().iter();
    let works: Vec<WorkView> = listed
        .map(|work| WorkView { id: address::work(&work.key), runs: work.runs.iter().map(run).collect() })
        .collect();
    (!works.is_empty()).then_some(ReferenceListView { works })
}

/// Returns links to works, in the order of the list.
pub(crate) fn links<'k>(reader: &Reader, keys: impl IntoIterator<Item = &'k ReferenceKey>) -> Vec<Link> {
    let mut keys: Vec<&ReferenceKey> = keys.into_iter().collect();
    keys.sort_by_key(|key| reader.literature.place(key));
    let link = |key: &ReferenceKey| {
        let text = plain(&reader.literature.short(key)?);
        Some(Link { text, to: address::work(key), about: String::new(), mark: "" })
    };
    keys.into_iter().filter_map(link).collect()
}

/// Returns which works name a factor, and in how many cases it is shown; nothing in a study without works that name factors.
pub(crate) fn beside(reader: &Reader, factor: usize, row: &FactorRow) -> Option<FactorLiteratureView> {
    if !literature::names_any(reader.study) {
        return None;
    }
    let named = literature::naming(reader.study, &row.id, reader.input.table.basis.folded);
    let works = links(reader, named.iter().map(|naming| &naming.work));
    let is_heading = row.kind == CodeKind::Heading;
    let lead = match (works.is_empty(), is_heading) {
        (true, true) => return None,
        (true, false) => "report-literature-not-named",
        (false, true) => "report-literature-named-below",
        (false, false) => "report-literature-named",
    };
    let shown = if is_heading { String::new() } else { shown(reader, factor) };
    Some(FactorLiteratureView { lead: reader.words.say(lead), works, shown })
}

fn shown(reader: &Reader, factor: usize) -> String {
    let table = reader.input.table;
    let cells = || (0..table.cases.len()).map(|case| table.cell(0, factor, case));
    let n = cells().filter(|cell| cell.state != CellState::NoMaterial).count();
    let shown = reader.k_of_n(cells().filter(|cell| cell.state.is_coded()).count(), n);
    let promoting = cells().filter(|cell| cell.n_promoting > 0).count();
    let hindering = cells().filter(|cell| cell.n_hindering > 0).count();
    let args = [("shown", shown.into()), ("promoting", promoting.into()), ("hindering", hindering.into())];
    reader.words.say_with("report-literature-shown", args)
}
