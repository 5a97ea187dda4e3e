//! Codings: their codes, coders, and what our own export says of them beside the standard.

use super::super::raw::RawCoding;
use super::super::values::shown;
use super::Builder;
use crate::coded::moment::timestamp;
use crate::coded::{ForeignCoding, MemoAbout, Placement, Reason, Thing};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Codings by what makes two of them one: source, code, coder, place, and outside a text the selection.
pub(super) type Known = BTreeMap<(usize, usize, Option<usize>, Placement, Option<Uuid>), usize>;

impl Builder {
    /// Adds a coding to a source. The same code on the same place by the same coder counts once.
    pub(super) fn coding(
        &mut self,
        source: usize,
        raw: &RawCoding,
        place: &Placement,
        selection: Option<Uuid>,
    ) {
        let holder = self.project.sources.get(source).map(|source| source.name.clone()).unwrap_or_default();
        if raw.codes.is_empty() {
            self.lose(Thing::Codings, holder, Reason::PointsNowhere, raw.guid.map(shown).unwrap_or_default());
            return;
        }
        for id in &raw.codes {
            let Some(&code) = self.codes.get(id) else {
                self.lose(Thing::Codings, &holder, Reason::PointsNowhere, shown(*id));
                continue;
            };
            let mut coding = ForeignCoding::new(code, place.clone());
            coding.guid = raw.guid;
            coding.coder = self.coder(raw.creator);
            coding.created = timestamp(&raw.created);
            let notes = self.take_fields(&mut coding, raw);
            let idx = self.add(source, coding, selection);
            if let Some(id) = raw.guid
                && raw.codes.len() == 1
            {
                let what = (Thing::Codings, holder.as_str());
                self.index(|this| &mut this.codings, id, (source, idx), what);
            }
            self.refer(&notes, Some(MemoAbout::Coding(source, idx)), &holder);
        }
    }

    /// Adds a coding, unless it is there already, and returns where it is.
    fn add(&mut self, source: usize, coding: ForeignCoding, selection: Option<Uuid>) -> usize {
        // Places outside a text are the same only if they are of the same selection.
        let of = selection.filter(|_| matches!(coding.place, Placement::Words { .. }));
        let key = (source, coding.code, coding.coder, coding.place.clone(), of);
        let codings = match self.project.sources.get_mut(source) {
            Some(source) => &mut source.codings,
            None => return 0,
        };
        let known = self.same.get(&key).copied();
        if let Some(known) = known
            && codings.get(known).is_some_and(|known| says_the_same(known, &coding))
        {
            let name = self.project.codes.get(coding.code).map(|code| code.name.clone()).unwrap_or_default();
            let detail =
                self.project.sources.get(source).map(|source| source.name.clone()).unwrap_or_default();
            self.lose(Thing::Codings, name, Reason::SameTwice, detail);
            return known;
        }
        codings.push(coding);
        let idx = codings.len() - 1;
        self.same.entry(key).or_insert(idx);
        idx
    }

    /// Takes what a note of our own export says of a coding, and returns the other notes.
    fn take_fields(&mut self, coding: &mut ForeignCoding, raw: &RawCoding) -> Vec<Uuid> {
        let mut others = Vec::new();
        for &id in &raw.notes {
            let Some(fields) = self.extras.get(&id).cloned() else {
                others.push(id);
                continue;
            };
            self.used.insert(id);
            for (key, value) in fields {
                if !set(coding, &key, &value) {
                    self.lose(Thing::Codings, key, Reason::AgainstStandard, value);
                }
            }
        }
        others
    }
}

/// Sets a field of a coding. Returns whether the value fits it.
fn set(coding: &mut ForeignCoding, key: &str, value: &str) -> bool {
    match key {
        "valence" => {
            coding.valence = value.parse().ok();
            coding.valence.is_some()
        }
        "weight" => {
            coding.weight = value.parse().ok().filter(|weight| *weight <= 100);
            coding.weight.is_some()
        }
        "created" | "modified" => {
            let moment = timestamp(value);
            *(if key == "created" { &mut coding.created } else { &mut coding.modified }) = moment;
            moment.is_some()
        }
        "memo" => {
            value.clone_into(&mut coding.memo);
            true
        }
        _ => {
            coding.fields.insert(key.to_owned(), value.to_owned());
            true
        }
    }
}

/// Returns whether two codings of one code on one place by one coder say the same of it.
fn says_the_same(one: &ForeignCoding, other: &ForeignCoding) -> bool {
    let said = |coding: &ForeignCoding| (coding.valence, coding.weight);
    said(one) == said(other) && one.memo == other.memo && one.fields == other.fields
}
