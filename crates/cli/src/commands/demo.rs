//! `draad demo`

use super::World;
use crate::{Done, Failure, args};
use draad_app::Project;
use draad_app::demo::{self, Findings};
use draad_app::run::run as run_all;
use draad_app::status::{Status, status};
use draad_core::Severity;
use draad_words::Words;

pub(crate) fn run(world: &World, args: &args::Demo) -> Result<Done, Failure> {
    let folder = world.current.join(&args.folder);
    let words = Words::new(world.asked.unwrap_or(world.fallback));
    let terminal = world.terminal;
    let progress = terminal.progress(words);
    let shown = args.folder.display().to_string();
    terminal.headline(&words.say_with("demo-start", [("folder", shown.as_str().into())]));
    progress.begin("progress-write", 1);
    let n_files = world.expect(demo::write(&folder), words)?;
    progress.finish();
    terminal.say(&step(&words, "demo-step-write", "files", n_files));
    let project = world.expect(Project::open(Some(&folder), &world.current, Some(words.language)), words)?;
    let [errors, warnings, notes] =
        [Severity::Error, Severity::Warning, Severity::Note].map(|severity| project.count(severity).into());
    let problems =
        words.say_with("check-summary", [("errors", errors), ("warnings", warnings), ("notes", notes)]);
    terminal.say(&format!("  {}", words.say_with("demo-step-check", [("problems", problems.into())])));
    progress.begin("progress-index", 1);
    world.expect(draad_app::search::open_index(&project), words)?;
    progress.finish();
    let held = status(&project);
    terminal.say(&step(&words, "demo-step-index", "units", held.n_units));
    let ran = world.expect(run_all(&project, true, &*progress), words)?;
    terminal.say(&step(&words, "demo-step-run", "files", ran.files.len()));
    let findings = world.expect(demo::findings(&project), words)?;
    world.print(&words, &format!("\n{}", last_lines(&words, &shown, &held, &findings)))?;
    Ok(Done::Fine)
}

fn step(words: &Words, key: &str, name: &str, n: usize) -> String {
    format!("  {}", words.say_with(key, [(name, n.into())]))
}

/// What was found, where the files are, and what to try next.
fn last_lines(words: &Words, folder: &str, held: &Status, findings: &Findings) -> String {
    let mut lines = vec![words.say_with(
        "demo-held",
        [
            ("cases", held.n_cases.into()),
            ("sources", held.n_sources.into()),
            ("words", held.n_words.into()),
            ("codings", held.n_codings.into()),
            ("coders", held.coders.len().into()),
        ],
    )];
    if let Some(contrast) = &findings.contrast {
        let [(group1, k1, n1), (group2, k2, n2)] = contrast.groups.clone();
        lines.push(words.say_with(
            "demo-contrast",
            [
                ("factor", contrast.factor.clone().into()),
                ("group1", group1.into()),
                ("k1", k1.into()),
                ("n1", n1.into()),
                ("group2", group2.into()),
                ("k2", k2.into()),
                ("n2", n2.into()),
            ],
        ));
    }
    if let Some(tension) = &findings.tension {
        let args = [
            ("factor", tension.factor.clone().into()),
            ("k", tension.n_both.into()),
            ("n", tension.n_cases.into()),
        ];
        lines.push(words.say_with("demo-tension", args));
    }
    let report = format!("{folder}/output/report.html");
    lines.push(
        words.say_with(
            "demo-files",
            [("report", report.into()), ("output", format!("{folder}/output").into())],
        ),
    );
    let cell = findings.tension.as_ref().map_or("p01,vertrouwen".to_owned(), |tension| tension.cell.clone());
    lines.push(words.say_with("demo-next", [("folder", folder.to_owned().into()), ("cell", cell.into())]));
    lines.join("\n")
}
