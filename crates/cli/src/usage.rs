//! A command line that was not understood: what is wrong with it and what to do, in Dutch. In English clap says so itself.

use crate::args::Cli;
use crate::terminal::severity_style;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory, Error};
use draad_core::Severity;
use draad_words::Words;

/// Commands that show one table, with options that `draad table` does not have.
const TABLE_COMMANDS: [&str; 3] = ["associate", "qca", "agree"];

/// Returns what is wrong, what to do, and how the command is used; nothing for what is no mistake, such as a request for
/// help, and for mistakes that a person at a keyboard does not make. `command` is the one that was meant, in the same language.
pub(crate) fn explained(error: &Error, command: &Command, words: &Words) -> Option<String> {
    let found = Found { error, words };
    let fault = found.fault()?;
    let style = severity_style(Severity::Error);
    let mut text = format!("{style}{}{style:#}: {fault}\n", words.say("severity-error"));
    let meant = found.elsewhere(command).or_else(|| found.nearest());
    let hints = [found.choices(), found.expected(command), meant];
    text.extend(hints.into_iter().flatten().map(|hint| format!("  {hint}\n")));
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        text += &format!("\n{}\n", in_words(usage, words));
    }
    Some(text + &format!("\n{}\n", words.say("usage-help")))
}

/// The line on usage that clap makes, which begins with an English word.
fn in_words(usage: &StyledStr, words: &Words) -> String {
    let usage = usage.to_string();
    let usage = usage.trim_start_matches("Usage:").trim_start();
    format!("{} {usage}", words.say("help-usage"))
}

struct Found<'a> {
    error: &'a Error,
    words: &'a Words,
}

impl Found<'_> {
    fn fault(&self) -> Option<String> {
        let key = match self.error.kind() {
            ErrorKind::InvalidValue if self.text(ContextKind::InvalidValue).is_empty() => {
                "usage-value-missing"
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-value",
            ErrorKind::UnknownArgument => "usage-unknown",
            ErrorKind::InvalidSubcommand => "usage-command",
            ErrorKind::ArgumentConflict if self.text(ContextKind::PriorArg) == self.argument() => {
                "usage-twice"
            }
            ErrorKind::ArgumentConflict => "usage-conflict",
            ErrorKind::MissingRequiredArgument => "usage-missing",
            ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
                "usage-number-of-values"
            }
            _ => return None,
        };
        let args = [
            ("argument", self.argument().into()),
            ("value", self.text(ContextKind::InvalidValue).into()),
            ("command", self.text(ContextKind::InvalidSubcommand).into()),
            ("other", self.text(ContextKind::PriorArg).into()),
        ];
        Some(self.words.say_with(key, args))
    }

    /// The values there are to choose from.
    fn choices(&self) -> Option<String> {
        let values = self.text(ContextKind::ValidValue);
        (!values.is_empty()).then(|| self.words.say_with("usage-choices", [("values", values.into())]))
    }

    /// What the argument is for, where a value does not fit it and there is no list to choose from.
    fn expected(&self, command: &Command) -> Option<String> {
        if self.error.kind() != ErrorKind::ValueValidation {
            return None;
        }
        let argument = self.argument();
        let is_meant = |arg: &&Arg| arg.to_string() == argument;
        let help = command.get_arguments().find(is_meant)?.get_help()?.to_string();
        Some(self.words.say_with("usage-expected", [("help", help.into())]))
    }

    /// The command of its own that understands the flag, where a table was asked for.
    fn elsewhere(&self, command: &Command) -> Option<String> {
        if self.error.kind() != ErrorKind::UnknownArgument || command.get_name() != "table" {
            return None;
        }
        let argument = self.argument();
        let flag = argument.strip_prefix("--")?;
        let all = Cli::command();
        let understands = |name: &&&str| {
            let command = all.find_subcommand(name);
            command.is_some_and(|command| command.get_arguments().any(|arg| arg.get_long() == Some(flag)))
        };
        let other = TABLE_COMMANDS.iter().find(understands)?;
        Some(self.words.say_with("usage-elsewhere", [("command", (*other).into()), ("flag", flag.into())]))
    }

    /// What was probably meant.
    fn nearest(&self) -> Option<String> {
        let kinds = [
            ContextKind::SuggestedValue,
            ContextKind::SuggestedArg,
            ContextKind::SuggestedSubcommand,
            ContextKind::SuggestedCommand,
        ];
        let nearest = kinds.map(|kind| self.text(kind)).into_iter().find(|text| !text.is_empty())?;
        Some(self.words.say_with("usage-nearest", [("nearest", nearest.into())]))
    }

    fn argument(&self) -> String {
        self.text(ContextKind::InvalidArg)
    }

    fn text(&self, kind: ContextKind) -> String {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => text.clone(),
            Some(ContextValue::Strings(texts)) => texts.join(", "),
            Some(ContextValue::Number(number)) => number.to_string(),
            _ => String::new(),
        }
    }
}
