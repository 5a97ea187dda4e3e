//! What panels make of the findings: per finding and panel who agreed, nuanced and rejected, and in which words.
//!
//! Numbers are people: of each respondent the last verdict on a finding counts, and rows without a respondent are a person
//! each ([`counting`]). A verdict is `agrees`, `nuances` or `rejects`; who wrote something else, or only a remark, spoke
//! without a verdict and is no part of the n. Findings that nobody spoke of stay in the list. Which findings pass a filter
//! says [`FindingScope`]; on coders no verdict rests.

use crate::table::{Column, Table, Value};
use crate::{Basis, Options, problem};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::finding::counting;
use draad_core::{Feedback, Finding, FindingPart, FindingScope, PanelVerdict, Problem, Study};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Verdicts of panels on findings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Verdicts {
    /// What it rests on.
    pub basis: Basis,
    /// Panels, in the order in which they first speak.
    pub panels: Vec<Panel>,
    /// Findings: by part (visible, tension, lead, none), theme and id.
    pub findings: Vec<JudgedFinding>,
}

/// A panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Panel {
    /// Its name; may be empty.
    pub name: String,
    /// How many people of it spoke of at least one of the findings. Nameless ones count as often as they spoke of one
    /// finding at most.
    pub n_respondents: usize,
}

/// A finding, with what each panel made of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct JudgedFinding {
    /// Its id.
    pub id: String,
    /// Its sentence, or its id where it has none.
    pub sentence: String,
    /// Which part of its theme it is.
    pub part: Option<FindingPart>,
    /// Its theme; may be empty.
    pub theme: String,
    /// Per panel of [`Verdicts::panels`] what its members said, in the order of the file.
    pub said: Vec<Vec<PanelAnswer>>,
}

/// What one respondent made of one finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PanelAnswer {
    /// Who, pseudonymous; may be empty.
    pub respondent: String,
    /// The verdict; nothing where none was given.
    pub verdict: Option<PanelVerdict>,
    /// What stands in place of a verdict and is none; mostly empty.
    pub other: String,
    /// In their own words; may be empty.
    pub remark: String,
}

/// Returns how many gave this verdict.
pub fn n_of(answers: &[PanelAnswer], verdict: PanelVerdict) -> usize {
    answers.iter().filter(|answer| answer.verdict == Some(verdict)).count()
}

/// Returns how many gave a verdict.
pub fn n_judged(answers: &[PanelAnswer]) -> usize {
    answers.iter().filter(|answer| answer.verdict.is_some()).count()
}

impl JudgedFinding {
    /// Returns how many gave this verdict, and how many gave one, over all panels.
    pub fn k_of_n(&self, verdict: PanelVerdict) -> (usize, usize) {
        let all = self.said.iter();
        all.fold((0, 0), |(k, n), answers| (k + n_of(answers, verdict), n + n_judged(answers)))
    }

    /// Returns whether anybody gave a verdict.
    pub fn is_judged(&self) -> bool {
        self.said.iter().any(|answers| n_judged(answers) > 0)
    }
}

impl Verdicts {
    /// Collects the verdicts on the findings that pass.
    ///
    /// # Errors
    /// When the filter names something the study does not have, or no finding passes.
    pub fn from_facts(study: &Study, facts: &Facts, options: &Options) -> Outcome<Self> {
        options.check(study)?;
        let scope = FindingScope::new(study, facts, &options.filter);
        let mut findings: Vec<&Finding> = study.findings.iter().filter(|one| scope.holds(one)).collect();
        if findings.is_empty() {
            let reason = if study.findings.is_empty() { "no-findings" } else { "no-finding-passes" };
            return Err(problem(Problem::NothingToShow { reason: reason.to_owned() }));
        }
        findings.sort_by_key(|one| (one.theme_part().is_none(), one.theme_part(), &one.theme, &one.id));
        let about: BTreeSet<&str> = findings.iter().map(|finding| finding.id.as_str()).collect();
        let rows: Vec<&Feedback> = counting(&study.feedback)
            .into_iter()
            .filter(|row| about.contains(row.finding.as_str()))
            .collect();
        let mut names: Vec<&str> = Vec::new();
        for row in &rows {
            if !names.contains(&row.panel.as_str()) {
                names.push(&row.panel);
            }
        }
        Ok(Self {
            basis: Basis::new(study, facts, options, None),
            panels: names.iter().map(|name| panel(name, &rows)).collect(),
            findings: findings.into_iter().map(|finding| judged(finding, &names, &rows)).collect(),
        })
    }

    /// Returns the findings on which nobody gave a verdict.
    pub fn unjudged(&self) -> impl Iterator<Item = &JudgedFinding> {
        self.findings.iter().filter(|finding| !finding.is_judged())
    }

