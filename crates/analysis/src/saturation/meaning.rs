//! What there is to say of each code beside how often it was seen: who spoke of it, and where something was last added to what
//! it means. Whether it is understood is for the researcher.

use super::order::Units;
use super::origin::CodeOrigin;
use crate::hits::{Hit, Rows, distinct, hits};
use draad_core::facts::Facts;
use draad_core::{About, CaseId, Code, CodeId, CodeKind, Coding, Filter, Memo, RoleId, SourceId, Study};
use serde::Serialize;

/// A code, and where it grew.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CodeMeaning {
    /// The code.
    pub code: CodeId,
    /// Where it comes from.
    pub origin: CodeOrigin,
    /// Units with it.
    pub n_units: usize,
    /// Cases with it.
    pub n_cases: usize,
    /// Sources with it.
    pub n_sources: usize,
    /// Roles that spoke of it, as the settings list them.
    pub roles: Vec<RoleId>,
    /// The first unit with it, by its position among the units.
    pub first_unit: Option<usize>,
    /// The last unit with it.
    pub last_unit: Option<usize>,
    /// Memos about it: on its codings, and in files.
    pub n_memos: usize,
    /// The last unit to which such a memo belongs; a memo about the code alone belongs to none.
    pub last_memo_unit: Option<usize>,
    /// The last unit that added a code below it.
    pub last_sub_code_unit: Option<usize>,
}

/// Collects what there is to say of each code that passes the filter. A code counts with what is coded below it, headings too.
pub(crate) fn meanings(
    study: &Study,
    facts: &Facts,
    filter: &Filter,
    units: &Units,
    origins: &[CodeOrigin],
) -> Vec<CodeMeaning> {
    let rows = Rows::new(&study.codebook, filter, true);
    let hits = hits(facts, &rows, |_| 0);
    let mut of_row: Vec<&[Hit]> = vec![&[]; rows.codes.len()];
    for same in hits.chunk_by(|a, b| a.row == b.row) {
        of_row[same[0].row as usize] = same;
    }
    let mut collected: Vec<Collected> =
        of_row.iter().map(|hits| Collected::new(study, facts, units, hits)).collect();
    add_sub_codes(study, &rows, &mut collected);
    for memo in &study.memos {
        add_memo_file(study, units, &rows, memo, &mut collected);
    }
    let of_code = rows.codes.iter().zip(collected).filter_map(|(&code, collected)| {
        let (origin, code) = (origins[code as usize], &study.codebook.codes[code as usize]);
        let is_shown = code.kind != CodeKind::Heading || !collected.sources.is_empty();
        is_shown.then(|| collected.meaning(study, code, origin))
    });
    of_code.collect()
}

/// Returns the rows under which a code counts: its own and those of its ancestors.
fn rows_of(study: &Study, rows: &Rows, code: &CodeId) -> Vec<usize> {
    let ids = std::iter::once(code).chain(study.codebook.ancestors(code));
    let row = |id: &CodeId| {
        let place = study.codebook.codes.get_index_of(id)? as u32;
        rows.codes.binary_search(&place).ok()
    };
    ids.filter_map(row).collect()
}

/// Notes for each code where a code below it was first seen, if that is the last such place.
fn add_sub_codes(study: &Study, rows: &Rows, collected: &mut [Collected]) {
    for (row, &code) in rows.codes.iter().enumerate() {
        let first = collected[row].units.first().copied();
        for above in rows_of(study, rows, &study.codebook.codes[code as usize].id) {
            if above != row {
                collected[above].last_sub_code_unit = collected[above].last_sub_code_unit.max(first);
            }
        }
    }
}

/// Counts a memo for the codes that it is about, once each, in the last of the units that it is about as well.
fn add_memo_file(study: &Study, units: &Units, rows: &Rows, memo: &Memo, collected: &mut [Collected]) {
    let codes = memo.about.iter().filter_map(|about| code_about(study, about));
    let of_codes = distinct(codes.flat_map(|code| rows_of(study, rows, code)));
    let unit = memo.about.iter().flat_map(|about| units_about(study, units, about)).max();
    for row in of_codes {
        collected[row].n_memo_files += 1;
        collected[row].last_memo_unit = collected[row].last_memo_unit.max(unit);
    }
}

