//! The report of a study.

use crate::Project;
use crate::figures::{Style, draw_balance, draw_matrix};
use crate::tables::{Answer, Request};
use draad_analysis::{
    Balance, BalanceOptions, CasesByFactors, Layer, Options, SampleTable, passages_behind_all, usual_layer,
};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_figures::{Figure, SizeBy};
use draad_report::{DiagnosticsSummary, ReportInput};

/// The results that a report shows, all from the same facts.
pub struct Results {
    /// What they were asked with.
    pub options: Options,
    /// Codings and material.
    pub facts: Facts,
    /// The case × factor table.
    pub table: CasesByFactors,
    /// The balance per case.
    pub balance: Balance,
    /// The table drawn.
    pub matrix: Figure,
    /// The balance drawn.
    pub balance_figure: Figure,
}

impl Results {
    /// Computes and draws everything once.
    ///
    /// # Errors
    /// When the filter names something the study does not have, or nothing is left to show.
    pub fn new(project: &Project, request: &Request) -> Outcome<Self> {
        let (study, style) = (project.study(), Style::new(project.words));
        let options = request.options(project)?;
        let facts = Facts::new(study, &options.filter);
        let table = CasesByFactors::from_facts(study, &facts, &options)?;
        let balance = Balance::from_facts(study, &facts, &options, &BalanceOptions::default())?;
        let (matrix, balance_figure) = rayon::join(
            || draw_matrix(&table, study, &style, SizeBy::default()),
            || draw_balance(&balance, study, &style),
        );
        Ok(Self { matrix: matrix?, balance_figure: balance_figure?, options, facts, table, balance })
    }

    /// Returns the table of this name where it is one of those that the report shows.
    pub(crate) fn answer(&self, name: &str) -> Option<&dyn Answer> {
        match name {
            "cases-by-factors" => Some(&self.table),
            "balance" => Some(&self.balance),
            _ => None,
        }
    }

    /// Returns the figure of this name where it is one of those that the report shows.
    pub(crate) fn figure(&self, name: &str) -> Option<&Figure> {
        [&self.matrix, &self.balance_figure].into_iter().find(|figure| figure.name == name)
    }

    /// Returns the report as one HTML page. `command` makes it again.
    ///
    /// # Errors
    /// When the page cannot be made.
    pub fn html(&self, project: &Project, command: &str) -> Outcome<String> {
        let study = project.study();
        let Options { filter, unfolded, .. } = &self.options;
        let layer =
            (!study.adjudications.is_empty()).then(|| Layer::of(study, &usual_layer(study), &self.options));
        let input = ReportInput {
            facts: &self.facts,
            table: &self.table,
            balance: &self.balance,
            sample: &SampleTable::describe(study, &self.facts, &self.options),
            passages: &passages_behind_all(study, filter, &self.facts, *unfolded),
            matrix: &self.matrix,
            balance_figure: &self.balance_figure,
            adjudication: layer.as_ref(),
            command,
            diagnostics: DiagnosticsSummary::of(project.diagnostics()),
        };
        draad_report::render(study, &input, project.words)
    }
}

/// Returns the report as one HTML page.
///
/// # Errors
/// When the filter names something the study does not have, or nothing is left to show.
pub fn html(project: &Project, request: &Request, command: &str) -> Outcome<String> {
    Results::new(project, request)?.html(project, command)
}
