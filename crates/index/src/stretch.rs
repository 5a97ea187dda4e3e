//! What a search answers with: the units of a source, or its lines where it has none.

use draad_core::{Source, Span};

/// Returns the searchable stretches of a source, sorted, not overlapping.
pub(crate) fn stretches(source: &Source) -> Vec<Span> {
    if source.units.is_empty() {
        lines(source.text.as_str())
    } else {
        source.units.iter().map(|unit| unit.span).collect()
    }
}

/// Returns the stretch to which `span` belongs, by the rule of [`Source::unit_of`]: the one in which it starts, or else
/// the first that it overlaps.
pub(crate) fn stretch_of(stretches: &[Span], span: Span) -> Option<usize> {
    let next = stretches.partition_point(|stretch| stretch.end() <= span.start());
    stretches.get(next).is_some_and(|stretch| stretch.overlaps(span)).then_some(next)
}

/// Returns the lines that hold more than white space, without white space at their ends.
fn lines(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let start = line_start + (line.len() - line.trim_start().len());
        found.extend(Span::from_bytes(start..start + line.trim().len()));
        line_start += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_are_no_stretches() {
        let text = "  Één regel \n\n \t\nen nog een\n";
        let found: Vec<&str> = lines(text).into_iter().map(|span| &text[span.range()]).collect();
        assert_eq!(found, ["Één regel", "en nog een"]);
        assert!(lines("").is_empty() && lines(" \n").is_empty());
    }
}
