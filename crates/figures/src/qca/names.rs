//! Conditions, outcomes and solutions in words, as figures and tables say them.

use draad_analysis::qca::{ConditionUsed, Kind, Listing, Qca, SolutionRead, What, kind_name};
use draad_core::{AttributeId, AttributeTest, Comparison, Study};
use draad_words::Words;

/// Returns what people call a condition.
pub fn condition_name(condition: &ConditionUsed, study: &Study, words: Words) -> String {
    let language = words.language;
    match &condition.what {
        What::Code { code, valence } => {
            let name = condition.label.or(language, code);
            match valence {
                None => name,
                Some(valence) => {
                    let direction = words.say(&format!("valence-{}", <&str>::from(*valence)));
                    format!("{name} ({direction})")
                }
            }
        }
        What::Test(test) => of_test(condition, test, study, words),
        What::YesNo(id) | What::Levels(id) => condition.label.or(language, id),
        What::Defined(id) => condition.label.or(language, id),
    }
}

fn of_test(condition: &ConditionUsed, test: &AttributeTest, study: &Study, words: Words) -> String {
    let sign = match test.comparison {
        Comparison::Equal => "=",
        Comparison::NotEqual => "≠",
        Comparison::Less => "<",
        Comparison::AtMost => "≤",
        Comparison::Greater => ">",
        Comparison::AtLeast => "≥",
    };
    let value = value_of(&test.attribute, &test.value, study, words);
    format!("{} {sign} {value}", condition.label.or(words.language, &test.attribute))
}

/// Returns what people call a value of an attribute.
fn value_of(attribute: &AttributeId, value: &str, study: &Study, words: Words) -> String {
    let attribute = study.settings.attribute(attribute.as_str());
    let level = attribute.and_then(|known| known.levels.iter().find(|level| level.id == value));
    level.map_or_else(|| value.to_owned(), |level| level.label.or(words.language, &level.id))
}

/// Returns what people call the outcome that is analysed.
pub fn qca_outcome_name(qca: &Qca, study: &Study, words: Words) -> String {
    let name = condition_name(&qca.outcome, study, words);
    match qca.asked.negate {
        true => words.say_with("qca-not", [("name", name.into())]),
        false => name,
    }
}

/// Returns the name of a type of solution.
pub fn solution_name(kind: Kind, words: Words) -> String {
    words.say(&format!("qca-kind-{}", kind_name(kind)))
}

/// Returns the values of a condition with their numbers: `0 voluntary, 1 supervision`.
pub fn numbered_levels(condition: &ConditionUsed, words: Words) -> String {
    let levels = condition.levels.iter().enumerate();
    let level = |(place, (id, label)): (usize, &(String, draad_core::Label))| {
        format!("{place} {}", label.or(words.language, id))
    };
    levels.map(level).collect::<Vec<_>>().join(", ")
}

/// Says what the numbers of values mean, where a condition has several.
pub fn values_sentence(qca: &Qca, words: Words) -> Option<String> {
    let several = qca.conditions.iter().filter(|condition| !condition.levels.is_empty());
    let values: Vec<String> = several
        .map(|condition| format!("{}: {}", condition.name, numbered_levels(condition, words)))
        .collect();
    (!values.is_empty()).then(|| words.say_with("qca-values-note", [("values", values.join("; ").into())]))
}

/// Says how many models there are and what they share, where there are several or not all are there.
pub fn models_sentence(qca: &Qca, solution: &SolutionRead, words: Words) -> Option<String> {
    let kind = solution_name(solution.kind, words);
    let n = solution.models.len();
    match solution.listing {
        Listing::GivenUp => Some(words.say_with("qca-models-given-up", [("kind", kind.into())])),
        Listing::First => Some(words.say_with("qca-models-first", [("kind", kind.into()), ("n", n.into())])),
        Listing::All if n < 2 => None,
        Listing::All => {
            let shared: Vec<String> = solution.shared.iter().map(|term| qca.written(term)).collect();
            let args = [
                ("kind", kind.into()),
                ("n", n.into()),
                ("shares", shared.len().into()),
                ("shared", shared.join(", ").into()),
            ];
            Some(words.say_with("qca-models-several", args))
        }
    }
}

/// Returns a number that somebody chose, with all its decimals.
pub fn chosen_number(value: f64, words: Words) -> String {
    let written = value.to_string();
    let decimals = written.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    words.number(value, decimals)
}
