//! The one definition of where a coding belongs: its case, speaker, role, phase and valence; and of what material there
//! was to find it in. Every table, figure, search and agreement run starts from [`Facts`].
//!
//! - **Unit**: a coding belongs to the unit in which it starts, or else to the first unit that it overlaps.
//! - **Role**: of that unit's speaker; where the unit names none and is somebody's words, of the only participant of the
//!   source who does not ask questions.
//! - **Phase**: of the unit, else of the source, else the case's phase at the unit's own date. A source's date alone
//!   gives no phase: people speak of other times.
//! - **Case**: the source's. Where it has several: the case whose part (`case_spans.csv`) the coding starts in, else
//!   the only one of them to which the speaker belongs, else all of them. A part given to a case that the source does
//!   not list does not count.
//! - **Material**: the characters of units that are somebody's words; of a source without units, all its text. In a
//!   source of several cases it is cut where parts begin and end, and each piece goes by the rule of its own start: where
//!   a coding starts in material, its cases have material.
//! - **Saved query** as a filter: it holds for units. A coding passes with its unit, or where it has none with the place
//!   where it starts, or, without a place, where the query holds for the source as a whole; material is cut to the units.
//! - **Adjudicated layer**: a source has one as soon as the layer's coder has at least one coding of it; from then on only
//!   that coder's codings of the source count. A file of that coder without codings is no layer yet; but where decisions
//!   about disagreements closed a source (`adjudication/<coder>.csv`), it has a layer, even if all that was decided is that
//!   nothing is coded: then no coding of it counts.
//! - **A layer of decisions is no coder**: what stands in the name of a layer that was made by adjudication repeats what people
//!   coded. It counts only where the policy or the filter on coders names that layer.

use crate::{
    CaseId, CharOffset, CharSpan, CodeId, CoderId, CoderPolicy, Coding, Filter, Participant, ParticipantId,
    PhaseId, RoleId, Source, SourceId, Span, Study, Unit, Valence, filter::takes,
};
use indexmap::IndexSet;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// One coding in one case. Numbers are positions in the study's own lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Position in [`Study::codings`].
    pub coding: u32,
    /// Position in [`Study::cases`].
    pub case: u32,
    /// Position in [`Study::sources`].
    pub source: u32,
    /// Position in the codebook.
    pub code: u32,
    /// Where and by whom it was said.
    pub setting: Setting,
    /// The coding's valence or else the code's default.
    pub valence: Option<Valence>,
    /// The characters it covers; nothing for a coding of a whole source.
    pub chars: Option<CharSpan>,
}

/// Where and by whom something was said. Numbers are positions in the study's own lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Setting {
    /// Position of the unit in its source.
    pub unit: Option<u32>,
    /// Position in [`Study::participants`].
    pub speaker: Option<u32>,
    /// Position in the settings' roles.
    pub role: Option<u32>,
    /// Position in the settings' phases.
    pub phase: Option<u32>,
}

impl Setting {
    /// Returns whether it was somebody who asks the questions.
    pub fn asks(self, study: &Study) -> bool {
        self.role.is_some_and(|role| study.settings.roles[role as usize].asks)
    }
}

/// A stretch of material of one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Material {
    /// Position in [`Study::cases`].
    pub case: u32,
    /// Position in [`Study::sources`].
    pub source: u32,
    /// Where and by whom it was said.
    pub setting: Setting,
    /// Where it stands.
    pub chars: CharSpan,
}

/// Somebody who coded in a source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reading {
    /// Position in [`Study::sources`].
    pub source: u32,
    /// Who coded in it.
    pub coder: CoderId,
}

/// Codings and material that pass a filter.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Positions in [`Study::cases`] of the cases that pass, in the study's order.
    pub cases: Vec<u32>,
    /// Codings, in the study's order; a coding that belongs to several cases stands once per case.
    pub codings: Vec<Fact>,
    /// Material, in the order of sources and units.
    pub material: Vec<Material>,
    /// Who worked on which source, by source and coder: those with at least one coding in it that the filter on coders
    /// and the study's policy let count, whatever its code, valence or place. What nobody coded in was not read for codes.
    pub readings: Vec<Reading>,
    /// How many codings the study has; see [`n_codings`].
    pub n_codings_before: usize,
}

