//! The report as one HTML page.

mod chapters;
mod sheets;

use super::Asked;
use crate::figures;
use crate::results::Results;
use chapters::Chapters;
use draad_analysis::{Balance, BalanceOptions, By, Layer, Options, passages_behind_all, usual_layer};
use draad_core::diagnostic::Outcome;
use draad_core::{CaseId, Diagnostic, Language};
use draad_figures::Figure;
use draad_report::{Absent, Commands, DiagnosticsSummary, ReportInput, is_large};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What is drawn of each case; the second is too much for a large page.
const OF_CASES: [&str; 2] = ["timeline", "codeline"];

/// Returns the page.
pub(super) fn make(asked: &Asked) -> Outcome<Vec<u8>> {
    let (results, project) = (asked.results, asked.results.project);
    let (study, options, facts) = (project.study(), &results.options, &results.facts);
    results.compute();
    results.answer_all();
    results.draw_all();
    let passages = passages_behind_all(study, &options.filter, facts, options.unfolded);
    let is_large = is_large(passages.len());
    let drawn_of_cases = if is_large { &OF_CASES[..1] } else { &OF_CASES };
    let (chapters, of_cases) = rayon::join(|| Chapters::make(results), || of_cases(results, drawn_of_cases));
    let (of_cases, not_drawn) = of_cases?;
    let by_phase = balance_by_phase(results);
    let layer = (!study.adjudications.is_empty()).then(|| Layer::of(study, &usual_layer(study), options));
    let too_large = is_large.then(|| codelines_too_large(results));
    let absent: Vec<Absent> = chapters.absent.into_iter().chain(not_drawn).chain(too_large).collect();
    let input = ReportInput {
        facts,
        table: results.table()?,
        balance: results.balance()?,
        balance_by_phase: by_phase.as_ref(),
        sample: results.sample()?,
        tensions: results.all_tensions().ok().map(AsRef::as_ref),
        verdicts: results.verdicts().ok().map(AsRef::as_ref),
        passages: &passages,
        is_large,
        adjudication: layer.as_ref(),
        chapters: &chapters.chapters,
        absent: &absent,
        of_cases: &of_cases,
        commands: Commands {
            again: asked.command,
            other_language: &in_other_language(asked.command, project.words.language),
        },
        diagnostics: DiagnosticsSummary::of(project.diagnostics()),
    };
    Ok(draad_report::render(study, &input, project.words)?.into_bytes())
}

/// Returns the balance per case and phase; nothing where the study has no phases.
fn balance_by_phase(results: &Results) -> Option<Balance> {
    let options = Options { by: Some(By::Phase), ..results.options.clone() };
    let has_phases = !results.study().settings.phases.is_empty();
    let balance =
        || Balance::from_facts(results.study(), &results.facts, &options, &BalanceOptions::default());
    has_phases.then(balance)?.ok()
}

/// Draws each case, and says of which there was nothing to draw.
#[expect(clippy::type_complexity, reason = "the figures and what is not among them")]
fn of_cases(
    results: &Results,
    names: &[&'static str],
) -> Outcome<(BTreeMap<CaseId, Vec<Figure>>, Vec<Absent>)> {
    let cases = results.table()?.cases.par_iter().map(|column| &column.id);
    let drawn: Vec<(&CaseId, &str, Outcome<Figure>)> = cases
        .flat_map_iter(|case| {
            names.iter().map(move |&name| (case, name, figures::of_case(results, name, case)))
        })
        .collect();
    let mut figures: BTreeMap<CaseId, Vec<Figure>> = BTreeMap::new();
    let mut reasons: BTreeMap<(&str, String), Vec<&str>> = BTreeMap::new();
    for (case, name, figure) in drawn {
        match figure {
            Ok(figure) => figures.entry(case.clone()).or_default().push(figure),
            Err(error) => reasons.entry((name, reason(results, &error))).or_default().push(case.as_str()),
        }
    }
    let absent = reasons.into_iter().map(|((name, reason), cases)| Absent {
        part: None,
        figure: Some(format!("{name} ({})", cases.join(", "))),
        reason,
    });
    Ok((figures, absent.collect()))
}

/// Says that codelines are not on a large page, and where they are.
fn codelines_too_large(results: &Results) -> Absent {
    let reason = results.project.words.say("page-codeline-large");
    Absent { part: None, figure: Some(OF_CASES[1].to_owned()), reason }
}

/// Returns why something is not there, as people read it.
fn reason(results: &Results, error: &Diagnostic) -> String {
    results.project.words.advice(&error.problem).message
}

/// Returns the command that makes the page in the other language, into a file of its own.
fn in_other_language(command: &str, language: Language) -> String {
    let (this, other) = match language {
        Language::Nl => ("nl", "en"),
        Language::En => ("en", "nl"),
    };
    let this = format!(" --lang {this}");
    let flags = match command.strip_prefix("draad report") {
        Some(flags) => flags.replacen(&this, "", 1),
        None => String::new(),
    };
    format!("draad report --lang {other}{flags} --out report-{other}.html")
}

#[cfg(test)]
mod tests;
