//! Where selections are in the stored text.

use super::super::raw::{RawSelection, RawSyncPoint};
use super::super::schema::Kind;
use super::jobs::{Job, marked};
use crate::File;
use crate::coded::positions::{Bytes, PositionReading, bytes_of};
use crate::coded::text::ForeignText;
use crate::coded::{Placement, Reason};
use crate::transcript::units_of;
use draad_core::anchor::find_quote;
use draad_core::{Recording, RecordingTime, Span, Unit};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::ops::Range;
use uuid::Uuid;

/// The most bytes that are searched for the words of selections, in one source: there may be as many of them as there are
/// words in the text.
const MAX_SEARCHED: usize = 1 << 31;

/// The text of a source as it is stored, and where its selections are in it.
pub(super) struct Placed {
    pub(super) text: Option<String>,
    pub(super) units: Vec<Unit>,
    pub(super) date: Option<Date>,
    /// For each selection of [`Job::selections`] its place, and what is to be said about it.
    pub(super) places: Vec<Place>,
}

/// Where a selection is.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) placement: Placement,
    /// Whether it covers no characters at all.
    pub(super) is_empty: bool,
    pub(super) reports: Vec<(Reason, String)>,
}

impl Place {
    fn at(span: Span) -> Self {
        Self { placement: Placement::Span(span), is_empty: false, reports: Vec::new() }
    }

    fn words(words: &str) -> Self {
        let placement = Placement::words(words.trim());
        Self { placement, is_empty: false, reports: Vec::new() }
    }

    fn with(mut self, reason: Reason, detail: String) -> Self {
        self.reports.push((reason, detail));
        self
    }
}

/// Places the selections of a source.
pub(super) fn place(file: &File, job: &Job, reading: PositionReading) -> Placed {
    let Some(raw) = &job.found.raw else {
        let mut places: Vec<Place> = job.selections().map(without_text).collect();
        share_with_twins(job, &mut places);
        return Placed { text: None, units: Vec::new(), date: None, places };
    };
    let text = ForeignText::new(raw);
    let bytes = bytes_of(raw, reading, &job.marked());
    let n_selections = job.selections().filter(|selection| marked(selection).is_some()).count();
    let (of_selections, of_points) = bytes.split_at(n_selections);
    let points = Points::new(job, &text, of_points);
    let mut placing = Placing { text: &text, points: &points, marked: of_selections.iter(), n_searched: 0 };
    let mut places: Vec<Place> = job.selections().map(|selection| placing.place(selection)).collect();
    share_with_twins(job, &mut places);
    let (mut units, date) = match &job.found.units {
        Some((units, date)) => (units.clone(), *date),
        None => {
            let found = units_of(file, &text.stored);
            (found.units, found.date)
        }
    };
    points.time(&mut units);
    Placed { text: Some(text.stored), units, date, places }
}

/// Returns the words of a selection whose text is not there: its own, its name, its description.
fn without_text(selection: &RawSelection) -> Place {
    let own = selection.words.as_deref().filter(|words| !words.trim().is_empty());
    let words = own.or(Some(selection.name.as_str()).filter(|name| !name.trim().is_empty()));
    let words = words.unwrap_or(&selection.description).trim();
    match selection.kind {
        Some(Kind::PictureSelection | Kind::AudioSelection | Kind::VideoSelection) => {
            Place::words("").with(Reason::PlaceOutsideText, place_outside(selection))
        }
        Some(Kind::PdfSelection) => {
            Place::words(cut(words)).with(Reason::PlaceOutsideText, place_outside(selection))
        }
        _ => Place::words(cut(words)),
    }
}

/// Returns an excerpt without the sign that it was cut off.
fn cut(words: &str) -> &str {
    words.strip_suffix('…').or_else(|| words.strip_suffix("...")).unwrap_or(words).trim_end()
}

/// Returns the place of a selection on a page, in a picture or in a recording, as reports show it.
fn place_outside(selection: &RawSelection) -> String {
    if !selection.rectangle.is_empty() {
        return selection.rectangle.clone();
    }
    let time = |bound: Option<i64>| {
        bound.and_then(|time| u64::try_from(time).ok()).map(|time| RecordingTime(time).to_string())
    };
    let [start, end] = selection.bounds.map(time);
    format!("{}–{}", start.unwrap_or_default(), end.unwrap_or_default())
}

struct Placing<'t> {
    text: &'t ForeignText,
    points: &'t Points,
    /// The bytes of the selections that are pairs of positions, in their order.
    marked: std::slice::Iter<'t, Bytes>,
    n_searched: usize,
}

