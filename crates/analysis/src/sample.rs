//! Small studies for tests, built one line at a time.

use crate::{CellAddress, Passage, passages_at};
use draad_core::anchor::find_quote;
use draad_core::facts::Facts;
use draad_core::settings::Level;
use draad_core::{
    Attribute, AttributeId, AttributeType, AttributeValue, Case, CaseId, CaseSpan, Code, CodeId, CodeKind,
    Coding, Filter, Label, Language, Participant, ParticipantId, Settings, Source, SourceId, Span, Study,
    Target, Text, Unit, UnitKind, Valence,
};
use proptest::prelude::*;

/// A study under construction. Participants are called `<case>-<role>` and appear by being named.
pub(crate) struct Sample {
    pub(crate) study: Study,
}

impl Sample {
    /// Starts a study with the outcome `outcome`: constructive or stalled.
    pub(crate) fn new() -> Self {
        let level = |id: &str| Level { id: id.into(), label: Label::default() };
        let outcome = Attribute {
            id: AttributeId::new("outcome").unwrap(),
            label: Label::default(),
            kind: AttributeType::Choice,
            levels: vec![level("constructive"), level("stalled")],
            outcome: true,
        };
        let settings =
            Settings { attributes: vec![outcome], ..Settings::new("sample", "Sample", Language::En) };
        Self { study: Study::new(settings) }
    }

    /// Adds a case; an empty outcome is unknown.
    pub(crate) fn case(mut self, id: &str, outcome: &str) -> Self {
        let value = match outcome {
            "" => AttributeValue::Unknown,
            level => AttributeValue::Level(level.into()),
        };
        let attributes = [(AttributeId::new("outcome").unwrap(), value)].into_iter().collect();
        let id = CaseId::new(id).unwrap();
        self.study.cases.insert(id.clone(), Case { id, name: String::new(), attributes });
        self
    }

    /// Adds a code; an empty parent or valence is none.
    pub(crate) fn code(mut self, id: &str, parent: &str, kind: CodeKind, valence: &str) -> Self {
        let id = CodeId::new(id).unwrap();
        let code = Code {
            parent: CodeId::new(parent),
            kind,
            valence: valence.parse().ok(),
            ..Code::new(id.clone())
        };
        self.study.codebook.codes.insert(id, code);
        self
    }

    /// Adds a factor.
    pub(crate) fn factor(self, id: &str, valence: &str) -> Self {
        self.code(id, "", CodeKind::Factor, valence)
    }

    /// Adds a source of one or more cases, joined with `;`, with a unit per turn: speaker and words.
    pub(crate) fn source(mut self, id: &str, cases: &str, kind: &str, turns: &[(&str, &str)]) -> Self {
        let (mut text, mut units) = (String::new(), Vec::new());
        for (speaker, words) in turns {
            text.push_str(speaker);
            text.push_str(": ");
            let start = text.len();
            text.push_str(words);
            let span = Span::from_bytes(start..text.len()).unwrap();
            units.push(Unit { speaker: Some((*speaker).to_owned()), ..Unit::new(span, UnitKind::Said) });
            text.push('\n');
            self.participant(speaker);
        }
        let id = SourceId::new(id).unwrap();
        let source = Source {
            id: id.clone(),
            cases: cases.split(';').map(|id| CaseId::new(id).unwrap()).collect(),
            kind: kind.parse().unwrap(),
            date: None,
            phase: None,
            participants: Vec::new(),
            text: Text::new(text),
            units,
            origin: Default::default(),
            extra: Default::default(),
        };
        self.study.sources.insert(id, source);
        self
    }

    fn participant(&mut self, speaker: &str) {
        let Some((case, role)) = speaker.split_once('-') else {
            return;
        };
        let id = ParticipantId::new(speaker).unwrap();
        let participant = Participant {
            id: id.clone(),
            role: role.parse().unwrap(),
            cases: vec![CaseId::new(case).unwrap()],
            labels: Vec::new(),
            name: String::new(),
            extra: Default::default(),
        };
        self.study.participants.insert(id, participant);
    }

