//! What the READMEs show works.

use crate::{example, repository, world};
use clap::CommandFactory;
use draad_cli::args::Cli;
use draad_tests::world::World;
use std::collections::BTreeSet;

const READMES: [&str; 2] = ["README.md", "README.nl.md"];
/// The headings under which questions to a study stand.
const QUESTIONS: [&str; 4] = [
    "## Asking questions",
    "## Vragen stellen",
    "## Exact answers for thirteen cases",
    "## Precieze antwoorden bij dertien casussen",
];

/// The lines of the console blocks under a heading, without what they say in comments.
fn console(text: &str, takes: impl Fn(&str) -> bool) -> Vec<Vec<String>> {
    let (mut heading, mut inside, mut lines) = ("", false, Vec::new());
    for line in text.lines() {
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            title if title.starts_with("## ") => heading = title,
            line if inside && takes(heading) => lines.extend(shlex::split(line)),
            _ => {}
        }
    }
    lines.into_iter().filter(|words| words.first().is_some_and(|word| word == "draad")).collect()
}

/// Runs the lines of a page's console blocks, of which there are at least so many, in the folder `studie`.
pub(crate) fn follow(page: &str, world: &World, least: usize) {
    let lines = console(&read(page), |_| true);
    assert!(lines.len() >= least, "{page}");
    run(page, world, lines);
}

/// Runs lines of a page in the folder `studie`; each must do what it says.
fn run(page: &str, world: &World, lines: Vec<Vec<String>>) {
    for words in lines {
        let words: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
        let seen = world.run_in("studie", &words);
        assert!(seen.starts_with("exit 0\n"), "{page}: draad {}\n{seen}", words.join(" "));
    }
}

fn read(name: &str) -> String {
    std::fs::read_to_string(repository(name)).unwrap()
}

#[test]
fn every_line_is_understood() {
    for name in READMES {
        let lines = console(&read(name), |_| true);
        assert!(lines.len() > 10, "{name}");
        for words in lines {
            let parsed = Cli::command().try_get_matches_from(&words);
            assert!(parsed.is_ok(), "{name}: {}\n{}", words.join(" "), parsed.unwrap_err());
        }
    }
}

#[test]
fn the_questions_can_be_asked_of_the_example_study() {
    for name in READMES {
        let world = world();
        world.copy(&example(), "studie");
        let lines = console(&read(name), |heading| QUESTIONS.contains(&heading));
        assert!(lines.len() > 5, "{name}");
        run(name, &world, lines);
    }
}

#[test]
fn the_raw_originals_can_be_imported_as_the_example_says() {
    let world = world();
    world.copy(&example().join("raw"), "raw");
    let text = read("examples/gedeeld-opvoederschap/LEESMIJ.md");
    let lines: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("    draad ")).collect();
    assert!(lines.len() >= 3);
    for line in lines {
        world.done("", line);
    }
}

#[test]
fn every_flag_that_is_named_exists() {
    let root = Cli::command();
    let commands = std::iter::once(&root).chain(root.get_subcommands());
    let known: BTreeSet<String> = commands
        .flat_map(|command| {
            command.get_arguments().filter_map(|arg| arg.get_long().map(|long| format!("--{long}")))
        })
        .chain(["--help".to_owned()])
        .collect();
    for name in READMES {
        let text = read(name);
        let code = text
            .split('`')
            .skip(1)
            .step_by(2)
            .filter(|code| !code.starts_with("cargo") && !code.contains('\n'));
        for flag in code.flat_map(str::split_whitespace).filter(|word| word.starts_with("--")) {
            assert!(known.contains(flag), "{name}: {flag}");
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    for name in READMES {
        let text = read(name);
        let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for target in targets.filter(|target| !target.starts_with("http")) {
            assert!(repository(target).exists(), "{name}: {target}");
        }
    }
}
