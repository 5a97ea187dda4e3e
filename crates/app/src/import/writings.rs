//! What memos, findings, scores and parts of cases say about stretches of a source, when its text is replaced.

use super::Import;
use draad_core::records::PassageRef;
use draad_core::{About, CaseSpan, CharSpan, Fate, Finding, Membership, Memo, Revision, SourceId, Text};
use draad_store::paths;

/// Something that lost its place: where it stands in the study, and the words it was about.
pub(super) type Homeless = (String, String);

/// Two versions of a source.
pub(super) struct Versions<'t> {
    pub(super) source: &'t SourceId,
    pub(super) old: &'t Text,
    pub(super) new: &'t Text,
    pub(super) revision: &'t Revision<'t>,
}

impl Import<'_> {
    /// Moves what is said about stretches of the source to where their words stand now.
    pub(super) fn move_writings(&mut self, versions: &Versions, homeless: &mut Vec<Homeless>) {
        let study = &mut self.loaded.study;
        for memo in &mut study.memos {
            if versions.memo(memo, homeless) {
                self.memos.insert(memo.id.to_string());
            }
        }
        for finding in &mut study.findings {
            if versions.finding(finding, homeless) {
                self.findings.insert(finding.id.clone());
            }
        }
        for row in &mut study.memberships {
            self.has_moved_scores |= versions.score(row, homeless);
        }
        self.has_new_parts |= study.case_spans.iter().any(|part| part.source == *versions.source);
        study.case_spans.retain_mut(|part| versions.part(part, homeless));
    }
}

impl Versions<'_> {
    /// Moves a memo's stretches; one that is gone leaves the memo about the source. Returns whether it has any.
    fn memo(&self, memo: &mut Memo, homeless: &mut Vec<Homeless>) -> bool {
        let mut is_touched = false;
        for about in &mut memo.about {
            let chars = match about {
                About::Span(source, chars) if source == self.source => *chars,
                _ => continue,
            };
            is_touched = true;
            *about = match self.follow(chars) {
                Some(place) => About::Span(self.source.clone(), place),
                None => {
                    homeless.push((paths::memo(memo.id.as_str()), self.words(chars)));
                    About::Source(self.source.clone())
                }
            };
        }
        is_touched
    }

    /// Moves a finding's passages; one that is gone is taken out. Returns whether it has any.
    fn finding(&self, finding: &mut Finding, homeless: &mut Vec<Homeless>) -> bool {
        let place = paths::finding(&finding.id);
        let has_for = self.passages(&mut finding.passages_for, &place, homeless);
        self.passages(&mut finding.passages_against, &place, homeless) || has_for
    }

    /// Moves the passages that a score rests on; one that is gone is taken out, and the score stays. Returns whether it has
    /// any.
    fn score(&self, row: &mut Membership, homeless: &mut Vec<Homeless>) -> bool {
        let place = format!("{}: {}, {}, {}", paths::MEMBERSHIPS, row.condition, row.case, row.coder);
        self.passages(&mut row.passages, &place, homeless)
    }

    /// Moves passages; those that are gone are taken out and told of with where they stood. Returns whether there are any in
    /// the source.
    fn passages(&self, passages: &mut Vec<PassageRef>, place: &str, homeless: &mut Vec<Homeless>) -> bool {
        let mut is_touched = false;
        passages.retain_mut(|PassageRef { source, chars }| {
            if source != self.source {
                return true;
            }
            is_touched = true;
            let found = self.follow(*chars);
            if found.is_none() {
                homeless.push((place.to_owned(), self.words(*chars)));
            }
            *chars = found.unwrap_or(*chars);
            found.is_some()
        });
        is_touched
    }

    /// Moves a part that belongs to a case; returns whether anything came in its place.
    fn part(&self, part: &mut CaseSpan, homeless: &mut Vec<Homeless>) -> bool {
        if part.source != *self.source {
            return true;
        }
        let found = self.old.span(part.chars).and_then(|span| self.revision.replacement(span));
        match found {
            Some(place) => part.chars = self.new.char_span(place),
            None => {
                homeless.push((format!("{}: {}", paths::CASE_SPANS, part.case), self.words(part.chars)));
            }
        }
        found.is_some()
    }

    fn follow(&self, chars: CharSpan) -> Option<CharSpan> {
        match self.revision.follow(self.old.span(chars)?) {
            Fate::Kept(place) | Fate::Corrected(place) => Some(self.new.char_span(place)),
            Fate::Lost => None,
        }
    }

    fn words(&self, chars: CharSpan) -> String {
        self.old.span(chars).and_then(|span| self.old.get(span)).unwrap_or_default().to_owned()
    }
}
