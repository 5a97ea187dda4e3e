//! A document of passages as Word opens it: headings for the navigation pane, quotes and source lines in styles of their
//! own, so that one change of a style changes them all. Nothing in the file depends on the clock.

use super::{Block, Document, QuotedWords, visible};
use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, LineSpacing, PageMargin, PageNum, Paragraph, Run, RunFonts,
    Style, StyleType, XMLDocx,
};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Language, Place, Problem};
use draad_words::Words;
use std::io::Cursor;

/// A4, in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
/// Two and a half centimetres.
const MARGIN: i32 = 1_418;
const FONT: &str = "Calibri";
/// Sizes in half points.
const TEXT_SIZE: usize = 22;
const SMALL_SIZE: usize = 17;
/// Grey that can still be read on paper.
const GREY: &str = "595959";
/// Sizes of headings, outermost first; deeper ones look like the last.
const HEADING_SIZES: [usize; 6] = [32, 27, 24, 22, 22, 22];

/// Writes a document for Word.
///
/// # Errors
/// `ReportFailed` when the file cannot be made.
pub fn docx(document: &Document) -> Outcome<Vec<u8>> {
    let mut docx = styled(document.words)
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margins())
        .footer(page_number())
        .add_paragraph(paragraph("Title", &document.title));
    for text in &document.under_title {
        docx = docx.add_paragraph(paragraph("Subtitle", text));
    }
    for block in &document.blocks {
        docx = add_block(docx, block);
    }
    docx = docx.add_paragraph(paragraph(&heading_style(1), &document.definitions_title));
    for (name, text) in &document.definitions {
        let name = run(&format!("{name}. ")).bold();
        docx = docx.add_paragraph(Paragraph::new().style("Definition").add_run(name).add_run(run(text)));
    }
    let package = finished(docx.build(), document)?;
    let mut file = Cursor::new(Vec::new());
    package.pack(&mut file).map_err(|error| failed(error.to_string()))?;
    Ok(file.into_inner())
}

fn failed(reason: String) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Place::default(), Problem::ReportFailed { reason }))
}

fn add_block(docx: Docx, block: &Block) -> Docx {
    match block {
        Block::Heading { level, text, count } => {
            let mut heading = paragraph(&heading_style(*level), text);
            if !count.is_empty() {
                heading = heading.add_run(run(&format!("  {count}")).style("HeadingCount").disable_bold());
            }
            docx.add_paragraph(heading)
        }
        Block::Quote(quote) => add_quote(docx, quote),
        Block::Note(text) => docx.add_paragraph(paragraph("Note", text)),
    }
}

/// The words, then who and where, then the remarks; they stay together on a page where they can.
fn add_quote(docx: Docx, quote: &QuotedWords) -> Docx {
    let words = if quote.is_whole_source { run(&quote.words).italic() } else { run(&quote.words) };
    let mut words_paragraph = Paragraph::new().style("Quote");
    let context = |text: String| run(&text).style("QuoteContext");
    if !quote.before.is_empty() {
        words_paragraph = words_paragraph.add_run(context(quote.before_in_brackets()));
    }
    words_paragraph = words_paragraph.add_run(words);
    if !quote.after.is_empty() {
        words_paragraph = words_paragraph.add_run(context(quote.after_in_brackets()));
    }
    let mut below: Vec<Paragraph> = Vec::new();
    if !quote.source_line.is_empty() {
        below.push(paragraph("QuoteSource", &quote.source_line));
    }
    below.extend(quote.memos.iter().map(|memo| paragraph("QuoteMemo", memo)));
    let n_below = below.len();
    let mut docx = docx.add_paragraph(words_paragraph.keep_next(n_below > 0));
    for (place, paragraph) in below.into_iter().enumerate() {
        docx = docx.add_paragraph(paragraph.keep_next(place + 1 < n_below));
    }
    docx
}

fn paragraph(style: &str, text: &str) -> Paragraph {
    Paragraph::new().style(style).add_run(run(text))
}

