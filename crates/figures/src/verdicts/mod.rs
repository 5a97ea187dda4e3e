//! What panels make of the findings: a row per finding, a column per panel, and in it a mark for every person.

mod columns;
mod draw;
mod glyph;

use crate::canvas::Ids;
use crate::caption::{Caption, filter_sentence};
use crate::figure::Figure;
use crate::style::Style;
use draad_analysis::Verdicts;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, PanelVerdict, Place, Problem, Study};
use draad_words::{Words, capitalised};

/// The verdicts, in the order in which they are drawn.
const VERDICTS: [PanelVerdict; 3] = [PanelVerdict::Agrees, PanelVerdict::Nuances, PanelVerdict::Rejects];

/// Draws what panels made of the findings. `study` gives things their names.
///
/// # Errors
/// `NothingToShow` where no panel said anything.
pub fn verdicts(verdicts: &Verdicts, study: &Study, style: &Style) -> Outcome<Figure> {
    if verdicts.panels.is_empty() {
        let problem = Problem::NothingToShow { reason: "no-verdicts".into() };
        return Err(Box::new(Diagnostic::error(Place::default(), problem)));
    }
    let alt = alt(verdicts, style.words);
    Ok(Figure::new(
        "verdicts",
        draw::pages(verdicts, style, &alt, &mut Ids::default()),
        caption(verdicts, study, style.words),
        alt,
        style.words,
    ))
}

/// Returns the name of a panel, or what is said where none is named.
fn panel_name(name: &str, words: Words) -> String {
    if name.is_empty() { words.say("verdicts-no-panel") } else { capitalised(name) }
}

fn caption(verdicts: &Verdicts, study: &Study, words: Words) -> String {
    let mut caption = Caption::new(words, study);
    caption.add("figure-verdicts-what").add("figure-verdicts-marks").add("figure-verdicts-margins");
    let answers = verdicts.findings.iter().flat_map(|finding| finding.said.iter().flatten());
    let n_without = answers.filter(|answer| answer.verdict.is_none()).count();
    if n_without > 0 {
        caption.sentence(words.say_with("verdicts-without", [("n", n_without.into())]));
    }
    caption.add("verdicts-order");
    caption.sentence(filter_sentence(&verdicts.basis.filter, study, words));
    caption.finish(&verdicts.basis)
}

fn alt(verdicts: &Verdicts, words: Words) -> String {
    let total = |verdict| verdicts.findings.iter().map(|finding| finding.k_of_n(verdict).0).sum::<usize>();
    let [agrees, nuances, rejects] = VERDICTS.map(total);
    words.say_with(
        "figure-verdicts-alt",
        [
            ("findings", words.say_with("n-findings", [("n", verdicts.findings.len().into())]).into()),
            ("panels", words.say_with("n-panels", [("n", verdicts.panels.len().into())]).into()),
            ("agrees", agrees.into()),
            ("nuances", nuances.into()),
            ("rejects", rejects.into()),
            ("unjudged", verdicts.unjudged().count().into()),
        ],
    )
}
