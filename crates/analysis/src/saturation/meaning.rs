//! What there is to say of each code beside how often it was seen: who spoke of it, and where something was last added to what
//! it means. Whether it is understood is for the researcher.

use super::order::Units;
use super::origin::CodeOrigin;
use crate::hits::distinct;
use draad_core::facts::{Fact, Facts};
use draad_core::{About, CaseId, Code, CodeId, CodeKind, Coding, Filter, Memo, RoleId, SourceId, Study};
use draad_measures::incidence::Incidence;
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

/// Collects what there is to say of each code that passes the filter.
pub(crate) fn meanings(
    study: &Study,
    facts: &Facts,
    filter: &Filter,
    units: &Units,
    incidence: &Incidence,
    origins: &[CodeOrigin],
) -> Vec<CodeMeaning> {
    let n_codes = study.codebook.codes.len();
    let count = |of: fn(&Fact) -> u32| {
        let mut counts = vec![0; n_codes];
        for (code, _) in distinct(facts.codings.iter().map(|fact| (fact.code, of(fact)))) {
            counts[code as usize] += 1;
        }
        counts
    };
    let (n_cases, n_sources) = (count(|fact| fact.case), count(|fact| fact.source));
    let mut roles = vec![Vec::new(); n_codes];
    let spoken = facts.codings.iter().filter_map(|fact| Some((fact.code, fact.setting.role?)));
    for (code, role) in distinct(spoken) {
        roles[code as usize].push(study.settings.roles[role as usize].id.clone());
    }
    let occurs = Occurrences::new(study, facts, units, incidence);
    let taken = filter.code_set(&study.codebook);
    let is_shown = |(place, code): &(usize, &Code)| {
        taken.as_ref().is_none_or(|taken| taken.contains(&code.id))
            && (code.kind != CodeKind::Heading || n_cases[*place] > 0)
    };
    let meaning = |(place, code): (usize, &Code)| CodeMeaning {
        code: code.id.clone(),
        origin: origins[place],
        n_units: incidence.frequencies()[place] as usize,
        n_cases: n_cases[place],
        n_sources: n_sources[place],
        roles: std::mem::take(&mut roles[place]),
        first_unit: occurs.first[place],
        last_unit: occurs.last[place],
        n_memos: occurs.n_memos[place],
        last_memo_unit: occurs.last_memo[place],
        last_sub_code_unit: occurs.last_sub_code[place],
    };
    study.codebook.codes.values().enumerate().filter(is_shown).map(meaning).collect()
}

/// Where codes occur, per code of the codebook. Numbers are positions of units.
struct Occurrences {
    first: Vec<Option<usize>>,
    last: Vec<Option<usize>>,
    n_memos: Vec<usize>,
    last_memo: Vec<Option<usize>>,
    last_sub_code: Vec<Option<usize>>,
}

impl Occurrences {
    fn new(study: &Study, facts: &Facts, units: &Units, incidence: &Incidence) -> Self {
        let n_codes = study.codebook.codes.len();
        let nowhere = || vec![None; n_codes];
        let mut occurs = Self {
            first: nowhere(),
            last: nowhere(),
            n_memos: vec![0; n_codes],
            last_memo: nowhere(),
            last_sub_code: nowhere(),
        };
        for (unit, codes) in incidence.units().iter().enumerate() {
            for &code in codes {
                occurs.first[code as usize].get_or_insert(unit);
                occurs.last[code as usize] = Some(unit);
            }
        }
        occurs.add_sub_codes(study);
        let mut counted = None;
        for fact in &facts.codings {
            if !study.codings[fact.coding as usize].memo.is_empty() {
                let is_new = counted.replace(fact.coding) != Some(fact.coding);
                occurs.add_memo(fact.code as usize, units.of(fact.case, fact.source), is_new);
            }
        }
        for memo in &study.memos {
            occurs.add_memo_file(study, units, memo);
        }
        occurs
    }

    /// A code below another is added where it is first seen.
    fn add_sub_codes(&mut self, study: &Study) {
        for (place, code) in study.codebook.codes.values().enumerate() {
            for ancestor in study.codebook.ancestors(&code.id) {
                if let Some(above) = study.codebook.codes.get_index_of(ancestor) {
                    self.last_sub_code[above] = self.last_sub_code[above].max(self.first[place]);
                }
            }
        }
    }

    fn add_memo(&mut self, code: usize, unit: Option<u32>, is_new: bool) {
        self.n_memos[code] += usize::from(is_new);
        self.last_memo[code] = self.last_memo[code].max(unit.map(|unit| unit as usize));
    }

    fn add_memo_file(&mut self, study: &Study, units: &Units, memo: &Memo) {
        let codes = memo.about.iter().filter_map(|about| {
            let code = match about {
                About::Code(code) => code,
                About::Coding(coder, source, id) => {
                    let is_it = |coding: &&Coding| coding.coder == *coder && coding.id == *id;
                    &codings_of(study, source).iter().find(is_it)?.code
                }
                _ => return None,
            };
            study.codebook.codes.get_index_of(code)
        });
        let about = memo.about.iter().flat_map(|about| units_about(study, units, about)).max();
        for code in distinct(codes) {
            self.add_memo(code, about, true);
        }
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
