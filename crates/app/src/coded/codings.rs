//! The codings of the project in the sources of the study.

use super::addresses::shown;
use super::again::{Again, Lines};
use super::own;
use super::work::Work;
use crate::coding::next_id;
use draad_core::locate::{Finder, Fit, Located};
use draad_core::{About, CodeId, CodeKind, CoderId, Coding, CodingId, Hint, SourceId, Target, Text};
use draad_ingest::coded::{ForeignCoding, ForeignSource, Placement, Reason, Thing};
use draad_store::CodingRequest;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What makes a coding of a source the same coding.
type Key = (CoderId, CodeId, Target);

/// The codings that a source has: where each stands in the study, and the ids that are taken.
#[derive(Default)]
struct Known {
    places: BTreeMap<Key, usize>,
    ids: BTreeSet<(CoderId, CodingId)>,
    lines: Lines,
}

/// Where a coding stands.
#[derive(Clone, Copy)]
enum Found {
    At(Target),
    /// Its words were cut off in the file; what is left of them stands here.
    Cut(Target),
    Nowhere,
    Places(usize),
}

impl Work<'_> {
    pub(super) fn take_codings(&mut self) {
        let mut known: BTreeMap<SourceId, Known> = BTreeMap::new();
        for (place, coding) in self.study.codings.iter().enumerate() {
            let of_source = known.entry(coding.source.clone()).or_default();
            of_source.places.insert((coding.coder.clone(), coding.code.clone(), coding.target), place);
            of_source.ids.insert((coding.coder.clone(), coding.id.clone()));
        }
        for (idx, source) in self.project.sources.iter().enumerate() {
            let made = match self.sources[idx].clone() {
                None => self.codings_without_source(idx, source),
                Some(id) => {
                    let of_source = known.entry(id.clone()).or_default();
                    let places = places(&self.study.sources[&id].text, &source.codings);
                    let placed = source.codings.iter().zip(places);
                    placed.map(|(coding, place)| self.coding(&id, coding, place, of_source)).collect()
                }
            };
            self.codings.push(made);
        }
    }

    /// Makes a coding; returns it as memos name it.
    fn coding(
        &mut self,
        id: &SourceId,
        foreign: &ForeignCoding,
        place: Found,
        known: &mut Known,
    ) -> Option<About> {
        let code = self.code_of(foreign, id.as_str())?;
        let coder = self.coding_coder(foreign, id.as_str())?;
        let target = match place {
            Found::At(target) | Found::Cut(target) => target,
            Found::Nowhere => return self.put_aside(id, foreign, code, coder, Reason::WordsNotFound, ""),
            Found::Places(n) => {
                return self.put_aside(
                    id,
                    foreign,
                    code,
                    coder,
                    Reason::WordsInSeveralPlaces,
                    &n.to_string(),
                );
            }
        };
        let key = (coder.clone(), code.clone(), target);
        if let Some(&place) = known.places.get(&key) {
            return Some(self.coding_again(place, foreign, &mut known.lines));
        }
        let source = &self.study.sources[id];
        let derived = || Coding::derived_id(source, &code, target);
        let mut coding_id = own::id(&foreign.fields).unwrap_or_else(derived);
        while !known.ids.insert((coder.clone(), coding_id.clone())) {
            coding_id = next_id(&coding_id);
        }
        let words = || target.span().and_then(|span| source.text.get(span)).unwrap_or_default();
        let quote = foreign.fields.get("quote").map_or_else(words, String::as_str).to_owned();
        let takes_valence = self.study.codebook.codes[&code].kind == CodeKind::Factor;
        match place {
            Found::Cut(_) => {
                self.ledger.change(Thing::Codings, id.as_str(), Reason::WordsCutOff, shortened(&quote));
            }
            _ if foreign.valence.is_some() && !takes_valence => {
                self.ledger.change(Thing::Codings, id.as_str(), Reason::ValenceOfTheme, code.as_str());
            }
            _ => self.ledger.keep(Thing::Codings, id.as_str(), id.as_str()),
        }
        self.touched.new_codings.insert(self.study.codings.len());
        known.places.insert(key, self.study.codings.len());
        self.study.codings.push(Coding {
            id: coding_id.clone(),
            coder: coder.clone(),
            source: id.clone(),
            code,
            target,
            valence: foreign.valence.filter(|_| takes_valence),
            weight: foreign.weight,
            quote,
            memo: foreign.memo.clone(),
            created: foreign.created,
            modified: foreign.modified,
        });
        self.touched.layers.insert((coder.clone(), id.clone()));
        self.identify(foreign.guid, || format!("coding {coder} {id} {coding_id}"));
        Some(About::Coding(coder, id.clone(), coding_id))
    }

    /// Takes a coding of the same coder, code and place as one of the study: what it says beside that goes along.
    fn coding_again(&mut self, place: usize, foreign: &ForeignCoding, lines: &mut Lines) -> About {
        let is_of_this = self.touched.new_codings.contains(&place);
        self.n_known += usize::from(!is_of_this);
        let own = &mut self.study.codings[place];
        let takes_valence = self.study.codebook.codes[&own.code].kind == CodeKind::Factor;
        let again = Again::join(own, place, foreign, foreign.valence.filter(|_| takes_valence), lines);
        let (coder, source, id) = (own.coder.clone(), own.source.clone(), own.id.clone());
        let code = own.code.as_str();
        let name = source.as_str();
        if !again.differing.is_empty() {
            let detail = format!("{code}; {}", again.differing.join("; "));
            self.ledger.change(Thing::Codings, name, Reason::StudyKeepsItsOwn, detail);
        } else if !again.added.is_empty() {
            let detail = format!("{code}; {}", again.added.join(", "));
            self.ledger.change(Thing::Codings, name, Reason::AddedToCoding, detail);
        } else if foreign.valence.is_some() && !takes_valence {
            self.ledger.change(Thing::Codings, name, Reason::ValenceOfTheme, code);
        } else if is_of_this {
            self.ledger.change(Thing::Codings, name, Reason::SameTwice, code);
        } else {
            self.ledger.keep(Thing::Codings, name, name);
        }
        if !again.added.is_empty() {
            self.touched.layers.insert((coder.clone(), source.clone()));
        }
        self.identify(foreign.guid, || format!("coding {coder} {source} {id}"));
        About::Coding(coder, source, id)
    }

    /// Returns the code of a coding, unless it was dropped.
    fn code_of(&mut self, foreign: &ForeignCoding, owner: &str) -> Option<CodeId> {
        let code = self.codes.get(foreign.code).cloned().flatten();
        if code.is_none() {
            let name = self.project.codes.get(foreign.code).map_or("", |code| code.name.as_str());
            self.ledger.lose(Thing::Codings, owner, Reason::OwnerDropped, name);
        }
        code
    }

    fn coding_coder(&mut self, foreign: &ForeignCoding, owner: &str) -> Option<CoderId> {
        let coder = self.coder_of(foreign.coder);
        if coder.is_none() {
            let name = foreign.coder.and_then(|idx| self.project.coders.get(idx));
            let name = name.map_or(Cow::Borrowed(""), |coder| shown(&coder.name));
            self.ledger.lose(Thing::Codings, owner, Reason::OwnerDropped, name);
        }
        coder
    }

    /// Keeps a coding whose words have no place among those that wait for one.
    fn put_aside(
        &mut self,
        source: &SourceId,
        foreign: &ForeignCoding,
        code: CodeId,
        coder: CoderId,
        reason: Reason,
        detail: &str,
    ) -> Option<About> {
        let Placement::Words { words, .. } = &foreign.place else {
            self.ledger.lose(Thing::Codings, source.as_str(), Reason::PastEnd, code.as_str());
            return None;
        };
        let start = shortened(words);
        let detail = if detail.is_empty() { start } else { format!("{detail}: {start}") };
        self.ledger.lose(Thing::Codings, source.as_str(), reason, detail);
        self.touched.unanchored.entry(source.clone()).or_default().push(CodingRequest {
            source: source.clone(),
            code,
            quote: words.clone(),
            coder: Some(coder),
            valence: foreign.valence,
            weight: foreign.weight,
            memo: foreign.memo.clone(),
            at: None,
        });
        None
    }

    /// Takes the codings of a source that is not in the study. Of a project that has texts, those with words wait for one.
    fn codings_without_source(&mut self, idx: usize, source: &ForeignSource) -> Vec<Option<About>> {
        let id = crate::import::source_id(Path::new(&source.name));
        let waits = !self.has_no_texts() && !self.wish(draad_store::ProjectPart::Source, idx).is_left_out();
        for foreign in &source.codings {
            let has_words =
                matches!(&foreign.place, Placement::Words { words, .. } if !words.trim().is_empty());
            if !waits || !has_words {
                self.ledger.lose(Thing::Codings, &source.name, Reason::OwnerDropped, source.name.as_str());
                continue;
            }
            let Some(code) = self.code_of(foreign, &source.name) else { continue };
            let Some(coder) = self.coding_coder(foreign, &source.name) else { continue };
            self.put_aside(&id, foreign, code, coder, Reason::WordsNotFound, "");
        }
        vec![None; source.codings.len()]
    }
}

