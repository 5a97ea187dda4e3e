//! Sentences whose numbers are fields.

use crate::document::{Inline, Line};
use draad_words::Words;

/// Signs that stand around the number of a field while a sentence is put together; no text uses them.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// Returns a sentence of the catalogue in which each variable is a field with its value; one without a value is open. What a
/// field is called stands in the catalogue as `field-…`.
pub(super) fn sentence<const N: usize>(words: Words, key: &str, fields: [(&str, String); N]) -> Line {
    let mut place = 0;
    let marked = fields.each_ref().map(|(name, _)| {
        place += 1;
        (*name, format!("{OPEN}{}{CLOSE}", place - 1).into())
    });
    let field = |n: usize| {
        let (name, value) = &fields[n];
        Inline::field(words.say(&format!("field-{name}")), value.clone())
    };
    pieces(&words.say_with(key, marked), field)
}

/// Takes a sentence apart at its marks.
fn pieces(text: &str, field: impl Fn(usize) -> Inline) -> Line {
    let mut line = Vec::new();
    let mut parts = text.split(OPEN);
    line.extend(parts.next().map(Inline::plain));
    for part in parts {
        let (number, rest) = part.split_once(CLOSE).unwrap_or((part, ""));
        line.extend(number.parse().ok().map(&field));
        line.push(Inline::plain(rest));
    }
    line.retain(|piece| *piece != Inline::plain(""));
    line
}

/// Joins sentences to a paragraph.
pub(super) fn paragraph(sentences: impl IntoIterator<Item = Line>) -> Line {
    let mut all = Line::new();
    for sentence in sentences {
        if !all.is_empty() {
            all.push(Inline::plain(" "));
        }
        all.extend(sentence);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_where_the_sentence_has_its_variables() {
        let field = |n: usize| Inline::field(format!("f{n}"), format!("v{n}"));
        let line = pieces("\u{e000}1\u{e001} van \u{e000}0\u{e001}.", field);
        let expected = [
            Inline::field("f1", "v1"),
            Inline::plain(" van "),
            Inline::field("f0", "v0"),
            Inline::plain("."),
        ];
        assert_eq!(line, expected);
        assert_eq!(pieces("Zonder.", field), [Inline::plain("Zonder.")]);
        let joined = paragraph([vec![Inline::plain("A.")], vec![Inline::plain("B.")]]);
        assert_eq!(joined.iter().map(Inline::text).collect::<String>(), "A. B.");
    }
}
