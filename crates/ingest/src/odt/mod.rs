//! OpenDocument texts, packed (`.odt`) and flat (`.fodt`).
//!
//! The same choices as for Word documents: rows become lines, notes go to the end, comments keep their stretch of text,
//! tracked deletions are left out, automatic numbers are not text.

mod annotation;
mod body;
mod inline;
mod styles;

use crate::xml::{child, elements, parse};
use crate::{File, Imported, archive::Archive, decode::decode};
use body::Body;
use draad_core::{Diagnostic, Problem, diagnostic::Outcome};
use roxmltree::Node;
use styles::Styles;

/// How the name of a packed text's kind starts, its templates included; it is the first file of the archive.
const KIND: &str = "application/vnd.oasis.opendocument.text";

/// Reads an OpenDocument text.
pub(crate) fn read(file: &File, bytes: &[u8]) -> Outcome<Imported> {
    let mut imported = Imported::default();
    let mut styles = Styles::default();
    let content = if bytes.starts_with(b"PK") {
        unpack(file, bytes, &mut styles, &mut imported)?
    } else {
        decode(bytes).text
    };
    let invalid = |reason: String| file.fails(Problem::DocumentInvalid { reason });
    let xml = parse(&content).map_err(invalid)?;
    let root = xml.root_element();
    elements(root).for_each(|part| styles.read(part));
    let body = child(root, "body").ok_or_else(|| invalid("office:body".to_owned()))?;
    let mut reading = Body::new(&styles, &mut imported);
    reading.find_ranges(body);
    reading.blocks(body);
    let (document, annotations) = reading.finish();
    let mut imported = document.compose(file, "odt", imported);
    annotations.settle(&mut imported);
    Ok(imported)
}

/// Returns whether an archive says that it is an OpenDocument text, or has the parts of one.
pub(crate) fn is_packed(archive: &mut Archive, file: &File) -> bool {
    let kind = archive.unpack(file, "mimetype").ok().flatten();
    match kind {
        Some(kind) => kind.starts_with(KIND.as_bytes()),
        None => false,
    }
}

/// Returns whether a text is a flat OpenDocument text.
pub(crate) fn is_flat(start: &str) -> bool {
    start.contains("<office:document") && start.contains(KIND)
}

/// Unpacks the content and reads the styles beside it.
fn unpack(file: &File, bytes: &[u8], styles: &mut Styles, imported: &mut Imported) -> Outcome<String> {
    let mut archive = Archive::open(file, bytes).map_err(as_document)?;
    let manifest = archive.unpack(file, "META-INF/manifest.xml")?;
    if manifest.is_some_and(|manifest| decode(&manifest).text.contains("encryption-data")) {
        return Err(file.fails(Problem::DocumentProtected));
    }
    if let Some(beside) = archive.unpack(file, "styles.xml")? {
        match parse(&decode(&beside).text) {
            Ok(document) => {
                child(document.root_element(), "styles").iter().for_each(|part| styles.read(*part))
            }
            Err(reason) => {
                let problem = Problem::RecordUnreadable { reason: format!("styles.xml: {reason}") };
                imported.diagnostics.push(Diagnostic::warning(file.place(None), problem));
            }
        }
    }
    let content = archive.unpack(file, "content.xml")?;
    let missing = || file.fails(Problem::DocumentInvalid { reason: "content.xml".to_owned() });
    Ok(decode(&content.ok_or_else(missing)?).text)
}

/// Speaks of a document where the archive around it is broken.
fn as_document(mut diagnostic: Box<Diagnostic>) -> Box<Diagnostic> {
    if let Problem::NotAZip { reason } = diagnostic.problem {
        diagnostic.problem = Problem::DocumentInvalid { reason };
    }
    diagnostic
}

/// Returns whether `node` has this local name.
fn is(node: Node, name: &str) -> bool {
    node.tag_name().name() == name
}

#[cfg(test)]
mod tests;