/// What the codings and memos of a code say. All sorted, each once; numbers are positions.
struct Collected {
    units: Vec<u32>,
    cases: Vec<u32>,
    sources: Vec<u32>,
    roles: Vec<u32>,
    /// Codings with a memo.
    memos: Vec<u32>,
    n_memo_files: usize,
    last_memo_unit: Option<u32>,
    last_sub_code_unit: Option<u32>,
}

impl Collected {
    fn new(study: &Study, facts: &Facts, units: &Units, hits: &[Hit]) -> Self {
        let fact = |hit: &Hit| &facts.codings[hit.fact as usize];
        let unit = |hit: &Hit| units.of(hit.case, hit.source);
        let has_memo = |hit: &&Hit| !study.codings[fact(hit).coding as usize].memo.is_empty();
        let with_memo = || hits.iter().filter(has_memo);
        Self {
            units: distinct(hits.iter().filter_map(unit)),
            cases: distinct(hits.iter().map(|hit| hit.case)),
            sources: distinct(hits.iter().map(|hit| hit.source)),
            roles: distinct(hits.iter().filter_map(|hit| fact(hit).setting.role)),
            memos: distinct(with_memo().map(|hit| fact(hit).coding)),
            n_memo_files: 0,
            last_memo_unit: with_memo().filter_map(unit).max(),
            last_sub_code_unit: None,
        }
    }

    fn meaning(self, study: &Study, code: &Code, origin: CodeOrigin) -> CodeMeaning {
        let place = |unit: u32| unit as usize;
        let role = |&role: &u32| study.settings.roles[role as usize].id.clone();
        CodeMeaning {
            code: code.id.clone(),
            origin,
            n_units: self.units.len(),
            n_cases: self.cases.len(),
            n_sources: self.sources.len(),
            roles: self.roles.iter().map(role).collect(),
            first_unit: self.units.first().copied().map(place),
            last_unit: self.units.last().copied().map(place),
            n_memos: self.memos.len() + self.n_memo_files,
            last_memo_unit: self.last_memo_unit.map(place),
            last_sub_code_unit: self.last_sub_code_unit.map(place),
        }
    }
}

/// Returns the code that a part of a memo's front matter is about.
fn code_about<'s>(study: &'s Study, about: &'s About) -> Option<&'s CodeId> {
    match about {
        About::Code(code) => Some(code),
        About::Coding(coder, source, id) => {
            let is_it = |coding: &&Coding| coding.coder == *coder && coding.id == *id;
            codings_of(study, source).iter().find(is_it).map(|coding| &coding.code)
        }
        _ => None,
    }
}

/// Returns the codings of a source; the study has them in the order of sources.
fn codings_of<'s>(study: &'s Study, source: &SourceId) -> &'s [Coding] {
    let place = |source: &SourceId| study.sources.get_index_of(source);
    let (from, wanted) = (|coding: &Coding| place(&coding.source), place(source));
    let first = study.codings.partition_point(|coding| from(coding) < wanted);
    let n = study.codings[first..].partition_point(|coding| from(coding) <= wanted);
    &study.codings[first..first + n]
}

/// Returns the units that a part of a memo's front matter is about.
fn units_about(study: &Study, units: &Units, about: &About) -> Vec<u32> {
    let case_idx = |case: &CaseId| study.cases.get_index_of(case).map(|case| case as u32);
    match about {
        About::Case(case) => case_idx(case).and_then(|case| units.of_case(case)).into_iter().collect(),
        About::Source(source) | About::Span(source, _) | About::Coding(_, source, _) => {
            let Some((place, _, source)) = study.sources.get_full(source) else { return Vec::new() };
            let of_case = |case: &CaseId| units.of(case_idx(case)?, place as u32);
            source.cases.iter().filter_map(of_case).collect()
        }
        About::Code(_) | About::Finding(_) => Vec::new(),
    }
}
