//! From signs to lines: the state of the groups, and what each word does to it.

use super::charset::Charsets;
use super::comments::Comments;
use super::state::{Inside, State, Target, character, fact_of, is_beside_text};
use super::story::Story;
use super::token::Token;
use crate::document::{Document, comment_text, on_one_line};
use crate::imported::{ImportReport, Loss};
use crate::line::Line;
use std::collections::BTreeMap;

/// How deep groups may be nested; real documents stay below fifty.
const MAX_GROUPS: usize = 1_000;

/// An RTF document being read.
pub(super) struct Reader<'r> {
    pub(super) report: &'r mut ImportReport,
    pub(super) state: State,
    /// What holds outside each group that is open, and what its end ends.
    groups: Vec<(State, Option<Inside>)>,
    /// How many groups are open that are nested too deeply.
    n_too_deep: usize,
    pub(super) charsets: Charsets,
    styles: BTreeMap<i32, String>,
    pub(super) story: Story,
    /// What goes on outside the note, box, margin or comment that is being read.
    outside: Vec<Story>,
    notes: Vec<Vec<Line>>,
    comments: Comments,
    /// Bytes that have not been decoded.
    pub(super) bytes: Vec<u8>,
    /// Some of them stand there as they are, not as ASCII.
    pub(super) has_raw_letters: bool,
    /// The first half of a character that is written in two.
    pub(super) surrogate: Option<u16>,
    /// How many characters to pass over, since they stand in for one that was read.
    pub(super) n_to_skip: usize,
    /// The group may be passed over by whoever does not know its first word.
    pub(super) is_optional: bool,
    /// Words of a style's name or of a fact.
    pub(super) value: String,
    /// Words that are left out, and why.
    pub(super) left_out: Option<(Loss, String)>,
    pub(super) was_inserted: bool,
    /// The font that is being described.
    font: i32,
}

impl<'r> Reader<'r> {
    /// Starts with nothing read.
    pub(super) fn new(report: &'r mut ImportReport) -> Self {
        Self {
            report,
            state: State::default(),
            groups: Vec::new(),
            n_too_deep: 0,
            charsets: Charsets::default(),
            styles: BTreeMap::new(),
            story: Story::default(),
            outside: Vec::new(),
            notes: Vec::new(),
            comments: Comments::default(),
            bytes: Vec::new(),
            has_raw_letters: false,
            surrogate: None,
            n_to_skip: 0,
            is_optional: false,
            value: String::new(),
            left_out: None,
            was_inserted: false,
            font: 0,
        }
    }

    /// Reads one sign.
    pub(super) fn read(&mut self, token: Token) {
        if self.n_too_deep > 0 {
            self.n_too_deep += usize::from(token == Token::Open);
            self.n_too_deep -= usize::from(token == Token::Close);
            return;
        }
        match token {
            Token::Text(bytes) => self.text(bytes),
            Token::Escaped(_) | Token::Symbol(_) if self.n_to_skip > 0 => self.n_to_skip -= 1,
            Token::Word(word, _) if self.n_to_skip > 0 && character(word).is_some() => self.n_to_skip -= 1,
            Token::Escaped(byte) => self.escaped(byte),
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word("u", Some(unit)) => self.unicode(unit),
            Token::Word(word, number) => self.word(word, number),
            Token::Open => self.open(),
            Token::Close => self.close(),
        }
    }

    /// Ends what is still open. Returns the document, its comments, and, when nobody here knows its code page, how it was
    /// read instead.
    pub(super) fn finish(mut self) -> (Document, Comments, Option<String>) {
        self.flush();
        while !self.groups.is_empty() {
            self.close();
        }
        let lines = self.end_story();
        let document = Document { lines, notes: self.notes, ..Document::default() };
        (document, self.comments, self.charsets.guess())
    }

    fn open(&mut self) {
        self.flush();
        self.n_to_skip = 0;
        if self.groups.len() == MAX_GROUPS {
            self.report.lose(Loss::TooDeep, 1, None);
            self.n_too_deep = 1;
            return;
        }
        self.is_optional = false;
        self.groups.push((self.state, None));
    }

    fn close(&mut self) {
        self.flush();
        self.n_to_skip = 0;
        let Some((outer, inside)) = self.groups.pop() else { return };
        if self.state.target == Target::Styles {
            self.end_style();
        }
        if let Some(inside) = inside {
            self.leave(inside);
        }
        self.state = outer;
    }

    fn end_style(&mut self) {
        let name = std::mem::take(&mut self.value);
        let name = name.trim().trim_end_matches(';').trim();
        if let Some(style) = self.state.style.filter(|_| !name.is_empty()) {
            self.styles.insert(style, name.to_owned());
        }
    }