/// Makes a run of a text: lines and tabs are kept, and signs that a document cannot hold are shown by their pictures.
fn run(text: &str) -> Run {
    let mut run = Run::new();
    for (n, line) in text.split('\n').enumerate() {
        if n > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (n, part) in line.split('\t').enumerate() {
            if n > 0 {
                run = run.add_tab();
            }
            run = run.add_text(part.chars().map(visible).collect::<String>());
        }
    }
    run
}

fn heading_style(level: usize) -> String {
    format!("Heading{}", level.clamp(1, HEADING_SIZES.len()))
}

fn margins() -> PageMargin {
    let (header, footer) = (708, 708);
    PageMargin { top: MARGIN, left: MARGIN, bottom: MARGIN, right: MARGIN, header, footer, gutter: 0 }
}

fn page_number() -> Footer {
    Footer::new().add_paragraph(
        Paragraph::new().style("Footer").align(AlignmentType::Center).add_page_num(PageNum::new()),
    )
}

fn spaced(before: u32, after: u32) -> LineSpacing {
    LineSpacing::new().before(before).after(after)
}

/// An empty document with all styles.
fn styled(words: Words) -> Docx {
    let fonts = RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT);
    let style = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name).based_on("Normal");
    let own = |id: &str, key: &str| style(id, &words.say(key));
    let character = |id: &str, key: &str| Style::new(id, StyleType::Character).name(words.say(key));
    let indent = |style: Style| style.indent(Some(400), None, Some(400), None);
    let mut docx = Docx::new()
        .default_fonts(fonts)
        .default_size(TEXT_SIZE)
        .add_style(style("Title", "Title").size(40).bold().line_spacing(spaced(0, 120)))
        .add_style(style("Subtitle", "Subtitle").color(GREY).line_spacing(spaced(0, 80)))
        .add_style(indent(style("Quote", "Quote")).line_spacing(spaced(160, 40).line(264)))
        .add_style(
            indent(own("QuoteSource", "document-style-source"))
                .size(SMALL_SIZE)
                .color(GREY)
                .line_spacing(spaced(0, 60)),
        )
        .add_style(
            indent(own("QuoteMemo", "document-style-memo"))
                .size(SMALL_SIZE + 2)
                .italic()
                .line_spacing(spaced(0, 60)),
        )
        .add_style(own("Note", "document-style-note").size(SMALL_SIZE + 2).line_spacing(spaced(200, 120)))
        .add_style(
            own("Definition", "document-style-definition").size(SMALL_SIZE + 1).line_spacing(spaced(0, 100)),
        )
        .add_style(style("Footer", "footer").size(SMALL_SIZE).color(GREY))
        .add_style(character("QuoteContext", "document-style-context").color(GREY))
        .add_style(character("HeadingCount", "document-style-count").color(GREY).size(SMALL_SIZE + 1));
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

