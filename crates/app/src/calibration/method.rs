//! What a condition rests on and how it becomes a membership, in words.

use super::view::figure;
use crate::Project;
use draad_analysis::{Calibrated, Scale};
use draad_core::{Anchors, Attribute, AttributeType, Calibration, Condition, ConditionMeasure};
use draad_words::Words;

/// Decimals of L.
const DECIMALS: usize = 3;

/// Returns what a condition rests on.
pub(super) fn rests_on(project: &Project, condition: &Condition) -> String {
    let words = &project.words;
    if let Some(code) = &condition.code {
        let named = project.study().codebook.get(code);
        let name = named.map_or(code.to_string(), |known| known.name.or(words.language, code));
        let valence =
            condition.valence.map(|valence| words.say(&format!("valence-{}", <&str>::from(valence))));
        let args = [
            ("code", name.into()),
            ("measure", measure(words, condition).into()),
            ("valence", valence.unwrap_or_default().into()),
        ];
        let key =
            if condition.valence.is_some() { "calibrate-rests-code-in" } else { "calibrate-rests-code" };
        return words.say_with(key, args);
    }
    match attribute(project, condition) {
        Some(attribute) => words
            .say_with("calibrate-rests-attribute", [("attribute", attribute.name(words.language).into())]),
        None => words.say("calibrate-rests-people"),
    }
}

/// Returns the attribute that a condition rests on.
pub(super) fn attribute<'p>(project: &'p Project, condition: &Condition) -> Option<&'p Attribute> {
    project.study().settings.attribute(condition.attribute.as_ref()?.as_str())
}

/// Returns what is measured of a code.
pub(super) fn measure(words: &Words, condition: &Condition) -> String {
    let measure: &str = condition.measure.unwrap_or(ConditionMeasure::Passages).into();
    words.say(&format!("calibrate-measure-{measure}"))
}

/// Returns what a condition rests on and how it becomes a membership, as sentences.
pub(super) fn definition(project: &Project, calibrated: &Calibrated) -> String {
    let text = method(project, calibrated);
    let args = [("rests", rests_on(project, &calibrated.condition).into()), ("method", text.into())];
    project.words.say_with("calibrate-definition", args)
}

/// Returns the same as part of a sentence: `share of the material of trust, promoting; direct method: …`.
pub(crate) fn how(project: &Project, calibrated: &Calibrated) -> String {
    format!("{}; {}", rests_on(project, &calibrated.condition), method(project, calibrated))
}

/// Returns how a condition becomes a membership, with its anchors.
pub(super) fn method(project: &Project, calibrated: &Calibrated) -> String {
    let words = &project.words;
    let condition = &calibrated.condition;
    let shown = |numbers: &mut dyn Iterator<Item = f64>| {
        numbers.map(|number| figure(words, number)).collect::<Vec<_>>().join(" · ")
    };
    match &calibrated.calibration {
        Calibration::Presence => presence(project, condition),
        Calibration::Crisp { thresholds } => {
            let key = if thresholds.len() == 1 { "calibrate-crisp" } else { "calibrate-steps" };
            words.say_with(key, [("thresholds", shown(&mut thresholds.iter().copied()).into())])
        }
        Calibration::Direct { anchors, degree } => {
            let [exclusion, crossover, inclusion] = of_anchors(words, *anchors);
            let args = [
                ("exclusion", exclusion.into()),
                ("crossover", crossover.into()),
                ("inclusion", inclusion.into()),
                ("degree", figure(words, *degree).into()),
                ("rest", figure(words, complement(*degree)).into()),
                ("odds", words.number(calibrated.log_odds().unwrap_or_default(), DECIMALS).into()),
            ];
            words.say_with("calibrate-direct", args)
        }
        Calibration::Linear { anchors } => {
            let [exclusion, crossover, inclusion] = of_anchors(words, *anchors);
            let args = [
                ("exclusion", exclusion.into()),
                ("crossover", crossover.into()),
                ("inclusion", inclusion.into()),
            ];
            words.say_with("calibrate-linear", args)
        }
        Calibration::Scores => {
            let values = shown(&mut condition.value.iter().map(|anchor| anchor.value));
            words.say_with("calibrate-scores", [("values", values.into())])
        }
        Calibration::Levels { .. } => {
            words.say_with("calibrate-levels", [("levels", levels(project, calibrated).into())])
        }
    }
}

/// The membership at the exclusion anchor, without what subtracting adds in the last decimals: .05 beside .95.
fn complement(degree: f64) -> f64 {
    const PRECISION: f64 = 1e9;
    ((1.0 - degree) * PRECISION).round() / PRECISION
}

/// When a condition is present.
fn presence(project: &Project, condition: &Condition) -> String {
    let words = &project.words;
    match attribute(project, condition) {
        None => words.say("calibrate-presence"),
        Some(attribute) if attribute.kind == AttributeType::YesNo => words.say("calibrate-presence-yes"),
        Some(attribute) => {
            let named = condition.level.iter().map(|level| level_name(project, attribute, level));
            let named: Vec<String> = named.collect();
            words.say_with("calibrate-presence-levels", [("levels", named.join(", ").into())])
        }
    }
}

/// The levels with their values: `0 = vastgelopen, 1 = wisselend`.
fn levels(project: &Project, calibrated: &Calibrated) -> String {
    let Scale::MultiValue { levels } = &calibrated.scale else { return String::new() };
    let attribute = attribute(project, &calibrated.condition);
    let name =
        |level: &str| attribute.map_or(level.to_owned(), |attribute| level_name(project, attribute, level));
    let levels = levels.iter().enumerate().map(|(place, level)| format!("{place} = {}", name(level)));
    levels.collect::<Vec<_>>().join(", ")
}

fn level_name(project: &Project, attribute: &Attribute, level: &str) -> String {
    let known = attribute.levels.iter().find(|known| known.id == level);
    known.map_or(level.to_owned(), |known| known.label.or(project.words.language, level))
}

fn of_anchors(words: &Words, Anchors { exclusion, crossover, inclusion }: Anchors) -> [String; 3] {
    [exclusion, crossover, inclusion].map(|value| figure(words, value))
}
