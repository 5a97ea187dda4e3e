//! The help in both languages, and the reference page made from it.

use crate::{repository, world};
use clap::CommandFactory;
use draad_cli::args::Cli;
use insta::assert_snapshot;

/// Set it to write `docs/command.md` anew instead of comparing it.
const REFRESH: &str = "DRAAD_REFRESH";

fn every_help(language: &'static str) -> String {
    let world = world().set("DRAAD_LANG", language);
    let commands =
        Cli::command().get_subcommands().map(|command| command.get_name().to_owned()).collect::<Vec<_>>();
    let mut text = world.run(&["--help"]);
    for command in &commands {
        text += &format!("\n$ draad {command} --help\n{}", world.run(&[command, "--help"]));
    }
    text
}

#[test]
fn help_in_english() {
    assert_snapshot!(every_help("en"));
}

#[test]
fn help_in_dutch() {
    assert_snapshot!(every_help("nl"));
}

#[test]
fn a_command_line_that_was_not_understood_is_explained_in_dutch() {
    let lines = [
        "tabel",
        "table --by",
        "table --format exel",
        "table --quotes nul",
        "table --lijst",
        "table --limit 3 --limit 4",
        "table --cell p01 --by role",
        "code",
    ];
    let world = world().set("DRAAD_LANG", "nl");
    let said =
        lines.map(|line| format!("$ draad {line}\n{}", world.run(&line.split(' ').collect::<Vec<_>>())));
    assert_snapshot!(said.join("\n"));
}

#[test]
fn the_version_is_told() {
    assert_eq!(
        world().run(&["--version"]),
        format!("exit 0\n--- stdout\ndraad {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn the_reference_page_is_up_to_date() {
    let path = repository("docs/command.md");
    let page = reference_page();
    if std::env::var_os(REFRESH).is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &page).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == page,
        "docs/command.md is out of date; {REFRESH}=1 cargo test -p draad-tests writes it anew"
    );
}

/// The command line as a page of Markdown.
fn reference_page() -> String {
    let mut root = Cli::command();
    root.build();
    let mut page = "# The command `draad`\n\nMade from the command line itself; `draad COMMAND --help` says the same, with `--lang nl` in Dutch.\n".to_owned();
    page += "\n## For every command\n\n";
    page += &list(&root, |arg| arg.is_global_set());
    for command in root.get_subcommands() {
        page +=
            &format!("\n## draad {}\n\n{}.\n\n", command.get_name(), command.get_about().unwrap_or_default());
        let usage = command.clone().render_usage().to_string();
        page += &format!("```text\n{}\n```\n\n", usage.trim_start_matches("Usage: "));
        page += &list(command, |arg| !arg.is_global_set());
    }
    page.trim_end().to_owned() + "\n"
}

/// One line per argument: how to write it, what it does, what it can be.
fn list(command: &clap::Command, takes: impl Fn(&clap::Arg) -> bool) -> String {
    let listed = command
        .get_arguments()
        .filter(|arg| takes(arg) && !["help", "version"].contains(&arg.get_id().as_str()));
    listed.map(line).collect()
}

fn line(arg: &clap::Arg) -> String {
    let mut notes = Vec::new();
    let values = arg.get_possible_values();
    if !values.is_empty() && arg.get_action().takes_values() {
        let names: Vec<_> = values.iter().map(|value| format!("`{}`", value.get_name())).collect();
        notes.push(format!("one of {}", names.join(", ")));
    }
    let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if !default.concat().is_empty() && arg.get_action().takes_values() {
        notes.push(format!("without it `{}`", default.join(",")));
    }
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("; ")) };
    format!(
        "- `{}`: {}{notes}\n",
        arg.to_string().replace("...", "…"),
        arg.get_help().cloned().unwrap_or_default()
    )
}
