//! Tables of the page: those that are always there, and some that only the page has, so that no figure is without the
//! numbers behind it.

use crate::results::Results;
use crate::show::View;
use crate::words::{self, WordList};
use draad_analysis::study_design::{Group, MethodRow};
use draad_analysis::{RouteCourse, ScoreLines, StudyDesign};
use draad_core::Label;
use draad_core::diagnostic::Outcome;
use draad_figures::basis_sentences;
use draad_report::Sheet;
use draad_words::Words;

/// Rows of a table that the page shows at most; a note says how many there are.
const MOST_ROWS: usize = 200;

/// Parts of tables that the page shows in its own way.
const OF_THE_PAGE: [&str; 1] = ["tensions-passages"];

/// Returns a table that is always there, without the parts that people see only when they ask for one.
pub(super) fn of_table(results: &Results, name: &str) -> Outcome<Vec<Sheet>> {
    let answer = results.answer(name)?;
    let details = answer.details();
    let views = answer.views(results.project).into_iter();
    let words = &results.project.words;
    let is_shown = |view: &View| !details.contains(&view.part) && !OF_THE_PAGE.contains(&view.part);
    Ok(views.filter(is_shown).map(|view| sheet(words, view)).collect())
}

/// Returns the words that are typical of each role.
pub(super) fn keyness(results: &Results) -> Outcome<Vec<Sheet>> {
    let list = WordList::Keyness(results.keyness()?.as_ref().clone());
    Ok(vec![sheet(&results.project.words, words::view(results.project, &list))])
}

/// Returns the design: a row per phase of the research and method.
pub(super) fn design(results: &Results) -> Outcome<Vec<Sheet>> {
    let words = &results.project.words;
    let design = StudyDesign::from_facts(results.study(), &results.facts, &results.options)?;
    let row = |phase: usize, method: &MethodRow| {
        let heard = method.cells[phase].as_ref()?;
        let of_phase = &design.phases[phase];
        Some(vec![
            of_phase.label.or(words.language, of_phase.id.as_str()),
            of_phase.question.or(words.language, ""),
            method.label.or(words.language, &method.name),
            heard.iter().map(|group| heard_words(words, group)).collect::<Vec<_>>().join("; "),
        ])
    };
    let phases = 0..design.phases.len();
    let rows = phases.flat_map(|phase| design.methods.iter().filter_map(move |method| row(phase, method)));
    let header = ["phase", "question", "method", "heard"];
    Ok(vec![made(words, &header, (4, 0), rows.collect(), Vec::new())])
}

fn heard_words(words: &Words, group: &Group) -> String {
    let label = group.label.or(words.language, "");
    match group.n {
        Some(n) => format!("{} {label}", words.whole(u64::from(n))),
        None => label,
    }
}

/// Returns the mean answer per case, role and day.
pub(super) fn scores(results: &Results) -> Outcome<Vec<Sheet>> {
    let words = &results.project.words;
    let scores = ScoreLines::from_facts(results.study(), &results.facts, &results.options)?;
    let sheets = scores.instruments.iter().map(|instrument| {
        let lines = instrument.cases.iter().flat_map(|case| case.lines.iter().map(move |line| (case, line)));
        let days = lines.flat_map(|(case, line)| line.days.iter().map(move |day| (case, line, day)));
        let rows = days.map(|(case, line, day)| {
            let role = match &line.role {
                Some(role) => line.label.or(words.language, role.as_str()),
                None => words.say("page-role-unknown"),
            };
            let (mean, n) = (words.number(day.mean, 2), day.n_answers.to_string());
            vec![case.id.to_string(), role, words.day(day.date), mean, n]
        });
        let notes = vec![basis_sentences(&scores.basis, results.study(), *words)];
        let header = ["case", "role", "day", "mean", "answers"];
        Sheet { title: instrument.name.clone(), ..made(words, &header, (3, 0), rows.collect(), notes) }
    });
    Ok(sheets.collect())
}

/// Returns the route: a row per conversation that should take place, under its phase with what that should lead to.
pub(super) fn route(results: &Results) -> Outcome<Vec<Sheet>> {
    let words = &results.project.words;
    let route = RouteCourse::from_facts(results.study(), &results.facts, &results.options, None)?;
    let name = |label: &Label, id: &str| label.or(words.language, id);
    let sections = route.phases.iter().map(|step| {
        let goals: Vec<String> = step.goals.iter().map(|goal| goal.or(words.language, "")).collect();
        let phase = name(&step.label, step.phase.as_str());
        let title = if goals.is_empty() { phase } else { format!("{phase}: {}", goals.join("; ")) };
        let rows = step.conversations.iter().map(|conversation| {
            let actor = |&place: &usize| name(&route.actors[place].label, route.actors[place].role.as_str());
            let who: Vec<String> = conversation.actors.iter().map(actor).collect();
            let times = conversation.times_per_year.map(|times| times.to_string());
            vec![
                name(&conversation.label, conversation.name.as_str()),
                who.join(", "),
                times.unwrap_or_default(),
            ]
        });
        (title, rows.collect())
    });
    let sections = sections.collect();
    Ok(vec![Sheet {
        sections,
        ..made(words, &["conversation", "who", "per-year"], (2, 0), Vec::new(), Vec::new())
    }])
}

/// Returns a table with so many columns of text from the left and of running text from the right.
fn made(
    words: &Words,
    header: &[&str],
    (n_left, n_prose): (usize, usize),
    rows: Vec<Vec<String>>,
    notes: Vec<String>,
) -> Sheet {
    let header = header.iter().map(|name| words.say(&format!("page-column-{name}"))).collect();
    Sheet { title: String::new(), header, n_left, n_prose, sections: vec![(String::new(), rows)], notes }
}

/// Returns a view as a table of the page.
fn sheet(words: &Words, view: View) -> Sheet {
    view.limited(words, MOST_ROWS).into()
}
