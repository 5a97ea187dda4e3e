//! The passages behind a number.

use crate::groups::{Kinds, key_and_values};
use crate::hits::{Hit, Rows, Stretch, hits, passages};
use crate::{By, GroupKey};
use draad_core::diagnostic::Outcome;
use draad_core::facts::{Fact, Facts, Places, Setting};
use draad_core::records::PassageRef;
use draad_core::{
    CaseId, CharSpan, CodeId, Filter, InOriginal, Label, PhaseId, RoleId, Source, SourceId, Study, Unit,
    Valence,
};
use jiff::civil::Time;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A stretch of one source that codings of one factor cover without a break.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Passage {
    /// The case.
    pub case: CaseId,
    /// The factor.
    pub factor: CodeId,
    /// The source.
    pub source: SourceId,
    /// Where it stands; nothing for a coding of the whole source.
    pub chars: Option<CharSpan>,
    /// Its words; empty for a coding of the whole source.
    pub text: String,
    /// Valences of its codings, each once.
    pub valences: Vec<Valence>,
    /// Speaker as written in the study where it starts: participant id or label.
    pub speaker: Option<String>,
    /// Role of the speaker.
    pub role: Option<RoleId>,
    /// Phase.
    pub phase: Option<PhaseId>,
    /// Local time of the unit (its day alone where it is midnight), or else the date of the source, as ISO text.
    pub date: Option<String>,
    /// Where the unit in which it starts stands in the original.
    #[serde(flatten)]
    pub original: InOriginal,
    /// Positions in [`Study::codings`], ascending.
    pub codings: Vec<usize>,
}

/// What is said at a place, whether or not it is coded.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The source.
    pub source: SourceId,
    /// Where it stands; nothing for a source as a whole.
    pub chars: Option<CharSpan>,
    /// The words; empty for a source as a whole.
    pub text: String,
    /// Speaker as written in the study where it starts: participant id or label.
    pub speaker: Option<String>,
    /// Role of the speaker.
    pub role: Option<RoleId>,
    /// Phase.
    pub phase: Option<PhaseId>,
    /// As [`Passage::date`].
    pub date: Option<String>,
    /// Where the unit in which it starts stands in the original.
    pub original: InOriginal,
}

impl From<Passage> for Said {
    fn from(passage: Passage) -> Self {
        let Passage { source, chars, text, speaker, role, phase, date, original, .. } = passage;
        Self { source, chars, text, speaker, role, phase, date, original }
    }
}

/// Where a number stands: a case, a factor or two, and values of further keys. What is left open is not narrowed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CellAddress {
    /// The case.
    pub case: Option<CaseId>,
    /// The factor; or two, for the places where passages of both share characters.
    pub factors: Vec<CodeId>,
    /// Values of further keys.
    pub groups: Vec<(By, GroupKey)>,
    /// The source.
    pub source: Option<SourceId>,
    /// Passages with a coding of this valence.
    pub valence: Option<Valence>,
}

/// Returns the passages behind a cell, in the order of factors (as in the codebook), cases, sources and positions; as many
/// as the cell counts. Of two factors, the passages that share characters with one of the other, in the order of places.
/// The descendants of factors count unless `unfolded`. `facts` were collected with `filter`.
///
/// # Errors
/// When the study does not have an attribute that is a key.
pub fn passages_at(
    study: &Study,
    filter: &Filter,
    facts: &Facts,
    address: &CellAddress,
    unfolded: bool,
) -> Outcome<Vec<Passage>> {
    let facts = narrowed(study, facts, address)?;
    let rows = Rows::new(&study.codebook, filter, !unfolded);
    let rows = match &address.factors[..] {
        [] => Rows::own(&study.codebook),
        factors => {
            let code = |factor: &CodeId| study.codebook.codes.get_index_of(factor).map(|code| code as u32);
            rows.only(&factors.iter().filter_map(code).collect::<Vec<u32>>())
        }
    };
    let mut found = collect(study, &facts, &rows);
    if address.factors.len() > 1 {
        found = together(found);
    }
    found.retain(|passage| address.valence.is_none_or(|valence| passage.valences.contains(&valence)));
    Ok(found)
}

