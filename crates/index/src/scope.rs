//! Where is looked: the units and cases that a filter, or the fields of a query, leave.

use crate::columns::Columns;
use crate::resolve::{Ask, Setting};
use crate::settings::NONE;
use crate::units::{Set, Units};
use draad_core::{Filter, Source, Study, Within, filter::takes};
use jiff::civil::Date;

/// Units in which, and cases for which, is looked.
#[derive(Clone)]
pub(crate) struct Scope {
    /// Units and whole sources.
    pub(crate) units: Set,
    /// The same, but for conditions on cases: a coding has a case of its own, by where it starts, and that need not be one
    /// of its unit's where a part of a source begins.
    pub(crate) of_codings: Set,
    /// Cases, as positions in the study.
    pub(crate) cases: Set,
}

impl Scope {
    /// Leaves only these units.
    fn intersect_with(&mut self, units: &Set) {
        self.units.intersect_with(units);
        self.of_codings.intersect_with(units);
    }

    /// Leaves only the units of these codings, which have passed.
    pub(crate) fn keep_coded(&mut self, units: Set) {
        self.of_codings.intersect_with(&units);
        self.units = units;
    }
}

/// Works out scopes.
pub(crate) struct Scoping<'s> {
    pub(crate) study: &'s Study,
    pub(crate) columns: &'s Columns,
}

