//! The words behind the terms of the solutions: per term and case, for each condition of the term, the quotes that show it.

use super::memberships::Source;
use super::{ConditionUsed, Qca, What};
use crate::Passage;
use draad_core::{CharSpan, RoleId, SourceId, Study};
use draad_measures::qca::{Cube, Kind, Literal};

/// A term and the cases that belong to it.
#[derive(Clone, Debug, PartialEq)]
pub struct TermEvidence {
    /// The term.
    pub term: Cube,
    /// The solutions that have it in some model.
    pub kinds: Vec<Kind>,
    /// The cases that belong to it more than not.
    pub cases: Vec<CaseEvidence>,
}

/// A case in a term.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseEvidence {
    /// The case, by its position in the data.
    pub case: usize,
    /// Whether it has the outcome; nothing where it is exactly half in it.
    pub has_outcome: Option<bool>,
    /// Each condition of the term.
    pub literals: Vec<LiteralEvidence>,
}

/// A condition of a term in a case.
#[derive(Clone, Debug, PartialEq)]
pub struct LiteralEvidence {
    /// The condition, and the level that the term asks for.
    pub literal: Literal,
    /// The quotes; none where the term asks for a code that the case does not have.
    pub quotes: Vec<EvidenceQuote>,
}

/// The words behind a membership, and where they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceQuote {
    /// The source.
    pub source: SourceId,
    /// The characters; nothing for a whole source.
    pub chars: Option<CharSpan>,
    /// The role of who says it, where it is known.
    pub role: Option<RoleId>,
    /// The words; empty for a whole source.
    pub text: String,
}

/// Collects the evidence of every term of every model: intermediate terms first, then parsimonious, then conservative.
pub(super) fn of_terms(qca: &Qca, source: &Source) -> Vec<TermEvidence> {
    let Some((analysed, solved)) = qca.solved() else { return Vec::new() };
    let mut terms: Vec<TermEvidence> = Vec::new();
    for solution in solved.solutions.iter().rev() {
        let in_solution =
            solution.models.iter().flat_map(|model| model.model.terms.iter().zip(&model.fit.terms));
        for (term, fit) in in_solution {
            if let Some(known) = terms.iter_mut().find(|known| known.term == *term) {
                if !known.kinds.contains(&solution.kind) {
                    known.kinds.push(solution.kind);
                }
                continue;
            }
            let case = |&case: &usize| CaseEvidence {
                case,
                has_outcome: analysed.outcome_of(case),
                literals: literals(qca, source, term, case),
            };
            terms.push(TermEvidence {
                term: term.clone(),
                kinds: vec![solution.kind],
                cases: fit.cases.iter().map(case).collect(),
            });
        }
    }
    terms
}

fn literals(qca: &Qca, source: &Source, term: &Cube, case: usize) -> Vec<LiteralEvidence> {
    let quoted = |literal: Literal| LiteralEvidence {
        literal,
        quotes: quotes(qca, source, literal.condition, qca.used[case]),
    };
    term.literals().map(quoted).collect()
}

/// Returns the quotes that stand for a condition in a case: of a code those that the meta-matrix picks, of a score the passages
/// that it rests on. The case is a position in those of the facts.
fn quotes(qca: &Qca, source: &Source, condition: usize, case: usize) -> Vec<EvidenceQuote> {
    let n = qca.asked.quotes;
    if let Some((code, valence)) = qca.conditions[condition].code_behind(source.study) {
        let picked = source.cells.quotes(code, valence, source.facts.cases[case], n);
        return picked.into_iter().map(EvidenceQuote::from).collect();
    }
    let scores = qca.calibrated[condition].iter().flat_map(|calibrated| &calibrated.rows[case].scores);
    let passages = scores.flat_map(|score| &score.passages);
    passages.take(n).filter_map(|place| EvidenceQuote::at(source.study, &place.source, place.chars)).collect()
}

impl EvidenceQuote {
    fn at(study: &Study, source: &SourceId, chars: CharSpan) -> Option<Self> {
        let text = &study.sources.get(source)?.text;
        let text = text.get(text.span(chars)?)?.to_owned();
        Some(Self { source: source.clone(), chars: Some(chars), role: None, text })
    }
}

impl From<Passage> for EvidenceQuote {
    fn from(passage: Passage) -> Self {
        Self { source: passage.source, chars: passage.chars, role: passage.role, text: passage.text }
    }
}

impl ConditionUsed {
    /// Returns the command that opens what is behind a case's membership: the passages of a code, or the calibration of a
    /// condition that the study defines.
    pub fn opens(&self, case: &str) -> Option<String> {
        match &self.what {
            What::Code { code, valence } => {
                let valence = valence.map(|valence| format!(",valence={}", <&str>::from(valence)));
                Some(format!("draad table --cell {case},{code}{}", valence.unwrap_or_default()))
            }
            What::Defined(id) => Some(format!("draad calibrate {id}")),
            What::Test(_) | What::YesNo(_) | What::Levels(_) => None,
        }
    }
}
