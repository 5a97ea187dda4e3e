//! The help, in Dutch and English. English stands in `args/`; Dutch in the catalogue, under `help-<command>` for a
//! command and `help-<command>--<flag>` (or `help--<flag>` for one that several commands share) for a flag.

use crate::args::{ANALYSIS, COMPARISON, Cli};
use clap::{Arg, ArgAction, Command, CommandFactory};
use draad_core::Language;
use draad_words::Words;

/// The heading of the options that only some tables understand, as `args/table.rs` has it.
const TABLE_OPTIONS: &str = "Options of some tables";

/// Returns the language to speak before a study is open: `--lang`, else `DRAAD_LANG`, else the system's, where that is
/// Dutch; English otherwise.
pub(crate) fn language(arguments: &[String]) -> Language {
    let flag = arguments.iter().enumerate().find_map(|(position, word)| match word.strip_prefix("--lang") {
        Some("") => arguments.get(position + 1).cloned(),
        Some(value) => value.strip_prefix('=').map(ToOwned::to_owned),
        None => None,
    });
    let mut system = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
    let system = system.find(|value| !value.is_empty());
    let asked =
        flag.or_else(|| std::env::var("DRAAD_LANG").ok()).or(system).unwrap_or_default().to_lowercase();
    if asked.starts_with("nl") { Language::Nl } else { Language::En }
}

/// Returns the command line with its help in `language`.
pub(crate) fn command(language: Language) -> Command {
    let command = Cli::command();
    if language == Language::En { command } else { translate(command, &Words::new(language)) }
}

fn translate(command: Command, words: &Words) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command =
        translate_flags(command.about(words.say("help-draad")).long_about(None), words, "draad");
    for name in names {
        command = command.mut_subcommand(&name, |sub| {
            translate_flags(sub.about(words.say(&format!("help-{name}"))).long_about(None), words, &name)
        });
    }
    command
}

fn translate_flags(command: Command, words: &Words, name: &str) -> Command {
    let command_name = name.to_owned();
    let words = *words;
    let heading = |arg: &Arg| match arg.get_help_heading() {
        Some(TABLE_OPTIONS) => "help-table-options",
        Some(COMPARISON) => "help-comparison-options",
        Some(ANALYSIS) => "help-analysis-options",
        Some(_) => "help-filters",
        None if arg.is_positional() => "help-arguments",
        None => "help-options",
    };
    let own = |id: &'static str, short: char, action| {
        let arg = Arg::new(id).short(short).long(id).action(action);
        arg.help(words.say(&format!("help--{id}"))).help_heading(words.say("help-options"))
    };
    let command = command
        .help_template(format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}", words.say("help-usage")))
        .subcommand_help_heading(words.say("help-commands"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .mut_args(move |arg| {
            let heading = words.say(heading(&arg));
            arg.help_heading(heading)
        })
        .arg(own("help", 'h', ArgAction::Help))
        .arg(own("version", 'V', ArgAction::Version));
    command.mut_args(move |arg| {
        let keys = keys(&command_name, &arg);
        let Some(key) = keys.iter().find(|key| words.has(key)) else { return arg };
        let (short, long) = with_values(&words, &arg, &keys, words.say(key));
        // The command line names values and defaults in English.
        let takes_values = arg.get_action().takes_values();
        let arg = arg.help(short).hide_possible_values(takes_values).hide_default_value(takes_values);
        match long {
            Some(long) => arg.long_help(long),
            None => arg.long_help(None),
        }
    })
}

/// Returns the keys under which the help of a flag may stand.
fn keys(command: &str, arg: &Arg) -> [String; 2] {
    let id = arg.get_id().as_str().replace('_', "-");
    [format!("help-{command}--{id}"), format!("help--{id}")]
}

/// Returns the help of a flag, in short and at length, with the values it takes and what each means.
fn with_values(words: &Words, arg: &Arg, keys: &[String], help: String) -> (String, Option<String>) {
    let default: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    let default = match default.join(",") {
        value if value.is_empty() || !arg.get_action().takes_values() => String::new(),
        value => format!(" {}", words.say_with("help-default", [("value", value.into())])),
    };
    let values: Vec<String> = values(arg);
    if values.is_empty() {
        return (help + &default, None);
    }
    let meaning = |value: &String| {
        let key = keys.iter().map(|key| format!("{key}--{value}")).find(|key| words.has(key));
        key.map_or_else(|| format!("- {value}"), |key| format!("- {value}: {}", words.say(&key)))
    };
    let list = values.iter().map(meaning).collect::<Vec<_>>().join("\n");
    let choices = words.say_with("help-choices", [("values", values.join(", ").into())]);
    let long = format!("{help}{default}\n\n{}\n{list}", words.say("help-values"));
    (format!("{help} {choices}{default}"), Some(long))
}

/// Returns the values that a flag takes; those of a flag without a value go without saying.
fn values(arg: &Arg) -> Vec<String> {
    let values = arg.get_possible_values();
    let takes = arg.get_action().takes_values();
    values
        .iter()
        .filter(|value| takes && !value.is_hide_set())
        .map(|value| value.get_name().to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_flag_has_dutch_help() {
        let words = Words::new(Language::Nl);
        let mut missing = Vec::new();
        let root = Cli::command();
        for command in std::iter::once(&root).chain(root.get_subcommands()) {
            let name = command.get_name();
            if !words.has(&format!("help-{name}")) {
                missing.push(format!("help-{name}"));
            }
            for arg in
                command.get_arguments().filter(|arg| !["help", "version"].contains(&arg.get_id().as_str()))
            {
                let keys = keys(name, arg);
                if !keys.iter().any(|key| words.has(key)) {
                    missing.push(keys[0].clone());
                }
                for value in values(arg) {
                    if !keys.iter().any(|key| words.has(&format!("{key}--{value}"))) {
                        missing.push(format!("{}--{value}", keys[0]));
                    }
                }
            }
        }
        assert!(missing.is_empty(), "{}", missing.join("\n"));
    }

    #[test]
    fn the_help_names_every_use_of_a_file() {
        for language in [Language::Nl, Language::En] {
            let mut command = command(language);
            command.build();
            let import = command.find_subcommand_mut("import").unwrap();
            let help = import.render_help().to_string();
            let (_, help) = help.split_once("--use").unwrap();
            for name in draad_app::import::FileUse::NAMES {
                assert!(help.contains(name), "{language:?}: {name}");
            }
        }
    }

    #[test]
    fn the_command_line_is_well_formed_in_both_languages() {
        command(Language::En).debug_assert();
        command(Language::Nl).debug_assert();
    }
}