impl Facts {
    /// Collects what passes `filter` and the study's coder policy.
    pub fn new(study: &Study, filter: &Filter) -> Self {
        let selection = Selection::new(study, filter);
        let mut facts = Self {
            cases: (0..study.cases.len() as u32).filter(|&case| selection.cases[case as usize]).collect(),
            n_codings_before: n_codings(study),
            ..Self::default()
        };
        let of_source = |((source_idx, source), codings): ((u32, _), Range<usize>)| {
            let context = selection.context(source_idx, source)?;
            let readings = selection.readings(source_idx, &study.codings[codings.clone()]);
            Some((context.material(&selection), context.codings(&selection, codings), readings))
        };
        let sources: Vec<_> = (0..).zip(study.sources.values()).zip(codings_by_source(study)).collect();
        let found: Vec<_> = sources.into_par_iter().filter_map(of_source).collect();
        for (material, codings, readings) in found {
            facts.material.extend(material);
            facts.codings.extend(codings);
            facts.readings.extend(readings);
        }
        facts
    }
}

/// Returns how many codings the study has, without those of layers of decisions that the coder policy does not name: these
/// repeat what people coded.
pub fn n_codings(study: &Study) -> usize {
    let named = match &study.settings.coder_policy {
        CoderPolicy::All => None,
        CoderPolicy::One { coder } | CoderPolicy::Adjudicated { coder } => Some(coder),
    };
    let is_repeated = |coder: &CoderId| study.adjudications.contains_key(coder) && named != Some(coder);
    study.codings.iter().filter(|coding| !is_repeated(&coding.coder)).count()
}

/// Returns for each source the positions of its codings in [`Study::codings`], which has them in the order of sources.
fn codings_by_source(study: &Study) -> Vec<Range<usize>> {
    let mut start = 0;
    let of_source = |source: &Source| {
        let its_own = study.codings[start..].iter().take_while(|coding| coding.source == source.id);
        let end = start + its_own.count();
        std::mem::replace(&mut start, end)..end
    };
    study.sources.values().map(of_source).collect()
}

/// No filter at all.
static EVERYTHING: Filter = Filter {
    cases: Vec::new(),
    kinds: Vec::new(),
    roles: Vec::new(),
    phases: Vec::new(),
    codes: Vec::new(),
    valences: Vec::new(),
    coders: Vec::new(),
    attributes: Vec::new(),
    within: Vec::new(),
};

/// Says of any place in the study where and by whom it was said, whether or not it is material or coded.
pub struct Places<'s> {
    selection: Selection<'s>,
}

/// Says the same of the places in one source.
pub struct SourcePlaces<'p, 's> {
    selection: &'p Selection<'s>,
    context: SourceContext<'s>,
}

impl<'s> Places<'s> {
    /// Prepares a study.
    pub fn new(study: &'s Study) -> Self {
        Self { selection: Selection::new(study, &EVERYTHING) }
    }

    /// Returns whether a coding counts under the study's coder policy.
    pub fn counts(&self, coding: &Coding) -> bool {
        self.selection.takes_coder(&coding.coder, &coding.source)
    }

    /// Prepares a source, given by its position in [`Study::sources`]; nothing when there is none. A source without
    /// cases has settings too.
    pub fn source(&self, source_idx: u32) -> Option<SourcePlaces<'_, 's>> {
        let (_, source) = self.selection.study.sources.get_index(source_idx as usize)?;
        let cases = self.selection.cases_of(source);
        Some(SourcePlaces {
            selection: &self.selection,
            context: self.selection.settings_in(source_idx, source, cases),
        })
    }
}

impl SourcePlaces<'_, '_> {
    /// Returns the setting of a unit, or of the source as a whole.
    pub fn setting(&self, unit_idx: Option<usize>) -> Setting {
        unit_idx.and_then(|idx| self.context.units.get(idx).copied()).unwrap_or(self.context.whole)
    }

    /// Returns the cases of the source, as positions in [`Study::cases`], sorted.
    pub fn cases(&self) -> Vec<u32> {
        let mut cases = self.context.cases.clone();
        cases.sort_unstable();
        cases
    }

    /// Returns the cases, as positions in [`Study::cases`], that have material in a stretch of this setting, sorted: more
    /// than one where the stretch is about several, or where a part begins or ends in it.
    pub fn cases_in(&self, stretch: CharSpan, setting: Setting) -> BTreeSet<u32> {
        let pieces = self.context.pieces(stretch).into_iter();
        let cases = |piece: CharSpan| self.context.cases_at(self.selection, Some(piece.start), setting);
        pieces.flat_map(|piece| cases(piece).into_owned()).collect()
    }
}

/// The filter, resolved against the study once.
struct Selection<'s> {
    study: &'s Study,
    filter: &'s Filter,
    cases: Vec<bool>,
    codes: Option<BTreeSet<CodeId>>,
    case_spans: BTreeMap<&'s SourceId, Vec<(u32, CharSpan)>>,
    phases: BTreeMap<&'s CaseId, Vec<&'s crate::CasePhase>>,
    adjudicated: BTreeSet<&'s SourceId>,
}

