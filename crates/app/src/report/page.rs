//! The report as one HTML page.

use super::Asked;
use crate::figures::{Style, draw_balance, draw_matrix};
use draad_analysis::{Layer, passages_behind_all, usual_layer};
use draad_core::diagnostic::Outcome;
use draad_figures::SizeBy;
use draad_report::{DiagnosticsSummary, ReportInput};

/// Returns the page.
pub(super) fn make(asked: &Asked) -> Outcome<Vec<u8>> {
    let (results, project) = (asked.results, asked.results.project);
    let (study, style) = (project.study(), Style::new(project.words));
    let (options, facts) = (&results.options, &results.facts);
    let (table, balance) = (results.table()?, results.balance()?);
    let (matrix, balance_figure) = rayon::join(
        || draw_matrix(table, study, &style, SizeBy::default()),
        || draw_balance(balance, study, &style),
    );
    let layer = (!study.adjudications.is_empty()).then(|| Layer::of(study, &usual_layer(study), options));
    let input = ReportInput {
        facts,
        table,
        balance,
        sample: results.sample()?,
        passages: &passages_behind_all(study, &options.filter, facts, options.unfolded),
        matrix: &matrix?,
        balance_figure: &balance_figure?,
        adjudication: layer.as_ref(),
        verdicts: results.verdicts().ok(),
        command: asked.command,
        diagnostics: DiagnosticsSummary::of(project.diagnostics()),
    };
    Ok(draad_report::render(study, &input, project.words)?.into_bytes())
}
