//! How high a lane is, and where in it things stand.

use crate::calendar::Calendar;
use crate::glyphs::GLYPH;
use draad_analysis::CaseTimeline;
use draad_analysis::Directions;
use draad_analysis::case_timeline::{DayPassages, Lane};
use jiff::civil::Date;

/// From one storey of contacts to the next.
const STOREY: f64 = 2.7;
/// Space above and below what stands in a lane.
const PAD: f64 = 1.0;
/// Least distance between two glyphs on one storey.
const BESIDE: f64 = 2.0 * GLYPH + 0.4;
/// Days whose marks would stand closer than this are shown together.
const TOGETHER: f64 = 1.9;
/// The longest stick, for the most passages.
pub(super) const STICK: f64 = 3.4;
/// Radius of the mark at the end of a stick.
pub(super) const HEAD: f64 = 0.75;

/// The storey of each contact: as low as it can stand without touching an earlier one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Storeys {
    of: Vec<usize>,
    n: usize,
}

impl Storeys {
    pub(super) fn new(timeline: &CaseTimeline, calendar: &Calendar) -> Self {
        let mut ends: Vec<f64> = Vec::new();
        let mut storey = |x: f64| {
            let free = ends.iter().position(|&end| end + BESIDE <= x).unwrap_or(ends.len());
            match ends.get_mut(free) {
                Some(end) => *end = x,
                None => ends.push(x),
            }
            free
        };
        let of: Vec<usize> =
            timeline.contacts.iter().map(|contact| storey(calendar.x(contact.date))).collect();
        Self { n: ends.len(), of }
    }

    /// Returns the height that contacts take in a lane; nothing where it has none.
    fn height(&self, lane: &Lane) -> f64 {
        let has_any = lane.n_contacts > 0;
        if has_any { self.n as f64 * STOREY + PAD } else { 0.0 }
    }

    /// Returns how far below the top of a lane a contact stands.
    pub(super) fn below_top(&self, contact: usize) -> f64 {
        PAD + (self.of[contact] as f64 + 0.5) * STOREY
    }
}

/// What passages take on one side of their rail.
const SIDE: f64 = STICK + 2.0 * HEAD;

/// Returns the height of a lane.
pub(super) fn height(lane: &Lane, storeys: &Storeys) -> f64 {
    let sticks = if lane.passages.is_empty() { 0.0 } else { 2.0 * SIDE };
    2.0 * PAD + storeys.height(lane) + sticks
}

/// Returns how far below the top of a lane its rail for passages lies.
pub(super) fn rail_below_top(lane: &Lane, storeys: &Storeys) -> f64 {
    PAD + storeys.height(lane) + SIDE
}

/// Passages of days that are shown together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stick {
    pub(super) days: (Date, Date),
    pub(super) x: f64,
    pub(super) directions: Directions,
}

/// Returns the sticks of a lane: days that are too close to be told apart are added up, on the first of them.
pub(super) fn sticks(days: &[DayPassages], calendar: &Calendar) -> Vec<Stick> {
    let mut sticks: Vec<Stick> = Vec::new();
    for day in days {
        let x = calendar.x(day.date);
        match sticks.last_mut().filter(|last| x - last.x < TOGETHER) {
            Some(last) => {
                last.days.1 = day.date;
                add(&mut last.directions, &day.directions);
            }
            None => sticks.push(Stick { days: (day.date, day.date), x, directions: day.directions }),
        }
    }
    sticks
}

fn add(sum: &mut Directions, more: &Directions) {
    sum.passages += more.passages;
    sum.promoting += more.promoting;
    sum.hindering += more.hindering;
    sum.ambivalent += more.ambivalent;
    sum.without += more.without;
}

/// Returns the most passages of one direction in any stick.
pub(super) fn most<'a>(sticks: impl IntoIterator<Item = &'a Stick>) -> usize {
    let of = |stick: &Stick| stick.directions.promoting.max(stick.directions.hindering);
    sticks.into_iter().map(of).max().unwrap_or(0).max(1)
}
