//! REFI-QDA, the exchange format of programs for qualitative analysis: projects (`.qdpx`, or the bare `.qde`) and codebooks
//! (`.qdc`), of every version and dialect that is met.
//!
//! The XML is read in one pass ([`parse`]) into what it says ([`raw`]), while departures from the standard are counted
//! ([`deviations`]). Then identifiers are looked up, texts found and positions read ([`build`]). The reader is lenient:
//! order, missing attributes, foreign namespaces and odd identifiers stop nothing, but nothing of it goes unmentioned.

mod build;
mod deviations;
pub(super) mod extras;
mod package;
mod parse;
mod raw;
mod schema;
mod supplement;
#[cfg(test)]
mod tests;
mod texts;
mod values;
pub(super) mod write;
mod xml;

use super::{CodedOptions, CodedProject};
use crate::File;
use crate::decode::{decode, decode_as};
use draad_core::{Problem, diagnostic::Outcome};
use package::Package;
use std::borrow::Cow;

/// How much of a file is looked at to recognise it.
const HEAD: usize = 4 << 10;

/// Returns whether a file is a project or codebook: by its name, or by what it begins with.
pub(crate) fn is_refi(name: &str, bytes: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    if [".qdpx", ".qde", ".qdc"].iter().any(|ending| name.ends_with(ending)) {
        return true;
    }
    if bytes.starts_with(b"PK") {
        return holds_project(bytes);
    }
    let head = decode(&bytes[..bytes.len().min(HEAD)]).text;
    head.trim_start().starts_with('<') && head.contains("urn:QDA-XML:")
}

/// Returns whether a zip archive has a project at its top.
fn holds_project(bytes: &[u8]) -> bool {
    let Ok(archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else { return false };
    let names: Vec<String> = archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
    package::main_entry(&names).is_some_and(|main| !names[main].contains(['/', '\\']))
}

/// Reads a project or codebook.
///
/// # Errors
/// `NotAZip`, `ZipUnsafeName`, `ZipTooLarge`, `ZipTooManyFiles`, `ProjectMissing`, `ProjectInvalid`; `PositionsUnclear` when
/// it cannot be told how positions are to be counted.
pub(crate) fn read(file: &File, bytes: &[u8], options: &CodedOptions) -> Outcome<CodedProject> {
    let (package, xml) = Package::open(file, bytes)?;
    let text = text_of(&xml);
    let raw = parse::parse(&text).map_err(|reason| file.fails(Problem::ProjectInvalid { reason }))?;
    build::build(file, raw, package, options)
}

/// Decodes the XML: as UTF-8 where it is that, else as it says itself, else as it looks.
fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Cow::Borrowed(text),
        _ => Cow::Owned(decode_as(bytes, stated_encoding(bytes)).text),
    }
}

fn stated_encoding(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let (_, value) = head.split_once("encoding=")?;
    let label = value.get(1..)?.split(['"', '\'']).next()?;
    encoding_rs::Encoding::for_label(label.as_bytes())
}
