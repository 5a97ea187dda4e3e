//! Pieces of text, and paragraphs of them.

use super::super::Inline;
use super::xml::{element, empty, escaped, valued};

/// How many letters Word takes for the name of a field.
const MAX_NAME: usize = 60;
/// A box and a ticked box, and the letters that have them on every machine.
const BOXES: (&str, &str) = ("2610", "2612");
const BOX_FONT: &str = "MS Gothic";

/// What a paragraph has beside its style, in the order in which the standard wants it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Looks {
    /// Stays on one page with the next paragraph.
    pub(super) keep_next: bool,
    /// Begins a page.
    pub(super) page_break: bool,
    /// Belongs to the list of this number.
    pub(super) list: Option<usize>,
    /// Where it stands, where that is not at the left.
    pub(super) align: Option<&'static str>,
}

/// Returns a paragraph of a style.
pub(super) fn paragraph(style: &str, looks: Looks, runs: &str) -> String {
    let mut properties = valued("w:pStyle", style);
    if looks.keep_next {
        properties += "<w:keepNext/>";
    }
    if looks.page_break {
        properties += "<w:pageBreakBefore/>";
    }
    if let Some(list) = looks.list {
        let list = valued("w:ilvl", "0") + &valued("w:numId", &list.to_string());
        properties += &element("w:numPr", &[], &list);
    }
    if let Some(align) = looks.align {
        properties += &valued("w:jc", align);
    }
    element("w:p", &[], &(element("w:pPr", &[], &properties) + runs))
}

/// Returns a run of plain words.
pub(super) fn run(text: &str) -> String {
    styled_run(text, "")
}

/// Returns a run; `properties` are those of its letters. Lines and tabs are kept.
pub(super) fn styled_run(text: &str, properties: &str) -> String {
    let mut content = if properties.is_empty() { String::new() } else { element("w:rPr", &[], properties) };
    for (n, line) in text.split('\n').enumerate() {
        if n > 0 {
            content += "<w:br/>";
        }
        for (n, part) in line.split('\t').enumerate() {
            if n > 0 {
                content += "<w:tab/>";
            }
            if !part.is_empty() {
                content += &element("w:t", &[("xml:space", "preserve")], &escaped(part));
            }
        }
    }
    element("w:r", &[], &content)
}

/// Returns a run in a style of letters.
pub(super) fn run_of(style: &str, text: &str) -> String {
    styled_run(text, &valued("w:rStyle", style))
}

/// Returns a piece of text; `id` is a number that no other control of the document has.
pub(super) fn inline(piece: &Inline, id: usize) -> String {
    match piece {
        Inline::Plain(text) => run(text),
        Inline::Bold(text) => styled_run(text, "<w:b/>"),
        Inline::Italic(text) => styled_run(text, "<w:i/>"),
        Inline::Field { name, value } => field(name, value.is_empty(), &piece.text(), id),
        Inline::Box => tick_box(&piece.text(), id),
    }
}

/// A content control. An open one is replaced as a whole by the first letter that is typed. It is not one for plain text: of
/// those LibreOffice does not show the colour.
fn field(name: &str, is_open: bool, text: &str, id: usize) -> String {
    let name: String = name.chars().take(MAX_NAME).collect();
    let mut properties =
        valued("w:alias", &name) + &valued("w:tag", &name) + &valued("w:id", &id.to_string());
    if is_open {
        properties += "<w:showingPlcHdr/>";
    }
    control(&properties, &run_of(if is_open { "FieldOpen" } else { "Field" }, text))
}

/// A content control that is ticked with a click.
fn tick_box(text: &str, id: usize) -> String {
    let state = |name: &str, sign: &str| empty(name, &[("w14:val", sign), ("w14:font", BOX_FONT)]);
    let states = empty("w14:checked", &[("w14:val", "0")])
        + &state("w14:checkedState", BOXES.1)
        + &state("w14:uncheckedState", BOXES.0);
    let properties = valued("w:id", &id.to_string()) + &element("w14:checkbox", &[], &states);
    let fonts = ["w:ascii", "w:eastAsia", "w:hAnsi"].map(|kind| (kind, BOX_FONT));
    control(&properties, &styled_run(text, &empty("w:rFonts", &fonts)))
}

fn control(properties: &str, content: &str) -> String {
    element("w:sdt", &[], &(element("w:sdtPr", &[], properties) + &element("w:sdtContent", &[], content)))
}