impl Scoping<'_> {
    /// Everything.
    pub(crate) fn everything(&self) -> Scope {
        let mut cases = Set::with_capacity(self.study.cases.len());
        cases.insert_range(..);
        let units = self.columns.units.everything();
        Scope { of_codings: units.clone(), units, cases }
    }

    /// What passes `--case`, `--where`, `--kind`, `--role` and `--phase`.
    pub(crate) fn filtered(&self, filter: &Filter) -> Scope {
        let mut scope = self.everything();
        let study = self.study;
        if !filter.cases.is_empty() || !filter.attributes.is_empty() {
            let passing = crate::resolve::passing_cases(study, |case| filter.takes_case(case));
            self.narrow(&mut scope, &Setting::Cases(passing));
        }
        if !filter.kinds.is_empty() {
            let mut sources = Set::with_capacity(study.sources.len());
            for (idx, source) in study.sources.values().enumerate() {
                sources.set(idx, takes(&filter.kinds, &source.kind));
            }
            self.narrow(&mut scope, &Setting::Sources(sources));
        }
        let settings = &study.settings;
        let position = |found: Option<usize>| found.map(|idx| idx as u32);
        if !filter.roles.is_empty() {
            let roles = filter.roles.iter();
            let roles =
                roles.filter_map(|id| position(settings.roles.iter().position(|role| role.id == *id)));
            self.narrow(&mut scope, &Setting::Roles(roles.collect()));
        }
        if !filter.phases.is_empty() {
            let phases = filter.phases.iter();
            let phases =
                phases.filter_map(|id| position(settings.phases.iter().position(|phase| phase.id == *id)));
            self.narrow(&mut scope, &Setting::Phases(phases.collect()));
        }
        for within in &filter.within {
            scope.intersect_with(&self.units_within(within));
        }
        scope
    }

    fn units_within(&self, within: &Within) -> Set {
        let (units, study) = (&self.columns.units, self.study);
        let mut set = units.none();
        for (source_idx, source) in study.sources.values().enumerate() {
            let source_idx = source_idx as u32;
            set.set(units.whole(source_idx) as usize, within.holds(&source.id, None));
            for unit in units.of_source(source_idx) {
                let start = units.span(study, unit).map(|span| source.text.chars_at(span.start()));
                set.set(unit as usize, start.is_some() && within.holds(&source.id, start));
            }
        }
        set
    }

    /// Leaves in a scope what meets a part of a query that only says where, when and by whom.
    pub(crate) fn narrowed(&self, scope: &Scope, ask: &Ask) -> Scope {
        let mut narrowed = scope.clone();
        match ask {
            Ask::Setting(setting) => self.narrow(&mut narrowed, setting),
            Ask::All(parts) => {
                for part in parts {
                    narrowed = self.narrowed(&narrowed, part);
                }
            }
            _ => {
                if let Some(cases) = self.cases_of(ask) {
                    self.narrow(&mut narrowed, &Setting::Cases(cases));
                } else {
                    narrowed.intersect_with(&self.units_of(ask));
                }
            }
        }
        narrowed
    }

    fn narrow(&self, scope: &mut Scope, setting: &Setting) {
        let units = self.units_in(setting);
        if let Setting::Cases(cases) = setting {
            scope.units.intersect_with(&units);
            scope.cases.intersect_with(cases);
        } else {
            scope.intersect_with(&units);
        }
    }

    /// Cases that meet a part of a query that is about cases only; nothing when it is about something else too.
    fn cases_of(&self, ask: &Ask) -> Option<Set> {
        let mut set = Set::with_capacity(self.study.cases.len());
        match ask {
            Ask::Setting(Setting::Cases(cases)) => set.union_with(cases),
            Ask::All(parts) => {
                set.insert_range(..);
                for part in parts {
                    set.intersect_with(&self.cases_of(part)?);
                }
            }
            Ask::Any(parts) => {
                for part in parts {
                    set.union_with(&self.cases_of(part)?);
                }
            }
            Ask::Not(inner) => {
                set.insert_range(..);
                set.difference_with(&self.cases_of(inner)?);
            }
            _ => return None,
        }
        Some(set)
    }

    /// Units that meet a part of a query that only says where, when and by whom.
    fn units_of(&self, ask: &Ask) -> Set {
        if let Some(cases) = self.cases_of(ask) {
            return self.units_in(&Setting::Cases(cases));
        }
        let units = &self.columns.units;
        match ask {
            Ask::Setting(setting) => self.units_in(setting),
            Ask::All(parts) => {
                let mut all = units.everything();
                parts.iter().for_each(|part| all.intersect_with(&self.units_of(part)));
                all
            }
            Ask::Any(parts) => {
                let mut any = units.none();
                parts.iter().for_each(|part| any.union_with(&self.units_of(part)));
                any
            }
            Ask::Not(inner) => {
                let mut others = units.everything();
                others.difference_with(&self.units_of(inner));
                others
            }
            Ask::Words(_) | Ask::Coding(_) | Ask::Related(_) => units.everything(),
        }
    }

    fn units_in(&self, setting: &Setting) -> Set {
        let units = &self.columns.units;
        match setting {
            Setting::Cases(cases) => self.units_of_cases(cases),
            Setting::Sources(sources) => {
                let mut set = units.none();
                sources.ones().for_each(|source| insert_source(&mut set, units, source as u32));
                set
            }
            Setting::Roles(roles) => with_any(units, &self.columns.settings(self.study).roles, roles),
            Setting::Phases(phases) => with_any(units, &self.columns.settings(self.study).phases, phases),
            Setting::Speakers { participants, labels } => {
                let mut set = with_any(units, &self.columns.settings(self.study).speakers, participants);
                if !labels.is_empty() {
                    self.insert_labelled(&mut set, labels);
                }
                set
            }
            Setting::Dates(periods) => self.units_dated(periods),
        }
    }

    fn units_of_cases(&self, cases: &Set) -> Set {
        let (units, settings) = (&self.columns.units, self.columns.settings(self.study));
        let has = |own: &[u32]| own.iter().any(|&case| cases.contains(case as usize));
        let mut set = units.none();
        for source in 0..units.n_sources() as u32 {
            if settings.is_undivided(source) {
                if has(settings.source_cases(source)) {
                    insert_source(&mut set, units, source);
                }
                continue;
            }
            for unit in units.of_source(source).chain([units.whole(source)]) {
                set.set(unit as usize, has(settings.cases(units, unit)));
            }
        }
        set
    }

    fn insert_labelled(&self, set: &mut Set, labels: &[String]) {
        let units = &self.columns.units;
        for (source_idx, source) in self.study.sources.values().enumerate() {
            let first = units.of_source(source_idx as u32).start;
            for (position, unit) in source.units.iter().enumerate() {
                if unit.speaker.as_ref().is_some_and(|speaker| labels.contains(speaker)) {
                    set.insert(first as usize + position);
                }
            }
        }
    }

    /// Units said or written on one of the days; a unit without a day of its own has its source's.
    fn units_dated(&self, periods: &[(Date, Date)]) -> Set {
        let units = &self.columns.units;
        let is_in = |day: Option<Date>| {
            day.is_some_and(|day| periods.iter().any(|(first, last)| *first <= day && day <= *last))
        };
        let mut set = units.none();
        for (source_idx, source) in self.study.sources.values().enumerate() {
            let source_idx = source_idx as u32;
            if is_in(source.date) {
                insert_source(&mut set, units, source_idx);
            }
            let first = units.of_source(source_idx).start as usize;
            for (position, day) in own_days(source) {
                set.set(first + position, is_in(Some(day)));
            }
        }
        set
    }
}

fn own_days(source: &Source) -> impl Iterator<Item = (usize, Date)> + '_ {
    let day = |(position, unit): (usize, &draad_core::Unit)| Some((position, unit.time?.date()));
    source.units.iter().enumerate().filter_map(day)
}

fn insert_source(set: &mut Set, units: &Units, source: u32) {
    let own = units.of_source(source);
    set.insert_range(own.start as usize..own.end as usize);
    set.insert(units.whole(source) as usize);
}

fn with_any(units: &Units, column: &[u32], values: &[u32]) -> Set {
    let mut set = units.none();
    for (unit, value) in column.iter().enumerate() {
        if *value != NONE && values.contains(value) {
            set.insert(unit);
        }
    }
    set
}
