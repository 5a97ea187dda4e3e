//! What panels make of a finding: numbers per panel, and what was said.

use crate::reader::Reader;
use draad_analysis::verdicts::{Panel, n_judged, n_of};
use draad_analysis::{JudgedFinding, PanelAnswer};
use draad_core::PanelVerdict;
use serde::Serialize;

const VERDICTS: [PanelVerdict; 3] = [PanelVerdict::Agrees, PanelVerdict::Nuances, PanelVerdict::Rejects];

/// What panels make of a finding.
#[derive(Debug, Serialize)]
pub(super) struct PanelsView {
    /// The verdicts that can be given.
    heads: Vec<String>,
    /// Panels that gave a verdict, with k of n for each of them; none where nobody gave one.
    rows: Vec<PanelRow>,
    answers: Vec<AnswerView>,
}

#[derive(Debug, Serialize)]
struct PanelRow {
    panel: String,
    counts: Vec<String>,
}

/// What one respondent said.
#[derive(Debug, Serialize)]
struct AnswerView {
    panel: String,
    respondent: String,
    verdict: String,
    remark: String,
}

/// Returns what panels make of a finding; nothing where no panel said anything of any finding.
pub(super) fn view(reader: &Reader, finding: &str) -> Option<PanelsView> {
    let verdicts = reader.input.verdicts.filter(|verdicts| !verdicts.panels.is_empty())?;
    let judged = verdicts.of(finding)?;
    let said = || verdicts.panels.iter().zip(&judged.said);
    let with_verdict = said().filter(|(_, answers)| n_judged(answers) > 0);
    Some(PanelsView {
        heads: VERDICTS.map(|verdict| verdict_name(reader, verdict)).to_vec(),
        rows: with_verdict.map(|(panel, answers)| row(reader, panel, answers)).collect(),
        answers: answers(reader, &verdicts.panels, judged),
    })
}

fn verdict_name(reader: &Reader, verdict: PanelVerdict) -> String {
    reader.words.say(&format!("verdict-{}", <&str>::from(verdict)))
}

fn panel_name(reader: &Reader, panel: &Panel) -> String {
    if panel.name.is_empty() { reader.words.say("verdicts-no-panel") } else { panel.name.clone() }
}

fn row(reader: &Reader, panel: &Panel, answers: &[PanelAnswer]) -> PanelRow {
    let n = n_judged(answers);
    let counts = VERDICTS.map(|verdict| reader.k_of_n(n_of(answers, verdict), n)).to_vec();
    PanelRow { panel: panel_name(reader, panel), counts }
}

fn answers(reader: &Reader, panels: &[Panel], judged: &JudgedFinding) -> Vec<AnswerView> {
    let verdict = |answer: &PanelAnswer| match answer.verdict {
        Some(verdict) => verdict_name(reader, verdict),
        None if answer.other.is_empty() => reader.words.say("verdicts-no-verdict"),
        None => {
            let words = [("words", answer.other.clone().into())];
            reader.words.say_with("verdicts-not-a-verdict", words)
        }
    };
    let view = |panel: &Panel, answer: &PanelAnswer| AnswerView {
        panel: panel_name(reader, panel),
        respondent: answer.respondent.clone(),
        verdict: verdict(answer),
        remark: answer.remark.clone(),
    };
    let said = panels.iter().zip(&judged.said);
    said.flat_map(|(panel, answers)| answers.iter().map(move |answer| view(panel, answer))).collect()
}
