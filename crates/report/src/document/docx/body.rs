//! Blocks as the body of a Word document, written in the order that the standard wants: a strict reader takes it too.

use super::super::{Block, Document, Figure, Inline, Line, QuotedWords};
use super::page::Page;
use super::runs::{Looks, inline, paragraph, run, run_of, styled_run};
use super::styles::{BULLETS, heading_style};
use super::xml::{element, valued};
use super::{picture, table};
use draad_core::diagnostic::Outcome;
use draad_words::Words;

/// What is said of the names that the body uses.
const NAMES: [(&str, &str); 6] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("xmlns:w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
    ("mc:Ignorable", "w14"),
];

/// The body while it is written.
pub(super) struct Body<'d> {
    words: Words,
    xml: String,
    /// The pictures that it shows, each once; the first is `picture1`.
    pub(super) pictures: Vec<&'d [u8]>,
    /// How many captions there are of tables and of figures.
    n_tables: usize,
    n_figures: usize,
    /// The number that the last control or picture got: each has its own.
    last_id: usize,
    page: Page,
    /// The pages that end as soon as something follows them.
    ending: Option<Page>,
    /// Whether something stands on the pages of this section.
    has_content: bool,
    /// Whether the next paragraph begins a page.
    breaks: bool,
}

impl<'d> Body<'d> {
    pub(super) fn new(words: Words) -> Self {
        Self {
            words,
            xml: String::new(),
            pictures: Vec::new(),
            n_tables: 0,
            n_figures: 0,
            last_id: 0,
            page: Page::Upright,
            ending: None,
            has_content: false,
            breaks: false,
        }
    }

    /// Writes all of a document.
    ///
    /// # Errors
    /// `ReportFailed` when a picture is none.
    pub(super) fn write(&mut self, document: &'d Document) -> Outcome<()> {
        self.say("Title", Looks::default(), &run(&document.title));
        for text in &document.under_title {
            self.say("Subtitle", Looks::default(), &run(text));
        }
        for block in &document.blocks {
            self.block(block)?;
        }
        if !document.definitions.is_empty() {
            self.say(&heading_style(1), Looks::default(), &run(&document.definitions_title));
        }
        for (name, text) in &document.definitions {
            let name = styled_run(&format!("{name}. "), "<w:b/>");
            self.say("Definition", Looks::default(), &(name + &run(text)));
        }
        Ok(())
    }

    /// Returns the document with everything that was written.
    pub(super) fn finished(self) -> String {
        let last = self.ending.unwrap_or(self.page);
        let body = element("w:body", &[], &(self.xml + &last.section()));
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>{}", element("w:document", &NAMES, &body))
    }

    fn block(&mut self, block: &'d Block) -> Outcome<()> {
        match block {
            Block::Heading { level, text, count } => self.heading(*level, text, count),
            Block::Quote(quote) => self.quote(quote),
            Block::Note(text) => self.say("Note", Looks::default(), &run(text)),
            Block::Paragraph(line) => self.line("Normal", Looks::default(), line),
            Block::Table(of) => self.table(of),
            Block::Figure(of) => self.figure(of)?,
            Block::List(lines) => self.list(lines),
            Block::Boxes(lines) => self.boxes(lines),
            Block::Ruled(n) => self.ruled(*n),
            Block::PageBreak => self.breaks = true,
            Block::Landscape(blocks) => self.landscape(blocks)?,
        }
        Ok(())
    }

    /// Adds a paragraph, at the top of a page where a break waits for it.
    fn say(&mut self, style: &str, looks: Looks, runs: &str) {
        let page_break = std::mem::take(&mut self.breaks) && self.has_content;
        self.add(&paragraph(style, Looks { page_break, ..looks }, runs));
    }

    fn add(&mut self, xml: &str) {
        if let Some(page) = self.ending.take() {
            self.xml += &page.ended();
        }
        self.xml += xml;
        self.has_content = true;
    }

    fn line(&mut self, style: &str, looks: Looks, line: &Line) {
        let runs = self.runs(line);
        self.say(style, looks, &runs);
    }

    pub(super) fn runs(&mut self, line: &Line) -> String {
        line.iter().map(|piece| inline(piece, self.next_id())).collect()
    }

    pub(super) fn next_id(&mut self) -> usize {
        self.last_id += 1;
        self.last_id
    }

    fn heading(&mut self, level: usize, text: &str, count: &str) {
        let mut runs = run(text);
        if !count.is_empty() {
            let light = valued("w:rStyle", "HeadingCount") + &valued("w:b", "0");
            runs += &styled_run(&format!("  {count}"), &light);
        }
        self.say(&heading_style(level), Looks::default(), &runs);
    }

