//! Everything that there is to make, each by a job of its own.

use super::Making;
use super::listed::table;
use super::made::{File, Made, Refused, about};
use crate::output::csv;
use crate::tables::{self, Request};
use crate::{passages, report};
use draad_analysis::CasesByFactors;
use draad_core::Problem;
use draad_core::diagnostic::Outcome;
use std::path::Path;

/// One or more outputs and how to make them.
pub(super) type Job<'a> = Box<dyn Fn() -> Outcome<Vec<Made>> + Sync + 'a>;

/// Further keys by which factors are counted, in a file each.
const KEYS: [&str; 3] = ["phase", "role", "kind"];

/// Returns everything that there is to make. Tables come last, those of the study's own last of all: a name is for those that
/// come first.
pub(super) fn all<'a>(making: &'a Making) -> Outcome<Vec<Job<'a>>> {
    let mut jobs = Vec::new();
    reports(making, &mut jobs);
    making.pictures(&mut jobs);
    lists(making, &mut jobs)?;
    usual_tables(making, &mut jobs);
    own_tables(making, &mut jobs);
    Ok(jobs)
}

fn reports<'a>(making: &'a Making, jobs: &mut Vec<Job<'a>>) {
    for kind in report::kinds() {
        jobs.push(Box::new(move || {
            let made_by = format!("draad report --as {}", kind.name);
            Ok(vec![match kind.make(making.results, Path::new(kind.file), "draad run") {
                Ok(bytes) => {
                    let file = File { also_from: Some("problems"), ..File::new(bytes, made_by) };
                    Made::Files(vec![(kind.file.to_owned(), file)])
                }
                Err(diagnostic) if matches!(diagnostic.problem, Problem::NothingToShow { .. }) => {
                    let words = making.project.words;
                    let advice = words.advice(&diagnostic.problem);
                    let name = words.say_with("run-report", [("name", kind.name.into())]);
                    Made::Refused(Refused { name, is_own: false, reason: advice.message, help: advice.help })
                }
                Err(diagnostic) => return Err(diagnostic),
            }])
        }));
    }
}

/// Factors by outcome and by further keys, and every passage.
fn lists<'a>(making: &'a Making, jobs: &mut Vec<Job<'a>>) -> Outcome<()> {
    let (project, results) = (making.project, making.results);
    let table = results.table()?;
    jobs.push(Box::new(|| {
        one("factors-by-outcome", csv(&table.factors_by_group()), "draad table cases-by-factors")
    }));
    jobs.push(Box::new(|| {
        one("passages", csv(&passages::every(project, &results.facts, &results.options)), "draad run")
    }));
    for key in KEYS {
        jobs.push(Box::new(move || {
            let request = Request { by: Some(key.to_owned()), ..Request::default() };
            let options = request.options(project)?;
            let table = CasesByFactors::from_facts(project.study(), &results.facts, &options)?;
            let made_by = format!("draad table cases-by-factors --by {key}");
            one(&format!("factors-by-{key}"), csv(&table.factors_by_group()), &made_by)
        }));
    }
    Ok(())
}

fn usual_tables<'a>(making: &'a Making, jobs: &mut Vec<Job<'a>>) {
    let project = making.project;
    for name in tables::usual_names(project) {
        jobs.push(Box::new(move || {
            Ok(vec![match making.results.answer(name) {
                Ok(answer) => table(project, name, answer, answer.views(project), None),
                Err(diagnostic) => Made::Refused(about(project, name, *diagnostic)),
            }])
        }));
    }
}

fn own_tables<'a>(making: &'a Making, jobs: &mut Vec<Job<'a>>) {
    let project = making.project;
    for own in project.study().tables.values() {
        jobs.push(Box::new(move || {
            let name = own.name.as_str();
            Ok(vec![match tables::computed(project, own) {
                Ok((answer, views)) => table(project, name, &*answer, views, Some("tables")),
                Err(diagnostic) => Made::Refused(about(project, name, *diagnostic)),
            }])
        }));
    }
}

fn one(stem: &str, text: String, made_by: &str) -> Outcome<Vec<Made>> {
    Ok(vec![Made::Files(vec![(format!("tables/{stem}.csv"), File::new(text.into_bytes(), made_by))])])
}
