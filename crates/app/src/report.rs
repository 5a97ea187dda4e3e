//! The report of a study.

use crate::Project;
use crate::figures::{Style, draw_balance, draw_matrix};
use crate::tables::Request;
use draad_analysis::{Balance, CasesByFactors, passages_behind_all};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_figures::SizeBy;
use draad_report::{DiagnosticsSummary, ReportInput};

/// Returns the report as one HTML page.
///
/// # Errors
/// When the filter names something the study does not have, or nothing is left to show.
pub fn html(project: &Project, request: &Request, command: &str) -> Outcome<String> {
    let options = request.options(project)?;
    let study = project.study();
    let facts = Facts::new(study, &options.filter);
    let table = CasesByFactors::from_facts(study, &facts, &options)?;
    let balance = Balance::from_facts(study, &facts, &options)?;
    let passages = passages_behind_all(study, &options.filter, &facts, options.unfolded);
    let style = Style::new(project.words);
    let input = ReportInput {
        table: &table,
        balance: &balance,
        passages: &passages,
        matrix: &draw_matrix(&table, study, &style, SizeBy::default())?,
        balance_figure: &draw_balance(&balance, study, &style)?,
        command,
        diagnostics: DiagnosticsSummary::of(project.diagnostics()),
    };
    draad_report::render(study, &input, project.words)
}
