//! The words behind the terms of the solutions: per term and case, for each condition of the term, the quotes that show it.

use super::memberships::Source;
use super::{ConditionUsed, Qca, SolutionKind};
use crate::Passage;
use draad_measures::qca::Cube;

/// A term and the cases that belong to it.
#[derive(Clone, Debug, PartialEq)]
pub struct TermEvidence {
    /// The term.
    pub term: Cube,
    /// The solutions that have it in some model.
    pub kinds: Vec<SolutionKind>,
    /// The cases that belong to it more than not.
    pub cases: Vec<CaseEvidence>,
}

/// A case in a term.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseEvidence {
    /// The case, by its position in the data.
    pub case: usize,
    /// Whether it has the outcome.
    pub has_outcome: bool,
    /// Each condition of the term.
    pub literals: Vec<LiteralEvidence>,
}

/// A condition of a term in a case.
#[derive(Clone, Debug, PartialEq)]
pub struct LiteralEvidence {
    /// The condition.
    pub condition: usize,
    /// The level that the term asks for.
    pub level: u8,
    /// The quotes; none where the term asks for a code that the case does not have.
    pub quotes: Vec<Passage>,
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
                has_outcome: analysed.has_outcome(case),
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
    let quoted = |(condition, level): (usize, u8)| LiteralEvidence {
        condition,
        level,
        quotes: source.quotes(&qca.conditions[condition], qca.used[case], qca.asked.quotes),
    };
    term.literals().map(quoted).collect()
}

impl ConditionUsed {
    /// Returns how a case's passages are opened: the address that `--cell` takes, where there is a code behind it.
    pub fn cell(&self, case: &str) -> Option<String> {
        let (code, valence) = self.what.code()?;
        let valence = valence.map(|valence| format!(",valence={}", <&str>::from(valence)));
        Some(format!("{case},{code}{}", valence.unwrap_or_default()))
    }
}