/// Returns where each coding of a source stands. Words are looked for together: those that stand in one place show how
/// the program numbered paragraphs.
fn places(text: &Text, codings: &[ForeignCoding]) -> Vec<Found> {
    let words: Vec<(&str, Option<Hint>)> =
        codings.iter().filter_map(|coding| words_of(&coding.place)).collect();
    let located = if words.is_empty() { Vec::new() } else { Finder::new(text).locate_all(&words) };
    let mut located = located.into_iter();
    let place = |coding: &ForeignCoding| match &coding.place {
        Placement::Span(span) if text.get(*span).is_some() => Found::At(Target::Span(*span)),
        Placement::Span(_) => Found::Nowhere,
        place if words_of(place).is_none() => Found::At(Target::Source),
        _ => located.next().map_or(Found::Nowhere, Found::of),
    };
    codings.iter().map(place).collect()
}

/// Returns the words that are looked for; nothing when the place is known without them.
fn words_of(place: &Placement) -> Option<(&str, Option<Hint>)> {
    match place {
        Placement::Words { words, hint } if !words.trim().is_empty() => Some((words, *hint)),
        _ => None,
    }
}

impl Found {
    fn of(located: Located) -> Self {
        match located {
            Located::Once(span, Fit::Cut) => Self::Cut(Target::Span(span)),
            Located::Once(span, _) => Self::At(Target::Span(span)),
            Located::Nowhere => Self::Nowhere,
            Located::Several(n) => Self::Places(n),
        }
    }
}

/// Returns the start of a passage, in one line.
pub(super) fn shortened(words: &str) -> String {
    const MOST: usize = 60;
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{} …", line[..end].trim_end()),
        None => line,
    }
}
