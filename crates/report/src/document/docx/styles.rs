//! The styles of a document: one change of a style changes everything that has it.

use super::xml::{element, empty, valued};
use docx_rs::{
    AbstractNumbering, Docx, Level, LevelJc, LevelText, LineSpacing, NumberFormat, Numbering, RunFonts,
    SpecialIndentType, Start, Style, StyleType,
};
use draad_words::Words;

const FONT: &str = "Calibri";
/// Sizes in half points.
const TEXT_SIZE: usize = 22;
const SMALL_SIZE: usize = 17;
/// Grey that can still be read on paper.
const GREY: &str = "595959";
/// Sizes of headings, outermost first; deeper ones look like the last.
const HEADING_SIZES: [usize; 6] = [32, 27, 24, 22, 22, 22];
/// The number of the list of points.
pub(super) const BULLETS: usize = 2;
/// Behind fields that hold a value, and behind open ones.
const FIELD_SHADE: &str = "FFF2CC";
const OPEN_SHADE: &str = "FBE0D0";

/// Returns the style of headings of a level, 1 for the outermost.
pub(super) fn heading_style(level: usize) -> String {
    format!("Heading{}", level.clamp(1, HEADING_SIZES.len()))
}

/// Returns an empty document with all styles that the library can make.
pub(super) fn styled(words: Words) -> Docx {
    let fonts = RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT);
    let docx = Docx::new().default_fonts(fonts).default_size(TEXT_SIZE);
    let docx = with_list(with_headings(docx));
    own(words).into_iter().fold(docx, Docx::add_style)
}

fn style(id: &str, name: &str) -> Style {
    Style::new(id, StyleType::Paragraph).name(name).based_on("Normal")
}

fn spaced(before: u32, after: u32) -> LineSpacing {
    LineSpacing::new().before(before).after(after)
}

/// The styles of paragraphs and letters; those that Word has by itself have its names, so that its functions know them.
fn own(words: Words) -> Vec<Style> {
    let own = |id: &str, key: &str| style(id, &words.say(key));
    let character = |id: &str, key: &str| Style::new(id, StyleType::Character).name(words.say(key));
    let indent = |style: Style| style.indent(Some(400), None, Some(400), None);
    let hanging = |style: Style| style.indent(Some(400), Some(SpecialIndentType::Hanging(400)), None, None);
    let table = |style: Style| style.size(SMALL_SIZE + 1).line_spacing(spaced(20, 20));
    let source = indent(own("QuoteSource", "document-style-source")).size(SMALL_SIZE).color(GREY);
    let memo = indent(own("QuoteMemo", "document-style-memo")).size(SMALL_SIZE + 2).italic();
    let note = own("Note", "document-style-note").size(SMALL_SIZE + 2);
    let definition = own("Definition", "document-style-definition").size(SMALL_SIZE + 1);
    vec![
        style("Title", "Title").size(40).bold().line_spacing(spaced(0, 120)),
        style("Subtitle", "Subtitle").color(GREY).line_spacing(spaced(0, 80)),
        indent(style("Quote", "Quote")).line_spacing(spaced(160, 40).line(264)),
        source.line_spacing(spaced(0, 60)),
        memo.line_spacing(spaced(0, 60)),
        note.line_spacing(spaced(200, 120)),
        definition.line_spacing(spaced(0, 100)),
        style("Caption", "caption").size(SMALL_SIZE + 3).line_spacing(spaced(200, 80)),
        table(own("TableText", "document-style-table-text")),
        table(own("TableHead", "document-style-table-head")).bold(),
        table(own("TableSection", "document-style-table-section")).bold().line_spacing(spaced(100, 20)),
        own("TableNote", "document-style-table-note")
            .size(SMALL_SIZE)
            .color(GREY)
            .line_spacing(spaced(60, 20)),
        own("Figure", "document-style-figure").line_spacing(spaced(200, 0)),
        hanging(style("ListBullet", "List Bullet")).line_spacing(spaced(20, 20)),
        hanging(own("ListBox", "document-style-box")).line_spacing(spaced(40, 40)),
        own("Gap", "document-style-gap").size(12).line_spacing(spaced(0, 0)),
        style("Footer", "footer").size(SMALL_SIZE).color(GREY),
        character("QuoteContext", "document-style-context").color(GREY),
        character("HeadingCount", "document-style-count").color(GREY).size(SMALL_SIZE + 1),
    ]
}

