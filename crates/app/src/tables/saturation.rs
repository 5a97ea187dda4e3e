//! `saturation`

use super::{Answer, Asked, Codes, Kind, fails};
use crate::Project;
use crate::results::Results;
use crate::show::{Section, View, basis_note, k_of_n, measured, reasons, row_limit};
use draad_analysis::Basis;
use draad_analysis::saturation::{
    AccumulationUnit, CodeMeaning, CodeSet, Curve, RatioRow, Saturation, SaturationOptions, Step,
};
use draad_analysis::table::Table;
use draad_core::diagnostic::Outcome;
use draad_core::{CodeId, Problem};
use draad_words::Words;
use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) const KIND: Kind =
    Kind { name: "saturation", takes: &["unit", "limit"], codes: Codes::Own, compute };

/// How many units people read before those that add nothing are left out, and how many runs.
const MANY: usize = 40;

/// How many ids a note names.
const NAMED: usize = 12;

/// What to show.
struct Shown {
    saturation: Arc<Saturation>,
    limit: usize,
}

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let unit = asked.request.options.unit.as_deref().map_or(Ok(AccumulationUnit::Cases), unit)?;
    let own = SaturationOptions { unit };
    let saturation = asked.shared(Results::saturation, || {
        Saturation::from_facts(asked.project.study(), asked.facts, &asked.options, &own)
    })?;
    Ok(Box::new(Shown { saturation, limit: asked.request.options.limit.unwrap_or(MANY) }))
}

/// Reads what adds codes, in Dutch or English.
fn unit(name: &str) -> Outcome<AccumulationUnit> {
    match name {
        "cases" | "casussen" => Ok(AccumulationUnit::Cases),
        "sources" | "bronnen" => Ok(AccumulationUnit::Sources),
        _ => fails(Problem::TableValueUnknown {
            option: "unit".to_owned(),
            value: name.to_owned(),
            known: "cases, sources".to_owned(),
        }),
    }
}

impl Answer for Shown {
    fn basis(&self) -> &Basis {
        &self.saturation.basis
    }

    fn tables(&self) -> Vec<Table> {
        self.saturation.tables()
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let reading =
            Reading { project, words: &project.words, saturation: &self.saturation, limit: self.limit };
        vec![reading.accumulation(), reading.estimates(), reading.ratios(), reading.runs(), reading.codes()]
    }

    fn history(&self, project: &Project) -> Vec<String> {
        let found = &self.saturation;
        let (n, others) = (found.units.len(), found.not_analysed.len());
        let unit = <&str>::from(found.unit);
        let args =
            [("n", n.into()), ("others", others.into()), ("all", (n + others).into()), ("unit", unit.into())];
        vec![project.words.say_with("saturation-step", args)]
    }
}

struct Reading<'r> {
    project: &'r Project,
    words: &'r Words,
    saturation: &'r Saturation,
    limit: usize,
}

