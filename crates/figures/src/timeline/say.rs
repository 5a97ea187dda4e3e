//! What a timeline says in words: names, titles, caption and alternative text.

use crate::answers::scale;
use crate::caption::Caption;
use crate::glyphs::{Filling, GLYPHS, Glyph};
use crate::style::Style;
use crate::text::name_or_id;
use draad_analysis::CaseTimeline;
use draad_analysis::case_timeline::{Contact, Gap, KindDays, Lane, SourceDays};
use draad_analysis::score_lines::InstrumentLines;
use draad_analysis::{Directions, periods::Period};
use draad_core::{EventStatus, Study};
use draad_words::capitalised;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What is drawn, and how.
pub(super) struct Subject<'a> {
    pub(super) timeline: &'a CaseTimeline,
    pub(super) study: &'a Study,
    pub(super) style: &'a Style,
    /// Kinds of contact in all cases, the most frequent first: a kind has the same glyph in each case.
    pub(super) kinds: Vec<&'a str>,
}

impl<'a> Subject<'a> {
    pub(super) fn new(timeline: &'a CaseTimeline, study: &'a Study, style: &'a Style) -> Self {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for event in &study.events {
            *counts.entry(&event.kind).or_default() += 1;
        }
        let mut kinds: Vec<&str> = counts.keys().copied().collect();
        kinds.sort_by_key(|kind| std::cmp::Reverse(counts[kind]));
        Self { timeline, study, style, kinds }
    }
}

/// Returns how the glyph of a contact is filled.
pub(crate) fn filling(status: EventStatus) -> Filling {
    match status {
        EventStatus::Held => Filling::Filled,
        EventStatus::Missed => Filling::Hollow,
        EventStatus::Planned => Filling::Dotted,
    }
}

