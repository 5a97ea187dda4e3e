//! Scores on questionnaires: a small panel per case, a line per role, the same scale everywhere, over phases.

mod draw;
mod panel;

use crate::answers;
use crate::canvas::Ids;
use crate::caption::{Caption, filter_sentence};
use crate::figure::Figure;
use crate::style::Style;
use draad_analysis::ScoreLines;
use draad_analysis::score_lines::{CaseLines, InstrumentLines, RoleLine};
use draad_core::diagnostic::Outcome;
use draad_core::{CaseId, RoleId, Study};
use std::collections::BTreeSet;

/// Draws the scores of each case over time. `study` gives things their names.
///
/// # Errors
/// None so far: score lines without any answer are none.
pub fn scores(scores: &ScoreLines, study: &Study, style: &Style) -> Outcome<Figure> {
    let subject = Subject { scores, study, style };
    let alt = subject.alt();
    let pages = draw::pages(&subject, &alt, &mut Ids::default());
    let caption = subject.caption();
    Ok(Figure::new("scores", pages, caption, alt, style.words))
}

/// What is drawn, and how.
struct Subject<'a> {
    scores: &'a ScoreLines,
    study: &'a Study,
    style: &'a Style,
}

impl<'a> Subject<'a> {
    /// The panels: each questionnaire with each of its cases.
    fn panels(&self) -> impl Iterator<Item = (&'a InstrumentLines, &'a CaseLines)> {
        let scores = self.scores;
        scores.instruments.iter().flat_map(|one| one.cases.iter().map(move |case| (one, case)))
    }

    /// The roles that answered, each once, in the order of the settings.
    fn roles(&self) -> Vec<(Option<&'a RoleId>, String)> {
        let mut roles: Vec<(Option<&RoleId>, String)> = Vec::new();
        let lines = || self.panels().flat_map(|(_, case)| &case.lines);
        let known = self.study.settings.roles.iter().map(|role| Some(&role.id)).chain([None]);
        for role in known {
            let of_role = |line: &&RoleLine| line.role.as_ref() == role;
            let line: Option<&'a RoleLine> = lines().find(of_role);
            roles.extend(line.map(|line| (line.role.as_ref(), answers::role_name(line, self.style.words))));
        }
        roles
    }

    fn caption(&self) -> String {
        let words = self.style.words;
        let mut caption = Caption::new(words, self.study);
        caption.add("figure-scores-what").add("figure-scores-mean").add("figure-scores-scale");
        for instrument in &self.scores.instruments {
            let args = [
                ("instrument", instrument.name.clone().into()),
                ("items", instrument.items.join(", ").into()),
                ("answers", instrument.n_answers.into()),
                ("unanswered", instrument.n_unanswered.into()),
                ("undated", instrument.n_undated.into()),
            ];
            caption.sentence(words.say_with("figure-scores-instrument", args));
        }
        let basis = &self.scores.basis;
        let cases: BTreeSet<&CaseId> = self.panels().map(|(_, case)| &case.id).collect();
        let args = [("k", cases.len().into()), ("n", basis.n_cases.into())];
        caption.sentence(words.say_with("figure-scores-cases", args)).add("figure-scores-order");
        // answers rest on no coding, so nothing is said of coders
        caption.sentence(filter_sentence(&basis.filter, self.study, words)).finish(basis)
    }

    /// Says in how many cases lines rise from their first to their last day.
    fn alt(&self) -> String {
        let words = self.style.words;
        let moves = |line: &RoleLine| {
            let (first, last) = (line.days.first()?, line.days.last()?);
            Some(last.mean.total_cmp(&first.mean))
        };
        let lines = || self.panels().flat_map(|(_, case)| &case.lines);
        let moving = |way| lines().filter(|line| moves(line) == Some(way)).count();
        let cases = words.say_with("n-cases", [("n", self.panels().count().into())]);
        let args = [
            ("cases", cases.into()),
            ("n", lines().count().into()),
            ("up", moving(std::cmp::Ordering::Greater).into()),
            ("down", moving(std::cmp::Ordering::Less).into()),
        ];
        words.say_with("figure-scores-alt", args)
    }
}
