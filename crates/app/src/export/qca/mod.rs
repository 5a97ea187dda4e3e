//! Sheets for the R package QCA, with a script that reads them; and an analysis to be done again there.

mod analysis;

pub use analysis::export_analysis;

use super::{Made, Request};
use crate::export::dictionary::facts;
use crate::export::script::Script;
use crate::{Project, output, tables};
use draad_analysis::CasesByFactors;
use draad_analysis::qca::sheets::{Sheets, sheets};
use draad_analysis::table::{Table, Value};
use draad_core::diagnostic::Outcome;
use draad_core::{ConditionMeasure, Diagnostic, Place, Problem};
use draad_ingest::coded::{Reason, Reconciliation, Thing};
use draad_words::Words;

/// More conditions than this leave most rows of a truth table empty at the usual number of cases.
const MAX_CONDITIONS: usize = 4;

/// The sheets, their legend, the script, and a README.
///
/// # Errors
/// `AnchorsInvalid`; when no case is left.
pub(super) fn qca(project: &Project, request: &Request) -> Outcome<Made> {
    if let Some([exclusion, crossover, inclusion]) = request.anchors {
        let is_fine = 0.0 <= exclusion && exclusion < crossover && crossover < inclusion && inclusion <= 1.0;
        if !is_fine {
            return Err(Box::new(Diagnostic::error(Place::default(), Problem::AnchorsInvalid)));
        }
    }
    let sheets = sheets_of(project, request)?;
    let mut files = vec![
        ("qca-crisp.csv".to_owned(), for_r(&sheets.crisp).into_bytes()),
        ("qca-raw.csv".to_owned(), for_r(&sheets.raw).into_bytes()),
        ("legend.csv".to_owned(), output::csv(&sheets.legend).into_bytes()),
        ("qca.R".to_owned(), script(&sheets, &project.words).into_bytes()),
        ("README.txt".to_owned(), readme(project, request, &sheets).into_bytes()),
    ];
    if let Some(fuzzy) = &sheets.fuzzy {
        files.push(("qca-fuzzy.csv".to_owned(), for_r(fuzzy).into_bytes()));
    }
    Ok((files, left_behind(project)))
}

/// Makes the sheets of what passes the filter.
///
/// # Errors
/// When no case is left.
pub(super) fn sheets_of(project: &Project, request: &Request) -> Outcome<Sheets> {
    let asked = tables::Request { filter: request.filter.clone(), ..tables::Request::default() };
    let table = CasesByFactors::from_study(project.study(), &asked.options(project)?)?;
    Ok(sheets(project.study(), &table, request.measure, request.anchors))
}

/// Writes a sheet as R reads it: what is not known is `NA`.
fn for_r(sheet: &Table) -> String {
    let known = |value: &Value| if *value == Value::Nothing { Value::text("NA") } else { value.clone() };
    let rows = sheet.rows.iter().map(|row| row.iter().map(known).collect()).collect();
    output::csv(&Table { name: sheet.name, columns: sheet.columns.clone(), rows })
}

/// These sheets hold whether and how much, and no words.
fn left_behind(project: &Project) -> Reconciliation {
    let study = project.study();
    let mut left = Reconciliation::default();
    for (thing, n) in [
        (Thing::Sources, study.sources.len()),
        (Thing::Codings, study.codings.len()),
        (Thing::Memos, study.memos.len()),
    ] {
        if n > 0 {
            left.lose(thing, "", Reason::OnlyCounted, n.to_string());
        }
    }
    left
}

fn readme(project: &Project, request: &Request, sheets: &Sheets) -> String {
    let words = &project.words;
    let mut text = format!("{}\n\n", project.study().settings.title);
    for (name, value) in facts(project, &request.filter).into_iter().take(4) {
        text += &format!("{name}: {value}\n");
    }
    for key in ["qca-crisp", "qca-nothing", "qca-folded", "qca-directions", "qca-raw", "qca-names"] {
        text += &format!("\n{}\n", words.say(key));
    }
    text += &format!("\n{}\n", fuzzy_line(words, request.measure, request.anchors));
    if !sheets.uncalibrated.is_empty() {
        let args = [("columns", sheets.uncalibrated.join(", ").into())];
        text += &format!("\n{}\n", words.say_with("qca-uncalibrated", args));
    }
    if !sheets.at_crossover.is_empty() {
        let cells: Vec<String> =
            sheets.at_crossover.iter().map(|(column, case)| format!("{column} ({case})")).collect();
        let args = [("cells", cells.join(", ").into())];
        text += &format!("\n{}\n", words.say_with("qca-at-crossover", args));
    }
    text + &format!("\n{}\n", words.say("qca-few-cases"))
}

fn fuzzy_line(words: &Words, measure: ConditionMeasure, anchors: Option<[f64; 3]>) -> String {
    let Some([exclusion, crossover, inclusion]) = anchors else {
        return words.say("qca-without-anchors");
    };
    let name: &str = measure.into();
    let args = [
        ("measure", words.say(&format!("qca-measure-{name}")).into()),
        ("exclusion", exclusion.to_string().into()),
        ("crossover", crossover.to_string().into()),
        ("inclusion", inclusion.to_string().into()),
    ];
    words.say_with("qca-fuzzy", args)
}

/// A script that runs as it is. Which conditions matter is for the researcher: it starts with the first ones that vary.
fn script(sheets: &Sheets, words: &Words) -> String {
    let outcome = sheets.outcomes.first().map_or("", String::as_str);
    let conditions: Vec<&str> = varying(sheets).map(String::as_str).collect();
    let file = if sheets.fuzzy.is_some() { "qca-fuzzy.csv" } else { "qca-crisp.csv" };
    let mut script = Script::for_qca(words, "qca-script-what");
    script.comment("qca-script-data");
    script.read("data", file).read("crisp", "qca-crisp.csv").read("raw", "qca-raw.csv").gap();
    script.comment("qca-script-choose").choose(outcome, &conditions);
    if let Some(first) = sheets.conditions.first() {
        script.comment("qca-script-calibrate");
        script.line(&format!(
            "# data${first} <- calibrate(raw${first}_COVERAGE, type = \"fuzzy\", method = \"direct\", thresholds = c(e, c, i))"
        ));
        script.gap();
    }
    script.comment("qca-script-missing").complete_cases();
    script.comment("qca-script-table");
    script.line("tt <- truthTable(used, outcome = outcome, conditions = conditions, incl.cut = 0.8, complete = TRUE, show.cases = TRUE)");
    script.line("print(tt)").gap();
    script.comment("qca-script-solutions");
    script.line("if (any(tt$tt$OUT == \"1\")) {");
    script.line("  print(minimize(tt, details = TRUE, show.cases = TRUE))");
    script.line("  print(minimize(tt, include = \"?\", details = TRUE, show.cases = TRUE))").line("}");
    script.done()
}

/// The first conditions that are there in some cases and not in others.
fn varying(sheets: &Sheets) -> impl Iterator<Item = &String> {
    let crisp = &sheets.crisp;
    let varies = |name: &&String| {
        let place = crisp.columns.iter().position(|column| column.name == **name);
        let has =
            |flag| place.is_some_and(|place| crisp.rows.iter().any(|row| row[place] == Value::Integer(flag)));
        has(0) && has(1) && !sheets.uncalibrated.contains(name)
    };
    sheets.conditions.iter().filter(varies).take(MAX_CONDITIONS)
}