    fn symbol(&mut self, symbol: u8) {
        self.flush();
        match symbol {
            b'~' => self.emit("\u{a0}"),
            b'_' => self.emit("-"),
            b'*' => self.is_optional = true,
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        self.flush();
        self.n_to_skip = 0;
        let is_on = number != Some(0);
        let is_optional = std::mem::take(&mut self.is_optional);
        match word {
            "ansicpg" => self.charsets.set_page(number.unwrap_or(1252)),
            "mac" => self.charsets.set_page(10_000),
            "pc" => self.charsets.set_page(437),
            "pca" => self.charsets.set_page(850),
            "deff" => self.charsets.default_font = number.unwrap_or(0),
            "uc" => self.state.n_stand_ins = number.and_then(|n| usize::try_from(n).ok()).unwrap_or(1),
            "f" if self.state.target == Target::Fonts => self.font = number.unwrap_or(0),
            "fcharset" => self.charsets.set_font(self.font, number.unwrap_or(0)),
            "f" => self.state.font = number,
            "s" => self.state.style = number,
            "b" => self.state.is_bold = is_on,
            "v" => self.state.is_hidden = is_on,
            "deleted" => self.state.is_deleted = is_on,
            "revised" => self.state.is_inserted = is_on,
            "plain" => self.state.make_plain(),
            "pard" if !self.is_aside() => (self.state.in_table, self.state.style) = (false, None),
            "intbl" => self.state.in_table = is_on,
            "par" | "sect" | "nestrow" => self.end_paragraph(),
            "cell" => self.end_cell(),
            "row" if !self.is_aside() => self.story.end_row(self.report),
            _ => match character(word) {
                Some(character) => self.emit(character),
                None => self.start(word, is_optional),
            },
        }
    }

    /// Returns whether words go elsewhere than into the text.
    pub(super) fn is_aside(&self) -> bool {
        self.state.target != Target::Text
    }

    /// Lets the group be what its first word says; an optional one that nobody here knows holds nothing for the text.
    fn start(&mut self, word: &str, is_optional: bool) {
        if self.state.target == Target::Nowhere {
            return;
        }
        match word {
            "fonttbl" => self.state.target = Target::Fonts,
            "stylesheet" => self.state.target = Target::Styles,
            "pict" => {
                self.report.lose(Loss::Pictures, 1, None);
                self.state.target = Target::Nowhere;
            }
            "footnote" => self.start_note(),
            "annotation" => self.enter(Inside::Comment),
            "shptxt" => self.enter(Inside::TextBox),
            "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf" => {
                self.enter(Inside::Margin);
            }
            "shpinst" | "shppict" | "nesttableprops" => {}
            _ => match fact_of(word) {
                Some(fact) => self.enter(Inside::Fact(fact)),
                None if is_optional || is_beside_text(word) => self.state.target = Target::Nowhere,
                None => {}
            },
        }
    }

    fn start_note(&mut self) {
        if self.state.is_deleted || self.state.is_hidden {
            self.state.target = Target::Nowhere;
            return;
        }
        let idx = self.notes.len();
        self.emit(&format!("[{}]", idx + 1));
        self.notes.push(Vec::new());
        self.enter(Inside::Note(idx));
    }

    /// Lets the words of the group go elsewhere until it ends.
    fn enter(&mut self, inside: Inside) {
        let Some((_, free @ None)) = self.groups.last_mut() else { return };
        *free = Some(inside);
        self.leave_out_no_more();
        if let Inside::Fact(_) = inside {
            self.state.target = Target::Fact;
            self.value.clear();
        } else {
            self.state =
                State { font: self.state.font, n_stand_ins: self.state.n_stand_ins, ..State::default() };
            self.outside.push(std::mem::take(&mut self.story));
        }
    }

    fn leave(&mut self, inside: Inside) {
        if let Inside::Fact(fact) = inside {
            let value = std::mem::take(&mut self.value);
            self.comments.note(fact, &value, &mut self.story.flow);
            return;
        }
        let lines = self.end_story();
        self.story = self.outside.pop().unwrap_or_default();
        match inside {
            Inside::Note(idx) => self.notes[idx] = lines,
            Inside::TextBox => self.story.add_box(lines, self.report),
            Inside::Margin => {
                let text = on_one_line(&lines).text;
                self.report.lose(Loss::PageHeaders, usize::from(!text.is_empty()), Some(text));
            }
            Inside::Comment => {
                self.comments.end(comment_text(&lines), &mut self.story.flow);
            }
            Inside::Fact(_) => {}
        }
    }

    /// Ends a paragraph; one whose end was deleted or is hidden goes on with the next.
    fn end_paragraph(&mut self) {
        if self.is_aside() || self.state.is_deleted || self.state.is_hidden {
            return;
        }
        self.leave_out_no_more();
        let style = self.state.style.and_then(|style| self.styles.get(&style));
        self.story.end_paragraph(style.map(String::as_str), self.state.in_table, self.report);
    }

    fn end_cell(&mut self) {
        if self.is_aside() {
            return;
        }
        self.leave_out_no_more();
        let style = self.state.style.and_then(|style| self.styles.get(&style));
        self.story.end_cell(style.map(String::as_str), self.report);
    }

    /// Ends what is open in the story and returns its lines.
    fn end_story(&mut self) -> Vec<Line> {
        self.leave_out_no_more();
        let style = self.state.style.and_then(|style| self.styles.get(&style));
        std::mem::take(&mut self.story).end(style.map(String::as_str), self.report)
    }
}
