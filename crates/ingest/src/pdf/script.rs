//! What the pages say, reduced to the operations that show text.
//!
//! The crate that knows fonts gets a script of our making: drawing, colours and pictures left out, forms written out in
//! their place, the two operators that it does not know replaced, every operand checked. Of pictures the size is noted.

use super::fonts::{Font, number};
use super::inflate::{Refusal, unpacked};
use pdf_extract::content::{Content, Operation};
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::BTreeMap;

/// The most bytes of drawing on one page, its forms counted each time they are drawn.
const MAX_PAGE: usize = 8 << 20;
/// How deep forms may be drawn inside forms.
const MAX_FORMS: usize = 16;
/// What drawing a form costs, in bytes, so that empty ones come to an end too.
const FORM_COST: usize = 1 << 10;
/// How many operations one script may have before no further page is added.
const MAX_OPERATIONS: usize = 200_000;
/// How deep the state may be saved.
const MAX_SAVED: usize = 256;

/// A page to be read.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// Its number, counted from 1.
    pub(super) number: u32,
    /// Its dictionary's id.
    pub(super) id: ObjectId,
}

/// The text operations of some pages.
#[derive(Clone, Debug, Default)]
pub(super) struct Script {
    /// The operations.
    pub(super) operations: Vec<Operation>,
    /// One entry for each string that they show.
    pub(super) shown: Vec<Shown>,
    /// The fonts that they use, by the name in the operations.
    pub(super) fonts: Vec<(String, Dictionary)>,
    /// What was met on the pages beside text.
    pub(super) pages: Vec<Seen>,
    /// How many bytes of drawing it was made from.
    pub(super) n_bytes: usize,
}

/// What is known of a string when it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// The page, as position in [`Script::pages`].
    pub(super) page: usize,
    /// Whether its font is bold.
    pub(super) is_bold: bool,
    /// Whether the document marks it as head or foot of the page.
    pub(super) is_margin: bool,
}

/// What was met on a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Seen {
    /// The page's number.
    pub(super) number: u32,
    /// How many pictures are drawn on it.
    pub(super) n_pictures: usize,
    /// How much of the page they cover: 1 is all of it.
    pub(super) picture_share: f64,
    /// What could not be read, if anything.
    pub(super) trouble: Option<String>,
}

impl Script {
    /// Writes the script of the first of `pages`, and of as many others as make a script of moderate length.
    pub(super) fn of(doc: &Document, pages: &[Page]) -> Self {
        let mut writer = Writer { doc, script: Script::default(), known_fonts: BTreeMap::new() };
        for page in pages {
            writer.page(page);
            if writer.script.operations.len() > MAX_OPERATIONS {
                break;
            }
        }
        writer.script
    }
}

struct Writer<'d> {
    doc: &'d Document,
    script: Script,
    /// Position of the fonts that have an id of their own.
    known_fonts: BTreeMap<ObjectId, (String, bool)>,
}

/// Where the drawing of one page is.
struct Drawing<'d> {
    page: usize,
    area: f64,
    n_bytes: usize,
    n_forms: usize,
    state: State,
    saved: Vec<State>,
    /// Whether each open stretch of marked content is in the page's margin.
    marks: Vec<bool>,
    resources: Option<&'d Dictionary>,
}

#[derive(Clone, Copy)]
struct State {
    matrix: Matrix,
    font: Option<bool>,
}

type Matrix = [f64; 6];

impl<'d> Writer<'d> {
    fn page(&mut self, page: &Page) {
        let seen = Seen { number: page.number, n_pictures: 0, picture_share: 0.0, trouble: None };
        self.script.pages.push(seen);
        let idx = self.script.pages.len() - 1;
        let mut drawing = Drawing {
            page: idx,
            area: self.area(page.id),
            n_bytes: 0,
            n_forms: 0,
            state: State { matrix: [1.0, 0.0, 0.0, 1.0, 0.0, 0.0], font: None },
            saved: Vec::new(),
            marks: Vec::new(),
            resources: self.inherited(page.id, b"Resources").and_then(|found| found.as_dict().ok()),
        };
        let content = self.content(page.id, &mut drawing);
        self.save(&mut drawing);
        self.draw(&content, &mut drawing);
        self.restore(&mut drawing, 0);
        self.script.n_bytes += drawing.n_bytes;
    }

    /// All that is drawn on a page itself, in one piece: operations may run on from one stream to the next.
    fn content(&mut self, id: ObjectId, drawing: &mut Drawing) -> Vec<u8> {
        let mut content = Vec::new();
        for id in self.doc.get_page_contents(id) {
            if let Ok(stream) = self.doc.get_object(id).and_then(Object::as_stream) {
                content.extend(self.unpacked(stream, drawing));
                content.push(b'\n');
            }
        }
        content
    }

    fn unpacked(&mut self, stream: &Stream, drawing: &mut Drawing) -> Vec<u8> {
        match unpacked(stream, MAX_PAGE.saturating_sub(drawing.n_bytes)) {
            Ok(content) => {
                drawing.n_bytes += content.len();
                content
            }
            Err(refusal) => {
                let reason = match refusal {
                    Refusal::TooLarge => "too much on one page",
                    Refusal::Unreadable => "content stream cannot be unpacked",
                };
                self.trouble(drawing, reason);
                Vec::new()
            }
        }
    }

