//! Disagreements as plain tables: one row each with all readings side by side, with columns for what is decided.

use super::{CoderReading, Disagreements, Stretch};
use crate::adjudication::Standing;
use crate::table::{Column, Table, Value};
use draad_core::{Coding, Study, Valence};

/// The columns in which people write what they decide.
const TO_FILL_IN: [&str; 4] = ["decision", "valence", "by", "memo"];

impl Disagreements {
    /// Returns a row for each of these stretches: where, in what the coders differ, the words, what each coder has there, and the
    /// columns `decision`, `valence`, `by` and `memo`, which are empty where nothing has been decided.
    pub fn list<'s>(
        &self,
        study: &Study,
        stretches: impl Iterator<Item = &'s Stretch>,
        standing: &Standing,
    ) -> Table {
        let keys = ["id", "source", "cases", "code"].map(Column::text).into_iter();
        let place = [Column::integer("start"), Column::integer("end"), Column::text("kinds")].into_iter();
        let coders = self.coders.iter().flat_map(|coder| {
            [format!("{coder}"), format!("{coder}_memo"), format!("{coder}_other_codes")].map(Column::text)
        });
        let columns =
            keys.chain(place).chain([Column::number("overlap"), Column::text("words")]).chain(coders);
        let row = |stretch: &Stretch| {
            let mut row = key_values(study, stretch).to_vec();
            row.extend([kinds(stretch), stretch.overlap.into(), Value::words(Self::words(study, stretch))]);
            for coder in 0..self.coders.len() as u32 {
                let reading = stretch.readings.iter().find(|reading| reading.coder == coder);
                row.extend(reading.map_or([Value::Nothing, Value::Nothing, Value::Nothing], |reading| {
                    [coded(study, stretch, reading), memos(study, reading), others(study, reading)]
                }));
            }
            row.extend(standing.cells(self, stretch));
            row
        };
        let columns = columns.chain(TO_FILL_IN.map(Column::text));
        let rows = stretches.map(row);
        Table { name: "disagreements", columns: columns.collect(), rows: rows.collect() }
    }
}

/// Id, source, cases, code, start and end.
pub(crate) fn key_values(study: &Study, stretch: &Stretch) -> [Value; 6] {
    let source = &study.sources[stretch.source as usize];
    let chars = stretch.chars;
    [
        Value::text(&stretch.id),
        Value::text(&source.id),
        Value::list(&source.cases),
        Value::text(&study.codebook.codes[stretch.code as usize].id),
        chars.map(|chars| chars.start.0).into(),
        chars.map(|chars| chars.end.0).into(),
    ]
}

/// In what the coders differ.
pub(crate) fn kinds(stretch: &Stretch) -> Value {
    Value::list(stretch.kinds.iter().map(|&kind| <&str>::from(kind)))
}

fn codings<'s>(study: &'s Study, reading: &CoderReading) -> impl Iterator<Item = &'s Coding> {
    reading.codings.iter().map(|&coding| &study.codings[coding as usize])
}

/// Writes where a coding stands: `120-180`, or `source`.
fn place(study: &Study, coding: &Coding) -> String {
    let text = &study.sources[&coding.source].text;
    let chars = coding.target.span().map(|span| text.char_span(span));
    chars.map_or_else(|| "source".to_owned(), |chars| format!("{}-{}", chars.start.0, chars.end.0))
}

/// What a coder has there: `120-180:promoting`, with the valence of the code where the coding has none.
fn coded(study: &Study, stretch: &Stretch, reading: &CoderReading) -> Value {
    let of_code = study.codebook.codes[stretch.code as usize].valence;
    let valence = |valence: Valence| format!(":{}", <&str>::from(valence));
    Value::list(codings(study, reading).map(|coding| {
        let valence = coding.valence.or(of_code).map_or(String::new(), valence);
        format!("{}{valence}", place(study, coding))
    }))
}

fn memos(study: &Study, reading: &CoderReading) -> Value {
    let memos: Vec<&str> =
        codings(study, reading).map(|coding| coding.memo.as_str()).filter(|memo| !memo.is_empty()).collect();
    Value::words(&memos.join("\n"))
}

fn others(study: &Study, reading: &CoderReading) -> Value {
    let mut codes: Vec<&str> =
        reading.others.iter().map(|&coding| study.codings[coding as usize].code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    Value::list(codes)
}
