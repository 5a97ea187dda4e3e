//! Agreement as plain tables.

use super::{Agreement, CodeAgreement, CodeFound, SpanAgreement, UnitAgreement};
use crate::table::{Column, Table, Value};
use draad_core::CoderId;
use draad_measures::Undefined;
use draad_measures::agreement::Interval;

/// Columns of coefficients on free spans.
const OF_SPANS: [&str; 12] = [
    "u_alpha",
    "u_alpha_low",
    "u_alpha_high",
    "coverage",
    "percent",
    "char_kappa",
    "char_alpha",
    "segment_percent",
    "valence_alpha",
    "n_chars",
    "matched_segments",
    "segments",
];

/// Columns of coefficients in fixed units.
const OF_UNITS: [&str; 10] = [
    "percent",
    "kappa",
    "fleiss",
    "conger",
    "brennan_prediger",
    "ac1",
    "alpha",
    "alpha_low",
    "alpha_high",
    "n_units",
];

/// Columns that hold counts.
const COUNTS: [&str; 4] = ["n_chars", "matched_segments", "segments", "n_units"];

impl Agreement {
    /// Returns it as plain tables: `agreement`, a row per code with every coefficient; on free spans `agreement-together`, all codes
    /// on one continuum; in fixed units `agreement-units`, what each coder found in each unit with something in it;
    /// `agreement-cases`, who found which code in which case; `agreement-pairs`, each pair of coders; and `agreement-coders`.
    pub fn tables(&self) -> Vec<Table> {
        let details = if self.together.is_some() { self.together_table() } else { self.units() };
        vec![self.by_code(), details, self.cases(), self.pairs(), self.by_coder()]
    }

    fn by_code(&self) -> Table {
        let is_spans = self.together.is_some();
        let names: &[&str] = if is_spans { &OF_SPANS } else { &OF_UNITS };
        let coefficients = names.iter().map(|name| match COUNTS.contains(name) {
            true => Column::integer(*name),
            false => Column::number(*name),
        });
        let used = self.coders.iter().flat_map(|row| {
            ["codings", "found", "read"].map(|what| Column::integer(format!("{}_{what}", row.coder)))
        });
        let cases = ["cases_all", "cases_some", "cases"].map(Column::integer);
        let columns = std::iter::once(Column::text("code")).chain(coefficients).chain(used).chain(cases);
        let rows = self.codes.iter().map(|code| {
            let found = match &code.found {
                CodeFound::Spans(found) => of_spans(found),
                CodeFound::Units(found) => of_units(found),
            };
            let used = code
                .used
                .iter()
                .flat_map(|used| [used.n_codings.into(), Value::from(used.found), Value::from(used.read)]);
            let cases = [code.cases.n_all(), code.cases.found.len(), code.cases.n_cases()].map(Value::from);
            std::iter::once(Value::text(&code.code)).chain(found).chain(used).chain(cases).collect()
        });
        Table { name: "agreement", columns: columns.collect(), rows: rows.collect() }
    }

    /// A row for all codes together, and one per code.
    fn together_table(&self) -> Table {
        let names = ["u_alpha", "binary_u_alpha", "cu_alpha", "ku_alpha", "coverage"];
        let columns = std::iter::once(Column::text("code")).chain(names.map(Column::number)).collect();
        let rows = self.together.iter().flat_map(|together| {
            let whole = [together.unitized, together.binary, together.coding].map(Value::from);
            let whole = std::iter::once(Value::Nothing).chain(whole).chain([Value::Nothing, Value::Nothing]);
            let code = |(code, alpha, coverage): &(draad_core::CodeId, _, _)| {
                let nothing = std::iter::repeat_n(Value::Nothing, 3);
                let own = [Value::from(*alpha), Value::from(*coverage)];
                std::iter::once(Value::text(code)).chain(nothing).chain(own).collect()
            };
            std::iter::once(whole.collect()).chain(together.codes.iter().map(code))
        });
        Table { name: "agreement-together", columns, rows: rows.collect() }
    }

    /// What each coder found in each unit in which at least one of them found the code: what other programs take as ratings.
    fn units(&self) -> Table {
        let names = self.own.measure.categories();
        let is_case = self.own.unit == super::AgreementUnit::Case;
        let place = if is_case { "case" } else { "source" };
        let counts = ["unit", "start", "end"].map(Column::integer);
        let coders = self.coders.iter().map(|row| Column::text(format!("{}_found", row.coder)));
        let columns = ["code", place].map(Column::text).into_iter().chain(counts).chain(coders).collect();
        let rows = self.codes.iter().flat_map(|code| {
            let units = match &code.found {
                CodeFound::Units(found) => found.units.as_slice(),
                CodeFound::Spans(_) => &[],
            };
            units.iter().map(|unit| {
                let place = [Value::text(&code.code), Value::text(&unit.place)];
                let (number, chars) = unit.turn.unzip();
                let (start, end) = chars.unzip();
                let found = unit.values.iter().map(|value| {
                    value.map_or(Value::Nothing, |category| Value::text(names[category as usize]))
                });
                place.into_iter().chain([number.into(), start.into(), end.into()]).chain(found).collect()
            })
        });
        Table { name: "agreement-units", columns, rows: rows.collect() }
    }