impl Reading<'_> {
    fn unit(&self) -> &'static str {
        self.saturation.unit.into()
    }

    /// Returns a sentence that says what the units are.
    fn say(&self, key: &str) -> String {
        self.words.say_with(key, [("unit", self.unit().into())])
    }

    /// Returns the name of a curve; the only one needs none.
    fn curve_name(&self, curve: &Curve) -> String {
        match (self.saturation.curves.len(), curve.codes) {
            (1, _) => String::new(),
            (_, CodeSet::Used) => self.words.say("saturation-used"),
            (_, CodeSet::FromMaterial) => self.words.say("saturation-from-material"),
        }
    }

    /// Makes a section per curve.
    fn sections(&self, rows: impl Fn(&Curve) -> Vec<Vec<String>>) -> Vec<Section> {
        let section = |curve| Section { title: self.curve_name(curve), rows: rows(curve) };
        self.saturation.curves.iter().map(section).filter(|section| !section.rows.is_empty()).collect()
    }

    fn code_name(&self, id: &CodeId) -> String {
        let code = self.project.study().codebook.get(id);
        code.map_or(id.as_str(), |code| code.name(self.words.language)).to_owned()
    }

    fn accumulation(&self) -> View {
        let keys = ["day", "codings", "codes", "new", "total", "expected", "which"];
        let heads = keys.map(|key| self.words.say(&format!("saturation-{key}")));
        let header = std::iter::once(self.say("saturation-unit")).chain(heads).collect();
        let found = self.saturation;
        let is_shown = |step: &Step| found.units.len() <= MANY || !step.new.is_empty();
        let sections = self.sections(|curve| {
            let steps = found.units.iter().zip(&curve.steps);
            let rows = steps.filter(|(_, step)| is_shown(step)).take(self.limit);
            rows.map(|(unit, step)| self.step(unit, step)).collect()
        });
        let mut notes = vec![self.words.say("saturation-code-only"), self.order_note(), self.codebook_note()];
        notes.push(self.say("saturation-expected-note"));
        notes.extend(self.left_out(&sections));
        notes.extend(self.open_note());
        notes.push(basis_note(self.project, &found.basis));
        View {
            part: "saturation",
            title: self.say("saturation-title"),
            header,
            n_left: 2,
            n_prose: 1,
            sections,
            notes,
        }
    }

    fn step(&self, unit: &draad_analysis::saturation::UnitRow, step: &Step) -> Vec<String> {
        let day = unit.date.map_or_else(|| "–".to_owned(), |date| date.to_string());
        let new: Vec<String> = step.new.iter().map(|code| self.code_name(code)).collect();
        let expected = [step.expected.codes, step.expected.sd].map(|number| self.words.number(number, 1));
        vec![
            unit.id.clone(),
            day,
            unit.n_codings.to_string(),
            step.n_codes.to_string(),
            step.new.len().to_string(),
            step.total.to_string(),
            format!("{} ({})", expected[0], expected[1]),
            new.join(", "),
        ]
    }

    fn order_note(&self) -> String {
        let order = self.saturation.order;
        let rule = <&str>::from(order.rule);
        self.words.say_with("saturation-order", [("rule", rule.into()), ("tied", order.n_tied.into())])
    }

    fn codebook_note(&self) -> String {
        let codebook = self.saturation.codebook;
        let key = match codebook {
            _ if codebook.is_fixed() => "saturation-fixed",
            _ if codebook.n_before + codebook.n_from_material == 0 => "saturation-origin-unknown",
            _ => "saturation-mixed",
        };
        let args = [
            ("n", codebook.n_codes().into()),
            ("before", codebook.n_before.into()),
            ("material", codebook.n_from_material.into()),
        ];
        self.words.say_with(key, args)
    }

    /// Says which units were not analysed, and how many of the others are shown.
    fn left_out(&self, sections: &[Section]) -> Vec<String> {
        let found = self.saturation;
        let mut notes = Vec::new();
        if !found.not_analysed.is_empty() {
            let n_more = found.not_analysed.len().saturating_sub(NAMED);
            let ids = found.not_analysed.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
            let more = [("ids", ids.clone().into()), ("n", n_more.into())];
            let ids = if n_more == 0 { ids } else { self.words.say_with("saturation-and-more", more) };
            notes.push(self.words.say_with("saturation-not-analysed", [("ids", ids.into())]));
        }
        let shown = sections.iter().map(|section| section.rows.len()).max().unwrap_or_default();
        if shown < found.units.len() {
            let args = [("shown", shown.into()), ("all", found.units.len().into())];
            notes.push(self.words.say_with("saturation-only-new", args));
        }
        notes
    }

    /// Says how the first code of the first unit is opened.
    fn open_note(&self) -> Option<String> {
        let curve = &self.saturation.curves[0];
        let steps = self.saturation.units.iter().zip(&curve.steps);
        let (unit, code) = steps.filter_map(|(unit, step)| Some((&unit.id, step.new.first()?))).next()?;
        let key = match self.saturation.unit {
            AccumulationUnit::Cases => "",
            AccumulationUnit::Sources => "source=",
        };
        let cell = format!("{key}{unit},{code}");
        Some(self.words.say_with("saturation-open", [("cell", cell.into())]))
    }

    fn estimates(&self) -> View {
        let keys = ["estimator", "seen", "in-one", "in-two", "estimate", "se"];
        let sections = self.sections(|curve| {
            let row = |row: &draad_analysis::saturation::EstimateRow| {
                let se = row
                    .estimate
                    .map(|estimate| estimate.se.map_or_else(String::new, |se| self.words.number(se, 2)));
                vec![
                    self.words.say(&format!("saturation-{}", row.estimator)),
                    curve.n_codes().to_string(),
                    curve.n_in_one.to_string(),
                    curve.n_in_two.to_string(),
                    measured(self.words, row.estimate.map(|estimate| estimate.codes), 2),
                    se.unwrap_or_else(|_| "–".to_owned()),
                ]
            };
            curve.estimates.iter().map(row).collect()
        });
        let mut notes = vec![self.say("saturation-estimates-note")];
        let undefined = self.saturation.curves.iter().flat_map(|curve| &curve.estimates);
        notes.extend(reasons(self.words, undefined.filter_map(|row| row.estimate.err())));
        View {
            part: "saturation-estimates",
            title: self.say("saturation-estimates-title"),
            header: keys.map(|key| self.words.say(&format!("saturation-{key}"))).to_vec(),
            n_left: 1,
            sections,
            notes,
            ..View::default()
        }
    }

    /// One row per base and run, a column per threshold.
    fn ratios(&self) -> View {
        let heads = ["base", "run", "base-codes"].map(|key| self.words.say(&format!("saturation-{key}")));
        let threshold =
            |percent: usize| self.words.say_with("saturation-threshold", [("percent", percent.into())]);
        let sections = self.sections(|curve| {
            let settings = curve.ratios.chunk_by(same_runs);
            settings.map(|thresholds| self.ratio_row(thresholds)).collect()
        });
        let mut notes = vec![self.say("saturation-ratios-note")];
        notes.extend(self.ratio_reasons());
        View {
            part: "saturation-ratios",
            title: self.words.say("saturation-ratios-title"),
            header: heads.into_iter().chain([threshold(5), threshold(0)]).collect(),
            n_left: 0,
            sections,
            notes,
            ..View::default()
        }
    }

    fn ratio_row(&self, thresholds: &[RatioRow]) -> Vec<String> {
        let first = &thresholds[0];
        let dash = || "–".to_owned();
        let base_codes = first.found.as_ref().map_or_else(|_| dash(), |found| found.base_codes.to_string());
        let reached = thresholds.iter().map(|row| match &row.found {
            Ok(found) => found.notation().unwrap_or_else(|| self.words.say("saturation-never")),
            Err(_) => dash(),
        });
        let heads = [first.procedure.base.to_string(), first.procedure.run.to_string(), base_codes];
        heads.into_iter().chain(reached).collect()
    }

    fn ratio_reasons(&self) -> Vec<String> {
        let undefined = self.saturation.curves.iter().flat_map(|curve| &curve.ratios);
        reasons(self.words, undefined.filter_map(|row| row.found.as_ref().err().copied()))
    }

    /// One row per last unit of a run, a column per base and run.
    fn runs(&self) -> View {
        let settings: Vec<&RatioRow> =
            self.saturation.curves[0].ratios.chunk_by(same_runs).map(|same| &same[0]).collect();
        let heads = settings.iter().map(|row| format!("{} · {}", row.procedure.base, row.procedure.run));
        let header = std::iter::once(self.words.say("saturation-run-until")).chain(heads).collect();
        let sections = self.sections(|curve| self.runs_of(curve));
        let mut notes = vec![self.say("saturation-runs-note")];
        let n_runs = self.saturation.units.len().saturating_sub(5);
        notes.extend(row_limit(self.words, self.limit, n_runs));
        notes.extend(self.ratio_reasons());
        View {
            part: "saturation-runs",
            title: self.words.say("saturation-runs-title"),
            header,
            n_left: 1,
            sections,
            notes,
            ..View::default()
        }
    }

    fn runs_of(&self, curve: &Curve) -> Vec<Vec<String>> {
        let mut cells: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        let settings: Vec<&[RatioRow]> = curve.ratios.chunk_by(same_runs).collect();
        for (column, same) in settings.iter().enumerate() {
            let Ok(found) = &same[0].found else { continue };
            for run in &found.runs {
                let row = cells.entry(run.last).or_insert_with(|| vec![String::new(); settings.len()]);
                row[column] = k_of_n(self.words, (run.n_new, found.base_codes));
            }
        }
        let unit = |last: usize| self.saturation.units[last - 1].id.clone();
        let row = |(last, cells): (usize, Vec<String>)| std::iter::once(unit(last)).chain(cells).collect();
        cells.into_iter().take(self.limit).map(row).collect()
    }

    fn codes(&self) -> View {
        let keys = ["code", "prevalence", "roles", "first", "last", "memos", "last-memo", "last-sub-code"];
        let rows = self.saturation.codes.iter().map(|code| self.code(code)).collect();
        View {
            part: "saturation-codes",
            title: self.words.say("saturation-codes-title"),
            header: keys.map(|key| self.words.say(&format!("saturation-{key}"))).to_vec(),
            n_left: 1,
            sections: vec![Section { title: String::new(), rows }],
            notes: vec![self.say("saturation-codes-note")],
            ..View::default()
        }
    }

    fn code(&self, code: &CodeMeaning) -> Vec<String> {
        let unit = |unit: Option<usize>| {
            unit.map_or_else(String::new, |unit| self.saturation.units[unit].id.clone())
        };
        vec![
            self.code_name(&code.code),
            k_of_n(self.words, (code.n_units, self.saturation.units.len())),
            code.roles.len().to_string(),
            unit(code.first_unit),
            unit(code.last_unit),
            code.n_memos.to_string(),
            unit(code.last_memo_unit),
            unit(code.last_sub_code_unit),
        ]
    }
}

/// Returns whether two settings have the same runs, and only another threshold.
fn same_runs(a: &RatioRow, b: &RatioRow) -> bool {
    (a.procedure.base, a.procedure.run) == (b.procedure.base, b.procedure.run)
}
