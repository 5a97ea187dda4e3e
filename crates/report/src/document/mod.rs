//! Passages as a document to read, to paste and to publish: headings, quotes with their source lines, notes, and at the
//! end what it all rests on. Writers make a Word document ([`docx()`]) or Markdown ([`markdown()`]) of it.

mod docx;
mod markdown;

pub use docx::docx;
pub use markdown::markdown;

use draad_words::Words;

/// A document of passages.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// What stands under the title: the study, and what it wants said with every result.
    pub under_title: Vec<String>,
    /// What it holds, in order.
    pub blocks: Vec<Block>,
    /// The heading above the definitions.
    pub definitions_title: String,
    /// What the passages and their numbers mean and rest on: a name and a sentence or some.
    pub definitions: Vec<(String, String)>,
    /// The language it is written in.
    pub words: Words,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 for the outermost.
        level: usize,
        /// Its words.
        text: String,
        /// How much there is under it; may be empty.
        count: String,
    },
    /// A passage.
    Quote(QuotedWords),
    /// A sentence about the passages.
    Note(String),
}

/// Words of a source, and what is shown with them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuotedWords {
    /// The words; lines are kept. For a source that was coded as a whole, a sentence that says so.
    pub words: String,
    /// Whether a whole source was coded: then `words` are not those of the source.
    pub is_whole_source: bool,
    /// Words of the same unit before, with the blank between; empty for none.
    pub before: String,
    /// Words of the same unit after, with the blank between; empty for none.
    pub after: String,
    /// Where the words come from; may be empty.
    pub source_line: String,
    /// Remarks of the coders.
    pub memos: Vec<String>,
}

impl QuotedWords {
    /// Returns the words before in brackets, on one line; empty for none.
    pub fn before_in_brackets(&self) -> String {
        let blank = if self.before.ends_with(char::is_whitespace) { " " } else { "" };
        in_brackets(&self.before).map_or(String::new(), |words| words + blank)
    }

    /// Returns the words after in brackets, on one line; empty for none.
    pub fn after_in_brackets(&self) -> String {
        let blank = if self.after.starts_with(char::is_whitespace) { " " } else { "" };
        in_brackets(&self.after).map_or(String::new(), |words| blank.to_owned() + &words)
    }
}

/// Returns a character as every kind of document can hold it: control characters become their pictures (␇), other
/// outlaws `�`. Lines and tabs are for the writer to keep.
pub fn visible(letter: char) -> char {
    match letter {
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(letter)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        other => other,
    }
}

fn in_brackets(context: &str) -> Option<String> {
    let words: Vec<&str> = context.split_whitespace().collect();
    (!words.is_empty()).then(|| format!("[{}]", words.join(" ")))
}

#[cfg(test)]
pub(crate) mod sample {
    use super::*;
    use draad_core::Language;

    /// A small document with everything that is difficult.
    pub(crate) fn document() -> Document {
        let quote = QuotedWords {
            words: "Zij zei: \"ëén\" & <b>\u{1F9D2}\u{1F3FD}</b>\nen toen\tniets\u{0b}\u{7}.".into(),
            before: "… ik dacht ".into(),
            after: ", of niet …".into(),
            source_line: "Moeder · p01-interview".into(),
            memos: vec!["anna: *letterlijk* #1".into()],
            ..QuotedWords::default()
        };
        let heading =
            |level, text: &str, count: &str| Block::Heading { level, text: text.into(), count: count.into() };
        Document {
            title: "Fragmenten: Vertrouwen".into(),
            under_title: vec!["Een studie".into()],
            blocks: vec![
                heading(1, "Vertrouwen", "1 fragment in 1 bron"),
                heading(2, "p01", "1 fragment in 1 bron"),
                heading(7, "diep", ""),
                Block::Quote(quote),
                Block::Note("Gevonden in 1 van 2 casussen.".into()),
            ],
            definitions_title: "Waarop dit berust".into(),
            definitions: vec![("Fragment".into(), "Een stuk van een bron.".into())],
            words: Words::new(Language::Nl),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_stands_in_brackets_and_keeps_the_blanks_around_the_words() {
        let quote = |before: &str, after: &str| {
            let quote = QuotedWords { before: before.into(), after: after.into(), ..QuotedWords::default() };
            format!("{}X{}", quote.before_in_brackets(), quote.after_in_brackets())
        };
        assert_eq!(quote("een\ntwee ", " drie"), "[een twee] X [drie]");
        assert_eq!(quote("ver", ", en"), "[ver]X[, en]");
        assert_eq!(quote(" ", ""), "X");
    }
}
