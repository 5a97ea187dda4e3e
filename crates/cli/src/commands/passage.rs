//! A passage on the terminal: where it stands and who said it, and its words.

use crate::print::wrap;
use draad_words::Words;

/// Columns of a quote on the terminal.
const QUOTE_WIDTH: usize = 92;

/// Returns the lines of a passage, after an empty one. `place` is its source with the line; `factor` may be empty, and so may
/// facts; without `said` it is the source as a whole.
pub(super) fn text<const N: usize>(
    words: &Words,
    place: &str,
    factor: &str,
    facts: [String; N],
    said: Option<&str>,
) -> String {
    let facts = facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ");
    let head = match factor {
        "" => format!("{place}  {facts}"),
        factor => format!("{place}  {factor} · {facts}"),
    };
    let mut text = format!("\n{}\n", head.trim_end());
    let quote = said.map_or_else(|| words.say("cell-whole-source"), |said| format!("“{said}”"));
    for line in wrap(&quote, QUOTE_WIDTH) {
        text += &format!("    {line}\n");
    }
    text
}

/// Returns a day or moment as ISO text has it, without seconds that are none.
pub(super) fn moment(date: Option<&str>) -> String {
    let date = date.unwrap_or_default();
    date.strip_suffix(":00").unwrap_or(date).replace('T', " ")
}
