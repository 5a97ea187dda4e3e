//! `agreement`

mod codes;
mod notes;
mod parts;

use super::{Answer, Asked, Codes, Kind, Request, fails, named};
use crate::Project;
use crate::results::Results;
use crate::show::View;
use draad_analysis::adjudication::{Standing, usual_layer};
use draad_analysis::agreement::{Agreement, AgreementMeasure, AgreementOptions, AgreementUnit};
use draad_analysis::disagreement::{DisagreementOptions, Disagreements};
use draad_analysis::table::Table;
use draad_analysis::{Basis, Options};
use draad_core::diagnostic::Outcome;
use draad_core::{CoderId, Filter, Problem};
use draad_figures::coder_name;
use draad_words::Words;
use std::sync::Arc;

pub(super) const KIND: Kind = Kind {
    name: "agreement",
    takes: &["unit", "measure", "overlap", "resamples", "seed", "silent-readers", "unfolded", "limit"],
    codes: Codes::Folded,
    compute,
};

/// What people see when they ask for it; the row per code comes first.
const DETAILS: [&str; 5] = [
    "agreement-cases",
    "agreement-together",
    "agreement-pairs",
    "agreement-coders",
    "agreement-disagreements",
];

/// What to show.
struct Shown {
    agreement: Arc<Agreement>,
    disagreements: Vec<Table>,
    found: Disagreements,
    n_decided: usize,
    limit: Option<usize>,
}

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let study = asked.project.study();
    let agreement = asked.shared(Results::agreement, || of(asked.project, asked.request))?;
    let overlap = agreement.own.overlap;
    let compared = of_coders(&asked.options, agreement.coders.iter().map(|row| row.coder.clone()));
    let found = Disagreements::compared(study, &compared, &DisagreementOptions { overlap });
    let standing = Standing::of(study, &usual_layer(study));
    let mut list = found.list(study, found.disagreements(), &standing);
    list.name = "agreement-disagreements";
    Ok(Box::new(Shown {
        agreement,
        n_decided: standing.count(found.disagreements()),
        disagreements: vec![list],
        found,
        limit: asked.request.options.limit,
    }))
}

/// Computes the agreement that a request asks for.
///
/// # Errors
/// Those of [`Agreement::from_study`]; or a unit or measure that there is not.
pub(crate) fn of(project: &Project, request: &Request) -> Outcome<Agreement> {
    let options = &request.options;
    let usual = AgreementOptions::default();
    let measure = named::<AgreementMeasure>("measure", options.measure.as_deref())?.unwrap_or_default();
    let own = AgreementOptions {
        unit: unit(options.unit.as_deref(), measure)?,
        measure,
        overlap: options.agreement.overlap.unwrap_or(usual.overlap),
        resamples: options.agreement.resamples.unwrap_or(usual.resamples),
        seed: options.seed.unwrap_or(usual.seed),
        silent_readers: options.agreement.silent_readers,
    };
    Agreement::from_study(project.study(), &request.common(project), &own)
}

fn of_coders(options: &Options, coders: impl Iterator<Item = CoderId>) -> Options {
    Options { filter: Filter { coders: coders.collect(), ..options.filter.clone() }, ..options.clone() }
}

/// Reads what coders are compared on, in Dutch or English. A valence is said of a unit; without a unit it is that of turns.
fn unit(name: Option<&str>, measure: AgreementMeasure) -> Outcome<AgreementUnit> {
    let on_valence = measure == AgreementMeasure::Valence;
    let unit = match name {
        None if on_valence => AgreementUnit::Turn,
        None | Some("spans" | "fragmenten") => AgreementUnit::Spans,
        Some("turn" | "turns" | "beurt" | "beurten") => AgreementUnit::Turn,
        Some("source" | "sources" | "bron" | "bronnen") => AgreementUnit::Source,
        Some("case" | "cases" | "casus" | "casussen") => AgreementUnit::Case,
        Some(other) => return unit_unknown(other, "spans, turn, source, case"),
    };
    match unit {
        AgreementUnit::Spans if on_valence => fails(Problem::ValenceNeedsUnits),
        unit => Ok(unit),
    }
}

fn unit_unknown<T>(value: &str, known: &str) -> Outcome<T> {
    fails(Problem::TableValueUnknown {
        option: "unit".to_owned(),
        value: value.to_owned(),
        known: known.to_owned(),
    })
}

impl Answer for Shown {
    fn basis(&self) -> &Basis {
        &self.agreement.basis
    }

    fn tables(&self) -> Vec<Table> {
        self.agreement.tables().into_iter().chain(self.disagreements.iter().cloned()).collect()
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let reading = Reading { project, words: &project.words, shown: self, found: &self.agreement };
        let details = reading.together().into_iter().chain([
            reading.pairs(),
            reading.coders(),
            reading.disagreements(),
        ]);
        let views = [reading.codes(), reading.cases()].into_iter().chain(details);
        let limited = |view: View| match self.limit {
            Some(limit) => view.limited(&project.words, limit),
            None => view,
        };
        views.map(limited).collect()
    }

    fn details(&self) -> &'static [&'static str] {
        &DETAILS
    }

    fn compares_coders(&self) -> bool {
        true
    }

    fn history(&self, project: &Project) -> Vec<String> {
        let reading = Reading { project, words: &project.words, shown: self, found: &self.agreement };
        let overlap = project.words.number(self.agreement.own.overlap, 2);
        let stretch = project.words.say_with("agreement-stretch", [("overlap", overlap.into())]);
        reading.compared().into_iter().chain([stretch]).collect()
    }
}

/// Agreement, as people read it.
struct Reading<'r> {
    project: &'r Project,
    words: &'r Words,
    shown: &'r Shown,
    found: &'r Agreement,
}

impl Reading<'_> {
    /// Returns a sentence that says what is compared.
    fn say(&self, key: &str) -> String {
        self.words.say_with(key, [("unit", <&str>::from(self.found.own.unit).into())])
    }

    fn head(&self, key: &str) -> String {
        self.words.say(&format!("agreement-{key}"))
    }

    fn coder(&self, place: u16) -> String {
        coder_name(self.project.study(), self.found.coder(place).as_str(), *self.words)
    }

    fn coder_names(&self, coders: impl IntoIterator<Item = u16>) -> String {
        coders.into_iter().map(|coder| self.coder(coder)).collect::<Vec<_>>().join(", ")
    }

    fn code(&self, code: &draad_analysis::agreement::CodeAgreement) -> String {
        code.name.or(self.words.language, code.code.as_str())
    }

    fn is_on_spans(&self) -> bool {
        self.found.own.unit == AgreementUnit::Spans
    }

    /// A share as people read it, `94,1 %`.
    fn percent(&self, share: draad_measures::Measured) -> String {
        draad_figures::percent(self.words, share)
    }
}
