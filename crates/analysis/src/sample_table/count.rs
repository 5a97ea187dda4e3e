//! Counts the pieces, and says of what is not heard whether it is there.

use super::collect::{Collected, Piece, joined};
use super::{CaseSample, Count, Heard, KindSample, RoleHeard};
use crate::groups::Kinds;
use crate::hits::distinct;
use draad_core::facts::Facts;
use draad_core::filter::takes;
use draad_core::{Filter, Source, Study};
use draad_measures::Undefined;
use draad_measures::calibrate::quantile;
use std::collections::{BTreeMap, BTreeSet};

/// What is there to be heard, and what is shown of it. Numbers are positions in the study's own lists.
pub(crate) struct Keys {
    /// Kinds that are shown, by position among the kinds.
    pub(crate) kinds: Vec<u32>,
    /// Roles; nothing is "not stated".
    pub(crate) roles: Vec<Option<u32>>,
    /// Phases.
    pub(crate) phases: Vec<Option<u32>>,
    /// Cases and the kinds of their sources, with material or without.
    case_kinds: BTreeSet<(u32, u32)>,
    /// Cases, roles and people who take part.
    listed: BTreeSet<(u32, u32, u32)>,
    /// Roles and kinds of sources in which somebody of the role takes part.
    role_kinds: BTreeSet<(u32, u32)>,
    /// Cases and the phases that they went through.
    case_phases: BTreeSet<(u32, u32)>,
}

impl Keys {
    pub(crate) fn new(
        study: &Study,
        facts: &Facts,
        filter: &Filter,
        kinds: &Kinds,
        collected: &Collected,
    ) -> Self {
        let cases: BTreeSet<u32> = facts.cases.iter().copied().collect();
        let case_idx = |id: &_| study.cases.get_index_of(id).map(|case| case as u32);
        let in_cases =
            |ids: &[_]| ids.iter().filter_map(case_idx).filter(|case| cases.contains(case)).collect();
        let mut keys = Self {
            kinds: Vec::new(),
            roles: Vec::new(),
            phases: Vec::new(),
            case_kinds: BTreeSet::new(),
            listed: BTreeSet::new(),
            role_kinds: BTreeSet::new(),
            case_phases: BTreeSet::new(),
        };
        for (source, &kind) in study.sources.values().zip(&kinds.of_source) {
            let of_cases: Vec<u32> = in_cases(&source.cases);
            if takes(&filter.kinds, &source.kind) && !of_cases.is_empty() {
                keys.add_source(study, filter, source, kind, &of_cases);
            }
        }
        for (person, participant) in (0..).zip(study.participants.values()) {
            let of_cases: Vec<u32> = in_cases(&participant.cases);
            if let Some(role) = role_of(study, filter, &participant.role) {
                keys.listed.extend(of_cases.into_iter().map(|case| (case, role, person)));
            }
        }
        for period in study.case_phases.iter().filter(|period| takes(&filter.phases, &period.phase)) {
            let phase = study.settings.phases.iter().position(|phase| phase.id == period.phase);
            let case = case_idx(&period.case).filter(|case| cases.contains(case));
            keys.case_phases.extend(case.zip(phase.map(|phase| phase as u32)));
        }
        keys.choose_shown(collected);
        keys
    }

    fn add_source(&mut self, study: &Study, filter: &Filter, source: &Source, kind: u32, cases: &[u32]) {
        self.case_kinds.extend(cases.iter().map(|&case| (case, kind)));
        let people = source.participants.iter().filter_map(|id| study.participants.get(id));
        let roles = people.filter_map(|person| role_of(study, filter, &person.role));
        self.role_kinds.extend(roles.map(|role| (role, kind)));
    }

    /// Shows what is there or was heard; "not stated" where something of it was heard.
    fn choose_shown(&mut self, collected: &Collected) {
        let pieces = || collected.all.iter();
        let kinds = self.case_kinds.iter().map(|&(_, kind)| kind);
        self.kinds = distinct(kinds.chain(pieces().map(|piece| piece.kind)));
        let heard = pieces().filter(|piece| !piece.asks).map(|piece| piece.role);
        let roles = self.listed.iter().map(|&(_, role, _)| Some(role));
        self.roles = not_stated_last(distinct(roles.chain(heard)));
        let phases = self.case_phases.iter().map(|&(_, phase)| Some(phase));
        self.phases = not_stated_last(distinct(phases.chain(pieces().map(|piece| piece.phase))));
    }

