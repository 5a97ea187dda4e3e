//! From bytes to the rows of each page, with every crash and every excess of the crates below kept inside.

use super::annotations::Written;
use super::glyphs::{Collector, PageText};
use super::guard;
use super::script::{Page, Script, Seen};
use crate::quiet::caught;
use pdf_extract::content::{Content, Operation};
use pdf_extract::{Dictionary, Document, Error, Object, Stream, dictionary, output_doc_page};

/// The stack of the thread that reads: deep nesting is read by recursion.
const STACK: usize = 64 << 20;
/// The most pages.
const MAX_PAGES: usize = 10_000;
/// The most bytes of drawing that are read on all pages together.
const MAX_DRAWN: usize = 256 << 20;

/// Why a document was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It opens only with a password.
    Protected,
    /// It is larger than any document of words.
    TooLarge,
    /// It is broken, or not a PDF.
    Broken(String),
}

/// Returns the pages of the document in `bytes`, and what was written on them.
pub(super) fn pages(bytes: &[u8]) -> Result<(Vec<PageText>, Written), Fault> {
    let work = || caught(|| read_pages(bytes)).map_err(Fault::Broken).flatten();
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work);
        let thread = thread.map_err(|error| Fault::Broken(error.to_string()))?;
        thread.join().unwrap_or_else(|_| Err(Fault::Broken("?".to_owned())))
    })
}

fn read_pages(bytes: &[u8]) -> Result<(Vec<PageText>, Written), Fault> {
    if !guard::is_safe(bytes) {
        return Err(Fault::TooLarge);
    }
    let doc = Document::load_mem(bytes).map_err(fault)?;
    if doc.is_encrypted() {
        return Err(Fault::Protected);
    }
    let ids: Vec<_> = doc.page_iter().take(MAX_PAGES + 1).collect();
    if ids.len() > MAX_PAGES {
        return Err(Fault::TooLarge);
    }
    if ids.is_empty() {
        return Err(Fault::Broken("no pages".to_owned()));
    }
    let pages: Vec<Page> = (1..).zip(ids).map(|(number, id)| Page { number, id }).collect();
    let mut texts: Vec<PageText> = Vec::with_capacity(pages.len());
    let mut n_drawn = 0;
    while let Some(rest) = pages.get(texts.len()..).filter(|rest| !rest.is_empty()) {
        let script = Script::of(&doc, rest);
        n_drawn += script.n_bytes;
        if n_drawn > MAX_DRAWN {
            return Err(Fault::TooLarge);
        }
        let n_pages = script.pages.len();
        match spoken(script) {
            Ok(some) => texts.extend(some),
            Err(_) => texts.extend(rest[..n_pages].iter().map(|page| alone(&doc, page))),
        }
    }
    Ok((texts, Written::on(&doc, &pages)))
}

fn fault(error: Error) -> Fault {
    match error {
        Error::Decryption(_) | Error::InvalidPassword | Error::UnsupportedSecurityHandler(_) => {
            Fault::Protected
        }
        error => Fault::Broken(error.to_string()),
    }
}

/// Reads a page by itself, so that what is wrong with it harms no other.
fn alone(doc: &Document, page: &Page) -> PageText {
    match spoken(Script::of(doc, std::slice::from_ref(page))) {
        Ok(mut pages) if pages.len() == 1 => pages.remove(0),
        other => {
            let reason = other.err().unwrap_or_else(|| "?".to_owned());
            let seen = Seen { number: page.number, n_pictures: 0, picture_share: 0.0, trouble: Some(reason) };
            PageText { rows: Vec::new(), seen, n_unknown: 0, n_ligatures: 0 }
        }
    }
}

/// Lets the crate that knows fonts say what a script shows.
fn spoken(script: Script) -> Result<Vec<PageText>, String> {
    let mut collector = Collector::new(script.shown, script.pages);
    if script.operations.is_empty() {
        return Ok(collector.finish());
    }
    let doc = staged(script.operations, script.fonts).map_err(|error| error.to_string())?;
    let result = caught(|| output_doc_page(&doc, &mut collector, 1).map_err(|error| error.to_string()));
    result.flatten().map(|()| collector.finish())
}

/// A document of one page with all operations of a script and its fonts, and nothing else.
fn staged(operations: Vec<Operation>, fonts: Vec<(String, Dictionary)>) -> Result<Document, Error> {
    let mut doc = Document::new();
    let content = Content { operations }.encode()?;
    let content = doc.add_object(Stream::new(Dictionary::new(), content));
    let mut named = Dictionary::new();
    for (name, font) in fonts {
        let id = doc.add_object(font);
        named.set(name, Object::Reference(id));
    }
    let page = doc.add_object(dictionary! {
        "Type" => Object::Name(b"Page".to_vec()),
        "MediaBox" => vec![0.into(), 0.into(), 612.into(), 792.into()],
        "Contents" => Object::Reference(content),
        "Resources" => dictionary! { "Font" => named },
    });
    let pages = doc.add_object(dictionary! {
        "Type" => Object::Name(b"Pages".to_vec()),
        "Count" => 1,
        "Kids" => vec![Object::Reference(page)],
    });
    let catalog =
        doc.add_object(dictionary! { "Type" => Object::Name(b"Catalog".to_vec()), "Pages" => pages });
    doc.trailer.set("Root", Object::Reference(catalog));
    Ok(doc)
}