/// Keeps the codings that belong to a cell, but for its factors and valence.
fn narrowed(study: &Study, facts: &Facts, address: &CellAddress) -> Outcome<Facts> {
    let case = address.case.as_ref().map(|case| study.cases.get_index_of(case));
    let source = address.source.as_ref().map(|source| study.sources.get_index_of(source));
    let kinds = Kinds::new(study);
    let keys = address.groups.iter().map(|(by, group)| {
        let (key, values) = key_and_values(study, facts, &kinds, by)?;
        let place = match group {
            GroupKey::Value(id) => values.iter().position(|(known, _)| known == id),
            GroupKey::All | GroupKey::NotStated => Some(values.len()),
        };
        Ok((key, place.map(|place| place as u32)))
    });
    let keys = keys.collect::<Outcome<Vec<_>>>()?;
    let belongs = |fact: &&Fact| {
        case.is_none_or(|case| case == Some(fact.case as usize))
            && source.is_none_or(|source| source == Some(fact.source as usize))
            && keys.iter().all(|(key, place)| *place == Some(key.of_fact(fact)))
    };
    let codings = facts.codings.iter().filter(belongs).copied().collect();
    Ok(Facts { cases: facts.cases.clone(), codings, ..Facts::default() })
}

/// Keeps the passages that share characters with a passage of another factor in the same case and source.
fn together(mut passages: Vec<Passage>) -> Vec<Passage> {
    let place = |passage: &Passage| {
        (passage.case.clone(), passage.source.clone(), passage.chars.map(|chars| chars.start))
    };
    passages.sort_by_cached_key(place);
    let share = |a: &Passage, b: &Passage| match (a.chars, b.chars) {
        (Some(a), Some(b)) => a.overlaps(b),
        _ => false,
    };
    let is_met = |one: &Passage| {
        let there = passages.iter().filter(|other| other.case == one.case && other.source == one.source);
        there.filter(|other| other.factor != one.factor).any(|other| share(one, other))
    };
    passages.iter().filter(|one| is_met(one)).cloned().collect()
}

impl By {
    /// Returns the values of the key in a study, id and label, whether or not they occur.
    ///
    /// # Errors
    /// When the study does not have the attribute.
    pub fn values(&self, study: &Study) -> Outcome<Vec<(String, Label)>> {
        let kinds = Kinds::new(study);
        key_and_values(study, &Facts::default(), &kinds, self).map(|(_, values)| values)
    }
}

/// Returns the passages behind every cell, from facts that were collected with `filter`: by factor in the order of the
/// codebook, then case in the order of the study, then source and position.
pub fn passages_behind_all(study: &Study, filter: &Filter, facts: &Facts, unfolded: bool) -> Vec<Passage> {
    collect(study, facts, &Rows::new(&study.codebook, filter, !unfolded))
}

/// Returns how many passages each source has in each case, over all codes with their own codings only; they add up to
/// [`CaseColumn::n_passages`](crate::CaseColumn::n_passages). Keys are positions in the study's cases and sources.
pub fn passages_per_source(study: &Study, facts: &Facts) -> BTreeMap<(u32, u32), usize> {
    let hits = hits(facts, &Rows::own(&study.codebook), |_| 0);
    let mut counts = BTreeMap::new();
    for passage in passages(&hits) {
        let first = &hits[passage.hits.start];
        *counts.entry((first.case, first.source)).or_default() += 1;
    }
    counts
}

fn collect(study: &Study, facts: &Facts, rows: &Rows) -> Vec<Passage> {
    let hits = hits(facts, rows, |_| 0);
    passages(&hits).iter().map(|stretch| passage(study, facts, rows, &hits, stretch)).collect()
}

/// Fills in what a stretch of hits is. Speaker, role, phase and date are those of the unit in which it starts.
pub(crate) fn passage(study: &Study, facts: &Facts, rows: &Rows, hits: &[Hit], stretch: &Stretch) -> Passage {
    let first = &hits[stretch.hits.start];
    let facts_of = || hits[stretch.hits.clone()].iter().map(|hit| &facts.codings[hit.fact as usize]);
    let valences: BTreeSet<Valence> = facts_of().filter_map(|fact| fact.valence).collect();
    let mut codings: Vec<usize> = facts_of().map(|fact| fact.coding as usize).collect();
    codings.sort_unstable();
    let source = &study.sources[first.source as usize];
    let said = said(study, source, facts.codings[first.fact as usize].setting, stretch.chars);
    Passage {
        case: study.cases[first.case as usize].id.clone(),
        factor: study.codebook.codes[rows.codes[first.row as usize] as usize].id.clone(),
        source: said.source,
        chars: said.chars,
        text: said.text,
        valences: valences.into_iter().collect(),
        speaker: said.speaker,
        role: said.role,
        phase: said.phase,
        date: said.date,
        original: said.original,
        codings,
    }
}

