//! Word documents.
//!
//! Paragraphs become lines; a line break inside one starts a line that may carry a label. Rows of tables become lines with
//! a tab between cells, so that a two-column transcript reads `Moeder<tab>Ja, dat klopt.` and its first column is the label.
//! Automatic numbers are not text. What else Word keeps beside the text is in the report, by name.

mod body;
mod run;
mod styles;
mod table;

use crate::imported::{Change, ImportReport, Loss};
use crate::line::{Line, LineRole};
use crate::transcript::{Labels, compose};
use crate::{File, Imported, archive::Archive, decode::decode};
use body::Body;
use draad_core::{Diagnostic, Problem, diagnostic::Outcome};
use roxmltree::{Document, Node, ParsingOptions};
use styles::Styles;

/// The most nodes one part of a document may have.
const MAX_NODES: u32 = 20_000_000;

/// Reads a Word document.
pub(crate) fn read(file: &File, bytes: &[u8]) -> Outcome<Imported> {
    let mut imported = Imported::default();
    let mut parts = Parts::open(file, bytes)?;
    let styles = parts.side_part("styles.xml", &mut imported, Styles::read)?.unwrap_or_default();
    let main = parts.main()?;
    let document = parse(&main).map_err(|reason| file.fails(Problem::DocxInvalid { reason }))?;
    let mut body = Body::new(&styles, &mut imported.report);
    body.read(document.root_element());
    let (mut lines, notes) = (body.lines, body.notes);
    append_notes(&mut parts, &notes, &mut lines, &mut imported)?;
    report_rest(&mut parts, &mut imported)?;

    let labels = Labels::find(&lines, &file.listed_labels());
    imported.reading = format!("docx; {}", labels.reading());
    Ok(compose(file, &lines, &labels, imported))
}

/// Speaks of a document where the archive around it is broken: that it is one is no concern of who wrote it.
fn as_document(mut diagnostic: Box<Diagnostic>) -> Box<Diagnostic> {
    if let Problem::NotAZip { reason } = diagnostic.problem {
        diagnostic.problem = Problem::DocxInvalid { reason };
    }
    diagnostic
}

/// The parts of the archive that is a document.
struct Parts<'f, 'b> {
    file: &'f File<'f>,
    archive: Archive<'b>,
    main: String,
}

impl<'f, 'b> Parts<'f, 'b> {
    fn open(file: &'f File, bytes: &'b [u8]) -> Outcome<Self> {
        let mut archive = Archive::open(file, bytes).map_err(as_document)?;
        let relations = archive.unpack(file, "_rels/.rels")?.map(|bytes| decode(&bytes).text);
        let main = relations.and_then(|xml| main_target(&xml));
        Ok(Self { file, archive, main: main.unwrap_or_else(|| "word/document.xml".to_owned()) })
    }

    fn main(&mut self) -> Outcome<String> {
        let bytes = self.archive.unpack(self.file, &self.main)?;
        let bytes = bytes.ok_or_else(|| {
            let reason = self.main.clone();
            self.file.fails(Problem::DocxInvalid { reason })
        })?;
        Ok(decode(&bytes).text)
    }

    /// Reads a part that stands beside the main one, if it is there. A broken one is reported and left out.
    fn side_part<T>(
        &mut self,
        name: &str,
        imported: &mut Imported,
        take: impl FnOnce(Node) -> T,
    ) -> Outcome<Option<T>> {
        let folder = self.main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = format!("{folder}/{name}");
        let Some(bytes) = self.archive.unpack(self.file, path.trim_start_matches('/'))? else {
            return Ok(None);
        };
        let text = decode(&bytes).text;
        match parse(&text) {
            Ok(document) => Ok(Some(take(document.root_element()))),
            Err(reason) => {
                let reason = format!("{path}: {reason}");
                let problem = Problem::RecordUnreadable { reason };
                imported.diagnostics.push(Diagnostic::warning(self.file.place(None), problem));
                Ok(None)
            }
        }
    }
}

