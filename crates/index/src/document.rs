//! From the units of a study to the documents of the index.

use crate::coding_key::CodingInCase;
use crate::schema::{Fields, pack_place};
use crate::stretch::{stretch_of, stretches};
use draad_core::facts::{Fact, Facts, Places, Setting, SourcePlaces};
use draad_core::{CodeId, Coding, Filter, Source, Span, Study, Valence};
use std::collections::BTreeSet;
use tantivy::TantivyDocument;

/// Between a code and its valence in a shown code.
const SEPARATOR: char = '\u{1F}';

/// Makes the documents of a study, source by source.
pub(crate) struct DocumentMaker<'s> {
    study: &'s Study,
    fields: Fields,
    places: Places<'s>,
    /// All codings of all coders, in the study's order.
    facts: Vec<Fact>,
    /// Per coding of the study, whether it counts under the coder policy.
    counts: Vec<bool>,
}

/// A source while its documents are made.
struct OpenSource<'p, 's> {
    source_idx: u32,
    source: &'s Source,
    places: SourcePlaces<'p, 's>,
    spans: Vec<Span>,
}

impl<'s> DocumentMaker<'s> {
    pub(crate) fn new(study: &'s Study, fields: Fields) -> Self {
        let everyone = Filter { coders: study.coders(), ..Filter::default() };
        let mut counts = vec![false; study.codings.len()];
        for fact in Facts::new(study, &Filter::default()).codings {
            counts[fact.coding as usize] = true;
        }
        Self {
            study,
            fields,
            places: Places::new(study),
            facts: Facts::new(study, &everyone).codings,
            counts,
        }
    }

    /// Returns the documents of one source, given by its position in the study.
    pub(crate) fn documents(&self, source_idx: u32) -> Vec<TantivyDocument> {
        let source = self.study.sources.get_index(source_idx as usize);
        let (Some((_, source)), Some(places)) = (source, self.places.source(source_idx)) else {
            return Vec::new();
        };
        let open = OpenSource { source_idx, source, places, spans: stretches(source) };
        let facts = self.facts_per_stretch(&open);
        let stretches = facts.iter().enumerate();
        stretches.map(|(idx, facts)| self.document(&open, idx, facts)).collect()
    }

    fn facts_per_stretch(&self, open: &OpenSource) -> Vec<Vec<&Fact>> {
        let mut per_stretch = vec![Vec::new(); open.spans.len()];
        let first = self.facts.partition_point(|fact| fact.source < open.source_idx);
        let of_source = |fact: &&Fact| fact.source == open.source_idx;
        for fact in self.facts[first..].iter().take_while(of_source) {
            let by_line = || stretch_of(&open.spans, self.coding(fact).target.span()?);
            let stretch = match fact.setting.unit {
                None if open.source.units.is_empty() => by_line(),
                unit => unit.map(|idx| idx as usize),
            };
            if let Some(facts) = stretch.and_then(|idx| per_stretch.get_mut(idx)) {
                facts.push(fact);
            }
        }
        per_stretch
    }

    fn coding(&self, fact: &Fact) -> &'s Coding {
        &self.study.codings[fact.coding as usize]
    }

    fn document(&self, open: &OpenSource, stretch_idx: usize, facts: &[&Fact]) -> TantivyDocument {
        let (fields, source, span) = (self.fields, open.source, open.spans[stretch_idx]);
        let setting = open.places.setting((!source.units.is_empty()).then_some(stretch_idx));
        let mut document = TantivyDocument::new();
        document.add_u64(fields.place, pack_place(open.source_idx, span.start().0));
        document.add_u64(fields.end, u64::from(span.end().0));
        document.add_text(fields.source, source.id.as_str());
        document.add_text(fields.kind, source.kind.as_str());
        for case in open.places.cases_in(source.text.char_span(span), setting) {
            document.add_text(fields.case, self.case(case));
        }
        self.add_setting(&mut document, setting);
        self.add_codings(&mut document, facts);
        let words = source.text.get(span).unwrap_or_default();
        document.add_text(fields.stems, words);
        document.add_text(fields.exact, words);
        document
    }

    fn case(&self, case_idx: u32) -> &'s str {
        let (case, _) =
            self.study.cases.get_index(case_idx as usize).expect("facts name cases of this study");
        case.as_str()
    }

    fn add_setting(&self, document: &mut TantivyDocument, setting: Setting) {
        let settings = &self.study.settings;
        if let Some(role) = setting.role.and_then(|idx| settings.roles.get(idx as usize)) {
            document.add_text(self.fields.role, role.id.as_str());
        }
        if let Some(phase) = setting.phase.and_then(|idx| settings.phases.get(idx as usize)) {
            document.add_text(self.fields.phase, phase.id.as_str());
        }
        let speaker = setting.speaker.and_then(|idx| self.study.participants.get_index(idx as usize));
        if let Some((id, _)) = speaker {
            document.add_text(self.fields.speaker, id.as_str());
        }
    }

    fn add_codings(&self, document: &mut TantivyDocument, facts: &[&Fact]) {
        let mut keys = BTreeSet::new();
        let mut shown = BTreeSet::new();
        for fact in facts {
            let coding = self.coding(fact);
            let counts = self.counts[fact.coding as usize];
            let in_case = CodingInCase {
                case: self.case(fact.case),
                code: &coding.code,
                valence: fact.valence,
                coder: &coding.coder,
                counts,
            };
            in_case.add_keys(&self.study.codebook, &mut keys);
            if counts {
                shown.insert((fact.code, fact.valence, &coding.code));
            }
        }
        for key in keys {
            document.add_text(self.fields.coding, key);
        }
        for (_, valence, code) in shown {
            document.add_text(self.fields.shown_code, write_shown(code, valence));
        }
    }
}

fn write_shown(code: &CodeId, valence: Option<Valence>) -> String {
    let valence: &str = valence.map_or("", Into::into);
    format!("{code}{SEPARATOR}{valence}")
}

/// Reads a code with its valence back, as stored for showing.
pub(crate) fn read_shown(text: &str) -> Option<(CodeId, Option<Valence>)> {
    let (code, valence) = text.split_once(SEPARATOR)?;
    Some((CodeId::new(code)?, valence.parse().ok()))
}
