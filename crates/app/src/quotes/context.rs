//! The words around a passage.

use draad_core::{Source, Span};

/// What stands for words that are left out.
const MORE: &str = "…";

/// Returns up to `n_words` words before and after a span, never beyond the unit in which it starts or ends; with the blank
/// between them and the span, and with `…` where the unit goes on. A source without units is one unit.
pub(crate) fn around(source: &Source, span: Span, n_words: usize) -> (String, String) {
    let text = source.text.as_str();
    let (start, end) = (span.start().0 as usize, span.end().0 as usize);
    let Some((from, to)) = borders(source, span) else { return Default::default() };
    (before(&text[from.min(start)..start], n_words), after(&text[end..to.max(end)], n_words))
}

/// Where the unit begins in which the span starts, and where that ends in which it ends. Outside of units there is no
/// context.
fn borders(source: &Source, span: Span) -> Option<(usize, usize)> {
    if source.units.is_empty() {
        return Some((0, source.text.as_str().len()));
    }
    let first = &source.units[source.unit_of(span)?];
    let n_begun = source.units.partition_point(|unit| unit.span.start() < span.end());
    let last = source.units[..n_begun].last()?;
    Some((first.span.start().0 as usize, last.span.end().0 as usize))
}

fn before(text: &str, n_words: usize) -> String {
    let mut start = text.len();
    let mut found = 0;
    for token in text.split_whitespace().rev() {
        if found == n_words && is_word(&text[..start]) {
            return format!("{MORE} {}", &text[start..]);
        }
        found += usize::from(is_word(token));
        start = place(text, token);
    }
    text[start..].to_owned()
}

fn after(text: &str, n_words: usize) -> String {
    let mut end = 0;
    let mut found = 0;
    for token in text.split_whitespace() {
        if found == n_words && is_word(&text[end..]) {
            return format!("{} {MORE}", &text[..end]);
        }
        found += usize::from(is_word(token));
        end = place(text, token) + token.len();
    }
    text[..end].to_owned()
}

/// Whether there is a letter or digit in it: a dash between blanks is no word.
fn is_word(token: &str) -> bool {
    token.contains(char::is_alphanumeric)
}

/// Where a part of a text begins in it.
fn place(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::{SourceId, Text, Unit, UnitKind};

    fn source(text: &str, units: &[&str]) -> Source {
        let unit = |words: &&str| {
            let start = text.find(words).unwrap();
            Unit::new(Span::from_bytes(start..start + words.len()).unwrap(), UnitKind::Said)
        };
        Source {
            id: SourceId::new("s").unwrap(),
            cases: Vec::new(),
            kind: "interview".parse().unwrap(),
            date: None,
            phase: None,
            participants: Vec::new(),
            text: Text::new(text.to_owned()),
            units: units.iter().map(unit).collect(),
            origin: Default::default(),
            extra: Default::default(),
        }
    }

    fn shown(source: &Source, words: &str, n_words: usize) -> String {
        let start = source.text.as_str().find(words).unwrap();
        let span = Span::from_bytes(start..start + words.len()).unwrap();
        let (before, after) = around(source, span, n_words);
        format!("{before}|{after}")
    }

    #[test]
    fn context_ends_where_the_unit_does() {
        let units = ["Eén twee – drie vier, vijf.", "Zes zeven."];
        let source = source("A: Eén twee – drie vier, vijf.\nB: Zes zeven.\n", &units);
        assert_eq!(shown(&source, "drie", 1), "… twee – | vier, …");
        assert_eq!(shown(&source, "drie", 2), "Eén twee – | vier, vijf.");
        assert_eq!(shown(&source, "drie", 99), "Eén twee – | vier, vijf.");
        assert_eq!(shown(&source, "ie", 1), "… dr| vier, …");
        // from one unit into the next, and between units
        assert_eq!(shown(&source, "vijf.\nB: Zes", 1), "… vier, | zeven.");
        assert_eq!(shown(&source, "A:", 5), "|");
        assert_eq!(shown(&source, "drie", 0), "… | …");
    }

    #[test]
    fn a_source_without_units_is_one() {
        assert_eq!(shown(&source("een twee\ndrie vier", &[]), "drie", 1), "… twee\n| vier");
    }
}
