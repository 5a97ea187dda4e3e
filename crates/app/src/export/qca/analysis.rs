//! An analysis that was done, to be done again with the R package QCA.

use super::for_r;
use crate::export::script::Script;
use crate::export::target::Target;
use crate::export::{Exported, Format};
use crate::tables::{self, Request};
use crate::{Project, output};
use draad_analysis::qca::{Qca, kind_name};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_measures::qca::{Cutoffs, Expectation};
use std::path::{Path, PathBuf};

/// Writes the calibrated data, the truth table, the legend, the solutions, and a script that does the analysis again.
///
/// # Errors
/// Those of the analysis; when the folder holds something already that may not be replaced, or holds other files, or a file
/// cannot be written. Then nothing is written.
pub fn export_analysis(
    project: &Project,
    request: &Request,
    folder: &Path,
    replace: bool,
) -> Outcome<Exported> {
    let facts = Facts::new(project.study(), &request.filter);
    let qca = tables::qca_of(project, &facts, request)?;
    let target = Target::new(folder, Some(Format::Qca))?;
    let files = files(project, &qca);
    let files: Vec<(PathBuf, Vec<u8>)> =
        files.into_iter().map(|(name, text)| (target.file(name), text.into_bytes())).collect();
    target.check(project, &files, replace)?;
    target.check_others(&files)?;
    draad_store::write_files(&files)?;
    Ok(Exported {
        n_files: files.len(),
        loss_report: target.loss_report(&project.study().settings.id),
        path: target.path,
        losses: Vec::new(),
        diagnostics: Vec::new(),
    })
}

fn files(project: &Project, qca: &Qca) -> Vec<(&'static str, String)> {
    vec![
        ("calibrated.csv", for_r(&qca.data_table())),
        ("truth-table.csv", output::csv(&qca.truth_table())),
        ("legend.csv", output::csv(&qca.legend_table())),
        ("solutions.txt", solutions(qca)),
        ("qca.R", script(project, qca)),
    ]
}

/// One line per model: `parsimonious 1: A*~B + C -> Y`.
fn solutions(qca: &Qca) -> String {
    let line = |(solution, place, model): (&draad_analysis::qca::SolutionRead, usize, &_)| {
        let kind = kind_name(solution.kind);
        format!("{kind} {place}: {} -> {}\n", qca.formula(model), qca.outcome_name())
    };
    qca.models().map(line).collect()
}

fn script(project: &Project, qca: &Qca) -> String {
    let words = &project.words;
    let mut script = Script::for_qca(words, "qca-r-what");
    script.comment("qca-r-folder").comment("qca-r-data").read("data", "calibrated.csv").gap();
    script.choose(&qca.outcome.name, &qca.names()).complete_cases();
    let Ok(analysed) = &qca.analysed else { return script.done() };
    let outcome = qca.outcome_name();
    script.comment("qca-r-necessity");
    script.line("for (condition in c(conditions, paste0(\"~\", conditions))) {");
    script.line(&format!("  print(pof(condition, \"{outcome}\", data = used, relation = \"necessity\"))"));
    script.line("}").gap();
    script
        .comment("qca-r-table")
        .line(&truth_table(&outcome, analysed.table.cutoffs()))
        .line("print(tt)")
        .gap();
    match &analysed.solved {
        Ok(_) => solve(&mut script, qca),
        Err(obstacle) => {
            let reason = tables::qca_obstacle(project, qca, obstacle);
            script.remark(&words.say_with("qca-r-refused", [("reason", reason.into())]));
        }
    }
    script.done()
}

fn truth_table(outcome: &str, cutoffs: &Cutoffs) -> String {
    let Cutoffs { n, inclusion, pri } = cutoffs;
    format!(
        "tt <- truthTable(used, outcome = \"{outcome}\", conditions = conditions, n.cut = {n}, incl.cut = {inclusion}, \
         pri.cut = {pri}, show.cases = TRUE)"
    )
}

fn solve(script: &mut Script, qca: &Qca) {
    let all = if qca.asked.irredundant { ", all.sol = TRUE" } else { "" };
    let details = format!("details = TRUE, show.cases = TRUE{all}");
    script.comment("qca-r-solutions");
    script.line(&format!("print(minimize(tt, {details}))"));
    script.line(&format!("print(minimize(tt, include = \"?\", {details}))"));
    if qca.expects_something() {
        let expected = expected(&qca.expectations);
        script.line(&format!("print(minimize(tt, include = \"?\", dir.exp = \"{expected}\", {details}))"));
    }
}

/// Returns directional expectations as the package takes them: `1,-,0;2`.
fn expected(expectations: &[Expectation]) -> String {
    let one = |expectation: &Expectation| match expectation {
        Expectation::Open => "-".to_owned(),
        Expectation::Levels(levels) => levels.iter().map(ToString::to_string).collect::<Vec<_>>().join(";"),
    };
    expectations.iter().map(one).collect::<Vec<_>>().join(",")
}