/// Adds what the library has no place for: the language of the text, which style is the default, and the title.
fn finished(mut package: XMLDocx, document: &Document) -> Outcome<XMLDocx> {
    let language = match document.words.language {
        Language::Nl => "nl-NL",
        Language::En => "en-GB",
    };
    let styles = String::from_utf8_lossy(&package.styles).into_owned();
    let styles = replaced(
        &styles,
        "</w:rPr></w:rPrDefault>",
        &format!("<w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" /></w:rPr></w:rPrDefault>"),
    )?;
    let styles = replaced(&styles, "w:styleId=\"Normal\">", "w:default=\"1\" w:styleId=\"Normal\">")?;
    package.styles = styles.into_bytes();
    let title: String = document.title.chars().map(visible).collect();
    let core = String::from_utf8_lossy(&package.doc_props.core).replace("unknown", "Rode Draad");
    let facts = format!("<dc:title>{}</dc:title><dc:language>{language}</dc:language>", escaped(&title));
    let end = "</cp:coreProperties>";
    package.doc_props.core = replaced(&core, end, &format!("{facts}{end}"))?.into_bytes();
    Ok(package)
}

/// Replaces the only occurrence of `old`.
fn replaced(xml: &str, old: &str, new: &str) -> Outcome<String> {
    match xml.matches(old).count() {
        1 => Ok(xml.replace(old, new)),
        n => Err(failed(format!("{n} × {old}"))),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::super::sample::document;
    use super::*;
    use roxmltree::{Document as Xml, Node};
    use std::io::Read;

    fn part(bytes: &[u8], name: &str) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    }

    fn named<'a>(node: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
        node.descendants().filter(move |node| node.tag_name().name() == name)
    }

    fn value<'a>(node: Node<'a, 'a>, name: &str) -> &'a str {
        node.attributes().find(|attribute| attribute.name() == name).map_or("", |found| found.value())
    }

    /// The paragraphs with their styles; a break is `↵`, a tab `→`.
    fn paragraphs(xml: &str) -> Vec<(String, String)> {
        let xml = Xml::parse(xml).unwrap();
        let letters = |node: Node| match node.tag_name().name() {
            "t" => node.text().unwrap_or_default().to_owned(),
            "br" => "↵".to_owned(),
            "tab" => "→".to_owned(),
            _ => String::new(),
        };
        let paragraph = |node: Node| {
            let style = named(node, "pStyle").next().map_or("", |style| value(style, "val")).to_owned();
            (style, node.descendants().map(letters).collect())
        };
        named(xml.root(), "p").map(paragraph).collect()
    }

    #[test]
    fn paragraphs_have_their_styles_and_every_letter_arrives() {
        let found = paragraphs(&part(&docx(&document()).unwrap(), "word/document.xml"));
        let expected = [
            ("Title", "Fragmenten: Vertrouwen"),
            ("Subtitle", "Een studie"),
            ("Heading1", "Vertrouwen  1 fragment in 1 bron"),
            ("Heading2", "p01  1 fragment in 1 bron"),
            ("Heading6", "diep"),
            (
                "Quote",
                "[… ik dacht] Zij zei: \"ëén\" & <b>\u{1F9D2}\u{1F3FD}</b>↵en toen→niets␋␇.[, of niet …]",
            ),
            ("QuoteSource", "Moeder · p01-interview"),
            ("QuoteMemo", "anna: *letterlijk* #1"),
            ("Note", "Gevonden in 1 van 2 casussen."),
            ("Heading1", "Waarop dit berust"),
            ("Definition", "Fragment. Een stuk van een bron."),
        ];
        let found: Vec<(&str, &str)> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn styles_language_and_title_are_those_of_a_real_document() {
        let bytes = docx(&document()).unwrap();
        let (styles, text) = (part(&bytes, "word/styles.xml"), part(&bytes, "word/document.xml"));
        let (styles, text) = (Xml::parse(&styles).unwrap(), Xml::parse(&text).unwrap());
        let known: Vec<&str> = named(styles.root(), "style").map(|style| value(style, "styleId")).collect();
        let used = ["pStyle", "rStyle"].into_iter().flat_map(|kind| named(text.root(), kind));
        for style in used.map(|style| value(style, "val")) {
            assert_eq!(known.iter().filter(|id| **id == style).count(), 1, "{style} is defined once");
        }
        let default: Vec<Node> =
            named(styles.root(), "style").filter(|style| value(*style, "default") == "1").collect();
        assert_eq!(default.iter().map(|style| value(*style, "styleId")).collect::<Vec<_>>(), ["Normal"]);
        assert_eq!(
            named(styles.root(), "lang").map(|lang| value(lang, "val")).collect::<Vec<_>>(),
            ["nl-NL"]
        );
        let core = part(&bytes, "docProps/core.xml");
        let core = Xml::parse(&core).unwrap();
        let title = named(core.root(), "title").next().unwrap();
        assert_eq!(title.text(), Some("Fragmenten: Vertrouwen"));
        assert!(part(&bytes, "word/footer1.xml").contains("PAGE"));
    }

    #[test]
    fn the_same_document_gives_the_same_bytes() {
        let elsewhere = std::thread::spawn(|| docx(&document()).unwrap()).join().unwrap();
        assert!(docx(&document()).unwrap() == elsewhere);
        assert!(docx(&document()).unwrap() == elsewhere);
    }
}