    /// Returns what was said of a finding, by its id.
    pub fn of(&self, id: &str) -> Option<&JudgedFinding> {
        self.findings.iter().find(|finding| finding.id == id)
    }

    /// Returns the counts per finding and panel, and what was said, one row a respondent.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.counts(), self.answers()]
    }

    fn counts(&self) -> Table {
        let text = ["finding", "sentence", "part", "theme", "panel"].map(Column::text);
        let numbers = ["respondents", "judged", "agrees", "nuances", "rejects", "without_verdict", "remarks"];
        let names = ["agrees_by", "nuances_by", "rejects_by"].map(Column::text);
        let columns = text.into_iter().chain(numbers.map(Column::integer)).chain(names).collect();
        let rows = self.findings.iter().flat_map(|finding| {
            let of_panel = self.panels.iter().zip(&finding.said);
            let rows: Vec<_> = of_panel.map(|(panel, said)| count_row(finding, Some(panel), said)).collect();
            if rows.is_empty() { vec![count_row(finding, None, &[])] } else { rows }
        });
        Table { name: "verdicts", columns, rows: rows.collect() }
    }

    fn answers(&self) -> Table {
        let columns = ["finding", "panel", "respondent", "verdict", "other", "remark"].map(Column::text);
        let row = |finding: &JudgedFinding, panel: &Panel, answer: &PanelAnswer| {
            vec![
                Value::text(&finding.id),
                Value::words(&panel.name),
                Value::words(&answer.respondent),
                answer.verdict.map_or(Value::Nothing, |verdict| Value::text(<&str>::from(verdict))),
                Value::words(&answer.other),
                Value::words(&answer.remark),
            ]
        };
        let rows = self.findings.iter().flat_map(|finding| {
            let said = self.panels.iter().zip(&finding.said);
            said.flat_map(move |(panel, answers)| answers.iter().map(move |one| row(finding, panel, one)))
        });
        Table { name: "verdicts-answers", columns: columns.to_vec(), rows: rows.collect() }
    }
}

fn panel(name: &str, rows: &[&Feedback]) -> Panel {
    Panel { name: name.to_owned(), n_respondents: n_people(name, rows) }
}

/// Returns how many people of a panel spoke in these rows, which [`counting`] chose; see [`Panel::n_respondents`].
pub(crate) fn n_people(panel: &str, rows: &[&Feedback]) -> usize {
    let members = || rows.iter().filter(|row| row.panel == panel);
    let named: BTreeSet<&str> =
        members().map(|row| row.respondent.as_str()).filter(|respondent| !respondent.is_empty()).collect();
    let mut nameless: BTreeMap<&str, usize> = BTreeMap::new();
    for row in members().filter(|row| row.respondent.is_empty()) {
        *nameless.entry(&row.finding).or_default() += 1;
    }
    named.len() + nameless.values().max().copied().unwrap_or_default()
}

fn judged(finding: &Finding, panels: &[&str], rows: &[&Feedback]) -> JudgedFinding {
    let of_panel = |name: &&str| {
        let said = rows.iter().filter(|row| row.finding == finding.id && row.panel == *name);
        said.map(|row| answer(row)).collect()
    };
    JudgedFinding {
        id: finding.id.clone(),
        sentence: finding.sentence().to_owned(),
        part: finding.theme_part(),
        theme: finding.theme.clone(),
        said: panels.iter().map(of_panel).collect(),
    }
}

fn answer(row: &Feedback) -> PanelAnswer {
    PanelAnswer {
        respondent: row.respondent.clone(),
        verdict: row.verdict.as_ref().ok().copied(),
        other: row.verdict.as_ref().err().map_or_else(String::new, |words| words.trim().to_owned()),
        remark: row.remark.clone(),
    }
}