fn with_headings(mut docx: Docx) -> Docx {
    for (level, size) in HEADING_SIZES.into_iter().enumerate() {
        let mut heading = style(&heading_style(level + 1), &format!("heading {}", level + 1))
            .next("Normal")
            .size(size)
            .bold()
            .outline_lvl(level)
            .line_spacing(spaced(if level == 0 { 360 } else { 240 }, 80));
        heading.paragraph_property = heading.paragraph_property.keep_next(true);
        docx = docx.add_style(heading);
    }
    docx
}

/// Adds the list of points.
fn with_list(mut docx: Docx) -> Docx {
    let hanging = Some(SpecialIndentType::Hanging(400));
    let bullet = (NumberFormat::new("bullet"), LevelText::new("•"), LevelJc::new("left"));
    let level =
        Level::new(0, Start::new(1), bullet.0, bullet.1, bullet.2).indent(Some(400), hanging, None, None);
    docx.document_rels.has_numberings = true;
    docx.add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(level))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
}

/// Returns the styles for which the library has no place, as XML: fields, lines to write on, tables.
pub(super) fn further(words: Words) -> String {
    field("Field", &words.say("document-style-field"), FIELD_SHADE)
        + &field("FieldOpen", &words.say("document-style-open"), OPEN_SHADE)
        + &ruled(&words.say("document-style-ruled"))
        + &table(&words.say("document-style-table"))
}

fn a_style(kind: &str, id: &str, name: &str, content: &str) -> String {
    let attributes = [("w:type", kind), ("w:customStyle", "1"), ("w:styleId", id)];
    element("w:style", &attributes, &(valued("w:name", name) + content))
}

/// Letters on a coloured ground, in colours that stay apart from the white of paper in grey print.
fn field(id: &str, name: &str, fill: &str) -> String {
    let shade = empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", fill)]);
    a_style("character", id, name, &element("w:rPr", &[], &shade))
}

/// A line to write on. Word draws one frame around paragraphs that follow each other, so the line between is asked for too.
fn ruled(name: &str) -> String {
    let borders = line("w:bottom", "4", "7F7F7F") + &line("w:between", "4", "7F7F7F");
    let spacing = empty("w:spacing", &[("w:before", "240"), ("w:after", "0")]);
    let properties = element("w:pPr", &[], &(element("w:pBdr", &[], &borders) + &spacing));
    a_style("paragraph", "Ruled", name, &(valued("w:basedOn", "Normal") + &properties))
}

/// Rules above, below the head and at the end, and hairlines between rows.
fn table(name: &str) -> String {
    let borders =
        line("w:top", "8", "404040") + &line("w:bottom", "8", "404040") + &line("w:insideH", "2", "BFBFBF");
    let sides = ["w:left", "w:right"].map(|side| empty(side, &[("w:w", "70"), ("w:type", "dxa")])).concat();
    let properties = element("w:tblBorders", &[], &borders) + &element("w:tblCellMar", &[], &sides);
    let under_head = element("w:tcBorders", &[], &line("w:bottom", "6", "404040"));
    let head = element("w:tcPr", &[], &under_head);
    let head = element("w:tblStylePr", &[("w:type", "firstRow")], &head);
    a_style("table", "DraadTable", name, &(element("w:tblPr", &[], &properties) + &head))
}

fn line(edge: &str, eighths: &str, colour: &str) -> String {
    empty(edge, &[("w:val", "single"), ("w:sz", eighths), ("w:space", "0"), ("w:color", colour)])
}
