//! Documents to read, to edit, to paste and to publish: headings, paragraphs, quotes with their source lines, tables,
//! figures, lists, fields to go over, lines to write on and boxes to tick, and at the end what it all rests on. Writers make
//! a Word document ([`docx()`]) or Markdown ([`markdown()`]) of it.

mod docx;
mod inline;
mod markdown;
mod picture;
mod plain;
mod table;

pub use docx::docx;
pub use inline::{Inline, Line, plain};
pub use markdown::markdown;
pub use picture::Figure;
pub use table::{Align, Cell, Column, Row, Table, cell};

use draad_words::Words;

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// What stands under the title: the study, and what it wants said with every result.
    pub under_title: Vec<String>,
    /// What it holds, in order.
    pub blocks: Vec<Block>,
    /// The heading above the definitions; without definitions there is none.
    pub definitions_title: String,
    /// What words and numbers mean and rest on: a name and a sentence or some. May be empty.
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
    /// A sentence about what stands above it, in smaller letters.
    Note(String),
    /// A paragraph.
    Paragraph(Line),
    /// A table.
    Table(Table),
    /// A figure.
    Figure(Figure),
    /// Points of a list.
    List(Vec<Line>),
    /// Points of a list, each with a box to tick.
    Boxes(Vec<Line>),
    /// So many lines to write on.
    Ruled(usize),
    /// What follows begins on a new page.
    PageBreak,
    /// What stands on pages that lie on their side.
    Landscape(Vec<Block>),
}

impl Block {
    /// Returns a heading without a count.
    pub fn heading(level: usize, text: impl Into<String>) -> Self {
        Self::Heading { level, text: text.into(), count: String::new() }
    }

    /// Returns a table with columns as wide as their words ask for, on a page on its side where it needs one.
    pub fn fitted(table: Table) -> Self {
        let table = table.fitted();
        if table.is_wide() { Self::Landscape(vec![Self::Table(table)]) } else { Self::Table(table) }
    }
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

    /// A figure of two by one pixels: signature, header, and no more than a reader of sizes looks at.
    pub(crate) fn figure() -> Figure {
        let mut png = vec![0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];
        png.extend(b"IHDR\0\0\0\x02\0\0\0\x01\x08\0\0\0\0");
        Figure {
            name: "matrix".into(),
            png,
            width_mm: 100.0,
            alt: "Factoren & \"casussen\"".into(),
            caption: "Waar factoren staan".into(),
            notes: vec!["Eenheid: fragment.".into()],
        }
    }

    /// A table with a section, several paragraphs in a cell and a field.
    pub(crate) fn table() -> Table {
        let two = vec![vec![Inline::bold("p01")], plain("a|b <i>")];
        Table {
            caption: "Steekproef".into(),
            columns: vec![Column::left("Casus", 2.0), Column::centre("Soort", 1.0), Column::right("n", 1.0)],
            rows: vec![
                Row::Section("constructief".into()),
                Row::Cells(vec![two, cell("●"), cell("3")]),
                Row::Cells(vec![vec![vec![Inline::open("naam"), Inline::Box]], cell("·"), cell("12")]),
            ],
            notes: vec!["Noot & bron.".into()],
        }
    }

    /// A small document with every block that is no quote.
    pub(crate) fn blocks() -> Document {
        let second = Figure { caption: "Nog eens".into(), ..figure() };
        let paragraph = vec![
            Inline::plain("Er zijn "),
            Inline::field("aantal casussen", "13"),
            Inline::plain(" casussen, "),
            Inline::italic("in <en> uit"),
            Inline::plain("."),
        ];
        Document {
            title: "Manuscript".into(),
            under_title: Vec::new(),
            blocks: vec![
                Block::heading(1, "Methode"),
                Block::Paragraph(paragraph),
                Block::Table(table()),
                Block::Figure(figure()),
                Block::List(vec![plain("een"), plain("twee")]),
                Block::Boxes(vec![plain("klopt")]),
                Block::Ruled(2),
                Block::PageBreak,
                Block::Landscape(vec![Block::Table(Table { notes: Vec::new(), ..table() })]),
                Block::Landscape(vec![Block::Figure(second)]),
                Block::Note("Slot.".into()),
            ],
            definitions_title: String::new(),
            definitions: Vec::new(),
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