fn count_row(finding: &JudgedFinding, panel: Option<&Panel>, said: &[PanelAnswer]) -> Vec<Value> {
    use PanelVerdict::{Agrees, Nuances, Rejects};
    let by = |verdict| {
        let gave = said.iter().filter(|answer| answer.verdict == Some(verdict));
        Value::list(gave.map(|answer| &answer.respondent).filter(|name| !name.is_empty()))
    };
    let n_judged = n_judged(said);
    let counts = [
        panel.map_or(0, |panel| panel.n_respondents),
        n_judged,
        n_of(said, Agrees),
        n_of(said, Nuances),
        n_of(said, Rejects),
        said.len() - n_judged,
        said.iter().filter(|answer| !answer.remark.is_empty()).count(),
    ];
    let mut row = vec![
        Value::text(&finding.id),
        Value::text(&finding.sentence),
        finding.part.map_or(Value::Nothing, |part| Value::text(<&str>::from(part))),
        Value::words(&finding.theme),
        panel.map_or(Value::Nothing, |panel| Value::words(&panel.name)),
    ];
    row.extend(counts.map(Value::from));
    row.extend([Agrees, Nuances, Rejects].map(by));
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use draad_core::{CodeId, Filter};

    fn finding(id: &str, part: &str, theme: &str, codes: &[&str]) -> Finding {
        Finding {
            part: part.into(),
            theme: theme.into(),
            codes: codes.iter().map(|code| code.parse().unwrap()).collect(),
            ..Finding::new(id)
        }
    }

    fn said(finding: &str, panel: &str, respondent: &str, verdict: &str) -> Feedback {
        let remark = if verdict.is_empty() { "nou ja" } else { "" };
        Feedback { remark: remark.into(), ..Feedback::new(finding, panel, respondent, verdict) }
    }

    fn study() -> Study {
        let mut study = Sample::new().case("p01", "").factor("trust", "").factor("cost", "").done();
        study.findings = vec![
            finding("a", "lead", "X", &["trust"]),
            finding("b", "", "", &["trust"]),
            finding("c", "spanningsveld", "Z", &["cost"]),
            finding("d", "tension", "Y", &["trust", "cost"]),
        ];
        study.feedback = vec![
            said("d", "ouders", "o1", "rejects"),
            said("d", "experts", "e1", "herkenbaar"),
            said("d", "ouders", "o1", "nuance"),
            said("a", "ouders", "", "agrees"),
            said("a", "ouders", "", "agrees"),
            said("a", "ouders", "o2", ""),
            said("a", "ouders", "o3", "geen idee"),
            said("nowhere", "gemeenten", "g1", "agrees"),
        ];
        study
    }

    fn verdicts(study: &Study, filter: Filter) -> Outcome<Verdicts> {
        let facts = Facts::new(study, &filter);
        Verdicts::from_facts(study, &facts, &Options { filter, ..Options::default() })
    }

    #[test]
    fn people_are_counted_once_and_silence_is_not_a_verdict() {
        let study = study();
        let found = verdicts(&study, Filter::default()).unwrap();
        let order: Vec<&str> = found.findings.iter().map(|finding| finding.id.as_str()).collect();
        assert_eq!(order, ["d", "c", "a", "b"], "parts, themes, ids");
        let panels: Vec<(&str, usize)> =
            found.panels.iter().map(|panel| (panel.name.as_str(), panel.n_respondents)).collect();
        assert_eq!(panels, [("experts", 1), ("ouders", 5)], "o1, o2, o3 and two without a name");
        let d = found.of("d").unwrap();
        assert_eq!(d.k_of_n(PanelVerdict::Agrees), (1, 2));
        assert_eq!(d.k_of_n(PanelVerdict::Nuances), (1, 2));
        assert_eq!(d.k_of_n(PanelVerdict::Rejects), (0, 2));
        let a = &found.of("a").unwrap().said[1];
        assert_eq!((n_judged(a), a.len()), (2, 4));
        assert_eq!(a[3].other, "geen idee");
        let unjudged: Vec<&str> = found.unjudged().map(|finding| finding.id.as_str()).collect();
        assert_eq!(unjudged, ["c", "b"]);
    }

    #[test]
    fn tables_add_up_to_the_rows_of_the_file() {
        let study = study();
        let found = verdicts(&study, Filter::default()).unwrap();
        let [counts, answers] = found.tables().try_into().unwrap();
        assert_eq!(counts.rows.len(), 4 * 2, "a row per finding and panel, also where nobody spoke");
        assert!(counts.rows.iter().chain(&answers.rows).all(|row| [15, 6].contains(&row.len())));
        let sum = |column: usize| -> i64 {
            let number = |row: &Vec<Value>| if let Value::Integer(n) = row[column] { n } else { panic!() };
            counts.rows.iter().map(number).sum()
        };
        // eight rows, of which one was taken back and one is about no finding
        assert_eq!((answers.rows.len(), sum(6) + sum(10)), (6, 6));
        assert_eq!(sum(7) + sum(8) + sum(9), sum(6));
    }

    #[test]
    fn a_filter_keeps_the_findings_on_its_codes() {
        let study = study();
        let filter = Filter { codes: vec![CodeId::new("cost").unwrap()], ..Filter::default() };
        let found = verdicts(&study, filter).unwrap();
        let ids: Vec<&str> = found.findings.iter().map(|finding| finding.id.as_str()).collect();
        assert_eq!(ids, ["d", "c"]);
        let mut empty = study.clone();
        empty.findings.clear();
        let error = verdicts(&empty, Filter::default()).unwrap_err();
        assert_eq!(error.problem, Problem::NothingToShow { reason: "no-findings".into() });
    }
}
