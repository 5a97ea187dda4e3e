//! When codings were made.

use crate::cursor::Cursor;
use crate::dates::{DateNumbers, DateOrder, OrderFound, find_order};
use crate::diary::read_moment;
use jiff::{Timestamp, civil::Time, tz::TimeZone};

/// The order of the numbers in dates, and whether it was taken on trust.
pub(super) struct Order {
    pub(super) order: DateOrder,
    pub(super) is_assumed: bool,
}

impl Order {
    /// Finds the order that fits all `cells`. Where none does, days that do not exist are reported one by one.
    pub(super) fn of<'c>(cells: impl Iterator<Item = &'c str>, given: Option<DateOrder>) -> Self {
        let dates: Vec<DateNumbers> =
            cells.filter_map(|cell| DateNumbers::scan(&mut Cursor::new(cell.trim()))).collect();
        match find_order(&dates, given) {
            OrderFound::Certain(order) => Self { order, is_assumed: false },
            OrderFound::Assumed(order) => Self { order, is_assumed: true },
            OrderFound::Contradiction(_) => Self { order: DateOrder::DayMonthYear, is_assumed: false },
        }
    }

    /// Reads a moment; programs do not write in which time zone, so none is guessed.
    pub(super) fn read(&self, cell: &str) -> Option<Timestamp> {
        let (date, time) = read_moment(cell.trim(), self.order);
        let moment = date?.to_datetime(time.unwrap_or(Time::midnight()));
        TimeZone::UTC.to_timestamp(moment).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_dates_of_a_table_decide_on_their_order() {
        let read = |cells: &[&str], cell| {
            let order = Order::of(cells.iter().copied(), None);
            (order.read(cell).map(|moment| moment.to_string()), order.is_assumed)
        };
        let found = |moment: &str, is_assumed| (Some(moment.to_owned()), is_assumed);
        assert_eq!(read(&["31.01.2022", "02.03.2022"], "02.03.2022"), found("2022-03-02T00:00:00Z", false));
        assert_eq!(read(&["1/31/22"], "2/3/22 14:05"), found("2022-02-03T14:05:00Z", false));
        assert_eq!(read(&["02.03.2022"], "02.03.2022"), found("2022-03-02T00:00:00Z", true));
        assert_eq!(
            read(&["2022-03-02T10:11:12"], "2022-03-02T10:11:12"),
            found("2022-03-02T10:11:12Z", false)
        );
        assert_eq!(read(&["31.01.2022"], "01.31.2022").0, None);
    }
}