    /// The words, then who and where, then the remarks; they stay together on a page where they can.
    fn quote(&mut self, quote: &QuotedWords) {
        let context = |text: String| if text.is_empty() { text } else { run_of("QuoteContext", &text) };
        let words = styled_run(&quote.words, if quote.is_whole_source { "<w:i/>" } else { "" });
        let words = context(quote.before_in_brackets()) + &words + &context(quote.after_in_brackets());
        let source = Some(&quote.source_line).filter(|line| !line.is_empty());
        let mut below: Vec<(&str, &String)> = source.map(|line| ("QuoteSource", line)).into_iter().collect();
        below.extend(quote.memos.iter().map(|memo| ("QuoteMemo", memo)));
        let keep_next = |keep_next: bool| Looks { keep_next, ..Looks::default() };
        self.say("Quote", keep_next(!below.is_empty()), &words);
        let n_below = below.len();
        for (place, (style, text)) in below.into_iter().enumerate() {
            self.say(style, keep_next(place + 1 < n_below), &run(text));
        }
    }

    fn list(&mut self, lines: &[Line]) {
        for line in lines {
            self.line("ListBullet", Looks { list: Some(BULLETS), ..Looks::default() }, line);
        }
    }

    /// Boxes stay on one page with each other, and with what asks for a remark below them.
    fn boxes(&mut self, lines: &[Line]) {
        for line in lines {
            let runs = self.runs(&vec![Inline::Box, Inline::plain("\t")]) + &self.runs(line);
            self.say("ListBox", Looks { keep_next: true, ..Looks::default() }, &runs);
        }
    }

    /// Lines to write on, together on one page.
    fn ruled(&mut self, n: usize) {
        for line in 1..=n {
            self.say("Ruled", Looks { keep_next: line < n, ..Looks::default() }, "");
        }
    }

    fn table(&mut self, of: &super::super::Table) {
        if !of.caption.is_empty() {
            self.n_tables += 1;
            let caption = self.caption("document-table", self.n_tables, &of.caption);
            self.say("Caption", Looks { keep_next: true, ..Looks::default() }, &caption);
        } else if std::mem::take(&mut self.breaks) {
            self.say("Gap", Looks { page_break: true, ..Looks::default() }, "");
        }
        let xml = table::table(self, of, self.page.text_width());
        self.add(&xml);
        for note in &of.notes {
            self.say("TableNote", Looks::default(), &run(note));
        }
        // two tables without a paragraph between them would become one
        self.say("Gap", Looks::default(), "");
    }

    fn figure(&mut self, of: &'d Figure) -> Outcome<()> {
        let letters = std::iter::once(&of.caption).chain(&of.notes).map(|text| text.chars().count()).sum();
        let size = of.size(self.page.picture_room(letters))?;
        let place = self.pictures.iter().position(|known| *known == of.png.as_slice());
        let place = place.unwrap_or_else(|| {
            self.pictures.push(&of.png);
            self.pictures.len() - 1
        });
        let drawing = picture::drawing(of, size, self.next_id(), place);
        let has_caption = !of.caption.is_empty();
        self.say("Figure", Looks { keep_next: has_caption, ..Looks::default() }, &drawing);
        if has_caption {
            self.n_figures += 1;
            let caption = self.caption("document-figure", self.n_figures, &of.caption);
            let looks = Looks { keep_next: !of.notes.is_empty(), ..Looks::default() };
            self.say("Caption", looks, &caption);
        }
        for note in &of.notes {
            self.say("TableNote", Looks::default(), &run(note));
        }
        Ok(())
    }

    /// `Tabel 3. Wat er staat`, with a number that Word counts by itself and can list.
    fn caption(&self, key: &str, n: usize, text: &str) -> String {
        let label = self.words.say(key);
        let count = format!(" SEQ {label} \\* ARABIC ");
        let number = styled_run(&n.to_string(), "<w:b/>");
        styled_run(&format!("{label} "), "<w:b/>")
            + &element("w:fldSimple", &[("w:instr", &count)], &number)
            + &styled_run(". ", "<w:b/>")
            + &run(text)
    }

    /// Pages on their side: what was written ends its own pages before, and these end after.
    fn landscape(&mut self, blocks: &'d [Block]) -> Outcome<()> {
        self.turn(Page::Lying);
        for block in blocks {
            match block {
                Block::Landscape(inner) => inner.iter().try_for_each(|block| self.block(block))?,
                other => self.block(other)?,
            }
        }
        self.turn(Page::Upright);
        Ok(())
    }

    /// Goes on with other pages; those that were written end, unless they are of the same kind.
    fn turn(&mut self, page: Page) {
        if self.has_content {
            self.ending = Some(self.page);
        }
        self.has_content = self.ending == Some(page);
        if self.has_content {
            self.ending = None;
        }
        self.breaks = false;
        self.page = page;
    }
}
