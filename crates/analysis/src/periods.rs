//! The periods that a case went through.

use crate::table::{Column, ColumnKind, Table, Value};
use draad_core::filter::takes;
use draad_core::{CaseId, Filter, Label, PhaseId, Study};
use jiff::civil::Date;
use serde::Serialize;

/// A period of one case. `start` and `end` are both in it; an open end goes on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Period {
    /// The phase.
    pub phase: PhaseId,
    /// What people read; both parts may be empty.
    pub label: Label,
    /// First day.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
}

impl Period {
    /// Returns whether a day lies in it.
    pub fn covers(&self, day: Date) -> bool {
        self.start.is_none_or(|start| start <= day) && self.end.is_none_or(|end| day <= end)
    }
}

/// Returns a row per case and period.
pub(crate) fn table<'a>(cases: impl IntoIterator<Item = (&'a CaseId, &'a [Period])>) -> Table {
    let mut columns = ["case", "phase"].map(Column::text).to_vec();
    columns.extend(["start", "end"].map(|name| Column::new(name, ColumnKind::Day)));
    let rows = cases.into_iter().flat_map(|(case, periods)| {
        periods.iter().map(move |period| {
            vec![Value::text(case), Value::text(&period.phase), period.start.into(), period.end.into()]
        })
    });
    Table { name: "periods", rows: rows.collect(), columns }
}

/// Returns the periods of a case, by their first day; one without a first day stands before all others.
pub(crate) fn periods(study: &Study, case: &CaseId) -> Vec<Period> {
    let label = |phase: &PhaseId| {
        let known = study.settings.phases.iter().find(|known| known.id == *phase);
        known.map(|known| known.label.clone()).unwrap_or_default()
    };
    let own = study.case_phases.iter().filter(|period| period.case == *case);
    let mut periods: Vec<Period> = own
        .map(|period| Period {
            phase: period.phase.clone(),
            label: label(&period.phase),
            start: period.start,
            end: period.end,
        })
        .collect();
    periods.sort_by_key(|period| period.start);
    periods
}

/// Returns whether a day passes the filter on phases: without one every day does, else only those of a period that is
/// asked.
pub(crate) fn takes_day(filter: &Filter, periods: &[Period], day: Option<Date>) -> bool {
    let is_asked = |day: Date| {
        periods
            .iter()
            .find(|period| period.covers(day))
            .is_some_and(|period| takes(&filter.phases, &period.phase))
    };
    filter.phases.is_empty() || day.is_some_and(is_asked)
}
