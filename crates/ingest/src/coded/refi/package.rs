//! The package: a zip archive with the project and the files of its sources, or the project by itself.

use crate::{File, archive::Archive};
use draad_core::{Problem, diagnostic::Outcome};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// An opened package.
pub(super) struct Package<'b> {
    archive: Option<Archive<'b>>,
    /// Entry per file name without folders, in small letters.
    by_name: BTreeMap<String, usize>,
}

/// Where a path leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// To this entry.
    Inside(usize),
    /// To a file that is not in the package.
    Missing,
    /// To somebody's disk. It is not followed.
    Outside,
}

impl<'b> Package<'b> {
    /// Opens a package and returns the XML of the project with it.
    ///
    /// # Errors
    /// When it is an archive that cannot be read, or has no project.
    pub(super) fn open(file: &File, bytes: &'b [u8]) -> Outcome<(Self, Vec<u8>)> {
        if !bytes.starts_with(b"PK") {
            return Ok((Self { archive: None, by_name: BTreeMap::new() }, bytes.to_vec()));
        }
        let mut archive = Archive::open(file, bytes)?;
        let names = archive.names();
        let main = main_entry(names).ok_or_else(|| file.fails(Problem::ProjectMissing))?;
        let files = names.iter().enumerate().filter(|(_, name)| !name.ends_with('/'));
        // Of two files with one name the first counts.
        let by_name = files.rev().map(|(idx, name)| (file_name(name), idx)).collect();
        let xml = archive.unpack_at(file, main)?;
        Ok((Self { archive: Some(archive), by_name }, xml))
    }

    /// Returns where a path leads: by its last part, whatever its case.
    pub(super) fn lead(&self, path: &str) -> Lead {
        let scheme = path.split_once("://").map(|(scheme, _)| scheme.trim().to_ascii_lowercase());
        if scheme.is_some_and(|scheme| scheme != "internal") {
            return Lead::Outside;
        }
        self.by_name.get(&file_name(path)).map_or(Lead::Missing, |&idx| Lead::Inside(idx))
    }

    /// Unpacks an entry.
    pub(super) fn unpack(&mut self, file: &File, entry: usize) -> Outcome<Vec<u8>> {
        match &mut self.archive {
            Some(archive) => archive.unpack_at(file, entry),
            None => Ok(Vec::new()),
        }
    }
}

/// Returns whether an archive with these entries is a project: it has one at its top, or at least somewhere.
pub(super) fn main_entry(names: &[String]) -> Option<usize> {
    let is_project = |name: &&String| {
        let is_copy = name.starts_with("__MACOSX/") || file_name(name).starts_with("._");
        !is_copy && name.to_ascii_lowercase().ends_with(".qde")
    };
    let at = |is_it: &dyn Fn(&&String) -> bool| names.iter().position(|name| is_it(&name));
    at(&|name| is_project(name) && !name.contains(['/', '\\'])).or_else(|| at(&is_project))
}

/// Returns the last part of a path, as names are compared.
fn file_name(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    name.nfc().flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ReadOptions;
    use crate::archive::tests::pack;

    #[test]
    fn files_are_found_whatever_the_case_and_folder_and_paths_outside_are_not_followed() {
        let options = ReadOptions::default();
        let file = File { name: "a.qdpx", options: &options };
        let bytes = pack(&[
            ("__MACOSX/._Project.QDE", b"x"),
            ("Sources/.root", b""),
            ("Sources/Mabe\u{302}l.TXT", b"Ja."),
            ("Project.QDE", b"<Project/>"),
        ]);
        let (mut package, xml) = Package::open(&file, &bytes).unwrap();
        assert_eq!(xml, b"<Project/>");
        for path in ["internal://mabêl.txt", "MABÊL.txt", "INTERNAL://x/mabêl.txt", "sources\\Mabêl.txt"]
        {
            let Lead::Inside(entry) = package.lead(path) else { panic!("{path}") };
            assert_eq!(package.unpack(&file, entry).unwrap(), b"Ja.");
        }
        assert_eq!(package.lead("internal://other.txt"), Lead::Missing);
        for path in ["relative:///mabêl.txt", "absolute://C:/mabêl.txt", "file:///mabêl.txt"] {
            assert_eq!(package.lead(path), Lead::Outside, "{path}");
        }
        let other = pack(&[("a.txt", b"x")]);
        assert_eq!(Package::open(&file, &other).err().unwrap().problem, Problem::ProjectMissing);
    }
}
