//! Sources with what is coded in them.

use super::super::raw::{RawSelection, RawValue};
use super::super::schema::Kind;
use super::super::values::{boolean, shown};
use super::Builder;
use super::jobs::Job;
use super::places::{Place, Placed, place};
use super::readings::Chosen;
use crate::File;
use crate::coded::moment::day;
use crate::coded::positions::{Fit, fit_of};
use crate::coded::{ForeignMemo, ForeignSource, MemoAbout, Placement, Reason, Thing, Value};
use rayon::prelude::*;

impl Builder {
    /// Builds the sources: their texts side by side, then what is coded in them, one after the other.
    pub(super) fn sources(&mut self, file: &File, jobs: Vec<Job>, readings: &[Chosen]) {
        let placed: Vec<Placed> =
            jobs.par_iter().zip(readings).map(|(job, chosen)| place(file, job, chosen.reading)).collect();
        for ((job, placed), chosen) in jobs.into_iter().zip(placed).zip(readings) {
            self.source(&job, placed, &chosen.words);
        }
    }

    fn source(&mut self, job: &Job, placed: Placed, reading: &str) {
        let idx = self.project.sources.len();
        let Job { owner, text, name, .. } = job;
        self.index_source(job, idx);
        if let (None, Some(kind)) = (&placed.text, job.medium_name()) {
            self.change(Thing::Sources, name, Reason::NotAText, kind);
        }
        let other = text.filter(|text| !std::ptr::eq(*text, *owner));
        let mut description = self.tidy(&owner.description);
        if let Some(more) = other.map(|other| other.description.trim()).filter(|more| !more.is_empty()) {
            description = format!("{description}\n\n{more}").trim().to_owned();
        }
        let values = std::iter::once(*owner).chain(other).flat_map(|source| &source.values);
        let values = self.values(values, name);
        self.project.sources.push(ForeignSource {
            guid: owner.guid,
            name: name.clone(),
            text: placed.text,
            units: placed.units,
            date: placed.date,
            reading: reading.to_owned(),
            description,
            values,
            ..ForeignSource::default()
        });
        for source in std::iter::once(*owner).chain(other) {
            for coding in &source.codings {
                self.coding(idx, coding, &Placement::Source, None);
            }
            if owner.kind != Some(Kind::Note) {
                self.refer(&source.notes, Some(MemoAbout::Source(idx, Placement::Source)), name);
            }
        }
        for (selection, place) in job.selections().zip(placed.places) {
            self.selection(idx, selection, place);
        }
    }

    fn index_source(&mut self, job: &Job, idx: usize) {
        if job.owner.kind == Some(Kind::Note) {
            return;
        }
        let own = [Some(job.owner), job.text];
        for id in own.into_iter().flatten().filter_map(|source| source.guid) {
            match self.sources.get(&id) {
                Some(known) if known != &[idx] => {
                    self.change(Thing::Sources, &job.name, Reason::SameIdentifier, shown(id));
                }
                _ => {
                    self.sources.insert(id, vec![idx]);
                }
            }
        }
        // Who points at a recording means all of its transcripts.
        if let Some(list) = job.medium.and_then(|medium| medium.guid).and_then(|id| self.sources.get_mut(&id))
        {
            list.push(idx);
        }
    }

    fn selection(&mut self, source: usize, selection: &RawSelection, place: Place) {
        let label = label_of(selection);
        for (reason, detail) in place.reports {
            self.change(Thing::Selections, &label, reason, detail);
        }
        let placement = if place.is_empty { Placement::Source } else { place.placement };
        if let Some(id) = selection.guid {
            let twin = self.selections.get(&id).is_some_and(|known| known.0 == source);
            if twin {
                self.change(Thing::Selections, &label, Reason::SameIdentifier, shown(id));
            } else {
                let what = (Thing::Selections, label.as_str());
                self.index(|this| &mut this.selections, id, (source, placement.clone()), what);
            }
        }
        let about = MemoAbout::Source(source, placement.clone());
        self.refer(&selection.notes, Some(about.clone()), &label);
        if place.is_empty {
            self.change(Thing::Selections, &label, Reason::NoCharacters, "");
            return self.empty(selection, &about, &label);
        }
        for coding in &selection.codings {
            self.coding(source, coding, &placement, selection.guid);
        }
        let is_excerpt = self.is_excerpt(source, &placement, &selection.description);
        let has_words = !selection.description.trim().is_empty() && !is_excerpt;
        let is_pointed_at = selection.guid.is_some_and(|id| self.pointed_at.contains(&id));
        let is_bare = selection.codings.is_empty() && selection.notes.is_empty() && !is_pointed_at;
        if is_bare {
            let words = self.words_at(source, &placement).to_owned();
            self.change(Thing::Selections, &label, Reason::WithoutCode, words);
        }
        if has_words || is_bare {
            self.remember(selection, about);
        }
    }

    /// Makes a memo of the words about a selection.
    fn remember(&mut self, selection: &RawSelection, about: MemoAbout) {
        let author = self.coder(selection.creator);
        self.project.memos.push(ForeignMemo {
            guid: selection.guid,
            title: selection.name.trim().to_owned(),
            text: selection.description.trim().to_owned(),
            author,
            date: day(&selection.created),
            about: vec![about],
            ..ForeignMemo::default()
        });
    }

    /// Returns whether words about a place are just the words that stand there.
    fn is_excerpt(&self, source: usize, placement: &Placement, words: &str) -> bool {
        fit_of(self.words_at(source, placement), words) > Fit::Not
    }

    /// Returns the words that stand at a place; none for a source as a whole.
    fn words_at<'p>(&'p self, source: usize, placement: &'p Placement) -> &'p str {
        let text = self.project.sources.get(source).and_then(|source| source.text.as_deref());
        match (placement, text) {
            (Placement::Span(span), Some(text)) => text.get(span.range()).unwrap_or_default(),
            (Placement::Words { words, .. }, _) => words,
            _ => "",
        }
    }

    /// Returns the values of variables, each as text.
    pub(super) fn values<'r>(&mut self, raw: impl Iterator<Item = &'r RawValue>, holder: &str) -> Vec<Value> {
        let mut values = Vec::new();
        for value in raw {
            let Some(variable) = value.variable.and_then(|id| self.variables.get(&id).copied()) else {
                let id = value.variable.map(shown).unwrap_or_default();
                self.lose(Thing::Values, holder, Reason::PointsNowhere, id);
                continue;
            };
            let written = value.values.iter().map(|(kind, text)| match kind {
                Kind::TextValue => self.tidy(text),
                _ => written(*kind, text),
            });
            let mut written = written.collect::<Vec<_>>().into_iter();
            values.extend(written.next().filter(|text| !text.is_empty()).map(|text| (variable, text)));
            for more in written.filter(|text| !text.is_empty()) {
                self.lose(Thing::Values, holder, Reason::AgainstStandard, more);
            }
        }
        values
    }
}

/// Returns a value as it stands in `cases.csv`.
fn written(kind: Kind, text: &str) -> String {
    let text = text.trim();
    match (kind, boolean(text)) {
        (Kind::BooleanValue, Some(true)) => "yes".to_owned(),
        (Kind::BooleanValue, Some(false)) => "no".to_owned(),
        // A date may carry a time zone, of which a day has no need.
        (Kind::DateValue, _) if day(text).is_some() => text.chars().take(10).collect(),
        _ => text.to_owned(),
    }
}

/// Returns what a selection is called in reports.
fn label_of(selection: &RawSelection) -> String {
    match (selection.name.trim(), selection.guid) {
        ("", Some(id)) => shown(id),
        (name, _) => name.to_owned(),
    }
}