    /// Puts all of a source in a phase.
    pub(crate) fn phase(mut self, source: &str, phase: &str) -> Self {
        self.study.sources.get_mut(source).unwrap().phase = phase.parse().ok();
        self
    }

    /// Gives the part of a source that reads `quote` to a case.
    pub(crate) fn part(mut self, source: &str, case: &str, quote: &str) -> Self {
        let text = &self.study.sources[source].text;
        let chars = text.char_span(find_quote(text.as_str(), quote)[0]);
        let (source, case) = (SourceId::new(source).unwrap(), CaseId::new(case).unwrap());
        self.study.case_spans.push(CaseSpan { source, case, chars });
        self
    }

    /// Codes the first place that reads `quote`; an empty quote is the whole source.
    pub(crate) fn coding(self, coder: &str, source: &str, code: &str, quote: &str) -> Self {
        self.coding_as(coder, source, code, quote, None)
    }

    /// Codes with a valence of its own.
    pub(crate) fn coding_as(
        mut self,
        coder: &str,
        source: &str,
        code: &str,
        quote: &str,
        valence: Option<Valence>,
    ) -> Self {
        let text = self.study.sources[source].text.as_str();
        let target = match quote {
            "" => Target::Source,
            quote => Target::Span(find_quote(text, quote)[0]),
        };
        let id = self.study.codings.len();
        self.study.codings.push(coding(&id.to_string(), coder, source, code, target, valence));
        self
    }

    /// Finishes the study.
    pub(crate) fn done(mut self) -> Study {
        self.study.sort_codings();
        self.study
    }
}

/// Makes a coding.
pub(crate) fn coding(
    id: &str,
    coder: &str,
    source: &str,
    code: &str,
    target: Target,
    valence: Option<Valence>,
) -> Coding {
    Coding {
        id: id.parse().unwrap(),
        coder: coder.parse().unwrap(),
        source: source.parse().unwrap(),
        code: code.parse().unwrap(),
        target,
        valence,
        weight: None,
        quote: String::new(),
        memo: String::new(),
        created: None,
        modified: None,
    }
}

const SOURCES: [&str; 4] = ["s1", "s2", "s3", "s4"];
const CODES: [&str; 5] = ["a", "b", "c", "d", "e"];
const TURN: &str = "Zo ging het toen, zei één van ons.";

/// Three cases, a focus group of two of them, and five codes in a tree; nothing coded yet.
pub(crate) fn material() -> Sample {
    let turns = [("p01-parent", TURN), ("p01-child", TURN), ("p02-parent", TURN), ("onbekend", TURN)];
    Sample::new()
        .case("p01", "constructive")
        .case("p02", "stalled")
        .case("p03", "")
        .factor("a", "promoting")
        .code("b", "a", CodeKind::Factor, "hindering")
        .code("c", "a", CodeKind::Heading, "")
        .code("d", "c", CodeKind::Theme, "")
        .factor("e", "")
        .source("s1", "p01", "interview", &turns[..2])
        .source("s2", "p01", "chat", &turns[..1])
        .source("s3", "p01;p02", "focus-group", &turns)
        .source("s4", "p02", "interview", &turns[2..])
        .part("s3", "p02", "onbekend: Zo ging het")
        .phase("s2", "installation")
}

