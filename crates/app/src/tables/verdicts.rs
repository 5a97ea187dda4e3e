//! `verdicts`

use super::{Answer, Asked, Codes, Kind};
use crate::Project;
use crate::show::{Section, View, k_of_n};
use draad_analysis::table::Table;
use draad_analysis::verdicts::{Panel, n_judged, n_of};
use draad_analysis::{Basis, JudgedFinding, PanelAnswer, Verdicts};
use draad_core::PanelVerdict;
use draad_core::diagnostic::Outcome;
use draad_figures::{data_sentence, filter_sentence, finding_part_name};
use draad_words::Words;

pub(super) const KIND: Kind = Kind { name: "verdicts", takes: &[], codes: Codes::None, compute };

const VERDICTS: [PanelVerdict; 3] = [PanelVerdict::Agrees, PanelVerdict::Nuances, PanelVerdict::Rejects];

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    Ok(Box::new(Verdicts::from_facts(asked.project.study(), asked.facts, &asked.options)?))
}

impl Answer for Verdicts {
    fn basis(&self) -> &Basis {
        &self.basis
    }

    fn tables(&self) -> Vec<Table> {
        Verdicts::tables(self)
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let reading = Reading { project, words: &project.words, verdicts: self };
        let is_empty = |view: &View| view.sections.iter().all(|section| section.rows.is_empty());
        let views = [reading.counts(), reading.answers(), reading.unjudged()];
        views.into_iter().filter(|view| !is_empty(view)).collect()
    }
}

struct Reading<'r> {
    project: &'r Project,
    words: &'r Words,
    verdicts: &'r Verdicts,
}

impl Reading<'_> {
    fn say(&self, key: &str) -> String {
        self.words.say(&format!("verdicts-{key}"))
    }

    fn panel(&self, panel: &Panel) -> String {
        if panel.name.is_empty() { self.say("no-panel") } else { panel.name.clone() }
    }

    /// Findings that somebody judged, a section each, with a row per panel.
    fn counts(&self) -> View {
        let judged = self.verdicts.findings.iter().filter(|finding| finding.is_judged());
        let section = |finding: &JudgedFinding| {
            let panels = self.verdicts.panels.iter().zip(&finding.said);
            let rows = panels.map(|(panel, said)| self.count_row(panel, said)).collect();
            Section { title: self.title(finding), rows }
        };
        let header = ["panel", "agrees", "nuances", "rejects"].map(|key| self.say(key)).to_vec();
        View {
            part: "verdicts",
            title: self.say("title"),
            header,
            n_left: 4,
            sections: judged.map(section).collect(),
            notes: self.notes(),
            ..View::default()
        }
    }

    /// "Dezelfde afspraken knellen later · Spanningsvelden · Relationeel maatwerk (afspraken-houvast-en-hek)"
    fn title(&self, finding: &JudgedFinding) -> String {
        let part = finding.part.map(|part| finding_part_name(Some(part), *self.words));
        let parts = [Some(finding.sentence.clone()), part, Some(finding.theme.clone())];
        let said: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        format!("{} ({})", said.join(" · "), finding.id)
    }

    /// `2 van 3 (gho-1, gho-2)` for each verdict.
    fn count_row(&self, panel: &Panel, said: &[PanelAnswer]) -> Vec<String> {
        let n = n_judged(said);
        let cell = |verdict| {
            let counts = k_of_n(self.words, (n_of(said, verdict), n));
            let gave = said.iter().filter(|answer| answer.verdict == Some(verdict));
            let names: Vec<&str> =
                gave.map(|answer| answer.respondent.as_str()).filter(|name| !name.is_empty()).collect();
            match names.is_empty() {
                true => counts,
                false => {
                    let args = [("counts", counts.into()), ("names", names.join(", ").into())];
                    self.words.say_with("verdicts-by", args)
                }
            }
        };
        std::iter::once(self.panel(panel)).chain(VERDICTS.map(cell)).collect()
    }

    fn notes(&self) -> Vec<String> {
        let basis = &self.verdicts.basis;
        let panel = |panel: &Panel| {
            let args = [("name", self.panel(panel).into()), ("n", panel.n_respondents.into())];
            self.words.say_with("verdicts-panel-n", args)
        };
        let panels: Vec<String> = self.verdicts.panels.iter().map(panel).collect();
        let all = self.verdicts.findings.iter().flat_map(|finding| finding.said.iter().flatten());
        let n_without = all.filter(|answer| answer.verdict.is_none()).count();
        let mut notes = vec![self.say("definition")];
        if !panels.is_empty() {
            let panels = [("panels", panels.join(", ").into())];
            notes.push(self.words.say_with("verdicts-panels-note", panels));
        }
        if n_without > 0 {
            notes.push(self.words.say_with("verdicts-without", [("n", n_without.into())]));
        }
        notes.extend([self.say("order"), self.say("unjudged-note")]);
        let filter = filter_sentence(&basis.filter, self.project.study(), *self.words);
        let data = data_sentence(&basis.fingerprint, basis.version, *self.words);
        notes.push(format!("{filter} {data}"));
        notes
    }

    /// What everybody said, in their own words.
    fn answers(&self) -> View {
        let row = |finding: &JudgedFinding, panel: &Panel, answer: &PanelAnswer| {
            let or = |text: &str, key: &str| if text.is_empty() { self.say(key) } else { text.to_owned() };
            vec![
                finding.id.clone(),
                self.panel(panel),
                or(&answer.respondent, "nameless"),
                self.verdict(answer),
                answer.remark.replace('\n', " "),
            ]
        };
        let rows = self.verdicts.findings.iter().flat_map(|finding| {
            let said = self.verdicts.panels.iter().zip(&finding.said);
            said.flat_map(move |(panel, answers)| answers.iter().map(move |one| row(finding, panel, one)))
        });
        let heads = ["finding", "panel", "respondent", "verdict", "remark"];
        View {
            n_left: 5,
            n_prose: 1,
            ..self.view("verdicts-answers", "answers-title", &heads, rows.collect())
        }
    }

    fn verdict(&self, answer: &PanelAnswer) -> String {
        match answer.verdict {
            Some(verdict) => self.words.say(&format!("verdict-{}", <&str>::from(verdict))),
            None if answer.other.is_empty() => self.say("no-verdict"),
            None => self.words.say_with("verdicts-not-a-verdict", [("words", answer.other.clone().into())]),
        }
    }

    fn unjudged(&self) -> View {
        let row = |finding: &JudgedFinding| {
            let part =
                finding.part.map_or_else(String::new, |part| finding_part_name(Some(part), *self.words));
            vec![finding.id.clone(), part, finding.theme.clone(), finding.sentence.clone()]
        };
        let rows = self.verdicts.unjudged().map(row).collect();
        let heads = ["finding", "part", "theme", "sentence"];
        View { n_left: 4, n_prose: 1, ..self.view("verdicts", "unjudged-title", &heads, rows) }
    }

    fn view(&self, part: &'static str, title: &str, heads: &[&str], rows: Vec<Vec<String>>) -> View {
        let header = heads.iter().map(|key| self.say(key)).collect();
        let sections = vec![Section { title: String::new(), rows }];
        View { part, title: self.say(title), header, sections, ..View::default() }
    }
}
