//! `draad status`

use super::World;
use crate::print::Grid;
use crate::{Done, Failure};
use draad_app::status::{Conditions, Status, status};
use draad_words::Words;

pub(crate) fn run(world: &World) -> Result<Done, Failure> {
    let project = world.open_quietly()?;
    let status = status(&project);
    world.print(&project.words, &text(&status, &project.words, world.terminal.width(None)))?;
    Ok(Done::Fine)
}

fn text(status: &Status, words: &Words, width: Option<usize>) -> String {
    let count = |key: &str, n: usize| words.say_with(key, [("n", n.into())]);
    let counts = [
        count("n-cases", status.n_cases),
        count("n-sources", status.n_sources),
        count("n-units", status.n_units),
        count("n-words", status.n_words),
        count("n-codes", status.n_codes),
        count("n-codings", status.n_codings),
        count("n-memos", status.n_memos),
    ];
    let coders = status.coders.iter().map(|(coder, n)| format!("{coder} {n}")).collect::<Vec<_>>().join(", ");
    let [errors, warnings, notes] = status.problems.map(Into::into);
    let problems =
        words.say_with("check-summary", [("errors", errors), ("warnings", warnings), ("notes", notes)]);
    let mut text = format!("{}\n{}\n", status.title, counts.join(" · "));
    if !coders.is_empty() {
        text += &format!("{}: {coders}\n", words.say("status-coders"));
    }
    for (layer, codings, sources) in &status.layers {
        let args = [
            ("layer", layer.to_string().into()),
            ("codings", (*codings).into()),
            ("sources", (*sources).into()),
        ];
        text += &format!("{}\n", words.say_with("status-layer", args));
    }
    if status.n_open_proposals > 0 {
        text += &format!("{}\n", count("status-proposals", status.n_open_proposals));
    }
    let Conditions { n, n_to_score, n_scored } = status.conditions;
    if n > 0 {
        let args = [("n", n.into()), ("scored", n_scored.into()), ("all", n_to_score.into())];
        text += &format!("{}\n", words.say_with("status-conditions", args));
    }
    text += &format!("{problems}\n{}: {}\n\n", words.say("status-hash"), status.fingerprint);
    text + &cases(status, words).fitted(width)
}

fn cases(status: &Status, words: &Words) -> Grid {
    let fixed = std::iter::once(words.say("status-case")).chain(status.outcomes.iter().cloned());
    let counted = ["status-codings", "status-uncoded"].map(|key| words.say(key));
    let header = fixed.chain(status.kinds.iter().cloned()).chain(counted);
    let mut grid = Grid::new(header.collect(), 1 + status.outcomes.len());
    for case in &status.cases {
        let cells = std::iter::once(case.id.to_string()).chain(case.outcomes.iter().cloned());
        let numbers = case.sources.iter().chain([&case.n_codings, &case.n_uncoded]);
        let numbers = numbers.map(|n| if *n == 0 { "·".to_owned() } else { n.to_string() });
        grid.row(cells.chain(numbers).collect());
    }
    grid
}
