//! Cases: what is recorded of them, and what belongs to them.

use super::super::raw::{RawCase, RawProject};
use super::super::values::shown;
use super::Builder;
use crate::coded::{ForeignCase, MemoAbout, Placement, Reason, Thing};

impl Builder {
    pub(super) fn cases(&mut self, raw: &RawProject) {
        for case in &raw.cases {
            self.case(case);
        }
    }

    fn case(&mut self, raw: &RawCase) {
        let idx = self.project.cases.len();
        let name = self.tidy(&raw.name);
        let label = if name.is_empty() { raw.guid.map(shown).unwrap_or_default() } else { name.clone() };
        if let Some(id) = raw.guid {
            self.index(|this| &mut this.cases, id, idx, (Thing::Cases, &label));
        }
        self.refer(&raw.notes, Some(MemoAbout::Case(idx)), &label);
        for id in &raw.codes {
            let code = self.codes.get(id).and_then(|&code| self.project.codes.get(code));
            let (reason, detail) = match code {
                Some(code) => (Reason::NoPlaceInStudy, code.name.clone()),
                None => (Reason::PointsNowhere, shown(*id)),
            };
            self.lose(Thing::Codings, &label, reason, detail);
        }
        let mut sources = Vec::new();
        for id in &raw.sources {
            match self.sources.get(id) {
                Some(found) => sources.extend(found),
                None => self.lose(Thing::Links, &label, Reason::PointsNowhere, shown(*id)),
            }
        }
        let mut parts = Vec::new();
        for id in &raw.selections {
            match self.selections.get(id) {
                Some((source, Placement::Span(span))) => parts.push((*source, *span)),
                Some(_) => self.lose(Thing::CaseParts, &label, Reason::PlaceOutsideText, shown(*id)),
                None => self.lose(Thing::CaseParts, &label, Reason::PointsNowhere, shown(*id)),
            }
        }
        let values = self.values(raw.values.iter(), &label);
        self.project.cases.push(ForeignCase {
            guid: raw.guid,
            name,
            description: self.tidy(&raw.description),
            values,
            sources,
            parts,
            ..ForeignCase::default()
        });
    }
}