impl Subject<'_> {
    pub(super) fn glyph(&self, kind: &str) -> Glyph {
        Glyph::at(self.kinds.iter().position(|known| *known == kind).unwrap_or(GLYPHS.len()))
    }

    /// The kinds of contact that this case has: those with a glyph of their own, and the others.
    pub(super) fn own_kinds(&self) -> (Vec<&str>, Vec<&str>) {
        let occurs = |kind: &&str| self.timeline.contacts.iter().any(|contact| contact.kind == *kind);
        let own = self.kinds.iter().copied().filter(occurs);
        own.partition(|kind| self.glyph(kind) != Glyph::Bar)
    }

    pub(super) fn lane_name(&self, lane: &Lane) -> String {
        let words = self.style.words;
        let name = lane.role.as_ref().map(|role| lane.label.or(words.language, role));
        capitalised(&name.unwrap_or_else(|| words.say("not-stated")))
    }

    /// The name of a lane as it is drawn: the id where the font has no letter of it.
    pub(super) fn drawn_lane_name(&self, lane: &Lane) -> String {
        name_or_id(&self.lane_name(lane), lane.role.as_ref().map_or("–", |role| role.as_str()))
    }

    /// The name of a kind of material as it is drawn.
    pub(super) fn drawn_kind_name(&self, kind: &KindDays) -> String {
        let name = kind.label.or(self.style.words.language, &kind.kind);
        capitalised(&name_or_id(&name, kind.kind.as_str()))
    }

    pub(super) fn phase_name(&self, period: &Period) -> String {
        period.label.or(self.style.words.language, &period.phase)
    }

    /// "Samenwerking: gemiddelde, van 1 tot 5"
    pub(super) fn instrument_name(&self, instrument: &InstrumentLines) -> String {
        let (least, greatest) = scale(instrument);
        let args = [
            ("instrument", capitalised(&instrument.name).into()),
            ("least", self.style.words.number(least, 0).into()),
            ("greatest", self.style.words.number(greatest, 0).into()),
        ];
        self.style.words.say_with("figure-timeline-instrument", args)
    }

    pub(super) fn contact_title(&self, contact: &Contact) -> String {
        let words = self.style.words;
        let who = contact.lanes.iter().map(|&lane| self.lane_name(&self.timeline.lanes[lane]).to_lowercase());
        let note = if contact.note.is_empty() { String::new() } else { format!(". {}", contact.note) };
        let args = [
            ("date", words.day(contact.date).into()),
            ("kind", contact.kind.clone().into()),
            ("status", words.say(&format!("contact-{}", <&str>::from(contact.status))).into()),
            ("who", who.collect::<Vec<_>>().join(", ").into()),
            ("note", note.into()),
        ];
        words.say_with("figure-timeline-contact", args)
    }

    pub(super) fn gap_title(&self, lane: &Lane, gap: &Gap) -> String {
        let words = self.style.words;
        let args = [
            ("role", self.lane_name(lane).into()),
            ("from", words.day(gap.from).into()),
            ("to", words.day(gap.to).into()),
            ("n", gap.n_days.into()),
        ];
        words.say_with("figure-timeline-gap", args)
    }

    /// Passages of days that stand too close to be told apart.
    pub(super) fn passages_title(&self, lane: &Lane, (from, to): (Date, Date), of: &Directions) -> String {
        let words = self.style.words;
        let days = match from == to {
            true => words.day(from),
            false => format!("{} – {}", words.day(from), words.day(to)),
        };
        let args = [
            ("role", self.lane_name(lane).into()),
            ("days", days.into()),
            ("passages", words.say_with("n-passages", [("n", of.passages.into())]).into()),
            ("promoting", of.promoting.into()),
            ("hindering", of.hindering.into()),
        ];
        words.say_with("figure-timeline-passages", args)
    }

    pub(super) fn source_title(&self, source: &SourceDays) -> String {
        let words = self.style.words;
        let (first, last) = (source.days[0], source.days[source.days.len() - 1]);
        let args = [
            ("source", source.id.to_string().into()),
            ("first", words.day(first).into()),
            ("last", words.day(last).into()),
            ("n", source.days.len().into()),
        ];
        words.say_with("figure-timeline-source", args)
    }

    pub(super) fn caption(&self) -> String {
        let words = self.style.words;
        let timeline = self.timeline;
        let mut caption = Caption::new(words, self.study);
        let days = timeline.days;
        let args = [
            ("case", timeline.case.to_string().into()),
            ("first", words.day(days.0).into()),
            ("last", words.day(days.1).into()),
        ];
        caption.sentence(words.say_with("figure-timeline-what", args));
        if !timeline.contacts.is_empty() {
            caption.add("figure-timeline-contacts").add("figure-timeline-gaps");
        }
        caption.add("figure-timeline-coded");
        if !timeline.scores.is_empty() {
            caption.add("figure-timeline-scores");
        }
        let undated = [
            ("contacts", timeline.n_undated_contacts),
            ("sources", timeline.n_undated_sources),
            ("passages", timeline.n_undated_passages),
        ];
        if undated.iter().any(|(_, n)| *n > 0) {
            let args = undated.map(|(name, n)| (name, n.into()));
            caption.sentence(words.say_with("figure-timeline-undated", args));
        }
        caption.basis(&timeline.basis).finish(&timeline.basis)
    }

    pub(super) fn alt(&self) -> String {
        let words = self.style.words;
        let timeline = self.timeline;
        let of_status = |status| timeline.contacts.iter().filter(|contact| contact.status == status).count();
        let gaps = timeline.lanes.iter().flat_map(|lane| lane.gaps.iter().map(move |gap| (lane, gap)));
        let longest = gaps.max_by_key(|(_, gap)| gap.n_days);
        let args = [
            ("case", timeline.case.to_string().into()),
            ("first", words.day(timeline.days.0).into()),
            ("last", words.day(timeline.days.1).into()),
            ("held", of_status(EventStatus::Held).into()),
            ("missed", of_status(EventStatus::Missed).into()),
            ("planned", of_status(EventStatus::Planned).into()),
            ("has-gap", usize::from(longest.is_some()).into()),
            ("gap", longest.map(|(lane, gap)| self.gap_title(lane, gap)).unwrap_or_default().into()),
        ];
        words.say_with("figure-timeline-alt", args)
    }
}
