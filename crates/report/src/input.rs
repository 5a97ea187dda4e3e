//! What a report is made of.

use crate::chapter::{Absent, Chapter};
use draad_analysis::{Balance, CasesByFactors, Layer, Passage, SampleTable, Tensions, Verdicts};
use draad_core::facts::Facts;
use draad_core::{CaseId, Diagnostic, Severity};
use draad_figures::Figure;
use std::collections::BTreeMap;

/// The results that a report shows. All must come from the same study, filter and coder policy.
///
/// What the page draws up itself, with each number linked to its passages, comes as results; everything else comes as
/// [`Chapter`]s: what was drawn, and the same as tables.
#[derive(Clone, Copy, Debug)]
pub struct ReportInput<'a> {
    /// Codings and material that passed the filter.
    pub facts: &'a Facts,
    /// The case × factor table, without a further key.
    pub table: &'a CasesByFactors,
    /// The balance per case.
    pub balance: &'a Balance,
    /// The same by phase; nothing where the study has no phases.
    pub balance_by_phase: Option<&'a Balance>,
    /// Who was heard, by what means and when.
    pub sample: &'a SampleTable,
    /// Factors that help here and hinder there, over one key; nothing where directions cannot be compared.
    pub tensions: Option<&'a Tensions>,
    /// The passages behind all cells of `table`, in the order of sources and positions.
    pub passages: &'a [Passage],
    /// Whether the page does without what a large one does without: [`crate::is_large`].
    pub is_large: bool,
    /// What was decided where coders read a passage differently; nothing where nobody decided anything.
    pub adjudication: Option<&'a Layer>,
    /// What panels make of the findings; nothing where no finding passes.
    pub verdicts: Option<&'a Verdicts>,
    /// What was drawn of the study and is shown in tables, in any order.
    pub chapters: &'a [Chapter],
    /// What the study has nothing for, or only in part.
    pub absent: &'a [Absent],
    /// What was drawn of each case.
    pub of_cases: &'a BTreeMap<CaseId, Vec<Figure>>,
    /// How the report is made again.
    pub commands: Commands<'a>,
    /// What checking the study found.
    pub diagnostics: DiagnosticsSummary,
}

/// The commands that make the report.
#[derive(Clone, Copy, Debug)]
pub struct Commands<'a> {
    /// Makes it again, for example `draad report --lang nl`.
    pub again: &'a str,
    /// Makes it in the other language.
    pub other_language: &'a str,
}

/// How many problems of each severity a study has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DiagnosticsSummary {
    /// Errors: results may lack something.
    pub n_errors: usize,
    /// Warnings.
    pub n_warnings: usize,
    /// Notes.
    pub n_notes: usize,
}

impl DiagnosticsSummary {
    /// Counts diagnostics by severity.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let count =
            |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        Self {
            n_errors: count(Severity::Error),
            n_warnings: count(Severity::Warning),
            n_notes: count(Severity::Note),
        }
    }
}