fn parse(text: &str) -> Result<Document<'_>, String> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| error.to_string())
}

fn main_target(relations: &str) -> Option<String> {
    let document = parse(relations).ok()?;
    let main = document.descendants().find(|node| {
        let kind = node.attribute("Type").unwrap_or_default();
        kind.ends_with("/officeDocument")
    })?;
    Some(main.attribute("Target")?.trim_start_matches('/').to_owned())
}

/// Returns the attribute with this local name, whatever its namespace: Word writes `w:val`, other programs another prefix.
fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// Returns the child element with this local name.
fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| child.is_element() && child.tag_name().name() == name)
}

/// Returns whether a property such as `<w:b/>` or `<w:b w:val="0"/>` is on.
fn is_on(properties: Option<Node>, name: &str) -> bool {
    let property = properties.and_then(|properties| child(properties, name));
    property.is_some_and(|on| !matches!(attribute(on, "val"), Some("0" | "false" | "off" | "none")))
}

/// A reference to a footnote or endnote: the part that holds it and its id there.
#[derive(Clone, Debug, PartialEq)]
struct NoteReference {
    part: &'static str,
    id: String,
}

/// Puts the notes that the text refers to at its end, numbered in the order of the text.
fn append_notes(
    parts: &mut Parts,
    notes: &[NoteReference],
    lines: &mut Vec<Line>,
    imported: &mut Imported,
) -> Outcome<()> {
    if notes.is_empty() {
        return Ok(());
    }
    let mut texts: Vec<Option<String>> = vec![None; notes.len()];
    for part in ["footnotes.xml", "endnotes.xml"] {
        let mut report = std::mem::take(&mut imported.report);
        let take = |root: Node| {
            for (text, note) in texts.iter_mut().zip(notes).filter(|(_, note)| note.part == part) {
                *text = note_text(root, &note.id, &mut report);
            }
        };
        parts.side_part(part, imported, take)?;
        imported.report = report;
    }
    lines.push(Line::default());
    for (idx, text) in texts.into_iter().enumerate() {
        let text = format!("[{}] {}", idx + 1, text.unwrap_or_default());
        lines.push(Line {
            text: text.trim_end().to_owned(),
            starts_paragraph: true,
            role: LineRole::Note,
            ..Line::default()
        });
    }
    imported.report.change(Change::NotesMoved, notes.len(), None);
    Ok(())
}

fn note_text(root: Node, id: &str, report: &mut ImportReport) -> Option<String> {
    let note = root.children().find(|note| attribute(*note, "id") == Some(id))?;
    let styles = Styles::default();
    let mut body = Body::new(&styles, report);
    body.read(note);
    let words = body.lines.iter().map(|line| line.text.trim()).filter(|text| !text.is_empty());
    Some(words.collect::<Vec<_>>().join(" "))
}

/// Reports what stands beside the text: comments, page headers and footers.
fn report_rest(parts: &mut Parts, imported: &mut Imported) -> Outcome<()> {
    let is_comment = |node: &Node| node.is_element() && node.tag_name().name() == "comment";
    let n_comments =
        parts.side_part("comments.xml", imported, |root| root.children().filter(is_comment).count())?;
    imported.report.lose(Loss::Comments, n_comments.unwrap_or(0), None);

    let names = parts.archive.names().iter().filter_map(|path| path.rsplit('/').next());
    let is_margin =
        |name: &&str| name.ends_with(".xml") && (name.starts_with("header") || name.starts_with("footer"));
    let mut names: Vec<String> = names.filter(is_margin).map(str::to_owned).collect();
    names.sort();
    for name in names {
        let text = parts.side_part(&name, imported, |root| {
            let texts = root.descendants().filter(|node| node.tag_name().name() == "t");
            texts.filter_map(|node| node.text()).collect::<String>()
        })?;
        let text = text.filter(|text| !text.trim().is_empty());
        imported.report.lose(Loss::PageHeaders, usize::from(text.is_some()), text);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
