//! Word documents.
//!
//! Paragraphs become lines; a line break inside one starts a line that may carry a label. Rows of tables become lines with
//! a tab between cells, so that a two-column transcript reads `Moeder<tab>Ja, dat klopt.` and its first column is the label.
//! Comments keep their stretch of text. Automatic numbers are not text. What else Word keeps beside the text is in the
//! report, by name.

mod body;
mod comments;
mod parts;
mod run;
mod styles;
mod table;

use crate::document::Document;
use crate::imported::Loss;
use crate::line::Line;
use crate::xml::{attribute, elements, parse};
use crate::{File, Imported};
use body::{Body, Setting};
use comments::Comments;
use draad_core::{Problem, diagnostic::Outcome};
use indexmap::IndexSet;
use parts::Parts;
use roxmltree::Node;
use styles::Styles;

/// Reads a Word document.
pub(crate) fn read(file: &File, bytes: &[u8]) -> Outcome<Imported> {
    let mut imported = Imported::default();
    let mut parts = Parts::open(file, bytes)?;
    let mut setting = read_setting(&mut parts, &mut imported)?;
    let main = parts.main()?;
    let xml = parse(&main).map_err(|reason| file.fails(Problem::DocxInvalid { reason }))?;
    setting.comments.find_ranges(xml.root_element());
    let body = Body::new(&setting, &mut imported.report).read_all(xml.root_element());
    let (lines, references) = (body.flow.lines, body.notes);
    let notes = read_notes(&mut parts, &references, &mut setting, &mut imported)?;
    report_margins(&mut parts, &mut imported)?;
    let document = Document { lines, notes, ..Document::default() };
    let mut imported = document.compose(file, "docx", imported);
    setting.comments.settle(&mut imported);
    Ok(imported)
}

/// Reads what the text refers to: styles and comments.
fn read_setting(parts: &mut Parts, imported: &mut Imported) -> Outcome<Setting> {
    let styles = parts.side_part("styles.xml", imported, |root, _| Styles::read(root))?;
    let comments = parts.side_part("comments.xml", imported, Comments::read)?;
    let mut comments = comments.unwrap_or_default();
    parts.side_part("commentsExtended.xml", imported, |root, _| comments.read_replies(root))?;
    Ok(Setting { styles: styles.unwrap_or_default(), comments })
}

/// A reference to a footnote or endnote: the part that holds it and its id there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct NoteReference {
    part: &'static str,
    id: String,
}

/// Returns the lines of the notes that the text refers to, in its order.
fn read_notes(
    parts: &mut Parts,
    references: &IndexSet<NoteReference>,
    setting: &mut Setting,
    imported: &mut Imported,
) -> Outcome<Vec<Vec<Line>>> {
    let mut notes = vec![Vec::new(); references.len()];
    for part in ["footnotes.xml", "endnotes.xml"] {
        if !references.iter().any(|reference| reference.part == part) {
            continue;
        }
        parts.side_part(part, imported, |root, imported| {
            setting.comments.find_ranges(root);
            for note in elements(root) {
                let id = attribute(note, "id").unwrap_or_default().to_owned();
                let place = references.get_index_of(&NoteReference { part, id });
                if let Some(lines) = place.and_then(|idx| notes.get_mut(idx)).filter(|lines| lines.is_empty())
                {
                    *lines = Body::new(setting, &mut imported.report).read_all(note).flow.lines;
                }
            }
        })?;
    }
    Ok(notes)
}

/// Reports the headers and footers of pages.
fn report_margins(parts: &mut Parts, imported: &mut Imported) -> Outcome<()> {
    for name in parts.margins() {
        let text = parts.side_part(&name, imported, |root, _| {
            let texts = root.descendants().filter(|node| node.tag_name().name() == "t");
            texts.filter_map(|node: Node| node.text()).collect::<String>()
        })?;
        let text = text.filter(|text| !text.trim().is_empty());
        imported.report.lose(Loss::PageHeaders, usize::from(text.is_some()), text);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
