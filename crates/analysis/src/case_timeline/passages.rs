//! What was coded of each role, day by day.

use crate::Directions;
use crate::directions::Pointing;
use crate::hits::{Rows, hits, passages};
use draad_core::Study;
use draad_core::facts::{Fact, Facts};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// The passages of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DayPassages {
    /// The day.
    pub date: Date,
    /// Passages by direction.
    pub directions: Directions,
}

/// Passages per role, as positions in the settings; where the role is not known, one behind the last.
pub(super) type ByRole = BTreeMap<usize, Vec<DayPassages>>;

/// What was coded.
pub(super) struct Coded {
    pub(super) days: ByRole,
    pub(super) n_undated: usize,
}

/// Counts passages per role and day.
pub(super) fn by_role(study: &Study, facts: &Facts) -> Coded {
    let n_roles = study.settings.roles.len() as u32;
    let hits = hits(facts, &Rows::own(&study.codebook), |fact| fact.setting.role.unwrap_or(n_roles));
    let mut found: BTreeMap<usize, BTreeMap<Date, Directions>> = BTreeMap::new();
    let mut n_undated = 0;
    for passage in passages(&hits) {
        let first = &hits[passage.hits.start];
        let Some(day) = day(study, &facts.codings[first.fact as usize]) else {
            n_undated += 1;
            continue;
        };
        let of_role = found.entry(first.group as usize).or_default();
        *of_role.entry(day).or_default() += Pointing::of(facts, &hits, &passage);
    }
    let days = |days: BTreeMap<Date, Directions>| {
        days.into_iter().map(|(date, directions)| DayPassages { date, directions }).collect()
    };
    Coded { days: found.into_iter().map(|(role, of_role)| (role, days(of_role))).collect(), n_undated }
}

/// Returns the day of the unit in which a coding starts, else of the source.
fn day(study: &Study, fact: &Fact) -> Option<Date> {
    let source = &study.sources[fact.source as usize];
    let unit = fact.setting.unit.and_then(|unit| source.units.get(unit as usize));
    unit.and_then(|unit| unit.time).map(|time| time.date()).or(source.date)
}