    fn trouble(&mut self, drawing: &Drawing, reason: &str) {
        let page = &mut self.script.pages[drawing.page];
        page.trouble.get_or_insert_with(|| reason.to_owned());
    }

    /// An attribute of a page that it may have from the nodes above it.
    fn inherited(&self, id: ObjectId, key: &[u8]) -> Option<&'d Object> {
        let mut node = self.doc.get_dictionary(id).ok()?;
        for _ in 0..64 {
            if let Ok(found) = node.get_deref(key, self.doc) {
                return Some(found);
            }
            node = node.get_deref(b"Parent", self.doc).ok()?.as_dict().ok()?;
        }
        None
    }

    fn resources(&self, drawing: &Drawing<'d>, kind: &[u8]) -> Option<&'d Dictionary> {
        drawing.resources?.get_deref(kind, self.doc).ok()?.as_dict().ok()
    }

    fn area(&self, id: ObjectId) -> f64 {
        let media_box = self.inherited(id, b"MediaBox").and_then(|media_box| media_box.as_array().ok());
        let sides: Vec<f64> = media_box.into_iter().flatten().filter_map(number).collect();
        match sides[..] {
            [left, bottom, right, top] => ((right - left) * (top - bottom)).abs().max(1.0),
            _ => 612.0 * 792.0,
        }
    }

    fn draw(&mut self, content: &[u8], drawing: &mut Drawing<'d>) {
        let operations = Content::decode_strict(content).or_else(|_| {
            self.trouble(drawing, "content stream breaks off");
            Content::decode(content)
        });
        let n_saved = drawing.saved.len();
        for operation in operations.map(|content| content.operations).unwrap_or_default() {
            self.operation(operation, drawing, n_saved);
        }
        while drawing.saved.len() > n_saved {
            self.restore(drawing, n_saved);
        }
    }

    fn operation(&mut self, operation: Operation, drawing: &mut Drawing<'d>, n_saved: usize) {
        let operands = operation.operands.as_slice();
        match operation.operator.as_str() {
            "q" => self.save(drawing),
            "Q" => self.restore(drawing, n_saved),
            "cm" => {
                if let Some(matrix) = numbers::<6>(operands) {
                    drawing.state.matrix = times(matrix, drawing.state.matrix);
                    self.emit("cm", &matrix);
                }
            }
            "BT" | "ET" | "T*" => self.emit(&operation.operator, &[]),
            "Tc" | "Tw" | "Tz" | "TL" | "Ts" => self.emit_numbers::<1>(&operation),
            "Td" | "TD" => self.emit_numbers::<2>(&operation),
            "Tm" => self.emit_numbers::<6>(&operation),
            "Tf" => self.font(operands, drawing),
            "Tj" => self.show(operands.first(), drawing),
            "'" => {
                self.emit("T*", &[]);
                self.show(operands.first(), drawing);
            }
            "\"" => {
                if let Some([word, letter]) = operands.get(..2).and_then(numbers::<2>) {
                    self.emit("Tw", &[word]);
                    self.emit("Tc", &[letter]);
                }
                self.emit("T*", &[]);
                self.show(operands.get(2), drawing);
            }
            "TJ" => self.show(operands.first(), drawing),
            "BI" => self.picture(drawing),
            "Do" => self.object(operands, drawing),
            "BMC" | "BDC" => {
                let is_margin = drawing.marks.last() == Some(&true) || self.is_margin(operands, drawing);
                drawing.marks.push(is_margin);
            }
            "EMC" => _ = drawing.marks.pop(),
            _ => {}
        }
    }

    fn emit(&mut self, operator: &str, operands: &[f64]) {
        let operands = operands.iter().map(|&value| Object::Real(value as f32)).collect();
        self.script.operations.push(Operation::new(operator, operands));
    }

    fn emit_numbers<const N: usize>(&mut self, operation: &Operation) {
        if let Some(values) = numbers::<N>(&operation.operands) {
            self.emit(&operation.operator, &values);
        }
    }

    fn save(&mut self, drawing: &mut Drawing) {
        drawing.saved.push(drawing.state);
        if drawing.saved.len() <= MAX_SAVED {
            self.emit("q", &[]);
        }
    }

    /// Restores the state, but not one that was saved before the current page or form.
    fn restore(&mut self, drawing: &mut Drawing, n_saved: usize) {
        if drawing.saved.len() <= n_saved {
            return;
        }
        if drawing.saved.len() <= MAX_SAVED {
            self.emit("Q", &[]);
        }
        drawing.state = drawing.saved.pop().unwrap_or(drawing.state);
    }

    fn font(&mut self, operands: &[Object], drawing: &mut Drawing<'d>) {
        let [Object::Name(name), size] = operands else { return };
        let given = self.resources(drawing, b"Font").and_then(|fonts| fonts.get(name).ok());
        let (Some(size), Some(given)) = (number(size), given) else { return };
        let Some((name, is_bold)) = self.known_font(given) else { return };
        drawing.state.font = Some(is_bold);
        let operands = vec![Object::Name(name.into_bytes()), Object::Real(size as f32)];
        self.script.operations.push(Operation::new("Tf", operands));
    }

    fn known_font(&mut self, given: &'d Object) -> Option<(String, bool)> {
        let id = given.as_reference().ok();
        if let Some(known) = id.and_then(|id| self.known_fonts.get(&id)) {
            return Some(known.clone());
        }
        let (_, dict) = self.doc.dereference(given).ok()?;
        let font = Font::mend(self.doc, dict.as_dict().ok()?);
        let known = (format!("F{}", self.script.fonts.len()), font.is_bold);
        self.script.fonts.push((known.0.clone(), font.dict));
        if let Some(id) = id {
            self.known_fonts.insert(id, known.clone());
        }
        Some(known)
    }

    /// Shows a string, or an array of strings and of numbers that move the next one.
    fn show(&mut self, text: Option<&Object>, drawing: &Drawing) {
        let Some(is_bold) = drawing.state.font else {
            self.trouble(drawing, "text without a font");
            return;
        };
        let pieces: Vec<Object> = match text {
            Some(Object::Array(pieces)) => pieces.iter().filter_map(piece).collect(),
            Some(text) => piece(text).into_iter().collect(),
            None => return,
        };
        let is_margin = drawing.marks.last() == Some(&true);
        let n_strings = pieces.iter().filter(|piece| matches!(piece, Object::String(..))).count();
        let shown = Shown { page: drawing.page, is_bold, is_margin };
        self.script.shown.extend(std::iter::repeat_n(shown, n_strings));
        self.script.operations.push(Operation::new("TJ", vec![Object::Array(pieces)]));
    }

    fn object(&mut self, operands: &[Object], drawing: &mut Drawing<'d>) {
        let Some(Object::Name(name)) = operands.first() else { return };
        let objects = self.resources(drawing, b"XObject");
        let object = objects.and_then(|objects| objects.get_deref(name, self.doc).ok());
        let Some(stream) = object.and_then(|object| object.as_stream().ok()) else { return };
        match stream.dict.get_deref(b"Subtype", self.doc).and_then(Object::as_name) {
            Ok(b"Image") => self.picture(drawing),
            Ok(b"Form") => self.form(stream, drawing),
            _ => {}
        }
    }

    /// Pictures are drawn in a square of one by one.
    fn picture(&mut self, drawing: &Drawing) {
        let [a, b, c, d, ..] = drawing.state.matrix;
        let seen = &mut self.script.pages[drawing.page];
        seen.n_pictures += 1;
        seen.picture_share += (a * d - b * c).abs() / drawing.area;
    }

    fn form(&mut self, form: &'d Stream, drawing: &mut Drawing<'d>) {
        if drawing.n_forms == MAX_FORMS || drawing.n_bytes >= MAX_PAGE {
            self.trouble(drawing, "too many forms");
            return;
        }
        let content = self.unpacked(form, drawing);
        drawing.n_bytes += FORM_COST;
        let outer = drawing.resources;
        let own = form.dict.get_deref(b"Resources", self.doc).and_then(Object::as_dict);
        drawing.resources = own.ok().or(outer);
        drawing.n_forms += 1;
        let n_marks = drawing.marks.len();
        self.save(drawing);
        let matrix = form.dict.get_deref(b"Matrix", self.doc).and_then(Object::as_array).ok();
        if let Some(matrix) = matrix.and_then(|matrix| numbers::<6>(matrix)) {
            drawing.state.matrix = times(matrix, drawing.state.matrix);
            self.emit("cm", &matrix);
        }
        let n_saved = drawing.saved.len();
        self.draw(&content, drawing);
        self.restore(drawing, n_saved - 1);
        drawing.marks.truncate(n_marks);
        drawing.n_forms -= 1;
        drawing.resources = outer;
    }

    /// Returns whether marked content is a head, a foot or a page number.
    fn is_margin(&self, operands: &[Object], drawing: &Drawing<'d>) -> bool {
        let properties = match operands {
            [Object::Name(tag), Object::Dictionary(properties)] if tag == b"Artifact" => Some(properties),
            [Object::Name(tag), Object::Name(name)] if tag == b"Artifact" => {
                let all = self.resources(drawing, b"Properties");
                all.and_then(|all| all.get_deref(name, self.doc).ok()?.as_dict().ok())
            }
            _ => None,
        };
        let kind = properties.and_then(|properties| properties.get(b"Type").ok()?.as_name().ok());
        kind == Some(b"Pagination")
    }
}

fn numbers<const N: usize>(operands: &[Object]) -> Option<[f64; N]> {
    let values: Option<Vec<f64>> = operands.iter().map(number).collect();
    values?.try_into().ok()
}

/// A string, or a number that moves the next one.
fn piece(object: &Object) -> Option<Object> {
    match object {
        Object::String(text, _) => Some(Object::string_literal(text.clone())),
        other => number(other).map(|value| Object::Real(value as f32)),
    }
}

/// The matrix that does first `a`, then `b`.
fn times(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}