    fn has_kind(&self, case: Option<u32>, kind: u32) -> bool {
        case.map_or_else(|| self.kinds.contains(&kind), |case| self.case_kinds.contains(&(case, kind)))
    }

    fn has_phase(&self, case: Option<u32>, phase: Option<u32>) -> bool {
        let is_it = |&(own, its): &(u32, u32)| case.is_none_or(|case| case == own) && Some(its) == phase;
        self.case_phases.iter().any(is_it)
    }

    /// Returns the number of people who take part, of one role or of all.
    fn n_listed(&self, case: Option<u32>, role: Option<Option<u32>>) -> usize {
        let is_in = |&&(own, its, _): &&(u32, u32, u32)| {
            case.is_none_or(|case| case == own) && role.is_none_or(|role| role == Some(its))
        };
        distinct(self.listed.iter().filter(is_in).map(|&(_, _, person)| person)).len()
    }
}

/// Returns the position of a role that passes the filter and does not ask the questions.
fn role_of(study: &Study, filter: &Filter, id: &draad_core::RoleId) -> Option<u32> {
    let place = study.settings.roles.iter().position(|role| role.id == *id && !role.asks)?;
    takes(&filter.roles, id).then_some(place as u32)
}

fn not_stated_last(mut values: Vec<Option<u32>>) -> Vec<Option<u32>> {
    values.sort_by_key(|value| (value.is_none(), *value));
    values
}

/// Counts what is shown.
pub(crate) struct Counter<'c> {
    pub(crate) study: &'c Study,
    pub(crate) collected: &'c Collected,
    pub(crate) keys: &'c Keys,
}

