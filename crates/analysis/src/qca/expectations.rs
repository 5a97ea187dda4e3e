//! Directional expectations as people write them: `vertrouwen=present`, `framework=voluntary`, `afspraken=-`.

use super::conditions::ConditionUsed;
use crate::problem;
use draad_core::Problem;
use draad_core::diagnostic::Outcome;
use draad_measures::qca::Expectation;

/// Reads what is expected of each condition; of one that is not named nothing is. Several values of one condition mean any
/// of them.
///
/// # Errors
/// What is written is no expectation, or is about none of the conditions.
pub(super) fn read(written: &[String], conditions: &[ConditionUsed]) -> Outcome<Vec<Expectation>> {
    let mut found = vec![Expectation::Open; conditions.len()];
    let written = written.iter().map(|text| text.trim()).filter(|text| !text.is_empty());
    for text in written {
        let unread = || {
            let known = known(conditions);
            problem(Problem::QcaExpectationUnread { expectation: text.to_owned(), known })
        };
        // a test on an attribute has a sign of its own
        let (name, value) = text.rsplit_once('=').ok_or_else(unread)?;
        let place = place(name.trim(), conditions)?;
        match value.trim() {
            "-" => found[place] = Expectation::Open,
            value => add(&mut found[place], level(value, &conditions[place]).ok_or_else(unread)?),
        }
    }
    Ok(found)
}

/// Returns the position of the condition that has this name, in the study or in formulas.
fn place(name: &str, conditions: &[ConditionUsed]) -> Outcome<usize> {
    let is_called = |condition: &ConditionUsed| {
        condition.id == name || condition.name == name || condition.label.is(name)
    };
    conditions.iter().position(is_called).ok_or_else(|| {
        problem(Problem::QcaExpectationOfNone { condition: name.to_owned(), known: known(conditions) })
    })
}

/// Returns the level that a word means for a condition.
fn level(value: &str, condition: &ConditionUsed) -> Option<u8> {
    let is_value = |(id, label): &(String, draad_core::Label)| id == value || label.is(value);
    if let Some(place) = condition.levels.iter().position(is_value) {
        return u8::try_from(place).ok();
    }
    match value {
        "present" | "aanwezig" | "1" if condition.n_levels() == 2 => Some(1),
        "absent" | "afwezig" | "0" if condition.n_levels() == 2 => Some(0),
        number => number.parse().ok().filter(|level| *level < condition.n_levels()),
    }
}

fn add(expectation: &mut Expectation, level: u8) {
    match expectation {
        Expectation::Open => *expectation = Expectation::Levels(vec![level]),
        Expectation::Levels(levels) => {
            levels.push(level);
            levels.sort_unstable();
            levels.dedup();
        }
    }
}

fn known(conditions: &[ConditionUsed]) -> String {
    draad_core::filter::list(conditions.iter().map(|condition| &condition.id))
}