    fn cases(&self) -> Table {
        let columns = vec![
            Column::text("code"),
            Column::text("case"),
            Column::yes_no("agreed"),
            Column::text("found_by"),
            Column::text("not_found_by"),
        ];
        let rows = self.codes.iter().flat_map(|code| {
            code.cases.found.iter().map(|case| {
                vec![
                    Value::text(&code.code),
                    Value::text(&case.case),
                    case.is_agreed().into(),
                    Value::list(case.by.iter().map(|&coder| self.coder(coder))),
                    Value::list(case.not_by.iter().map(|&coder| self.coder(coder))),
                ]
            })
        });
        Table { name: "agreement-cases", columns, rows: rows.collect() }
    }

    fn pairs(&self) -> Table {
        let texts = ["code", "first", "second"].map(Column::text);
        let counts = ["both", "only_first", "only_second", "neither"].map(Column::integer);
        let shares = ["percent", "kappa"].map(Column::number);
        let segments = [
            Column::integer("matched_segments"),
            Column::integer("segments"),
            Column::number("segment_percent"),
        ];
        let is_spans = self.together.is_some();
        let segments = segments.into_iter().filter(|_| is_spans);
        let columns = texts.into_iter().chain(counts).chain(shares).chain(segments).collect();
        let row = |code: &CodeAgreement, pair: &super::PairAgreement| {
            let who = [pair.first, pair.second].map(|coder| Value::text(self.coder(coder)));
            let counts = [pair.both, pair.only_first, pair.only_second, pair.neither].map(Value::from);
            let segments = pair
                .segments
                .map(|(matched, all)| [matched.into(), all.into(), segment_percent((matched, all)).into()]);
            let shares = [Value::from(pair.percent), Value::from(pair.kappa)];
            let row = std::iter::once(Value::text(&code.code)).chain(who).chain(counts).chain(shares);
            row.chain(segments.into_iter().flatten()).collect()
        };
        let rows = self.codes.iter().flat_map(|code| code.pairs.iter().map(move |pair| row(code, pair)));
        Table { name: "agreement-pairs", columns, rows: rows.collect() }
    }

    fn by_coder(&self) -> Table {
        let counts = ["sources", "shared_sources", "silent_sources", "codings", "codes"].map(Column::integer);
        let columns = std::iter::once(Column::text("coder")).chain(counts).collect();
        let rows = self.coders.iter().map(|row| {
            let counts = [row.n_sources, row.n_shared, row.n_silent, row.n_codings, row.n_codes];
            std::iter::once(Value::text(&row.coder)).chain(counts.map(Value::from)).collect()
        });
        Table { name: "agreement-coders", columns, rows: rows.collect() }
    }

    /// Returns the coder at a position.
    pub fn coder(&self, place: u16) -> &CoderId {
        &self.coders[place as usize].coder
    }
}

/// Returns which share of the spans has a match.
///
/// # Errors
/// `NoCodings` where there are none.
pub fn segment_percent((matched, all): (usize, usize)) -> Result<f64, Undefined> {
    if all == 0 { Err(Undefined::NoCodings) } else { Ok(matched as f64 / all as f64) }
}

/// In the order of [`OF_SPANS`].
fn of_spans(found: &SpanAgreement) -> Vec<Value> {
    let [low, high] = ends(found.interval);
    let (matched, segments) = found.segments;
    vec![
        found.alpha.into(),
        low,
        high,
        found.coverage.into(),
        found.percent.into(),
        found.char_kappa.into(),
        found.char_alpha.into(),
        segment_percent(found.segments).into(),
        found.valence_alpha.into(),
        found.n_chars.into(),
        matched.into(),
        segments.into(),
    ]
}

/// In the order of [`OF_UNITS`].
fn of_units(found: &UnitAgreement) -> Vec<Value> {
    let [low, high] = ends(found.interval);
    vec![
        found.percent.into(),
        found.kappa.into(),
        found.fleiss.into(),
        found.conger.into(),
        found.brennan_prediger.into(),
        found.ac1.into(),
        found.alpha.into(),
        low,
        high,
        found.n_units.into(),
    ]
}

fn ends(interval: Option<Result<Interval, Undefined>>) -> [Value; 2] {
    match interval {
        None => [Value::Nothing, Value::Nothing],
        Some(Err(reason)) => [Value::Undefined(reason), Value::Undefined(reason)],
        Some(Ok(interval)) => [interval.low, interval.high].map(Value::from),
    }
}