impl<'s> Selection<'s> {
    fn new(study: &'s Study, filter: &'s Filter) -> Self {
        let mut case_spans: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let listed = |part: &&crate::CaseSpan| {
            study.sources.get(&part.source).is_some_and(|source| source.cases.contains(&part.case))
        };
        for part in study.case_spans.iter().filter(listed) {
            if let Some(case) = study.cases.get_index_of(&part.case) {
                case_spans.entry(&part.source).or_default().push((case as u32, part.chars));
            }
        }
        let mut phases: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for period in &study.case_phases {
            phases.entry(&period.case).or_default().push(period);
        }
        let adjudicated = match &study.settings.coder_policy {
            CoderPolicy::Adjudicated { coder } => study
                .codings
                .iter()
                .filter(|coding| coding.coder == *coder)
                .map(|coding| &coding.source)
                .chain(study.closed_sources(coder))
                .collect(),
            _ => BTreeSet::new(),
        };
        Self {
            study,
            filter,
            cases: study.cases.values().map(|case| filter.takes_case(case)).collect(),
            codes: filter.code_set(&study.codebook),
            case_spans,
            phases,
            adjudicated,
        }
    }

    /// Prepares a source, or nothing when its kind or all its cases are filtered out.
    fn context(&self, source_idx: u32, source: &'s Source) -> Option<SourceContext<'s>> {
        if !takes(&self.filter.kinds, &source.kind) {
            return None;
        }
        let cases = self.cases_of(source);
        if !cases.iter().any(|&case| self.cases[case as usize]) {
            return None;
        }
        Some(self.settings_in(source_idx, source, cases))
    }

    fn cases_of(&self, source: &Source) -> Vec<u32> {
        let known = source.cases.iter().filter_map(|id| self.study.cases.get_index_of(id));
        let once: IndexSet<u32> = known.map(|idx| idx as u32).collect();
        once.into_iter().collect()
    }

    /// Works out the setting of a source and of each of its units.
    fn settings_in(&self, source_idx: u32, source: &'s Source, cases: Vec<u32>) -> SourceContext<'s> {
        let parts = self.case_spans.get(&source.id).cloned().unwrap_or_default();
        let only_speaker = self.only_speaker(source);
        let mut context =
            SourceContext { source_idx, source, cases, parts, whole: Setting::default(), units: Vec::new() };
        context.whole = self.setting(&context, None, None, only_speaker);
        let mut speakers: BTreeMap<&str, Option<u32>> = BTreeMap::new();
        context.units.reserve(source.units.len());
        for (unit_idx, unit) in source.units.iter().enumerate() {
            let named = unit
                .speaker
                .as_deref()
                .map(|label| *speakers.entry(label).or_insert_with(|| self.speaker_called(label, source)));
            let unnamed = only_speaker.filter(|_| unit.kind.is_material());
            let speaker = named.unwrap_or(unnamed);
            context.units.push(self.setting(&context, Some(unit_idx as u32), Some(unit), speaker));
        }
        context
    }

    fn setting(
        &self,
        context: &SourceContext,
        unit_idx: Option<u32>,
        unit: Option<&Unit>,
        speaker: Option<u32>,
    ) -> Setting {
        let participant =
            speaker.and_then(|idx| self.study.participants.get_index(idx as usize)).map(|(_, p)| p);
        let stated = unit.and_then(|unit| unit.phase.as_ref()).or(context.source.phase.as_ref());
        let dated = || self.phase_at(context, unit?);
        Setting {
            unit: unit_idx,
            speaker,
            role: participant.and_then(|p| self.role_index(&p.role)),
            phase: stated.or_else(dated).and_then(|phase| self.phase_index(phase)),
        }
    }

    /// The phase of the case at the unit's own time, when the source has one case.
    fn phase_at(&self, context: &SourceContext, unit: &Unit) -> Option<&'s PhaseId> {
        let [case] = context.cases[..] else { return None };
        let (case, _) = self.study.cases.get_index(case as usize)?;
        let day = unit.time?.date();
        let covers = |period: &&&crate::CasePhase| {
            period.start.is_none_or(|start| start <= day) && period.end.is_none_or(|end| day <= end)
        };
        self.phases.get(case)?.iter().find(covers).map(|period| &period.phase)
    }

    fn role_index(&self, role: &RoleId) -> Option<u32> {
        self.study.settings.roles.iter().position(|known| known.id == *role).map(|idx| idx as u32)
    }

    fn phase_index(&self, phase: &PhaseId) -> Option<u32> {
        self.study.settings.phases.iter().position(|known| known.id == *phase).map(|idx| idx as u32)
    }

    fn participant_index(&self, id: &ParticipantId) -> Option<u32> {
        self.study.participants.get_index_of(id).map(|idx| idx as u32)
    }

    /// The participant whom a label means, when it means exactly one.
    fn speaker_called(&self, label: &str, source: &Source) -> Option<u32> {
        self.participant_index(&self.study.speaker(label, source)?.id)
    }

    fn only_speaker(&self, source: &Source) -> Option<u32> {
        let asks = |p: &Participant| self.study.settings.role(&p.role).is_some_and(|role| role.asks);
        let mut answering =
            source.participants.iter().filter_map(|id| self.study.participants.get(id)).filter(|p| !asks(p));
        let only = answering.next()?;
        if answering.next().is_some() { None } else { self.participant_index(&only.id) }
    }

    fn takes_setting(&self, setting: Setting) -> bool {
        let settings = &self.study.settings;
        let role = setting.role.map(|idx| &settings.roles[idx as usize].id);
        let phase = setting.phase.map(|idx| &settings.phases[idx as usize].id);
        let passes_role =
            self.filter.roles.is_empty() || role.is_some_and(|role| self.filter.roles.contains(role));
        let passes_phase =
            self.filter.phases.is_empty() || phase.is_some_and(|phase| self.filter.phases.contains(phase));
        passes_role && passes_phase
    }

    /// Returns what of a stretch lies in units for which each saved query holds.
    fn within(&self, source: &Source, stretch: CharSpan) -> Vec<CharSpan> {
        let mut parts = vec![stretch];
        for within in &self.filter.within {
            parts = parts.into_iter().flat_map(|part| within.parts(&source.id, part)).collect();
        }
        parts
    }

    /// Returns those cases that pass the filter.
    fn selected<'c>(&self, cases: &'c [u32]) -> impl Iterator<Item = &'c u32> {
        cases.iter().filter(|&&case| self.cases[case as usize])
    }

    /// Returns who worked on a source of which these are the codings.
    fn readings(&self, source_idx: u32, codings: &[Coding]) -> Vec<Reading> {
        let counts = |coding: &Coding| {
            self.study.codebook.codes.contains_key(&coding.code)
                && self.takes_coder(&coding.coder, &coding.source)
        };
        let mut coders: Vec<&CoderId> = Vec::new();
        for coding in codings {
            if !coders.contains(&&coding.coder) && counts(coding) {
                coders.push(&coding.coder);
            }
        }
        coders.sort_unstable();
        coders.into_iter().map(|coder| Reading { source: source_idx, coder: coder.clone() }).collect()
    }

    fn takes_coder(&self, coder: &CoderId, source: &SourceId) -> bool {
        if self.filter.coders.contains(coder) {
            return true;
        }
        let is_layer = self.study.adjudications.contains_key(coder);
        let by_policy = match &self.study.settings.coder_policy {
            CoderPolicy::All => !is_layer,
            CoderPolicy::One { coder: only } => coder == only,
            CoderPolicy::Adjudicated { coder: layer } => {
                coder == layer || !is_layer && !self.adjudicated.contains(source)
            }
        };
        by_policy && self.filter.coders.is_empty()
    }
}