/// Returns what is said at a place, coded or not; nothing when the source is not there or has no such place.
pub fn said_at(study: &Study, places: &Places, place: &PassageRef) -> Option<Said> {
    let (source_idx, _, source) = study.sources.get_full(&place.source)?;
    let span = source.text.span(place.chars)?;
    let starts_in = |unit: &Unit| unit.span.contains(span.start());
    let overlaps = |unit: &Unit| unit.span.overlaps(span);
    let unit = source.units.iter().position(starts_in).or_else(|| source.units.iter().position(overlaps));
    let setting = places.source(source_idx as u32)?.setting(unit);
    Some(said(study, source, setting, Some(place.chars)))
}

/// Says who spoke where and when. Speaker, role, phase and date are those of the setting.
fn said(study: &Study, source: &Source, setting: Setting, chars: Option<CharSpan>) -> Said {
    let unit = setting.unit.and_then(|unit| source.units.get(unit as usize));
    let participant = setting.speaker.map(|speaker| study.participants[speaker as usize].id.to_string());
    Said {
        source: source.id.clone(),
        chars,
        text: chars.and_then(|chars| words(source, chars)).unwrap_or_default().to_owned(),
        speaker: participant.or_else(|| unit?.speaker.clone()),
        role: setting.role.map(|role| study.settings.roles[role as usize].id.clone()),
        phase: setting.phase.map(|phase| study.settings.phases[phase as usize].id.clone()),
        date: date(source, unit),
        original: unit.map(Unit::in_original).unwrap_or_default(),
    }
}

fn words(source: &Source, chars: CharSpan) -> Option<&str> {
    source.text.get(source.text.span(chars)?)
}

