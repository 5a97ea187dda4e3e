//! A document as Word opens it: headings for the navigation pane, tables whose heads are repeated, captions that Word counts,
//! fields that are content controls, and styles, so that one change of a style changes all that has it. Nothing in the file
//! depends on the clock.
//!
//! Package, styles and footer are the library's; the body is written here, because the library has no place for repeated
//! heads, words for those who cannot see a picture, or boxes to tick.

mod body;
mod page;
mod picture;
mod runs;
mod styles;
mod table;
mod xml;

use super::Document;
use crate::{failed, locale};
use body::Body;
use docx_rs::{AlignmentType, Footer, PageNum, Paragraph, XMLDocx};
use draad_core::diagnostic::Outcome;
use std::io::Cursor;

/// Writes a document for Word.
///
/// # Errors
/// `ReportFailed` when a picture is no PNG, or the file cannot be made.
pub fn docx(document: &Document) -> Outcome<Vec<u8>> {
    let mut body = Body::new(document.words);
    body.write(document)?;
    let package = styles::styled(document.words).footer(page_number()).build();
    let package = finished(with_pictures(package, &body)?, body.finished(), document)?;
    let mut file = Cursor::new(Vec::new());
    package.pack(&mut file).map_err(|error| failed(error.to_string()))?;
    Ok(file.into_inner())
}

/// Who a document says has saved it last, as it stands in the file. Other programs put their user there, and pack it.
const LAST_SAVED: &str = "<cp:lastModifiedBy>Rode Draad</cp:lastModifiedBy>";
/// How far from its beginning a document of ours has it.
const WITHIN: usize = 16_384;

/// Returns whether a document is one that [`docx()`] made and no program has saved since.
pub fn is_untouched(file: &[u8]) -> bool {
    let head = &file[..file.len().min(WITHIN)];
    head.windows(LAST_SAVED.len()).any(|window| window == LAST_SAVED.as_bytes())
}

fn page_number() -> Footer {
    Footer::new().add_paragraph(
        Paragraph::new().style("Footer").align(AlignmentType::Center).add_page_num(PageNum::new()),
    )
}

/// Puts the pictures of the body into the package, each under the name by which the body asks for it.
fn with_pictures(mut package: XMLDocx, body: &Body) -> Outcome<XMLDocx> {
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
    let mut relations = String::new();
    for (place, png) in body.pictures.iter().enumerate() {
        let id = picture::picture_id(place);
        let target = format!("media/{id}.png");
        relations += &xml::empty("Relationship", &[("Id", &id), ("Type", kind), ("Target", &target)]);
        package.media.push((id, png.to_vec()));
    }
    let end = "</Relationships>";
    let known = String::from_utf8_lossy(&package.document_rels).into_owned();
    package.document_rels = replaced(&known, end, &format!("{relations}{end}"))?.into_bytes();
    Ok(package)
}

/// Adds what the library has no place for: the body, further styles, the language of the text, which style is the default,
/// and the title.
fn finished(mut package: XMLDocx, body: String, document: &Document) -> Outcome<XMLDocx> {
    package.document = body.into_bytes();
    let language = locale(document.words.language);
    let styles = String::from_utf8_lossy(&package.styles).into_owned();
    let styles = replaced(
        &styles,
        "</w:rPr></w:rPrDefault>",
        &format!("<w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" /></w:rPr></w:rPrDefault>"),
    )?;
    let styles = replaced(&styles, "w:styleId=\"Normal\">", "w:default=\"1\" w:styleId=\"Normal\">")?;
    let end = "</w:styles>";
    let styles = replaced(&styles, end, &format!("{}{end}", styles::further(document.words)))?;
    package.styles = styles.into_bytes();
    let core = String::from_utf8_lossy(&package.doc_props.core).replace("unknown", "Rode Draad");
    let end = "</cp:coreProperties>";
    let title = xml::element("dc:title", &[], &xml::escaped(&document.title));
    let facts = title + &xml::element("dc:language", &[], language);
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

#[cfg(test)]
mod tests;