/// A source with the setting of each of its units.
struct SourceContext<'s> {
    source_idx: u32,
    source: &'s Source,
    cases: Vec<u32>,
    parts: Vec<(u32, CharSpan)>,
    whole: Setting,
    units: Vec<Setting>,
}

impl SourceContext<'_> {
    /// The cases to which what starts at `start` belongs.
    fn cases_at(&self, selection: &Selection, start: Option<CharOffset>, setting: Setting) -> Cow<'_, [u32]> {
        if self.cases.len() == 1 {
            return self.cases.as_slice().into();
        }
        let in_part = |start: CharOffset| {
            self.parts
                .iter()
                .filter(move |(_, part)| part.start <= start && start < part.end)
                .map(|(case, _)| *case)
        };
        let by_part: BTreeSet<u32> = start.map(|start| in_part(start).collect()).unwrap_or_default();
        if !by_part.is_empty() {
            return by_part.into_iter().collect::<Vec<u32>>().into();
        }
        let own = setting.speaker.and_then(|idx| selection.study.participants.get_index(idx as usize));
        let own: Vec<u32> = own.map_or(Vec::new(), |(_, participant)| {
            let mine = |case: &u32| {
                selection
                    .study
                    .cases
                    .get_index(*case as usize)
                    .is_some_and(|(id, _)| participant.cases.contains(id))
            };
            self.cases.iter().copied().filter(mine).collect()
        });
        if own.len() == 1 { own.into() } else { self.cases.as_slice().into() }
    }

    fn material(&self, selection: &Selection) -> Vec<Material> {
        let stretches = self.stretches();
        let mut found = Vec::with_capacity(stretches.len());
        for (setting, stretch) in
            stretches.into_iter().filter(|(setting, _)| selection.takes_setting(*setting))
        {
            let pieces = self.pieces(stretch).into_iter();
            for chars in pieces.flat_map(|piece| selection.within(self.source, piece)) {
                for &case in selection.selected(&self.cases_at(selection, Some(chars.start), setting)) {
                    found.push(Material { case, source: self.source_idx, setting, chars });
                }
            }
        }
        found
    }

    /// The stretches of somebody's words: units, or all of a source without units.
    fn stretches(&self) -> Vec<(Setting, CharSpan)> {
        let text = &self.source.text;
        if !self.source.units.is_empty() {
            let said = self.source.units.iter().zip(&self.units).filter(|(unit, _)| unit.kind.is_material());
            return said.map(|(unit, setting)| (*setting, text.char_span(unit.span))).collect();
        }
        let whole = CharSpan { start: CharOffset(0), end: CharOffset(text.n_chars()) };
        if whole.is_empty() { Vec::new() } else { vec![(self.whole, whole)] }
    }

    /// Cuts a stretch where parts begin and end: within a piece every place belongs to the same cases.
    fn pieces(&self, stretch: CharSpan) -> Vec<CharSpan> {
        if self.cases.len() == 1 || self.parts.is_empty() {
            return vec![stretch];
        }
        let ends = self.parts.iter().flat_map(|(_, part)| [part.start, part.end]);
        let inside = ends.filter(|&end| stretch.start < end && end < stretch.end);
        let cuts: BTreeSet<CharOffset> = inside.chain([stretch.start, stretch.end]).collect();
        let (starts, ends) = (cuts.iter(), cuts.iter().skip(1));
        starts.zip(ends).map(|(&start, &end)| CharSpan { start, end }).collect()
    }

    fn codings(&self, selection: &Selection, codings: Range<usize>) -> Vec<Fact> {
        let mut facts = Vec::with_capacity(codings.len());
        for coding_idx in codings {
            self.add_coding(&mut facts, selection, coding_idx as u32, &selection.study.codings[coding_idx]);
        }
        facts
    }

    fn add_coding(&self, facts: &mut Vec<Fact>, selection: &Selection, coding_idx: u32, coding: &Coding) {
        let Some((code_idx, _, code)) = selection.study.codebook.codes.get_full(&coding.code) else {
            return;
        };
        let valence = coding.valence.or(code.valence);
        let filter = selection.filter;
        let passes = selection.codes.as_ref().is_none_or(|codes| codes.contains(&coding.code))
            && (filter.valences.is_empty()
                || valence.is_some_and(|valence| filter.valences.contains(&valence)))
            && selection.takes_coder(&coding.coder, &coding.source);
        let setting = coding.target.span().map_or(self.whole, |span| self.setting_of(span));
        if !passes || !selection.takes_setting(setting) {
            return;
        }
        let chars = coding.target.span().map(|span| self.source.text.char_span(span));
        if !filter.within.is_empty() && !self.is_within(selection, setting, chars) {
            return;
        }
        let cases = self.cases_at(selection, chars.map(|chars| chars.start), setting);
        let fact = |&case| Fact {
            coding: coding_idx,
            case,
            source: self.source_idx,
            code: code_idx as u32,
            setting,
            valence,
            chars,
        };
        facts.extend(selection.selected(&cases).map(fact));
    }

    /// Whether each saved query holds for the unit of a coding, or, where it has none, for the place where it starts.
    fn is_within(&self, selection: &Selection, setting: Setting, chars: Option<CharSpan>) -> bool {
        let text = &self.source.text;
        let unit = setting.unit.map(|unit| text.chars_at(self.source.units[unit as usize].span.start()));
        let place = unit.or(chars.map(|chars| chars.start));
        selection.filter.within.iter().all(|within| within.holds(&self.source.id, place))
    }

    fn setting_of(&self, span: Span) -> Setting {
        self.source.unit_of(span).map_or(self.whole, |unit| self.units[unit])
    }
}

mod without;

pub use without::LeaveOut;

#[cfg(test)]
mod tests;