fn date(source: &Source, unit: Option<&Unit>) -> Option<String> {
    let time = unit.and_then(|unit| unit.time);
    // readers of material with days alone write midnight
    let time = time.map(|time| match time.time() == Time::midnight() {
        true => time.date().to_string(),
        false => time.to_string(),
    });
    time.or_else(|| source.date.map(|date| date.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{any_filter, any_study, material};
    use crate::{CasesByFactors, Options};
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]
        #[test]
        fn every_number_has_its_passages(study in any_study(), filter in any_filter(), unfolded: bool) {
            let options = Options { filter: filter.clone(), unfolded, ..Options::default() };
            let table = CasesByFactors::from_study(&study, &options).unwrap();
            let facts = Facts::new(&study, &filter);
            let all = passages_behind_all(&study, &filter, &facts, unfolded);
            let mut n_listed = 0;
            for (factor, row) in table.factors.iter().enumerate() {
                for (case, column) in table.cases.iter().enumerate() {
                    let cell = table.cell(0, factor, case);
                    let address = CellAddress {
                        case: Some(column.id.clone()),
                        factors: vec![row.id.clone()],
                        ..CellAddress::default()
                    };
                    let passages = passages_at(&study, &filter, &facts, &address, unfolded).unwrap();
                    let having = |valence| passages.iter().filter(|p| p.valences.contains(&valence)).count();
                    prop_assert_eq!(passages.len(), cell.n_passages);
                    prop_assert_eq!(having(Valence::Promoting), cell.n_promoting);
                    prop_assert_eq!(having(Valence::Hindering), cell.n_hindering);
                    prop_assert_eq!(having(Valence::Ambivalent), cell.n_ambivalent);
                    prop_assert_eq!(passages.iter().map(|p| p.codings.len()).sum::<usize>(), cell.n_codings);
                    let chars = passages.iter().filter_map(|p| p.chars).map(|chars| u64::from(chars.len()));
                    prop_assert_eq!(chars.sum::<u64>(), cell.chars_union);
                    prop_assert!(cell.chars_covered <= cell.material_chars.min(cell.chars_union));
                    let same: Vec<&Passage> =
                        all.iter().filter(|p| p.case == column.id && p.factor == row.id).collect();
                    prop_assert_eq!(passages.iter().collect::<Vec<_>>(), same);
                    n_listed += passages.len();
                }
            }
            prop_assert_eq!(n_listed, all.len());
            let per_source = passages_per_source(&study, &facts);
            for column in &table.cases {
                let case = study.cases.get_index_of(&column.id).unwrap() as u32;
                let of_case = per_source.iter().filter(|((own, _), _)| *own == case).map(|(_, n)| n);
                prop_assert_eq!(of_case.sum::<usize>(), column.n_passages);
            }
            let sum: usize = table.cases.iter().map(|column| column.n_passages).sum();
            let most = table.cases.iter().map(|column| column.n_passages).max().unwrap_or(0);
            prop_assert!(most <= table.n_passages && table.n_passages <= sum);
            for (factor, row) in table.factors.iter().enumerate() {
                let in_cases = || (0..table.cases.len()).map(|case| table.cell(0, factor, case).n_passages);
                prop_assert!(in_cases().max().unwrap_or(0) <= row.n_passages);
                prop_assert!(row.n_passages <= in_cases().sum::<usize>());
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn a_group_of_a_cell_has_its_passages_too(study in any_study(), filter in any_filter()) {
            let facts = Facts::new(&study, &filter);
            let outcome = study.settings.attributes[0].id.clone();
            for by in [By::Kind, By::Role, By::Speaker, By::Phase, By::Coder, By::Attribute(outcome)] {
                let options = Options { filter: filter.clone(), by: Some(by.clone()), ..Options::default() };
                let table = CasesByFactors::from_study(&study, &options).unwrap();
                for (group, key) in table.groups.iter().enumerate() {
                    for (factor, row) in table.factors.iter().enumerate() {
                        for (case, column) in table.cases.iter().enumerate() {
                            let address = CellAddress {
                                case: Some(column.id.clone()),
                                factors: vec![row.id.clone()],
                                groups: vec![(by.clone(), key.key.clone())],
                                ..CellAddress::default()
                            };
                            let passages = passages_at(&study, &filter, &facts, &address, false).unwrap();
                            prop_assert_eq!(passages.len(), table.cell(group, factor, case).n_passages);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn two_factors_stand_together_where_their_passages_share_characters() {
        let study = material()
            .coding("anna", "s1", "a", "ging het toen")
            .coding("anna", "s1", "e", "toen, zei")
            .coding("anna", "s2", "a", "Zo ging")
            .coding("anna", "s2", "e", " het")
            .done();
        let facts = Facts::new(&study, &Filter::default());
        let factors = ["e", "a"].map(|id| CodeId::new(id).unwrap()).to_vec();
        let address = CellAddress { factors, ..CellAddress::default() };
        let found = passages_at(&study, &Filter::default(), &facts, &address, false).unwrap();
        let found: Vec<(&str, &str)> = found.iter().map(|p| (p.source.as_str(), p.factor.as_str())).collect();
        assert_eq!(found, [("s1", "a"), ("s1", "e")]);
    }

    #[test]
    fn a_passage_says_who_said_it_where_and_when() {
        let mut study = material()
            .coding("anna", "s1", "b", "ging het toen")
            .coding_as("bram", "s1", "d", "toen, zei één", Some(Valence::Promoting))
            .coding("bram", "s3", "a", "onbekend: Zo")
            .done();
        let units = &mut study.sources.get_mut("s3").unwrap().units;
        units.iter_mut().zip(1..).for_each(|(unit, page)| unit.page = Some(page));
        let id = |case: &str| CaseId::new(case).unwrap();
        let facts = Facts::new(&study, &Filter::default());
        let behind = |case| {
            let factors = vec![study.codebook.codes[0].id.clone()];
            let address = CellAddress { case: Some(id(case)), factors, ..CellAddress::default() };
            passages_at(&study, &Filter::default(), &facts, &address, false).unwrap()
        };
        let [passage] = &behind("p01")[..] else { panic!("one passage") };
        assert_eq!(
            (passage.text.as_str(), passage.codings.as_slice()),
            ("ging het toen, zei één", &[0, 1][..])
        );
        assert_eq!(passage.valences, [Valence::Promoting, Valence::Hindering]);
        assert_eq!(passage.speaker.as_deref(), Some("p01-parent"));
        assert_eq!(passage.role.as_ref().map(RoleId::as_str), Some("parent"));
        assert_eq!(passage.original, InOriginal::default());
        let [passage] = &behind("p02")[..] else { panic!("one passage") };
        assert_eq!((passage.source.as_str(), passage.speaker.as_deref()), ("s3", Some("onbekend")));
        assert_eq!((passage.role.as_ref(), passage.date.as_ref()), (None, None));
        assert_eq!(passage.original, InOriginal { page: Some(4), recording_start: None });
    }
}
