//! Asking how a project counts positions, where its own words do not show it.

use super::World;
use draad_app::coded::PositionReading;
use draad_app::import::Summary;
use draad_core::{Diagnostic, Problem};
use draad_words::Words;
use std::io::IsTerminal;
use std::path::PathBuf;

/// An answer: for which file, for which source (empty for all of them), and how it counts.
pub(super) struct Answer {
    pub(super) file: PathBuf,
    pub(super) source: String,
    pub(super) reading: PositionReading,
}

/// Takes out of what was refused the first project of which it is not clear how it counts, and asks; nothing where there is
/// none, nobody can answer, or somebody does not.
pub(super) fn ask(world: &World, words: &Words, summary: &mut Summary) -> Option<Answer> {
    if !world.terminal.watched || !std::io::stdin().is_terminal() {
        return None;
    }
    let is_unclear = |one: &Diagnostic| matches!(one.problem, Problem::PositionsUnclear { .. });
    let place = summary.refused.iter().position(is_unclear)?;
    let diagnostic = &summary.refused[place];
    let Problem::PositionsUnclear { source, candidates, .. } = &diagnostic.problem else { return None };
    let args = [("source", source.as_str().into()), ("file", diagnostic.place.file.as_str().into())];
    world.terminal.say(&words.say_with("coded-positions-unclear", args));
    world.terminal.say(&numbered(candidates));
    world.terminal.say(&words.say("coded-positions-ask"));
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).ok()?;
    let (is_for_all, reading) = choice(&line, candidates)?;
    let source = if is_for_all { String::new() } else { source.clone() };
    let answer = Answer { file: PathBuf::from(&diagnostic.place.file), source, reading };
    summary.refused.remove(place);
    Some(answer)
}

/// Returns whether a line names a candidate: they stand two spaces in, their examples four.
fn is_candidate(line: &str) -> bool {
    line.strip_prefix("  ").is_some_and(|rest| !rest.starts_with(' ') && !rest.is_empty())
}

/// Puts a number before each candidate.
fn numbered(candidates: &str) -> String {
    let mut n = 0;
    let line = |line: &str| match is_candidate(line) {
        true => {
            n += 1;
            format!("{n:>3}. {}", line.trim_start())
        }
        false => line.to_owned(),
    };
    candidates.lines().filter(|line| !line.is_empty()).map(line).collect::<Vec<_>>().join("\n")
}

/// Reads an answer: the number of a candidate, with `*` behind it for all sources.
fn choice(answer: &str, candidates: &str) -> Option<(bool, PositionReading)> {
    let answer = answer.trim();
    let number: usize = answer.trim_end_matches('*').trim().parse().ok()?;
    let line = candidates.lines().filter(|line| is_candidate(line)).nth(number.checked_sub(1)?)?;
    let reading = line.trim_start().split(" (").next()?.parse().ok()?;
    Some((answer.ends_with('*'), reading))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CANDIDATES: &str =
        "\n  utf-16; end-included (9 of 10)\n    a ⟦b⟧ c\n    d\n  code-points (8 of 10)\n    a⟦ b⟧ c";

    #[test]
    fn an_answer_is_a_number_with_or_without_a_star() {
        let chosen =
            |answer: &str| choice(answer, CANDIDATES).map(|(all, reading)| (all, reading.to_string()));
        assert_eq!(chosen("1\n"), Some((false, "utf-16; end-included".to_owned())));
        assert_eq!(chosen(" 2* "), Some((true, "code-points".to_owned())));
        for none in ["", "0", "3", "ja", "*"] {
            assert_eq!(chosen(none), None, "{none}");
        }
        assert!(numbered(CANDIDATES).contains("  2. code-points (8 of 10)\n    a⟦ b⟧ c"));
    }
}