impl Counter<'_> {
    /// Returns the pieces of a case; without a case those in which each stretch counts once.
    fn pieces(&self, case: Option<u32>) -> &[Piece] {
        case.map_or(&self.collected.all, |case| &self.collected.of_cases[case as usize])
    }

    /// Counts the pieces of a case, or of all, that are wanted.
    fn of(&self, case: Option<u32>, wanted: impl Fn(&Piece) -> bool) -> Count {
        let pieces = || self.pieces(case).iter().filter(|piece| wanted(piece));
        let has_some = |pieces: &&Vec<Piece>| pieces.iter().any(&wanted);
        let sources = distinct(pieces().map(|piece| piece.source)).len();
        Count {
            participants: distinct(pieces().filter_map(|piece| piece.speaker)).len(),
            chars_without_speaker: pieces()
                .filter(|piece| piece.speaker.is_none() && !piece.asks)
                .map(|piece| piece.chars)
                .sum(),
            sources,
            cases: match case {
                Some(_) => usize::from(sources > 0),
                None => self.collected.of_cases.iter().filter(has_some).count(),
            },
            chars: pieces().map(|piece| piece.chars).sum(),
            words: pieces().map(|piece| piece.words).sum(),
        }
    }

    /// Says what was heard; where nothing was, 0 when it is there and the reason when it is not.
    fn heard(
        &self,
        case: Option<u32>,
        wanted: impl Fn(&Piece) -> bool,
        is_there: bool,
        reason: Undefined,
    ) -> Heard {
        let count = self.of(case, wanted);
        if count.sources > 0 || is_there { Ok(count) } else { Err(reason) }
    }

    pub(crate) fn roles_by_kinds(&self) -> Vec<Vec<Heard>> {
        let cell = |role: Option<u32>, kind: u32| {
            let wanted = |piece: &Piece| !piece.asks && piece.role == role && piece.kind == kind;
            let is_there = role.is_some_and(|role| self.keys.role_kinds.contains(&(role, kind)));
            self.heard(None, wanted, is_there, Undefined::NoMaterial)
        };
        let row = |&role: &Option<u32>| self.keys.kinds.iter().map(|&kind| cell(role, kind)).collect();
        self.keys.roles.iter().map(row).collect()
    }

    /// Returns per role what was heard in a case, or in all.
    pub(crate) fn roles(&self, case: Option<u32>) -> Vec<RoleHeard> {
        let of_role = |&role: &Option<u32>| {
            let listed = self.keys.n_listed(case, Some(role));
            let wanted = |piece: &Piece| !piece.asks && piece.role == role;
            let reason = if role.is_some() { Undefined::NobodyInRole } else { Undefined::NoMaterial };
            let takes_part = |person: &u32| {
                role.is_some_and(|role| match case {
                    Some(case) => self.keys.listed.contains(&(case, role, *person)),
                    None => self.keys.listed.iter().any(|(_, its, listed)| (its, listed) == (&role, person)),
                })
            };
            let people =
                self.pieces(case).iter().filter(|piece| wanted(piece)).filter_map(|piece| piece.speaker);
            let listed_heard = distinct(people).iter().filter(|person| takes_part(person)).count();
            RoleHeard { heard: self.heard(case, wanted, listed > 0, reason), listed, listed_heard }
        };
        self.keys.roles.iter().map(of_role).collect()
    }

    pub(crate) fn case(&self, case: Option<u32>) -> CaseSample {
        let known = case.and_then(|case| self.study.cases.get_index(case as usize)).map(|(_, case)| case);
        let by_kind = self.keys.kinds.iter().map(|&kind| {
            let is_there = self.keys.has_kind(case, kind);
            self.heard(case, |piece| piece.kind == kind, is_there, Undefined::NoMaterial)
        });
        let by_phase = self.keys.phases.iter().map(|&phase| {
            let is_there = self.keys.has_phase(case, phase);
            self.heard(case, |piece| piece.phase == phase, is_there, Undefined::NoMaterial)
        });
        CaseSample {
            case: known.map(|case| case.id.clone()),
            name: known.map_or_else(String::new, |case| case.name.clone()),
            count: self.of(case, |_| true),
            listed: self.keys.n_listed(case, None),
            period: self.pieces(case).iter().fold(None, |period, piece| joined(period, piece.period)),
            by_kind: by_kind.collect(),
            by_role: self.roles(case),
            by_phase: by_phase.collect(),
        }
    }

    pub(crate) fn kinds(&self) -> Vec<KindSample> {
        self.keys.kinds.iter().map(|&kind| self.kind(kind)).collect()
    }

    fn kind(&self, kind: u32) -> KindSample {
        let pieces = || self.pieces(None).iter().filter(|piece| piece.kind == kind);
        let heard = distinct(pieces().filter_map(|piece| Some((piece.speaker?, piece.source))));
        let of_people = heard.chunk_by(|a, b| a.0 == b.0);
        let mut chars: BTreeMap<u32, u64> = BTreeMap::new();
        for piece in pieces() {
            *chars.entry(piece.source).or_default() += piece.chars;
        }
        let recordings: Vec<f64> = chars.keys().filter_map(|&source| self.minutes(source)).collect();
        KindSample {
            heard: self.heard(None, |piece| piece.kind == kind, true, Undefined::NoMaterial),
            repeated: of_people.filter(|sources| sources.len() > 1).count(),
            chars: lengths(chars.into_values().collect()),
            recorded: recordings.len(),
            minutes: (!recordings.is_empty()).then(|| recordings.iter().sum()),
        }
    }

    /// Returns how long the recording of a source is, as far as its units say.
    fn minutes(&self, source: u32) -> Option<f64> {
        let (_, source) = self.study.sources.get_index(source as usize)?;
        let places = || source.units.iter().filter_map(|unit| unit.recording);
        let first = places().map(|place| place.start).min()?;
        let last = places().map(|place| place.end.unwrap_or(place.start)).max()?;
        Some(last.0.saturating_sub(first.0) as f64 / 60_000.0)
    }
}

/// Returns the shortest, the middle and the longest.
fn lengths(mut chars: Vec<u64>) -> Result<(u64, f64, u64), Undefined> {
    chars.sort_unstable();
    let sorted: Vec<f64> = chars.iter().map(|&chars| chars as f64).collect();
    let middle = quantile(&sorted, 0.5).ok_or(Undefined::NoMaterial)?;
    Ok((chars[0], middle, chars[chars.len() - 1]))
}
