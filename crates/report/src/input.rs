//! What a report is made of.

use draad_analysis::{Balance, CasesByFactors, Layer, Passage, SampleTable, Verdicts};
use draad_core::facts::Facts;
use draad_core::{Diagnostic, Severity};
use draad_figures::Figure;

/// The results that a report shows. All must come from the same study, filter and coder policy.
#[derive(Clone, Copy, Debug)]
pub struct ReportInput<'a> {
    /// Codings and material that passed the filter.
    pub facts: &'a Facts,
    /// The case × factor table, without a further key.
    pub table: &'a CasesByFactors,
    /// The balance per case.
    pub balance: &'a Balance,
    /// Who was heard, by what means and when.
    pub sample: &'a SampleTable,
    /// The passages behind all cells of `table`, in the order of sources and positions.
    pub passages: &'a [Passage],
    /// `table` drawn.
    pub matrix: &'a Figure,
    /// `balance` drawn.
    pub balance_figure: &'a Figure,
    /// What was decided where coders read a passage differently; nothing where nobody decided anything.
    pub adjudication: Option<&'a Layer>,
    /// What panels make of the findings; nothing where no finding passes.
    pub verdicts: Option<&'a Verdicts>,
    /// The command that makes this report again, for example `draad report`.
    pub command: &'a str,
    /// What checking the study found.
    pub diagnostics: DiagnosticsSummary,
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