impl Placing<'_> {
    fn place(&mut self, selection: &RawSelection) -> Place {
        match selection.kind {
            Some(Kind::PlainTextSelection) => self.plain(selection),
            Some(Kind::TranscriptSelection) => self.synced(selection),
            Some(Kind::AudioSelection | Kind::VideoSelection) => self.timed(selection),
            _ => self.searched(selection),
        }
    }

    /// Places a pair of positions.
    fn plain(&mut self, selection: &RawSelection) -> Place {
        let [start, end] = selection.bounds.map(Option::unwrap_or_default);
        let written = || format!("{start}–{end}");
        let bytes = if marked(selection).is_some() { self.marked.next() } else { None };
        let Some(bytes) = bytes else {
            // Without positions, or with negative ones, there are only its words.
            return without_text(selection).with(Reason::PlaceOutsideText, written());
        };
        let mut place = match self.text.span(bytes.range.clone()) {
            Some(span) if start != end => Place::at(span),
            _ if bytes.is_past_end => without_text(selection),
            _ => Place { is_empty: true, ..without_text(selection) },
        };
        if bytes.is_past_end {
            place = place.with(Reason::PastEnd, written());
        }
        if start > end {
            place = place.with(Reason::StartAfterEnd, written());
        }
        if bytes.is_inside { place.with(Reason::InsideCharacter, written()) } else { place }
    }

    /// Places a stretch between two points of a recording.
    fn synced(&self, selection: &RawSelection) -> Place {
        let [from, to] = selection.syncs;
        let outside = |place: Place| match selection
            .syncs
            .iter()
            .flatten()
            .find(|id| !self.points.known.contains_key(id))
        {
            Some(&id) => place.with(Reason::PointsNowhere, super::shown(id)),
            None => place.with(Reason::PlaceOutsideText, place_outside(selection)),
        };
        let start = from.map_or(Some(0), |id| self.points.byte_of(id));
        let end = to.map_or(Some(self.text.stored.len()), |id| self.points.byte_of(id));
        let (Some(start), Some(end), false) = (start, end, from.is_none() && to.is_none()) else {
            return outside(without_text(selection));
        };
        match Span::from_bytes(start.min(end)..start.max(end)) {
            None => Place { is_empty: true, ..without_text(selection) },
            Some(span) if start > end => {
                Place::at(span).with(Reason::StartAfterEnd, place_outside(selection))
            }
            Some(span) => Place::at(span),
        }
    }

    /// Places a stretch of a recording whose ends are points that stand in the transcript too.
    fn timed(&self, selection: &RawSelection) -> Place {
        let at = |bound: Option<i64>| self.points.byte_at(u64::try_from(bound?).ok()?);
        let [start, end] = selection.bounds.map(at);
        let span = start.zip(end).and_then(|(start, end)| Span::from_bytes(start..end));
        span.map_or_else(|| without_text(selection), Place::at)
    }

    /// Places a rectangle of which the words are known, if they stand in one place in the text.
    fn searched(&mut self, selection: &RawSelection) -> Place {
        let words = selection.words.as_deref().unwrap_or_default();
        self.n_searched = self.n_searched.saturating_add(self.text.stored.len());
        if words.trim().is_empty() || self.n_searched > MAX_SEARCHED {
            return without_text(selection);
        }
        match find_quote(&self.text.stored, words)[..] {
            [span] => Place::at(span),
            _ => without_text(selection),
        }
    }
}

/// Gives a rectangle of a PDF the place of the selection with the same identifier in its text.
fn share_with_twins(job: &Job, places: &mut [Place]) {
    let mut plain = BTreeMap::new();
    for (idx, selection) in job.selections().enumerate() {
        if let (Some(Kind::PlainTextSelection), Some(id)) = (selection.kind, selection.guid) {
            plain.insert(id, idx);
        }
    }
    for (idx, selection) in job.selections().enumerate() {
        let twin = selection.guid.and_then(|id| plain.get(&id)).filter(|&&twin| twin != idx);
        if let (Some(Kind::PdfSelection), Some(&twin)) = (selection.kind, twin) {
            places[idx] = Place { reports: Vec::new(), ..places[twin].clone() };
        }
    }
}

/// The points at which a transcript and its recording meet.
struct Points {
    /// By time: time and byte of the stored text.
    timed: Vec<(u64, usize)>,
    known: BTreeMap<Uuid, Option<usize>>,
}

impl Points {
    fn new(job: &Job, text: &ForeignText, bytes: &[Bytes]) -> Self {
        let mut bytes = bytes.iter();
        let (mut timed, mut known) = (Vec::new(), BTreeMap::new());
        for point in job.text.into_iter().flat_map(|text| &text.sync_points) {
            let RawSyncPoint { guid, time, position } = *point;
            let found = position.and_then(|_| bytes.next()).filter(|found| !found.is_past_end);
            let byte = found.map(|found| text.byte(found.range.start));
            timed.extend(time.zip(byte));
            known.extend(guid.map(|id| (id, byte)));
        }
        timed.sort_unstable();
        Self { timed, known }
    }

    fn byte_of(&self, id: Uuid) -> Option<usize> {
        self.known.get(&id).copied().flatten()
    }

    /// Returns the byte at a moment that is one of the points.
    fn byte_at(&self, time: u64) -> Option<usize> {
        let idx = self.timed.partition_point(|&(known, _)| known < time);
        self.timed.get(idx).filter(|&&(known, _)| known == time).map(|&(_, byte)| byte)
    }

    /// Gives each unit its place in the recording: from the last point before it to the first after it.
    fn time(&self, units: &mut [Unit]) {
        let mut by_byte: Vec<(usize, u64)> = self.timed.iter().map(|&(time, byte)| (byte, time)).collect();
        by_byte.sort_unstable();
        for unit in units {
            let Range { start, end } = unit.span.range();
            let after = by_byte.partition_point(|&(byte, _)| byte <= start);
            let Some(&(_, time)) = after.checked_sub(1).and_then(|last| by_byte.get(last)) else { continue };
            let next = by_byte.partition_point(|&(byte, _)| byte < end);
            let end = by_byte.get(next).map(|&(_, time)| RecordingTime(time));
            unit.recording = Some(Recording { start: RecordingTime(time), end });
        }
    }
}
