//! A corrected version of a source: the text is replaced, and what was said about the old one goes along.

use super::writings::Versions;
use super::{Import, ImportedFile, Item, ReadFile, place};
use draad_core::diagnostic::Outcome;
use draad_core::{
    Adjudication, CharSpan, CodeId, CoderId, Coding, CodingId, Diagnostic, Fate, Place, Problem, Revision,
    Settled, Source, SourceId, Span, Target, Text, Unit,
};
use draad_store::{CodingRequest, paths};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// What became of what was said about a source when its text was replaced.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reanchored {
    /// Codings whose words are still there.
    pub n_kept: usize,
    /// Codings whose words were corrected.
    pub corrected: Vec<Corrected>,
    /// Codings whose words are no longer there.
    pub lost: Vec<Lost>,
    /// Where those are written down, in the study folder.
    pub lost_file: Option<String>,
    /// Memos, passages of findings and scores, parts of cases and decisions that lost their place, as they stood in the study,
    /// with the words.
    pub homeless: Vec<(String, String)>,
}

/// A coding whose words were corrected.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// The code.
    pub code: CodeId,
    /// Who coded.
    pub coder: CoderId,
    /// The words before.
    pub before: String,
    /// The words now.
    pub after: String,
}

/// A coding whose words are gone.
#[derive(Clone, Debug, PartialEq)]
pub struct Lost {
    /// The code.
    pub code: CodeId,
    /// Who coded.
    pub coder: CoderId,
    /// The words.
    pub quote: String,
}

impl Import<'_> {
    /// Puts a corrected version in the place of a source.
    pub(super) fn replace(
        &mut self,
        item: &Item,
        mut read: ReadFile,
        id: &SourceId,
    ) -> Outcome<ImportedFile> {
        self.check_layers(id)?;
        let given = &item.given;
        let filter = |problem| Err(Box::new(Diagnostic::error(Place::file(&item.shown), problem)));
        if let Some(case) = given.cases.iter().find(|case| !self.loaded.study.cases.contains_key(*case)) {
            return filter(Problem::UnknownCase { case: case.to_string() });
        }
        let source = &mut self.loaded.study.sources[id];
        let old = std::mem::replace(&mut source.text, Text::new(std::mem::take(&mut read.imported.text)));
        let old_units = std::mem::replace(&mut source.units, std::mem::take(&mut read.imported.units));
        source.origin = place::origin(&read);
        // What the list of sources kept of a text that had been changed by hand goes with that text.
        source.extra.remove("text_hash");
        if !given.cases.is_empty() {
            source.cases.clone_from(&given.cases);
        }
        source.kind = given.kind.clone().unwrap_or_else(|| source.kind.clone());
        source.date = given.date.or(source.date).or(read.imported.date);
        source.phase = given.phase.clone().or(source.phase.take());
        if !given.participants.is_empty() {
            source.participants.clone_from(&given.participants);
        }
        let text = source.text.clone();
        let revision = Revision::new(old.as_str(), text.as_str());
        carry_phases(&revision, &old_units, source);
        let mut moved = Reanchored::default();
        self.move_codings(id, &revision, &mut moved);
        self.move_proposals(id, &old, &revision);
        self.move_adjudications(id, &old, &revision, &mut moved);
        let versions = Versions { source: id, old: &old, new: &text, revision: &revision };
        self.move_writings(&versions, &mut moved.homeless);
        self.sources.insert(id.clone());
        let mut imported = self.finish(id, read.format, read.imported);
        imported.reanchored = Some(moved);
        Ok(imported)
    }

    /// Makes sure that the codings of a source can be rewritten.
    fn check_layers(&self, id: &SourceId) -> Outcome<()> {
        let coders = self.loaded.study.codings.iter().filter(|coding| coding.source == *id);
        coders
            .map(|coding| paths::codings(&coding.coder, id))
            .try_for_each(|path| self.loaded.guard(&[&path]))
    }

    fn move_codings(&mut self, id: &SourceId, revision: &Revision, moved: &mut Reanchored) {
        let now = self.request.now;
        let text = self.loaded.study.sources[id].text.clone();
        let codings = std::mem::take(&mut self.loaded.study.codings);
        for mut coding in codings {
            if coding.source != *id {
                self.loaded.study.codings.push(coding);
                continue;
            }
            self.layers.insert((coding.coder.clone(), id.clone()));
            if move_coding(&mut coding, revision, text.as_str(), now, moved) {
                self.loaded.study.codings.push(coding);
            } else {
                self.unanchored.entry(id.clone()).or_default().push(request(coding));
            }
        }
        if self.unanchored.contains_key(id) {
            moved.lost_file = Some(paths::unanchored(id));
        }
        self.loaded.study.sort_codings();
    }
}

