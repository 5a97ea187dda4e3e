//! Answers to questionnaires: their scale, and what a line of them says.

use crate::text::name_or_id;
use draad_analysis::score_lines::{DayMean, InstrumentLines, RoleLine};
use draad_words::{Words, capitalised};

/// Returns the whole numbers around the answers to a questionnaire, never the same twice.
pub(crate) fn scale(instrument: &InstrumentLines) -> (f64, f64) {
    let (least, greatest) = (instrument.range.0.floor(), instrument.range.1.ceil());
    (least, greatest.max(least + 1.0))
}

/// Returns the name of the role of a line.
pub(crate) fn role_name(line: &RoleLine, words: Words) -> String {
    let name = line.role.as_ref().map(|role| line.label.or(words.language, role));
    capitalised(&name.unwrap_or_else(|| words.say("not-stated")))
}

/// Returns the name of the role of a line as it is drawn: the id where the font has no letter of it.
pub(crate) fn drawn_role_name(line: &RoleLine, words: Words) -> String {
    name_or_id(&role_name(line, words), line.role.as_ref().map_or("–", |role| role.as_str()))
}

/// "samenwerking, Ouder: 22 maart 2021 2,0 (1 antwoord); …"
pub(crate) fn title(instrument: &InstrumentLines, line: &RoleLine, words: Words) -> String {
    let day = |day: &DayMean| {
        let mean = words.number(day.mean, 1);
        let args = [("date", words.day(day.date).into()), ("mean", mean.into()), ("n", day.n_answers.into())];
        words.say_with("figure-scores-day", args)
    };
    let days: Vec<String> = line.days.iter().map(day).collect();
    format!("{}, {}: {}", instrument.name, role_name(line, words), days.join("; "))
}
