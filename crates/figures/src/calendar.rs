//! Time as an axis: days as millimetres, and the days that are named under it.

use draad_analysis::case_timeline::days_between;
use jiff::civil::Date;

/// Months between two days that are named.
const STEPS: [i32; 7] = [1, 3, 6, 12, 24, 60, 120];
/// Least distance between two names, in millimetres.
const APART: f64 = 14.0;
/// Days in a month, on average.
const MONTH: f64 = 365.25 / 12.0;

/// A stretch of time from left to right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Calendar {
    first: Date,
    last: Date,
    left: f64,
    right: f64,
}

impl Calendar {
    /// Lays days out between two places; a single day stands in the middle.
    pub(crate) fn new((first, last): (Date, Date), (left, right): (f64, f64)) -> Self {
        Self { first, last, left, right }
    }

    fn per_day(&self) -> f64 {
        (self.right - self.left) / f64::from(days_between(self.first, self.last).max(1))
    }

    /// Returns where a day stands; what lies outside stands at the end.
    pub(crate) fn x(&self, day: Date) -> f64 {
        if self.first == self.last {
            return (self.left + self.right) / 2.0;
        }
        let day = day.clamp(self.first, self.last);
        self.left + f64::from(days_between(self.first, day)) * self.per_day()
    }

    /// Returns where a period begins and ends; an open end reaches to the end of the axis.
    pub(crate) fn span(&self, start: Option<Date>, end: Option<Date>) -> (f64, f64) {
        (start.map_or(self.left, |day| self.x(day)), end.map_or(self.right, |day| self.x(day)))
    }

    /// Returns first days of months with their names: years where there is no room for more, else `2021-04`. Never none.
    pub(crate) fn ticks(&self) -> Vec<(Date, String)> {
        let fits = |step: &&i32| f64::from(**step) * MONTH * self.per_day() >= APART;
        let step = STEPS.iter().find(fits).copied().unwrap_or(240);
        let months = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month()) - 1;
        let (from, to) = (months(self.first), months(self.last));
        let day = |month: i32| Date::new((month / 12) as i16, (month % 12 + 1) as i8, 1).ok();
        let named = |date: Date| match step >= 12 {
            true => (date, date.year().to_string()),
            false => (date, format!("{}-{:02}", date.year(), date.month())),
        };
        let all = (from..=to).filter(|month| month % step == 0).filter_map(day);
        let found: Vec<_> = all.filter(|date| *date >= self.first).map(named).collect();
        // a short or narrow axis has at least its own first day
        if found.is_empty() { vec![(self.first, self.first.to_string())] } else { found }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_stand_in_proportion() {
        let calendar = Calendar::new((date(2020, 1, 1), date(2020, 1, 11)), (10.0, 60.0));
        assert_eq!(calendar.x(date(2020, 1, 3)), 20.0);
        assert_eq!(calendar.span(None, Some(date(2020, 1, 6))), (10.0, 35.0));
        let one = Calendar::new((date(2020, 1, 1), date(2020, 1, 1)), (10.0, 60.0));
        assert_eq!(one.x(date(2020, 1, 1)), 35.0);
    }

    #[test]
    fn as_many_days_are_named_as_there_is_room_for() {
        let names = |right: f64| {
            let calendar = Calendar::new((date(2020, 11, 6), date(2023, 5, 9)), (0.0, right));
            calendar.ticks().into_iter().map(|(_, name)| name).collect::<Vec<_>>()
        };
        assert_eq!(names(40.0), ["2021", "2022", "2023"]);
        assert_eq!(names(80.0), ["2021-01", "2021-07", "2022-01", "2022-07", "2023-01"]);
        assert_eq!(names(15.0), ["2020-11-06"], "at least its first day");
    }
}