impl Import<'_> {
    /// Moves proposals to where their words stand now; those whose words are gone keep their old place, without words.
    fn move_proposals(&mut self, id: &SourceId, old: &Text, revision: &Revision) {
        let text = self.loaded.study.sources[id].text.clone();
        for (batch, proposals) in &mut self.loaded.study.proposals {
            for proposal in proposals.iter_mut().filter(|one| one.source == *id && one.is_placed) {
                self.batches.insert(batch.clone());
                match old.span(proposal.chars).map(|span| revision.follow(span)) {
                    Some(Fate::Kept(place) | Fate::Corrected(place)) => {
                        proposal.chars = text.char_span(place);
                        text.get(place).unwrap_or_default().clone_into(&mut proposal.quote);
                    }
                    Some(Fate::Lost) | None => proposal.is_placed = false,
                }
            }
        }
    }
}

impl Import<'_> {
    /// Moves decisions about disagreements along with the codings that they are about, which have been moved: as long as all
    /// of them are there, the stretch is what they cover. A decision whose words are gone keeps its old place.
    fn move_adjudications(&mut self, id: &SourceId, old: &Text, revision: &Revision, moved: &mut Reanchored) {
        let study = &mut self.loaded.study;
        let text = &study.sources[id].text;
        let places: BTreeMap<(&CoderId, &CodingId), CharSpan> = study
            .codings
            .iter()
            .filter(|coding| coding.source == *id)
            .filter_map(|coding| Some(((&coding.coder, &coding.id), text.char_span(coding.target.span()?))))
            .collect();
        for (layer, rows) in &mut study.adjudications {
            for row in rows.iter_mut().filter(|row| row.source == *id && row.is_placed) {
                self.decided.insert(layer.clone());
                move_adjudication(row, &Moved { old, new: text, revision }, &places);
                if !row.is_placed {
                    moved.homeless.push((paths::adjudication(layer), row.quote.clone()));
                }
            }
        }
    }
}

/// A text before and after.
struct Moved<'t> {
    old: &'t Text,
    new: &'t Text,
    revision: &'t Revision<'t>,
}

impl Moved<'_> {
    fn follow(&self, chars: CharSpan) -> Option<CharSpan> {
        match self.revision.follow(self.old.span(chars)?) {
            Fate::Kept(place) | Fate::Corrected(place) => Some(self.new.char_span(place)),
            Fate::Lost => None,
        }
    }
}

fn move_adjudication(
    row: &mut Adjudication,
    moved: &Moved,
    places: &BTreeMap<(&CoderId, &CodingId), CharSpan>,
) {
    let Some(chars) = row.chars else { return };
    let considered: Option<Vec<CharSpan>> =
        row.considered.iter().map(|one| places.get(&(&one.coder, &one.coding)).copied()).collect();
    let hull = |a: CharSpan, b: CharSpan| CharSpan { start: a.start.min(b.start), end: a.end.max(b.end) };
    let stretch = considered.and_then(|spans| spans.into_iter().reduce(hull)).or_else(|| moved.follow(chars));
    let coded: Option<Vec<Settled>> = row
        .coded
        .iter()
        .map(|settled| Some(Settled { chars: Some(moved.follow(settled.chars?)?), ..*settled }))
        .collect();
    match (stretch, coded) {
        (Some(chars), Some(coded)) => {
            row.chars = Some(chars);
            row.coded = coded;
            row.id = Adjudication::id_of(&row.source, &row.code, row.chars);
            let words = moved.new.span(chars).and_then(|span| moved.new.get(span));
            words.unwrap_or_default().clone_into(&mut row.quote);
        }
        _ => row.is_placed = false,
    }
}

/// Moves a coding to where its words stand now; returns whether they stand anywhere.
fn move_coding(
    coding: &mut Coding,
    revision: &Revision,
    text: &str,
    now: Timestamp,
    moved: &mut Reanchored,
) -> bool {
    let Some(span) = coding.target.span() else {
        moved.n_kept += 1;
        return true;
    };
    let place = match revision.follow(span) {
        Fate::Kept(place) => {
            moved.n_kept += 1;
            place
        }
        Fate::Corrected(place) => {
            moved.corrected.push(Corrected {
                code: coding.code.clone(),
                coder: coding.coder.clone(),
                before: coding.quote.clone(),
                after: text[place.range()].to_owned(),
            });
            coding.modified = Some(now);
            place
        }
        Fate::Lost => {
            let (code, coder, quote) = (coding.code.clone(), coding.coder.clone(), coding.quote.clone());
            moved.lost.push(Lost { code, coder, quote });
            return false;
        }
    };
    coding.target = Target::Span(place);
    text[place.range()].clone_into(&mut coding.quote);
    true
}

/// Gives the new units the phases that were given to the old ones by hand.
fn carry_phases(revision: &Revision, old: &[Unit], source: &mut Source) {
    for unit in old.iter().filter(|unit| unit.phase.is_some()) {
        let place: Option<Span> = revision.replacement(unit.span);
        for new in source.units.iter_mut().filter(|new| place.is_some_and(|place| place.overlaps(new.span))) {
            new.phase.clone_from(&unit.phase);
        }
    }
}

/// Returns a coding as something that can be asked for again.
fn request(coding: Coding) -> CodingRequest {
    CodingRequest {
        source: coding.source,
        code: coding.code,
        quote: coding.quote,
        coder: Some(coding.coder),
        valence: coding.valence,
        weight: coding.weight,
        memo: coding.memo,
        at: None,
    }
}