/// A study with a case per row of marks, `p01` and on, and a promoting factor per column, `f01` and on, coded where there is a
/// mark. Each case has one source, of which each factor has its own words.
pub(crate) fn marked(marks: &[Vec<bool>]) -> Study {
    let n_factors = marks.first().map_or(0, Vec::len);
    let name = |letter: &str, place: usize| format!("{letter}{:02}", place + 1);
    let words: Vec<String> = (0..n_factors).map(|factor| format!("Over {}.", name("f", factor))).collect();
    let mut sample = Sample::new();
    for factor in 0..n_factors {
        sample = sample.factor(&name("f", factor), "promoting");
    }
    for (case, marks) in marks.iter().enumerate() {
        let (case, source) = (name("p", case), name("s", case));
        let speaker = format!("{case}-parent");
        let turns: Vec<(&str, &str)> = std::iter::once((speaker.as_str(), "Zo ging het."))
            .chain(words.iter().map(|words| (speaker.as_str(), words.as_str())))
            .collect();
        sample = sample.case(&case, "constructive").source(&source, &case, "interview", &turns);
        for factor in (0..n_factors).filter(|&factor| marks[factor]) {
            sample = sample.coding("anna", &source, &name("f", factor), &words[factor]);
        }
    }
    sample.done()
}

/// Rows of marks: eight to ten cases, up to six factors.
pub(crate) fn any_marks() -> impl Strategy<Value = Vec<Vec<bool>>> {
    (8..11_usize, 1..7_usize).prop_flat_map(|(n_cases, n_factors)| {
        proptest::collection::vec(proptest::collection::vec(any::<bool>(), n_factors), n_cases)
    })
}

fn valence() -> impl Strategy<Value = Option<Valence>> {
    let valences = [None, Some(Valence::Promoting), Some(Valence::Hindering), Some(Valence::Ambivalent)];
    proptest::sample::select(valences.to_vec())
}

/// Material with any codings on it.
pub(crate) fn any_study() -> impl Strategy<Value = Study> {
    let one = (0..4_usize, 0..5_usize, 0..2_usize, 0..40_usize, 0..50_usize, valence());
    proptest::collection::vec(one, 0..40).prop_map(|codings| {
        let mut sample = material();
        for (place, (source, code, coder, start, length, valence)) in codings.into_iter().enumerate() {
            let text = sample.study.sources[source].text.as_str();
            let boundary = |byte: usize| (byte..).find(|&byte| text.is_char_boundary(byte)).unwrap();
            let range = boundary(start)..boundary(text.len().min(start + length));
            // an empty range stands for the whole source
            let target = Span::from_bytes(range).map_or(Target::Source, Target::Span);
            let (coder, id) = (["anna", "bram"][coder], place.to_string());
            sample.study.codings.push(coding(&id, coder, SOURCES[source], CODES[code], target, valence));
        }
        sample.done()
    })
}

/// Any filter on that material.
pub(crate) fn any_filter() -> impl Strategy<Value = Filter> {
    let some = |names: &[&'static str]| proptest::sample::subsequence(names.to_vec(), 0..=2.min(names.len()));
    let places = (some(&["p01", "p02", "p03"]), some(&["interview", "chat"]), some(&["parent", "child"]));
    let codings = (some(&CODES), some(&["anna", "bram"]), some(&["installation"]), valence());
    (places, codings).prop_map(|((cases, kinds, roles), (codes, _, phases, valence))| {
        fn ids<Id: std::str::FromStr<Err = String>>(names: Vec<&str>) -> Vec<Id> {
            names.into_iter().map(|name| name.parse().unwrap()).collect()
        }
        Filter {
            cases: ids(cases),
            kinds: ids(kinds),
            roles: ids(roles),
            phases: ids(phases),
            codes: ids(codes),
            valences: valence.into_iter().collect(),
            ..Filter::default()
        }
    })
}

/// Returns the passages behind a cell without a further key.
pub(crate) fn passages_behind(
    study: &Study,
    filter: &Filter,
    case: &CaseId,
    factor: &CodeId,
    unfolded: bool,
) -> Vec<Passage> {
    let factors = vec![factor.clone()];
    let address = CellAddress { case: Some(case.clone()), factors, ..CellAddress::default() };
    passages_at(study, filter, &Facts::new(study, filter), &address, unfolded).unwrap()
}
