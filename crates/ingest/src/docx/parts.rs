//! The parts of the archive that is a Word document.

use crate::xml::parse;
use crate::{File, Imported, archive::Archive, decode::decode};
use draad_core::{Diagnostic, Problem, diagnostic::Outcome};
use roxmltree::Node;

/// A Word document's archive, opened.
pub(super) struct Parts<'f, 'b> {
    file: &'f File<'f>,
    archive: Archive<'b>,
    main: String,
}

impl<'f, 'b> Parts<'f, 'b> {
    /// Opens the archive and looks up which part is the text.
    pub(super) fn open(file: &'f File, bytes: &'b [u8]) -> Outcome<Self> {
        let mut archive = Archive::open(file, bytes).map_err(as_document)?;
        let relations = archive.unpack(file, "_rels/.rels")?.map(|bytes| decode(&bytes).text);
        let main = relations.and_then(|xml| main_target(&xml));
        Ok(Self { file, archive, main: main.unwrap_or_else(|| "word/document.xml".to_owned()) })
    }

    /// Returns the part with the text.
    pub(super) fn main(&mut self) -> Outcome<String> {
        let bytes = self.archive.unpack(self.file, &self.main)?;
        let bytes = bytes.ok_or_else(|| {
            let reason = self.main.clone();
            self.file.fails(Problem::DocxInvalid { reason })
        })?;
        Ok(decode(&bytes).text)
    }

    /// Reads a part that stands beside the main one, if it is there. A broken one is reported and left out.
    pub(super) fn side_part<T>(
        &mut self,
        name: &str,
        imported: &mut Imported,
        take: impl FnOnce(Node, &mut Imported) -> T,
    ) -> Outcome<Option<T>> {
        let folder = self.main.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = format!("{folder}/{name}");
        let Some(bytes) = self.archive.unpack(self.file, path.trim_start_matches('/'))? else {
            return Ok(None);
        };
        let text = decode(&bytes).text;
        match parse(&text) {
            Ok(document) => Ok(Some(take(document.root_element(), imported))),
            Err(reason) => {
                let reason = format!("{path}: {reason}");
                let problem = Problem::RecordUnreadable { reason };
                imported.diagnostics.push(Diagnostic::warning(self.file.place(None), problem));
                Ok(None)
            }
        }
    }

    /// Returns the file names of the parts with page headers and footers.
    pub(super) fn margins(&self) -> Vec<String> {
        let names = self.archive.names().iter().filter_map(|path| path.rsplit('/').next());
        let is_margin = |name: &&str| {
            name.ends_with(".xml") && (name.starts_with("header") || name.starts_with("footer"))
        };
        let mut names: Vec<String> = names.filter(is_margin).map(str::to_owned).collect();
        names.sort();
        names
    }
}

/// Speaks of a document where the archive around it is broken: that it is one is no concern of who wrote it.
fn as_document(mut diagnostic: Box<Diagnostic>) -> Box<Diagnostic> {
    if let Problem::NotAZip { reason } = diagnostic.problem {
        diagnostic.problem = Problem::DocxInvalid { reason };
    }
    diagnostic
}

fn main_target(relations: &str) -> Option<String> {
    let document = parse(relations).ok()?;
    let main = document.descendants().find(|node| {
        let kind = node.attribute("Type").unwrap_or_default();
        kind.ends_with("/officeDocument")
    })?;
    Some(main.attribute("Target")?.trim_start_matches('/').to_owned())
}
