//! Reading what was decided about disagreements: each row is found again by its words, as codings are.

use crate::{fit::fit, log::Log};
use draad_core::{Adjudication, AdjudicationId, CharOffset, CharSpan, Place, Problem, Settled, Study, check};
use std::collections::BTreeMap;

/// Returns the rows of a layer's file, with their places in the texts. One with the id of another is reported and left out.
pub(crate) fn fitted(
    log: &mut Log,
    study: &Study,
    path: &str,
    rows: Vec<(u32, Adjudication)>,
) -> Vec<Adjudication> {
    let mut first_lines: BTreeMap<AdjudicationId, u32> = BTreeMap::new();
    let mut fitted = Vec::with_capacity(rows.len());
    for (line, mut row) in rows {
        let place = Place::line(path, line);
        if let Some(&first_line) = first_lines.get(&row.id) {
            let id = row.id.to_string();
            log.lost(place.column("id"), Problem::DuplicateId { id, first_line });
            continue;
        }
        first_lines.insert(row.id.clone(), line);
        log.misfits(&place, check::adjudication(study, &row));
        find(log, study, &place, &mut row);
        fitted.push(row);
    }
    fitted
}

/// Finds the words of a stretch in the text. What was decided to be coded goes along with it.
fn find(log: &mut Log, study: &Study, place: &Place, row: &mut Adjudication) {
    let Some(source) = study.sources.get(&row.source) else { return };
    if let Some(chars) = row.chars {
        let fitted = match fit(Some(chars), &row.quote, &source.text, &source.id) {
            Ok(fitted) => fitted,
            Err(problem) => return log.warn(place.clone().column("quote"), problem),
        };
        let Some(span) = fitted.target.span() else { return };
        let now = source.text.char_span(span);
        row.chars = Some(now);
        for settled in &mut row.coded {
            *settled = moved(*settled, chars.start, now.start);
        }
        if let Some(words) = fitted.quote {
            row.quote = words;
        }
        if let Some(problem) = fitted.remark {
            log.warn(place.clone().column("start"), problem);
        }
    }
    let length = source.text.n_chars();
    let past_end = row.coded.iter().filter_map(|settled| settled.chars).find(|chars| chars.end.0 > length);
    match past_end {
        Some(CharSpan { start, end }) => {
            let problem = Problem::SpanPastEnd { start: start.0, end: end.0, length };
            log.warn(place.clone().column("coded"), problem);
        }
        None => row.is_placed = true,
    }
}

/// Moves a coding as far as its stretch moved.
fn moved(settled: Settled, from: CharOffset, to: CharOffset) -> Settled {
    let shift = |at: CharOffset| CharOffset((at.0 + to.0).saturating_sub(from.0));
    let chars = settled.chars.map(|chars| CharSpan { start: shift(chars.start), end: shift(chars.end) });
    Settled { chars, ..settled }
}
